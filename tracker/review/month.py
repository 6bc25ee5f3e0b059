"""A region's month as a whole: what is missing, what jumps, what does not fit, what is behind."""

from collections.abc import Iterator
from datetime import date

from tracker.entry_context import closed_reason, entry_indicators, month_name
from tracker.indicators import CellKey
from tracker.periods import Month
from tracker.readings import series_of
from tracker.review.figures import cell_findings
from tracker.review.finding import Check, Finding, Severity
from tracker.snapshot import Snapshot


def month_findings(
    snapshot: Snapshot, region: str, month: Month, today: date
) -> tuple[Finding, ...]:
    """Return all findings about the figures of a region's month, indicator by indicator.

    Raises UnknownName for the region.
    """
    found: list[Finding] = []
    for indicator in entry_indicators(snapshot, region, month.year):
        found += _missing(snapshot, indicator.id, region, month, today)
        for key in cells_of(snapshot, indicator.id, region, month):
            found += cell_findings(snapshot, key, today)
    return tuple(found)


def cells_of(snapshot: Snapshot, indicator: str, region: str, month: Month) -> list[CellKey]:
    """Return the cells of an indicator's month that hold a figure."""
    return [
        CellKey(indicator, region, month, series.measure, series.basis)
        for series, months in snapshot.actuals(region, month.year).items()
        if series.indicator == indicator and month.month in months
    ]


def _missing(
    snapshot: Snapshot, indicator_id: str, region: str, month: Month, today: date
) -> Iterator[Finding]:
    series = series_of(snapshot, indicator_id, region)
    indicator = series.indicator
    measure = indicator.judged_by
    basis = indicator.basis_of(measure)
    if closed_reason(indicator, basis, month, today):
        return
    if series.read(measure, month) is None:
        yield Finding(
            Check.MISSING,
            Severity.NOTICE,
            CellKey(indicator_id, region, month, measure, basis),
            f"{indicator.name} {month_name(indicator, month.month)}还没有报"
            f"（{indicator.lead_department}）。",
        )
