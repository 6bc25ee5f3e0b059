"""What a snapshot reads: the figures and targets of a region's year, now or as known on a day."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from tracker.indicators import Actual, Basis, CellKey, Measure, Status, Target
from tracker.periods import Month
from tracker.snapshot import SeriesName, Slice
from tracker.storage.actual_book import ACTIVE_OF_SLICE, vintage_of
from tracker.storage.database import LedgerFile
from tracker.storage.faults import understood
from tracker.storage.moments import read_day, read_time
from tracker.storage.target_book import version_of
from tracker.vintages import Vintage, current

_CURRENT_OF_SLICE = """SELECT indicator, measure, basis, month, value, status, published_on, source,
    note, recorded_at FROM actual_current WHERE region = ? AND year = ?"""
_TARGETS_OF_SLICE = "SELECT * FROM target_current WHERE region = ? AND year = ? ORDER BY entry"


class CurrentLoader:
    """Loads what stands now: one indexed query a slice."""

    def __init__(self, file: LedgerFile) -> None:
        self._file = file

    def load_actuals(self, region: str, year: int) -> Slice:
        """Return the current actuals of a region and year."""
        rows = self._file.rows(_CURRENT_OF_SLICE, (region, year))
        with understood(self._file.path):
            return _by_series(_actual(region, year, row) for row in rows)

    def load_targets(self, region: str, year: int) -> tuple[Target, ...]:
        """Return every version of the targets of a region and year, oldest recorded first."""
        rows = self._file.rows(_TARGETS_OF_SLICE, (region, year))
        with understood(self._file.path):
            return tuple(version_of(row).target for row in rows)


class KnownOnLoader:
    """Loads what was known on a day: a query over the vintages, never a copy of the ledger."""

    def __init__(self, file: LedgerFile, known_on: date) -> None:
        self._file = file
        self._known_on = known_on

    def load_actuals(self, region: str, year: int) -> Slice:
        """Return the actuals of a region and year as they were known on the day."""
        vintages: dict[CellKey, list[Vintage]] = {}
        with understood(self._file.path):
            for row in self._file.rows(ACTIVE_OF_SLICE, (region, year)):
                vintage = vintage_of(row)
                vintages.setdefault(vintage.key, []).append(vintage)
        known = (current(held, self._known_on) for held in vintages.values())
        actuals = (vintage.actual for vintage in known if vintage is not None)
        return _by_series(actual for actual in actuals if actual is not None)

    def load_targets(self, region: str, year: int) -> tuple[Target, ...]:
        """Return the versions in force by the day, oldest recorded first."""
        targets = CurrentLoader(self._file).load_targets(region, year)
        return tuple(target for target in targets if target.effective_on <= self._known_on)


def _actual(region: str, year: int, row: tuple[Any, ...]) -> Actual:
    indicator, measure, basis, month, value, status, day, source, note, recorded_at = row
    key = CellKey(indicator, region, Month(year, month), Measure(measure), Basis(basis))
    return Actual(key, value, Status(status), read_day(day), source, note, read_time(recorded_at))


def _by_series(actuals: Iterable[Actual]) -> Slice:
    series: dict[SeriesName, dict[int, Actual]] = {}
    for actual in actuals:
        key = actual.key
        name = SeriesName(key.indicator, key.measure, key.basis)
        series.setdefault(name, {})[key.month.month] = actual
    return series
