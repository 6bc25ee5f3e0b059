"""estimate: what an indicator may reach by 30 June and 31 December, or why that cannot be said."""

from dataclasses import dataclass
from math import exp, log, sqrt
from statistics import fmean

from tracker.forecast.outlook import (
    YEARS_NEEDED,
    Outlook,
    flow_outlook,
    line_outlook,
    still_outlook,
)
from tracker.forecast.past import Ends, Past, own_past, past_among_peers
from tracker.indicators import Better, Comparator, Measure, MeasureKind, Target
from tracker.periods import Horizon, Month
from tracker.progress.gaps import tolerance
from tracker.progress.pace import lowest_target
from tracker.progress.result import Progress, Rule
from tracker.readings import Series, series_of
from tracker.snapshot import Snapshot
from tracker.trajectory import headline_of, target_key_of
from tracker.wording import MEASURE_WORDS, number

REACH = 10
"""Years looked back."""
EARLIEST_SHARE = 0.05
"""With less of a usual year done by this month it is too early to tell."""


@dataclass(frozen=True, slots=True)
class Estimate:
    """What an indicator may reach by a horizon, in the unit of its headline measure.

    `refused` is a sentence when there is not enough to go on, and all numbers are None then.
    `probability` of meeting the horizon's target, None without one. `backtest_mae` is the mean
    absolute error of the same method on each past year, estimated from the other years.
    """

    horizon: Horizon
    point: float | None = None
    low50: float | None = None
    high50: float | None = None
    low80: float | None = None
    high80: float | None = None
    method: str = ""
    probability: float | None = None
    backtest_mae: float | None = None
    years_used: tuple[int, ...] = ()
    refused: str | None = None


@dataclass(frozen=True, slots=True)
class Course:
    """The way from a month to a horizon's end of one series, and the arithmetic that carries it."""

    series: Series
    measure: Measure
    rule: Rule
    month: Month
    end: int

    @property
    def is_flow(self) -> bool:
        """Say whether steps multiply (an amount that accumulates) or add (growth)."""
        return self.rule is Rule.FLOW

    def past(self, years: range | None = None) -> Past:
        """Read the past; by default the years before this one."""
        span = years or range(self.month.year - REACH, self.month.year)
        asked = (self.series, self.measure, self.month.month, self.end, span)
        if self.is_flow:
            return past_among_peers(*asked).positive()
        own = own_past(*asked)
        return own if len(own.own) >= YEARS_NEEDED else past_among_peers(*asked)

    def outlook(self, value: float, past: Past, least: int = YEARS_NEEDED) -> Outlook | None:
        """Learn the step from a past; None with fewer than `least` years of it."""
        rounding = 10.0 ** -self.series.indicator.decimals_of(self.measure) / sqrt(12)
        if self.is_flow:
            return flow_outlook(past, rounding / value, least)
        if self.series.indicator.kind is not MeasureKind.STOCK:
            line = line_outlook(value, past, rounding)
            if line is not None:
                return line
        return still_outlook(past, rounding, least)

    def carried(self, value: float, step: float) -> float:
        """Return where a step takes a value."""
        return value * exp(step) if self.is_flow else value + step

    def step_to(self, value: float, end: float) -> float:
        """Return the step that takes a value to an end."""
        if not self.is_flow:
            return end - value
        return log(end / value) if end > 0 else float("-inf")


def estimate(
    snapshot: Snapshot, indicator_id: str, region: str, as_of: Month
) -> tuple[Estimate, ...]:
    """Estimate the horizons that are still ahead (H1, FY). Raises UnknownName."""
    row = headline_of(snapshot, indicator_id, region, as_of)
    horizons = [h for h in (Horizon.H1, Horizon.FY) if h.end_month > as_of.month]
    return tuple(_estimate(snapshot, row, horizon) for horizon in horizons)


def at_current_speed(row: Progress, horizon: Horizon = Horizon.FY) -> float | None:
    """Return 照现在速度: the average month so far times the horizon's months.

    Plain arithmetic, shown apart and never called an estimate. None for what does not accumulate,
    while pending, and once the horizon is reached.
    """
    accumulates = row.rule.accumulates
    if not accumulates or row.pending or row.value is None or row.month is None:
        return None
    if row.month.month >= horizon.end_month:
        return None
    return row.value / row.month.month * horizon.end_month


