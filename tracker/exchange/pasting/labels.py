"""Labels in a block: header rows and label columns that were copied together with the figures."""

from collections.abc import Sequence
from dataclasses import dataclass

from tracker.errors import BadValue
from tracker.exchange.clipboard import Block
from tracker.exchange.importing.vocabulary import Vocabulary, Words
from tracker.exchange.numerals import is_blank, read_number, says_none
from tracker.exchange.pasting.ground import NOTHING_NAMED, Named
from tracker.indicators import Basis, Measure
from tracker.periods import Month

_LOOKED_AT = 4
"""So many rows and columns at a block's edge may be labels."""
_ORDER_WORDS = frozenset({"序号", "№", "编号"})


@dataclass(frozen=True, slots=True)
class Label:
    """What stands beside one row or over one column. `unit` is empty where none is said."""

    text: str = ""
    named: Named = NOTHING_NAMED
    unit: str = ""
    measures: tuple[Measure, ...] = ()
    bases: tuple[Basis, ...] = ()
    last_year: bool = False


@dataclass(frozen=True, slots=True)
class Labelled:
    """A block without its labels. `around` is said for all of it: 单位：万元, 2023年4月."""

    figures: Block
    rows: tuple[Label, ...]
    columns: tuple[Label, ...]
    around: Label

    @property
    def has_labels(self) -> bool:
        """Say whether any label names a row or column."""
        return any(label.named.is_said for label in (*self.rows, *self.columns))


def read_labels(block: Block, vocabulary: Vocabulary, year: int) -> Labelled:
    """Take header rows and label columns off a block; `year` is meant where none is written."""
    lines = [[block.text(row, column) for column in range(block.width)]
             for row in range(block.height)]  # fmt: skip
    header = _header_rows(lines, vocabulary)
    body = lines[header:]
    columns = _label_columns(body, vocabulary)
    read = [vocabulary.read(text) for line in lines[:header] for text in line[:columns] if text]
    heads = _filled_to_the_right([line[columns:] for line in lines[:header]])
    titles = [line for line in heads if len({text for text in line if text}) == 1 and len(line) > 1]
    read += [vocabulary.read(next(text for text in line if text)) for line in titles]
    heads = [line for line in heads if line not in titles]
    width = block.width - columns
    return Labelled(
        Block(tuple(tuple(line[columns:]) for line in body)),
        tuple(_label([vocabulary.read(text) for text in line[:columns] if text], year)
              for line in body),
        tuple(
            _label([vocabulary.read(line[column]) for line in heads if line[column]], year)
            for column in range(width)
        ),
        _label(read, year),
    )  # fmt: skip


def _header_rows(lines: Sequence[Sequence[str]], vocabulary: Vocabulary) -> int:
    """Count the rows at the top that hold words and no figure."""
    header = 0
    for row, line in enumerate(lines[:_LOOKED_AT]):
        if any(_is_figure(text) for text in line):
            break
        if any(_says_something(vocabulary.read(text)) for text in line if text):
            header = row + 1
    # A line of names without figures below a header is a section, not one more header.
    return header if header < len(lines) else 0


def _label_columns(body: Sequence[Sequence[str]], vocabulary: Vocabulary) -> int:
    """Count the columns at the left that hold names, units and running numbers."""
    found = 0
    for column in range(min(_LOOKED_AT, max((len(line) for line in body), default=1) - 1)):
        texts = [line[column] for line in body if not is_blank(line[column])]
        named = [text for text in texts if _says_something(vocabulary.read(text))]
        if texts and len(named) * 2 >= len(texts):
            found = column + 1
        elif not _runs(texts):
            break
    return found


def _runs(texts: Sequence[str]) -> bool:
    """Say whether texts are running numbers 1, 2, 3, or nothing at all."""
    numbers = [text for text in texts if text not in _ORDER_WORDS]
    return all(text.isascii() and text.isdigit() for text in numbers) and numbers == sorted(
        numbers, key=int
    )


def _filled_to_the_right(heads: Sequence[list[str]]) -> list[list[str]]:
    """Give every cell under a merged head its words: only the first of them was copied."""
    filled: list[list[str]] = []
    for number, line in enumerate(heads):
        below = heads[number + 1 :]
        words = ""
        full: list[str] = []
        for column, text in enumerate(line):
            words = text or (words if any(one[column] for one in below) else "")
            full.append(words)
        filled.append(full)
    return filled


def _is_figure(text: str) -> bool:
    if is_blank(text) or says_none(text):
        return False
    try:
        return read_number(text) is not None
    except BadValue:
        return False


def _says_something(words: Words) -> bool:
    if _is_figure(words.text):
        return False
    if words.periods and not words.unknown:  # 4月 begins with a digit as well
        return True
    named = words.indicators or words.regions or words.units or words.periods
    said = bool(named or words.measures or words.bases or words.roles)
    understood = len(words.unknown) * 2 < len(words.text)
    return said and understood and not words.text[:1].isdigit()


def _label(read: Sequence[Words], year: int) -> Label:
    """Put the words of one row's or column's labels together."""
    indicator = region = unit = ""
    month: Month | None = None
    measures: list[Measure] = []
    bases: list[Basis] = []
    for words in read:
        if not words.doubtful:
            indicator = indicator or next(iter(words.indicators), "")
        region = region or next(iter(words.regions), "")
        unit = unit or next(iter(words.units), "")
        measures += words.measures
        bases += words.bases
        for period in words.periods:
            if period.month is not None and not period.part:
                month = month or Month(period.year or year, period.month)
    return Label(
        "　".join(words.text for words in read),
        Named(indicator, region, month),
        unit,
        tuple(measures),
        tuple(bases),
        any(words.last_year for words in read),
    )
