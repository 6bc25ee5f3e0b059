"""The checks of one figure, in the order in which a person should read them."""

from collections.abc import Iterator
from datetime import date

from tracker.entry_context import closed_reason, month_name
from tracker.indicators import Basis, CellKey, Comparator, Indicator, Measure, MeasureKind
from tracker.readings import Series, month_disagrees, series_of
from tracker.review.finding import Check, Finding, Severity
from tracker.review.growths import growth_findings
from tracker.review.parts import parts_findings
from tracker.review.ranges import range_findings
from tracker.review.red_lights import red_lights
from tracker.snapshot import Snapshot
from tracker.wording import amount, entered, number, plain

_SPARE_DECIMALS = 2
"""Published figures keep every digit; a tail much longer than the printed one is a formula's."""


def cell_findings(snapshot: Snapshot, key: CellKey, today: date) -> tuple[Finding, ...]:
    """Return what is doubtful about the figure in a cell, and its red light, derived or not.

    Never raises for figures, however odd, and never changes one. Raises UnknownName for a name.
    """
    held = snapshot.actual(key)
    if held is None:
        return tuple(_red(snapshot, key))
    series = series_of(snapshot, key.indicator, key.region)
    closed = closed_reason(series.indicator, key.basis, key.month, today)
    if closed:
        return (Finding(Check.CLOSED, Severity.ERROR, key, closed),)
    size = tuple(range_findings(series, key, held.value))
    if not any(finding.check is Check.SLIP for finding in size):
        # A total that falls makes a negative month: one doubt, not two.
        size = tuple(_falling(series, key, held.value)) or size
    return (
        *_decimals(series.indicator, key, held.value),
        *size,
        *_single_month(series, key),
        *growth_findings(series, key),
        *parts_findings(snapshot, key, held.value),
        *_ceiling(snapshot, series.indicator, key, held.value),
        *_red(snapshot, key),
    )


def _decimals(indicator: Indicator, key: CellKey, value: float) -> Iterator[Finding]:
    usual = indicator.decimals_of(key.measure)
    _, _, tail = plain(value).partition(".")
    if len(tail) > usual + _SPARE_DECIMALS:
        yield Finding(
            Check.DECIMALS,
            Severity.WARNING,
            key,
            f"{plain(value)} 有 {len(tail)} 位小数，这个指标通常 {usual} 位；"
            f"若是公式算出来的，请填公布的数。",
        )


def _falling(series: Series, key: CellKey, value: float) -> Iterator[Finding]:
    """Find a 累计 below the one before it in the same year."""
    indicator = series.indicator
    if indicator.kind is not MeasureKind.FLOW or (key.measure, key.basis) != (
        Measure.AMOUNT,
        Basis.YTD,
    ):
        return
    before = series.last(Measure.AMOUNT, key.month.year, key.month.month - 1)
    if before is None:
        return
    month, earlier = before
    if 0 <= value < earlier.value:
        digits = indicator.decimals
        fall = number(earlier.value - value, digits)
        yield Finding(
            Check.FALLING,
            Severity.WARNING,
            key,
            f"累计比 {month_name(indicator, month)}末的 {entered(earlier.value, digits)}"
            f" 少 {fall} {indicator.unit}；累计量一般不会下降，请核对是不是填成了当月数。",
        )


def _single_month(series: Series, key: CellKey) -> Iterator[Finding]:
    if key.measure is not Measure.AMOUNT or key.basis is Basis.BALANCE:
        return
    difference = month_disagrees(series, key.month)
    if difference is not None:
        digits = series.indicator.decimals
        yield Finding(
            Check.MONTH,
            Severity.WARNING,
            key,
            f"累计减上月累计与填报的当月数相差 {number(difference, digits, signed=True)} "
            f"{series.indicator.unit}，可能以前月份被修订过；两个数都保留，请核对。",
        )


def _ceiling(
    snapshot: Snapshot, indicator: Indicator, key: CellKey, value: float
) -> Iterator[Finding]:
    """Find a figure above a 上限 in force, of any horizon that has not ended before the month."""
    if key.basis not in (indicator.basis_of(key.measure), Basis.NONE):
        return
    for task, tiers in snapshot.tasks(key.region, key.month.year, key.month).items():
        if (task.indicator, task.measure) != (key.indicator, key.measure):
            continue
        lowest = tiers[0]
        if lowest.comparator is not Comparator.AT_MOST or task.horizon.end_month < key.month.month:
            continue
        if value > lowest.value:
            over = amount(value - lowest.value, indicator, key.measure)
            unit = indicator.unit_of(key.measure)
            yield Finding(
                Check.CEILING,
                Severity.WARNING,
                key,
                f"已突破{task.horizon.label}上限 {amount(lowest.value, indicator, key.measure)}"
                f" {unit}，超 {over} {unit}。",
            )
            return


def _red(snapshot: Snapshot, key: CellKey) -> Iterator[Finding]:
    """Find the red light of a cell, whichever basis of the measure is looked at."""
    lights = red_lights(snapshot, key.region, key.month, key.indicator)
    return (one for one in lights if one.key.measure is key.measure)