def _estimate(snapshot: Snapshot, row: Progress, horizon: Horizon) -> Estimate:
    name, end = row.indicator.name, horizon.end_month
    if row.rule not in (Rule.FLOW, Rule.RATE):
        return Estimate(horizon, refused=f"{name}按{_judged_by(row)}考核，不作预计。")
    if not row.indicator.calendar.is_due(end):
        return Estimate(horizon, refused=f"{name}没有{end}月的数，不作{horizon.label}预计。")
    due = row.indicator.calendar.last_due(row.as_of.month)
    if due is None:
        return Estimate(horizon, refused=f"为时太早：{name}{row.year}年还没有到第一个报数月。")
    series = series_of(snapshot, row.indicator.id, row.region)
    reading = series.read(row.measure, Month(row.year, due))
    if reading is None:
        return Estimate(
            horizon, refused=f"资料不足：{name}{row.year}年{due}月的数未报，报来后再作预计。"
        )
    course = Course(series, row.measure, row.rule, Month(row.year, due), end)
    if course.is_flow and reading.value <= 0:
        why = f"资料不足：{name}到{due}月累计不大于0，不能由占比推算。"
        return Estimate(horizon, refused=why)
    past = course.past()
    outlook = course.outlook(reading.value, past)
    if outlook is None:
        return Estimate(horizon, refused=_too_little(course, past))
    if course.is_flow and exp(-outlook.centre) < EARLIEST_SHARE:
        why = f"为时太早：往年到{due}月平均不足{horizon.label}的5%，不作预计。"
        return Estimate(horizon, refused=why)
    return _told(course, row, horizon, reading.value, (past, outlook))


def _judged_by(row: Progress) -> str:
    return "清单" if row.rule is Rule.MILESTONE else MEASURE_WORDS[row.measure]


def _too_little(course: Course, past: Past) -> str:
    month, end = course.month.month, course.end
    name, held = course.series.indicator.name, len(past.own)
    zero = "且大于0" if course.is_flow else ""
    beside = "" if course.is_flow else "，同级各地合起来也不够"
    return (
        f"资料不足：预计需要至少{YEARS_NEEDED}个年份的{month}月数和{end}月数{zero}，"
        f"{name}只有{held}年{beside}。"
    )


def _told(
    course: Course,
    row: Progress,
    horizon: Horizon,
    value: float,
    learned: tuple[Past, Outlook],
) -> Estimate:
    """Carry the value over the outlook and say how good that was before."""
    past, outlook = learned
    low50, high50 = (course.carried(value, step) for step in outlook.within(0.5))
    low80, high80 = (course.carried(value, step) for step in outlook.within(0.8))
    target, _ = lowest_target(course.series.snapshot, target_key_of(row, horizon), row.as_of)
    bounds = None if target is None else _met_between(course, target)
    probability = None
    if bounds is not None:
        low, high = (outlook.below(course.step_to(value, bound)) for bound in bounds)
        probability = max(0.0, high - low)
    return Estimate(
        horizon=horizon,
        point=course.carried(value, outlook.point),
        low50=low50,
        high50=high50,
        low80=low80,
        high80=high80,
        method=_method(course, outlook),
        probability=probability,
        backtest_mae=backtest(course, past, outlook.from_peers),
        years_used=outlook.years,
    )


def _met_between(course: Course, target: Target) -> tuple[float, float] | None:
    """Return between which values the target is met; None when that is not known beforehand."""
    nothing, endless = float("-inf"), float("inf")
    in_percent = course.rule is Rule.RATE
    if target.comparator is Comparator.AT_LEAST:
        return target.value, endless
    if target.comparator is Comparator.AT_MOST:
        return nothing, target.value
    if target.comparator is Comparator.RANGE:
        return target.value, target.value if target.upper is None else target.upper
    if target.comparator is Comparator.ABOUT:
        grace = tolerance(target, in_percent=in_percent)
        if course.series.indicator.better is Better.LOWER:
            return nothing, target.value + grace
        return target.value - grace, endless
    if target.comparator is Comparator.ABOVE_PREVIOUS:
        before = course.series.read(course.measure, Month(course.month.year - 1, course.end))
        return None if before is None else (before.value + target.value, endless)
    return None


def backtest(course: Course, past: Past, from_peers: bool) -> float:
    """Return the mean absolute error over past years, each estimated from all the others."""
    known = Past({}, past.peers) if from_peers else past
    return fmean(
        _error(course, known.without(year), ends)
        for years in (past.peers if from_peers else (past.own,))
        for year, ends in years.items()
    )


def _error(course: Course, others: Past, ends: Ends) -> float:
    outlook = course.outlook(ends.start, others, least=YEARS_NEEDED - 1)
    assert outlook is not None, "three years were enough, so two are for this"
    return abs(course.carried(ends.start, outlook.point) - ends.end)


def _method(course: Course, outlook: Outlook) -> str:
    """Put the method into words."""
    month, end, count = course.month.month, course.end, len(outlook.years)
    if course.is_flow:
        words = f"按本地近{count}年1—{month}月累计占1—{end}月的比重（几何平均）及其离散程度推算"
        beside = 1 - outlook.own_weight
        return words + (f"，比重向同级各地靠拢{number(beside * 100, 0)}%" if beside else "")
    if outlook.slope is None:
        whose = "同级各地（本地年份不足）" if outlook.from_peers else "本地"
        return f"中值与{month}月持平，区间按{whose}近{count}年{month}月到{end}月变化的大小推算"
    turn = "回落" if outlook.slope <= 0 else "再升"
    size = number(abs(outlook.slope), 2)
    return (
        f"按本地近{count}年{month}月与{end}月的直线关系推算："
        f"{month}月每高出常年1个百分点，到{end}月平均{turn}{size}个百分点"
    )
