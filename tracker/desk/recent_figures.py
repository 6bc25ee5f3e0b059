"""近 12 期: the last figures of a series up to a cell, and the one of the same month last year."""

from dataclasses import dataclass

from tracker.entry_context import month_name
from tracker.indicators import CellKey
from tracker.periods import Month
from tracker.readings import Reading, series_of
from tracker.snapshot import Snapshot
from tracker.wording import amount, figure

PERIODS = 12
_NO_FURTHER = 10
"""Years to look back: a yearly figure has twelve periods in twelve years."""


@dataclass(frozen=True, slots=True)
class RecentFigure:
    """One due period: its label, its raw value (None: not reported) and how it is printed."""

    month: Month
    label: str
    value: float | None
    text: str
    derived: bool = False


@dataclass(frozen=True, slots=True)
class RecentFigures:
    """Up to twelve due periods in their order, the cell's own last, and last year's in words."""

    periods: tuple[RecentFigure, ...]
    year_before: str

    @property
    def range_words(self) -> str:
        """Name the least and the greatest of them: 最低 76.9　最高 1,046.5; empty for fewer."""
        known = [period for period in self.periods if period.value is not None]
        if len(known) < 2:
            return ""
        ordered = sorted(known, key=lambda period: period.value or 0.0)
        return f"最低 {ordered[0].text}　最高 {ordered[-1].text}"


def recent_figures(snapshot: Snapshot, key: CellKey) -> RecentFigures:
    """Return the due periods up to a cell's month, beginning with the first that has a figure."""
    series = series_of(snapshot, key.indicator, key.region)
    calendar = series.indicator.calendar
    periods: list[RecentFigure] = []
    month, last_year = key.month, key.month.year - _NO_FURTHER
    while len(periods) < PERIODS and month.year > last_year:
        if calendar.is_due(month.month):
            reading = series.read(key.measure, month, key.basis)
            periods.append(_period(snapshot, key, month, reading))
        month = month.plus(-1)
    while periods and periods[-1].value is None:
        periods.pop()
    before = _year_before(snapshot, key)
    unit = series.indicator.unit_of(key.measure)
    unit_words = "%" if unit == "%" else f" {unit}" if unit else ""
    return RecentFigures(
        tuple(reversed(periods)),
        "" if before is None else f"上年同期 {before}{unit_words}",
    )


def _period(
    snapshot: Snapshot, key: CellKey, month: Month, reading: Reading | None
) -> RecentFigure:
    indicator = snapshot.indicator(key.indicator)
    label = f"{month.year} 年 {month_name(indicator, month.month)}"
    if reading is None:
        return RecentFigure(month, label, None, "未报")
    text = _printed(snapshot, key, reading)
    return RecentFigure(month, label, reading.value, text, reading.derived)


def _year_before(snapshot: Snapshot, key: CellKey) -> str | None:
    series = series_of(snapshot, key.indicator, key.region)
    before = key.month._replace(year=key.month.year - 1)
    reading = series.read(key.measure, before, key.basis)
    return None if reading is None else _printed(snapshot, key, reading)


def _printed(snapshot: Snapshot, key: CellKey, reading: Reading) -> str:
    """Print an entered figure with all its digits, a derived one with the usual number."""
    indicator = snapshot.indicator(key.indicator)
    words = amount if reading.derived else figure
    return words(reading.value, indicator, key.measure)
