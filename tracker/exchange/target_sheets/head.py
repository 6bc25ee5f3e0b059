"""The head of a 责任书: where it is, and what each of its columns holds."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from tracker.exchange.importing.facets import Facets, joined_facets
from tracker.exchange.importing.measure_words import Role
from tracker.exchange.importing.region_words import folded
from tracker.exchange.importing.vocabulary import Words
from tracker.exchange.importing.word_lists import WORD_LISTS
from tracker.exchange.sheets import Sheet
from tracker.indicators import Tier

_WORDS = WORD_LISTS["target_sheet"]
_DEEPEST = 40
"""A head stands within so many rows."""
_MOST_ROWS = 4
_PLANNED = ("目标", "任务", "计划")
_OPENING = "("

Reader = Callable[[str], Words]


class Holds(StrEnum):
    """What a column holds that is no target."""

    INDICATOR = "indicator"
    UNIT = "unit"
    REGION = "region"
    DEPARTMENT = "department"
    RESPONSIBLE = "responsible"
    REPORTER = "reporter"
    HARMLESS = "harmless"


@dataclass(slots=True)
class Head:
    """`rows` are those of the head; `targets` say for which stage, `tiers` which of three.

    `unread` are columns that are no target, each with a sentence why, without its end.
    """

    rows: list[int]
    places: dict[Holds, int] = field(default_factory=dict)
    targets: dict[int, Facets] = field(default_factory=dict)
    tiers: dict[int, Tier] = field(default_factory=dict)
    unread: dict[int, str] = field(default_factory=dict)

    @property
    def body_from(self) -> int:
        """The first row under the head."""
        return self.rows[-1] + 1


def find_head(sheet: Sheet, read: Reader) -> Head | None:
    """Return the head of a sheet: 指标 and at least one target; None where there is none."""
    for row in range(min(_DEEPEST, len(sheet.rows))):
        for column, cell in enumerate(sheet.rows[row]):
            if isinstance(cell, str) and _bare(cell) in _WORDS["indicator"]:
                head = _head_at(sheet, row, column, read)
                if head.targets:
                    return head
    return None


def _head_at(sheet: Sheet, row: int, column: int, read: Reader) -> Head:
    head = Head(_head_rows(sheet, row, column))
    head.places[Holds.INDICATOR] = column
    for other in range(len(sheet.rows[row])):
        texts = _texts(sheet, head.rows, other)
        if other != column and texts:
            _classify(head, other, texts, read)
    units = {one.units for one in head.targets.values() if one.units}
    if len(units) == 1:  # 全年目标（亿元） | 确保: written once, meant for all
        (shared,) = units
        for other, facets in head.targets.items():
            if facets.measure is None and not facets.units:
                head.targets[other] = replace(facets, units=shared)
    return head


def _head_rows(sheet: Sheet, row: int, column: int) -> list[int]:
    """Return the rows that say what stands below: merged heads fill several."""
    rows = [row]
    name = sheet.rows[row][column]
    while rows[-1] + 1 < len(sheet.rows) and len(rows) < _MOST_ROWS:
        below = sheet.rows[rows[-1] + 1]
        blank = below[column] == "" and not any(isinstance(cell, float) for cell in below)
        if below[column] != name and not (blank and any(cell != "" for cell in below)):
            break
        rows.append(rows[-1] + 1)
    above = sheet.rows[row - 1] if row else []
    if above and above[column] == "" and any(cell != "" for cell in above[column + 1 :]):
        rows.insert(0, row - 1)
    return rows


def _texts(sheet: Sheet, rows: Sequence[int], column: int) -> list[str]:
    """Return what stands above a column, each text once; a blank takes over from its left."""
    found: list[str] = []
    for row in rows:
        cells = sheet.rows[row]
        cell = cells[column]
        if cell == "" and row != rows[-1]:
            cell = next((cells[at] for at in range(column, -1, -1) if cells[at] != ""), "")
        if cell != "" and str(cell) not in found:
            found.append(f"{cell:.15g}" if isinstance(cell, float) else str(cell))
    return found


def _classify(head: Head, column: int, texts: Sequence[str], read: Reader) -> None:
    for text in reversed(texts):
        for holds in Holds:
            if _bare(text) in _WORDS[holds.value]:
                if holds is not Holds.HARMLESS:
                    head.places.setdefault(holds, column)
                return
    tier = next((tier for text in texts if (tier := _tier(text)) is not Tier.TARGET), Tier.TARGET)
    kept = [text for text in texts if _tier(text) is Tier.TARGET]
    facets = joined_facets([read(text) for text in kept])
    said = " ".join(texts)
    planned = any(word in said for word in _PLANNED) or tier is not Tier.TARGET
    if any(word in said for word in _WORDS["done"]) and not planned:
        head.unread[column] = f"“{said}”不是目标，这一列没有读"
    elif facets.trouble:
        head.unread[column] = f"{facets.trouble}，这一列没有读"
    elif facets.role in (Role.COMPUTED, Role.TOTAL) or facets.last_year:
        head.unread[column] = f"“{said}”不是目标，这一列没有读"
    elif planned or facets.period is not None:
        role = facets.role or Role.TARGET
        head.targets[column] = replace(facets, role=role)
        head.tiers[column] = tier
    else:
        head.unread[column] = f"“{said}”没写是哪一期的目标，这一列没有读"


def _tier(text: str) -> Tier:
    """Say which of three tiers a head names: 确保（亿元）, 力争目标."""
    bare = _bare(text)
    if bare in _WORDS["floor"]:
        return Tier.FLOOR
    return Tier.STRETCH if bare in _WORDS["stretch"] else Tier.TARGET


def _bare(text: str) -> str:
    """Drop what stands in brackets behind a head: 指标（单位）."""
    return folded(text).split(_OPENING, 1)[0] or folded(text)
