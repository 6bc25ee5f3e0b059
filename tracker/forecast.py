"""The estimate for 30 June and 31 December: a point, two intervals, how made, how wrong before.

FLOW: what past years made of the amount reached by this month. The logarithm of ytd(k) ÷ ytd(m)
is taken over complete past years; its mean carries this year's amount to the end, and Student's t
on their spread gives the intervals. RATE and STOCK growth: the same on the changes g(k) − g(m),
of the own past where there are three years of it, else of the regions beside it.

statsmodels was weighed and left out: with three to nine years there is nothing for a state-space
model to learn, it weighs some 100 MB with SciPy and pandas and takes seconds to import, and an
interval that a person can redo with a pocket calculator is worth more to an office.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from math import exp, log, sqrt
from statistics import fmean, stdev

from tracker.indicators import Comparator, Measure, Target
from tracker.periods import Horizon, Month
from tracker.progress.pace import lowest_target
from tracker.progress.result import Progress, Rule
from tracker.readings import Series, series_of
from tracker.snapshot import Snapshot
from tracker.student import t_cdf, t_quantile
from tracker.trajectory import headline_of, target_key_of

YEARS_NEEDED = 3
REACH = 10
EARLIEST_SHARE = 0.05
"""With less of a usual year done by this month it is too early to tell."""
_HALF_80, _HALF_50 = 0.9, 0.75


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
class _Past:
    """Steps from month m to month k in past years, one a year (peers: several), and how to apply.

    `apply(value, step)` carries a value over a step, `invert(value, end)` gives the step between.
    """

    steps: tuple[tuple[int, float], ...]
    actual: Mapping[int, tuple[float, float]]
    apply: Callable[[float, float], float]
    invert: Callable[[float, float], float]
    method: str

    @property
    def years(self) -> tuple[int, ...]:
        """The years used, oldest first."""
        return tuple(sorted({year for year, _ in self.steps}))


def estimate(
    snapshot: Snapshot, indicator_id: str, region: str, as_of: Month
) -> tuple[Estimate, ...]:
    """Estimate the horizons that are still ahead (H1, FY). Raises UnknownName."""
    row = headline_of(snapshot, indicator_id, region, as_of)
    horizons = [h for h in (Horizon.H1, Horizon.FY) if h.end_month > as_of.month]
    return tuple(_estimate(snapshot, row, horizon) for horizon in horizons)


def _estimate(snapshot: Snapshot, row: Progress, horizon: Horizon) -> Estimate:
    name = row.indicator.name
    if row.pending or row.value is None or row.month is None:
        return Estimate(horizon, refused=f"资料不足：{name}本期的数未报，不作预计。")
    if row.rule not in (Rule.FLOW, Rule.RATE):
        return Estimate(horizon, refused=f"{name}按{row.measure}考核，不作预计。")
    if not row.indicator.calendar.is_due(horizon.end_month):
        return Estimate(horizon, refused=f"{name}{horizon.label}没有数，不作预计。")
    series = series_of(snapshot, row.indicator.id, row.region)
    past = _past(series, row, horizon.end_month)
    if isinstance(past, str):
        return Estimate(horizon, refused=past)
    return _from_past(snapshot, row, horizon, past)


def _past(series: Series, row: Progress, end: int) -> _Past | str:
    """Collect the past that carries this row to its end; a sentence when there is too little."""
    assert row.month is not None
    month, year = row.month.month, row.year
    if row.rule is Rule.FLOW:
        return _flow_past(series, row, month, end)
    steps = _changes(series, row.measure, year, month, end)
    whose = "本地"
    if len(steps) < YEARS_NEEDED:
        steps = _peer_changes(series, row.measure, year, month, end)
        whose = "同级各地"
    held = len({y for y, _ in steps})
    if held < YEARS_NEEDED:
        return _too_little(row, held, month, end)
    actual = _both_ends(series, row.measure, year, month, end)
    words = f"按{whose}近{held}年{month}月到{end}月增速变化的平均与离散程度推算"
    return _Past(steps, actual, lambda a, step: a + step, lambda a, b: b - a, words)


def _flow_past(series: Series, row: Progress, month: int, end: int) -> _Past | str:
    assert row.value is not None
    ends = _both_ends(series, row.measure, row.year, month, end)
    usable = {y: pair for y, pair in ends.items() if pair[0] > 0 and pair[1] > 0}
    if len(usable) < YEARS_NEEDED:
        return _too_little(row, len(usable), month, end)
    steps = tuple((y, log(b / a)) for y, (a, b) in sorted(usable.items()))
    if row.value <= 0:
        return f"资料不足：{row.indicator.name}到{month}月累计为0，不能由进度推算。"
    if exp(-fmean(step for _, step in steps)) < EARLIEST_SHARE:
        return f"资料不足：往年到{month}月平均只完成不足5%，为时太早，不作预计。"
    words = f"按近{len(steps)}年{month}月累计占{end}月累计的比重及其离散程度推算"
    return _Past(steps, usable, lambda a, s: a * exp(s), lambda a, b: log(b / a), words)


def _too_little(row: Progress, held: int, month: int, end: int) -> str:
    return (
        f"资料不足：预计需要至少{YEARS_NEEDED}个完整年份的{month}月和{end}月数，"
        f"{row.indicator.name}只有{held}年。"
    )


def _both_ends(
    series: Series, measure: Measure, year: int, month: int, end: int
) -> dict[int, tuple[float, float]]:
    """Return (value at m, value at k) of each past year that holds both."""
    found: dict[int, tuple[float, float]] = {}
    for past in range(year - REACH, year):
        start = series.read(measure, Month(past, month))
        finish = series.read(measure, Month(past, end))
        if start is not None and finish is not None:
            found[past] = (start.value, finish.value)
    return found


def _changes(
    series: Series, measure: Measure, year: int, month: int, end: int
) -> tuple[tuple[int, float], ...]:
    pairs = _both_ends(series, measure, year, month, end)
    return tuple((past, finish - start) for past, (start, finish) in sorted(pairs.items()))


def _peer_changes(
    series: Series, measure: Measure, year: int, month: int, end: int
) -> tuple[tuple[int, float], ...]:
    """Collect the changes of the regions of the same level beside this one."""
    catalogue = series.snapshot.catalogue
    own = catalogue.region(series.region)
    peers = [r for r in catalogue.members(own.parent) if r.level is own.level]
    found: list[tuple[int, float]] = []
    for peer in peers:
        beside = Series(series.snapshot, series.indicator, peer.code)
        found.extend(_changes(beside, measure, year, month, end))
    return tuple(found)


def _from_past(snapshot: Snapshot, row: Progress, horizon: Horizon, past: _Past) -> Estimate:
    assert row.value is not None
    steps = [step for _, step in past.steps]
    centre, freedom = fmean(steps), len(steps) - 1
    spread = stdev(steps) * sqrt(1 + 1 / len(steps))

    def at(probability: float, side: int) -> float:
        assert row.value is not None
        return past.apply(row.value, centre + side * spread * t_quantile(probability, freedom))

    target, _ = lowest_target(snapshot, target_key_of(row, horizon), row.as_of)
    return Estimate(
        horizon=horizon,
        point=past.apply(row.value, centre),
        low50=at(_HALF_50, -1),
        high50=at(_HALF_50, 1),
        low80=at(_HALF_80, -1),
        high80=at(_HALF_80, 1),
        method=past.method,
        probability=_probability(row, target, past, centre, spread, freedom),
        backtest_mae=_backtest(past),
        years_used=past.years,
    )


def _probability(
    row: Progress, target: Target | None, past: _Past, centre: float, spread: float, freedom: int
) -> float | None:
    """Return the probability that the horizon's target is met."""
    if target is None or target.comparator is Comparator.RANGE or row.value is None:
        return None
    if row.rule is Rule.FLOW and target.value <= 0:
        return None
    distance = past.invert(row.value, target.value) - centre
    if spread == 0:
        below = 1.0 if distance > 0 else 0.0
    else:
        below = t_cdf(distance / spread, freedom)
    return below if target.comparator is Comparator.AT_MOST else 1 - below


def _backtest(past: _Past) -> float | None:
    """Return the mean absolute error over past years, each estimated from the other years."""
    errors = [
        abs(past.apply(start, _mean(step for other, step in past.steps if other != year)) - finish)
        for year, (start, finish) in past.actual.items()
        if any(other != year for other, _ in past.steps)
    ]
    return fmean(errors) if errors else None


def _mean(steps: Iterable[float]) -> float:
    return fmean(list(steps))
