"""What a snapshot reads: the figures and targets of a region's year, now or as known on a day."""

from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from sys import intern
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
            return _standing(region, year, rows)

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


def _standing(region: str, year: int, rows: Iterable[tuple[Any, ...]]) -> Slice:
    """Read the rows of a slice, which come series by series; what they share is made once."""
    slice_: dict[SeriesName, dict[int, Actual]] = {}
    texts: dict[str, str] = {}
    before: tuple[str, str, str] | None = None
    for indicator, measure, basis, month, value, status, day, source, note, recorded_at in rows:
        if (indicator, measure, basis) != before:
            before = (indicator, measure, basis)
            name = SeriesName(intern(indicator), Measure(measure), Basis(basis))
            months = slice_.setdefault(name, {})
        key = CellKey(name.indicator, region, _month(year, month), name.measure, name.basis)
        months[month] = Actual(
            key, value, _status(status), read_day(day), texts.setdefault(source, source),
            texts.setdefault(note, note), read_time(recorded_at),
        )  # fmt: skip
    return slice_


_status = lru_cache(maxsize=len(Status))(Status)
_month = lru_cache(maxsize=1024)(Month)


def _by_series(actuals: Iterable[Actual]) -> Slice:
    series: dict[SeriesName, dict[int, Actual]] = {}
    for actual in actuals:
        key = actual.key
        name = SeriesName(key.indicator, key.measure, key.basis)
        series.setdefault(name, {})[key.month.month] = actual
    return series
