"""Laying a block by the names that were copied with it: every figure to its own cell."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from tracker.errors import BadValue
from tracker.exchange.clipboard import Block
from tracker.exchange.numerals import is_blank, read_number, says_none
from tracker.exchange.pasting.ground import Ground, Named, Place
from tracker.exchange.pasting.labels import Label, Labelled
from tracker.exchange.units import scale_between, scaled
from tracker.indicators import Basis, CellKey
from tracker.wording import plain


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A text that goes nowhere, and why, in a sentence."""

    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class ByNames:
    """Texts for cells of the ground, what was left out, and the units that were converted."""

    texts: dict[Place, str]
    left_out: tuple[LeftOut, ...]
    conversions: tuple[tuple[str, str], ...]

    def block(self, ground: Ground) -> Block:
        """Return the texts as one block over the whole ground, blank where nothing is laid."""
        return Block(
            tuple(
                tuple(self.texts.get(Place(row, column), "") for column in range(len(keys)))
                for row, keys in enumerate(ground.keys)
            )
        )


def lay_by_names(labelled: Labelled, ground: Ground, unit_of: Callable[[CellKey], str]) -> ByNames:
    """Find the cell of every figure. A direction without names counts from the ground's corner."""
    texts: dict[Place, str] = {}
    left_out: list[LeftOut] = []
    conversions: dict[tuple[str, str], None] = {}
    for row in range(labelled.figures.height):
        for column in range(labelled.figures.width):
            text = labelled.figures.text(row, column)
            if is_blank(text) or says_none(text):
                continue
            labels = labelled.rows[row], labelled.columns[column]
            found = _place(labels, labelled, ground, Place(row, column))
            key = None if isinstance(found, str) else ground.keys[found.row][found.column]
            if isinstance(found, str) or key is None:
                left_out.append(LeftOut(text, str(found)))
                continue
            reason = _other_measure(labels, key)
            if reason:
                left_out.append(LeftOut(text, reason))
                continue
            if found in texts:
                left_out.append(LeftOut(text, "同一格有两个数，只取了前一个。"))
                continue
            given = _unit((*labels, labelled.around), unit_of(key))
            texts[found] = _in_unit(text, given, unit_of(key))
            if texts[found] != text:
                conversions[given, unit_of(key)] = None
    return ByNames(texts, tuple(left_out), tuple(conversions))


def _place(
    labels: tuple[Label, Label], labelled: Labelled, ground: Ground, at: Place
) -> Place | str:
    """Return the cell that labels mean, or the sentence why there is none."""
    by_row, by_column = (label.named for label in labels)
    said = by_row.joined(by_column)
    rows_named = any(label.named.is_said for label in labelled.rows)
    columns_named = any(label.named.is_said for label in labelled.columns)
    for label, others in zip(labels, (rows_named, columns_named), strict=True):
        if others and not label.named.is_said:
            shown = label.text or "没有名称的一行"
            return f"认不出“{shown}”是什么，没有写入。"
    places = ground.places(said) or ground.places(said.joined(labelled.around.named))
    if not rows_named:
        places = [one for one in places if one.row == ground.corner.row + at.row]
    if not columns_named:
        places = [one for one in places if one.column == ground.corner.column + at.column]
    if not places:
        return f"表里没有“{_words(labels)}”，或这一格不用填，没有写入。"
    if len(places) > 1:
        places = _at_the_corner(places, ground, said.joined(labelled.around.named))
    return places[0] if len(places) == 1 else f"“{_words(labels)}”不止一格，没有写入。"


def _at_the_corner(places: list[Place], ground: Ground, said: Named) -> list[Place]:
    """Keep what the title names too, else what stands in the selection's row or column."""
    titled = [one for one in ground.places(said) if one in places]
    if len(titled) == 1:
        return titled
    row, column = ground.corner
    return [one for one in places if row == one.row or column == one.column]


def _other_measure(labels: tuple[Label, Label], key: CellKey) -> str:
    """Say why a column of 同比 is not laid into amounts; empty when it belongs."""
    for label in labels:
        if label.last_year:
            return "这是上年同期的数，没有写入。"
        if label.measures and key.measure not in label.measures:
            return f"“{label.text}”不是表里现在填的那种数，没有写入。"
        if label.bases and key.basis not in (*label.bases, Basis.BALANCE, Basis.NONE):
            return f"“{label.text}”与表里现在填的累计或当月不同，没有写入。"
    return ""


def _unit(labels: tuple[Label, Label, Label], wanted: str) -> str:
    """Return the unit that is said nearest to a figure; a title's unit only where it can fit."""
    for label in labels[:2]:
        if label.unit:
            return label.unit
    around = labels[2].unit
    return around if around and scale_between(around, wanted) is not None else wanted


def _in_unit(text: str, given: str, wanted: str) -> str:
    """Return a number converted to the unit wanted; a text that says what is wrong, if it cannot.

    A number whose unit does not fit keeps its unit, so that it is refused where it lands.
    """
    scale = scale_between(given, wanted)
    if scale == Decimal(1):
        return text
    try:
        value = read_number(text, given)
    except BadValue:
        return text
    if value is None:
        return text
    if scale is None:
        return f"{text}{given}"
    return plain(scaled(value, scale)).replace("−", "-")


def _words(labels: tuple[Label, Label]) -> str:
    return " ".join(label.text for label in labels if label.text)
