"""双过半: is half of the annual task, and the half-year plan, done by 30 June."""

from tracker.indicators import TargetKey
from tracker.lights import EPSILON
from tracker.periods import JUNE, Horizon, Month
from tracker.progress.flow import effort, needed_per_month
from tracker.progress.pace import lowest_target
from tracker.progress.result import DoubleHalf
from tracker.readings import Series

HALF = 0.5

BOTH = "双过半"
PLAN_ONLY = "完成半年计划、年度未过半"
HALF_ONLY = "年度过半、未达半年计划"
NEITHER = "未过半"
UNREPORTED = "6月未报"
PLAN_WITHOUT_YEAR = "完成半年计划"
"""Only a half-year plan exists: nothing can be said of the year."""


def verdict(plan_met: bool | None, half_met: bool | None) -> str:
    """Put the two answers into words; None: that target does not exist."""
    if half_met is None:
        return PLAN_WITHOUT_YEAR if plan_met else NEITHER
    if half_met:
        return BOTH if plan_met is not False else HALF_ONLY
    return PLAN_ONLY if plan_met else NEITHER


def double_half(
    series: Series, key: TargetKey, as_of: Month, month: int | None, value: float | None
) -> DoubleHalf | None:
    """Judge the FY row, or the H1 row when only that exists; None for every other row.

    `month` and `value` are what the row was judged on (None when pending). Before June this is a
    projection without verdict; from June on only the June figure counts.
    """
    snapshot, calendar = series.snapshot, series.indicator.calendar
    year_target, _ = lowest_target(snapshot, key._replace(horizon=Horizon.FY), as_of)
    plan_target, _ = lowest_target(snapshot, key._replace(horizon=Horizon.H1), as_of)
    bears_it = Horizon.FY if year_target is not None else Horizon.H1
    if key.horizon is not bears_it or not calendar.is_due(JUNE):
        return None
    half = None if year_target is None else HALF * year_target.value
    if as_of.month < JUNE:
        needed = None
        if half is not None and month is not None and value is not None:
            needed = needed_per_month(half, value, month, JUNE)
        spent = None if month is None or value is None else effort(needed, value, month)
        return DoubleHalf(None, None, "", needed, spent)
    june = series.read(key.measure, Month(key.year, JUNE))
    if june is None:
        return DoubleHalf(None, None, UNREPORTED, None, None)
    plan_met = None if plan_target is None else june.value >= plan_target.value - EPSILON
    half_met = None if half is None else june.value >= half - EPSILON
    return DoubleHalf(plan_met, half_met, verdict(plan_met, half_met), None, None)
