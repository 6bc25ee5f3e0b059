"""The history of lights: what each indicator's headline was month by month, up to as-of."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from tracker.breaks import breaks_of
from tracker.indicators import Indicator, Light
from tracker.lights import rules_of
from tracker.outlook.catch_up import caught_up
from tracker.periods import MONTHS_IN_YEAR, Calendar, Month
from tracker.progress.result import Progress, Rule
from tracker.progress.rows import headline_rows
from tracker.snapshot import Snapshot

_SPANS = {Calendar.QUARTERLY: 3, Calendar.YEARLY: 12}


@dataclass(frozen=True, slots=True)
class LightCell:
    """A headline at the month it was due in. It covers `first` to `month`.

    `gap_pp` is what the light looks at, positive is good: of a level it is % of the target, of a
    place it is places. None while pending, without target, and for a 清单任务.
    `caught_up` marks a red month whose own task later figures reached, where the rule says 补欠.
    """

    first: Month
    month: Month
    light: Light
    gap_pp: float | None
    pending: bool
    caught_up: bool = False


@dataclass(frozen=True, slots=True)
class LightRow:
    """An indicator's cells, oldest first, and for how many cells the last light has lasted.

    From each month of `breaks` on its figures are 不可比 with those before.
    """

    indicator: Indicator
    accumulates: bool
    ceiling: bool
    cells: tuple[LightCell, ...]
    breaks: tuple[Month, ...] = ()

    @property
    def light(self) -> Light:
        """The last light."""
        return self.cells[-1].light if self.cells else Light.NONE

    @property
    def age(self) -> int:
        """For how many cells in a row the last light has been the same, within the history."""
        count = 0
        for cell in reversed(self.cells):
            if cell.light is not self.light:
                break
            count += 1
        return count

    def at(self, month: Month) -> LightCell | None:
        """Return the cell that covers a month."""
        return next((cell for cell in self.cells if cell.first <= month <= cell.month), None)


@dataclass(frozen=True, slots=True)
class LightHistory:
    """The rows of a region over the months from `first` to `as_of`, in catalogue order."""

    region: str
    first: Month
    as_of: Month
    rows: tuple[LightRow, ...]

    @property
    def columns(self) -> tuple[tuple[Month, Month], ...]:
        """The columns as (first, last) month: January and February are one, 1—2 月."""
        found: list[tuple[Month, Month]] = []
        month = self.first
        while month <= self.as_of:
            merged = month.month == 1 and month < self.as_of
            last = month.plus(1) if merged else month
            found.append((month, last))
            month = last.plus(1)
        return tuple(found)

    @property
    def has_caught_up(self) -> bool:
        """Say whether any cell is drawn ▲ 补."""
        return any(cell.caught_up for row in self.rows for cell in row.cells)

    @property
    def has_breaks(self) -> bool:
        """Say whether any row has a month from which it is 不可比."""
        return any(row.breaks for row in self.rows)

    def count(self, light: Light, month: Month) -> int:
        """Return how many rows showed a light in a month."""
        cells = (row.at(month) for row in self.rows)
        return sum(cell is not None and cell.light is light for cell in cells)


def light_history(snapshot: Snapshot, region: str, as_of: Month, months: int = 12) -> LightHistory:
    """Read the headlines of the last `months` months. Raises UnknownName for a region."""
    first = as_of.plus(1 - months)
    span = [first.plus(step) for step in range(months)]
    found: dict[str, list[Progress]] = {}
    for month in span:
        for row in headline_rows(snapshot, region, month):
            if row.target is not None and row.indicator.calendar.is_due(month.month):
                found.setdefault(row.indicator.id, []).append(row)
    caught = _caught(snapshot, as_of)
    rows = [
        replace(_row(held, first, caught), breaks=_breaks(snapshot, indicator, first, as_of))
        for indicator, held in found.items()
    ]
    return LightHistory(region, first, as_of, tuple(sorted(rows, key=lambda r: r.indicator.order)))


def _breaks(snapshot: Snapshot, indicator: str, first: Month, as_of: Month) -> tuple[Month, ...]:
    held = breaks_of(snapshot.settings, indicator)
    return tuple(month for month in held if first <= month <= as_of)


def _caught(snapshot: Snapshot, as_of: Month) -> Callable[[Progress], bool]:
    """Return what says of a row whether it was caught up by as-of; never where 补欠 is off."""
    rules = rules_of(snapshot.settings)

    def asked(row: Progress) -> bool:
        if not rules.catch_up or row.pending or row.light is not Light.RED:
            return False
        until = min(as_of, Month(row.as_of.year, MONTHS_IN_YEAR))
        return caught_up(snapshot, row.indicator.id, row.region, row.as_of, until, rules)

    return asked


def _row(held: Sequence[Progress], first: Month, caught: Callable[[Progress], bool]) -> LightRow:
    last = held[-1]
    cells = (
        replace(_cell(row, first), caught_up=caught(row))
        for row in held
        if not _within_feb(row, held)
    )
    return LightRow(
        last.indicator,
        last.rule.accumulates,
        last.is_ceiling,
        tuple(cells),
    )


def _within_feb(row: Progress, held: Sequence[Progress]) -> bool:
    """Say whether a row is a January whose February is there too: the column shows 1—2 月."""
    month = row.as_of
    return month.month == 1 and any(other.as_of == month.plus(1) for other in held)


def _cell(row: Progress, first: Month) -> LightCell:
    month = row.as_of
    span = _SPANS.get(row.indicator.calendar, 2 if month.month == 2 else 1)
    gap = row.pace_gap_pp if row.pace_gap_pp is not None else row.gap
    if row.rule is Rule.LEVEL and gap is not None and row.target is not None and row.target.value:
        gap *= 100 / abs(row.target.value)
    start = max(first, month.plus(1 - span))
    light = Light.NONE if row.pending else row.light
    return LightCell(start, month, light, None if row.pending else gap, row.pending)
