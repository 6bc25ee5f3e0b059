"""双过半: is half of the annual task, and the half-year plan, done by 30 June."""

from tracker.indicators import Target, TargetKey
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
    series: Series, target: Target, as_of: Month, month: int | None, value: float | None
) -> DoubleHalf | None:
    """Judge the FY row, or the H1 row when only that exists; None for every other row.

    `month` and `value` are what the row was judged on (None when pending). Before June this is a
    projection without verdict; from June on only the June figure counts.
    """
    key = target.key
    if key.horizon not in (Horizon.FY, Horizon.H1) or not series.indicator.calendar.is_due(JUNE):
        return None
    half = HALF * target.value if key.horizon is Horizon.FY else None
    if half is None and lowest_target(series.snapshot, key.until(Horizon.FY), as_of)[0]:
        return None
    if as_of.month < JUNE:
        needed = None
        if half is not None and month is not None and value is not None:
            needed = needed_per_month(half, value, month, JUNE)
        spent = None if month is None or value is None else effort(needed, value, month)
        return DoubleHalf(None, None, "", needed, spent)
    june = value if month == JUNE else _june(series, key)
    if june is None:
        return DoubleHalf(None, None, UNREPORTED, None, None)
    plan_target, _ = lowest_target(series.snapshot, key.until(Horizon.H1), as_of)
    plan_met = None if plan_target is None else june >= plan_target.value - EPSILON
    half_met = None if half is None else june >= half - EPSILON
    return DoubleHalf(plan_met, half_met, verdict(plan_met, half_met), None, None)


def _june(series: Series, key: TargetKey) -> float | None:
    reading = series.read(key.measure, Month(key.year, JUNE))
    return None if reading is None else reading.value
