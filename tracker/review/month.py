"""A region's month as a whole: what is missing, what jumps, what does not fit, what is behind."""

from collections.abc import Iterator
from datetime import date

from tracker.entry_context import entry_indicators, month_name
from tracker.filing.due import Due, due_figures
from tracker.indicators import CellKey
from tracker.periods import Month
from tracker.review.figures import cell_findings
from tracker.review.finding import Check, Finding, Severity
from tracker.review.red_lights import red_lights
from tracker.snapshot import Snapshot


def month_findings(
    snapshot: Snapshot, region: str, month: Month, today: date
) -> tuple[Finding, ...]:
    """Return all findings about the figures of a region's month, indicator by indicator.

    Raises UnknownName for the region.
    """
    missing = {one.indicator.id: one for one in due_figures(snapshot, [region], month, today)}
    found: list[Finding] = []
    for indicator in entry_indicators(snapshot, region, month.year):
        if indicator.id in missing:
            found += _missing(missing[indicator.id], today)
        for key in cells_of(snapshot, indicator.id, region, month):
            doubts = cell_findings(snapshot, key, today)
            found += (one for one in doubts if one.check is not Check.RED)
        found += red_lights(snapshot, region, month, indicator.id)
    return tuple(found)


def month_errors(snapshot: Snapshot, region: str, month: Month, today: date) -> tuple[str, ...]:
    """Return what cannot be right in a region's month, each named: the month is not handed in.

    Raises UnknownName for the region.
    """
    return tuple(
        f"{snapshot.indicator(one.key.indicator).name}：{one.sentence}"
        for one in month_findings(snapshot, region, month, today)
        if one.severity is Severity.ERROR
    )


def cells_of(snapshot: Snapshot, indicator: str, region: str, month: Month) -> list[CellKey]:
    """Return the cells of an indicator's month that hold a figure."""
    return [
        CellKey(indicator, region, month, series.measure, series.basis)
        for series, months in snapshot.actuals(region, month.year).items()
        if series.indicator == indicator and month.month in months
    ]


def _missing(due: Due, today: date) -> Iterator[Finding]:
    """Find a figure that is not there: waited for until its day, late from then on."""
    if due.reported:
        return
    indicator, late = due.indicator, due.late_days(today)
    key = CellKey(
        indicator.id,
        due.region.code,
        due.month,
        indicator.judged_by,
        indicator.basis_of(indicator.judged_by),
    )
    name = f"{indicator.name} {month_name(indicator, due.month.month)}"
    who = indicator.lead_department
    if late:
        sentence = f"{name}还没有报，已逾期 {late} 天（{who}）。"
        yield Finding(Check.LATE, Severity.WARNING, key, sentence)
    else:
        day = f"{due.due_on.month} 月 {due.due_on.day} 日"
        sentence = f"{name}还没有报，{day}前报即可（{who}）。"
        yield Finding(Check.MISSING, Severity.NOTICE, key, sentence)
