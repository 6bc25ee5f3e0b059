"""One line of a score sheet: the share f of an indicator's weight, and its arithmetic in words."""

from dataclasses import dataclass

from tracker.assessment.schemes import Scheme, SchemeKind
from tracker.indicators import Better, Comparator, Indicator, Light, Measure
from tracker.periods import Horizon, Month
from tracker.progress.assess import assess
from tracker.progress.gaps import is_met
from tracker.progress.milestone import Stage
from tracker.progress.printed import target_words
from tracker.progress.result import Progress, RowKey, Rule
from tracker.ranking import RankBy, members_at, rank_regions
from tracker.readings import series_of
from tracker.snapshot import Snapshot
from tracker.wording import entered, number, official, plain

PER_PLACE = 0.05
"""What each place behind the first costs."""


@dataclass(frozen=True, slots=True)
class ScoreLine:
    """One indicator: f and points are None without data, and `arithmetic` then says what lacks."""

    indicator: Indicator
    weight: float
    f: float | None
    points: float | None
    arithmetic: str


def points_text(points: float) -> str:
    """Print points as sheets do: 8.50."""
    return number(points, 2)


def score_line(
    snapshot: Snapshot,
    scheme: Scheme,
    indicator: Indicator,
    region: str,
    when: tuple[Month, Horizon],
) -> ScoreLine:
    """Score one indicator of a scheme, as of a month and for a horizon."""
    weight = scheme.weights[indicator.id]
    if scheme.kind is SchemeKind.BY_RANK:
        f, how = _by_rank(snapshot, indicator, region, when)
    else:
        f, how = _against_target(_row(snapshot, indicator, region, when), scheme)
    if f is None:
        return ScoreLine(indicator, weight, None, None, how)
    points = weight * f
    sum_words = f"{plain(weight)}分×{number(f, 3)}＝{points_text(points)}分"
    return ScoreLine(indicator, weight, f, points, f"{how}；{sum_words}")


def _row(
    snapshot: Snapshot, indicator: Indicator, region: str, when: tuple[Month, Horizon]
) -> Progress:
    """Assess the horizon's target of the measure judged by, else of the first that has one."""
    as_of, horizon = when
    others = [measure for measure in Measure if measure is not indicator.judged_by]
    rows = [
        assess(snapshot, RowKey(indicator.id, region, measure, as_of.year, horizon), as_of)
        for measure in (indicator.judged_by, *others)
    ]
    return next((row for row in rows if row.target is not None), rows[0])


def _against_target(row: Progress, scheme: Scheme) -> tuple[float | None, str]:
    """Return f of a completion or all-or-nothing scheme, and how it came about."""
    if row.target is None or row.horizon is None:
        return None, "未设本期目标，不计分"
    if row.rule is Rule.MILESTONE:
        return _milestone(row)
    if row.lacking:
        return None, f"缺{row.lacking}，不计分"
    if row.pending or row.value is None or row.gap is None:
        return None, "本期的数未报，不计分"
    figure = _value(row)
    against = f"{figure}对目标{official(target_words(row))}"
    met = is_met(row.gap)
    if scheme.kind is SchemeKind.ALL_OR_NOTHING:
        return (1.0, f"{against}，达标") if met else (0.0, f"{against}，未达标")
    return _completion(row, scheme.cap, met, against)


def _value(row: Progress) -> str:
    assert row.value is not None
    return official(entered(row.value, row.indicator.decimals_of(row.measure)))


def _completion(
    row: Progress, cap: float | None, met: bool, against: str
) -> tuple[float | None, str]:
    assert row.target is not None
    assert row.value is not None
    target, value = row.target, row.value
    bound = target.value
    if target.comparator is Comparator.RANGE and target.upper is not None and value > target.upper:
        bound = target.upper
    if bound <= 0:
        # A share of nothing or of a fall says nothing: met or not.
        words = "目标不大于0，达标计1" if met else "目标不大于0，未达标计0"
        return (1.0 if met else 0.0), f"{against}，{words}"
    if target.comparator is Comparator.RANGE and met:
        return 1.0, f"{against}，在区间内"
    figure, task = _value(row), plain(bound)
    if _less_is_better(row, bound):
        raw, how = 2 - value / bound, f"2－{figure}÷{task}"
    else:
        raw, how = value / bound, f"{figure}÷{task}"
    if target.comparator is Comparator.ABOUT and met and raw < 1:
        return 1.0, f"{how}＝{number(raw, 3)}，在左右的容许范围内，计1"
    f = max(0.0, raw if cap is None else min(raw, cap))
    note = f"，封顶{plain(cap)}" if cap is not None and raw > cap else ""
    return f, f"{how}＝{number(raw, 3)}{note or ('，不计负分' if raw < 0 else '')}"


def _less_is_better(row: Progress, bound: float) -> bool:
    """Say whether f falls as the value rises: ceilings, places, the upper side of a range."""
    assert row.target is not None
    assert row.value is not None
    if row.rule is Rule.RANK or row.is_ceiling:
        return True
    if row.target.comparator is Comparator.RANGE:
        return row.value > bound
    about = row.target.comparator is Comparator.ABOUT
    return about and row.indicator.better is Better.LOWER


def _milestone(row: Progress) -> tuple[float | None, str]:
    if row.value == Stage.DONE:
        return 1.0, "已完成"
    if row.light is Light.GREEN:
        return None, "尚未到期，不计分"
    return 0.0, "到期未完成"


def _by_rank(
    snapshot: Snapshot, indicator: Indicator, region: str, when: tuple[Month, Horizon]
) -> tuple[float | None, str]:
    """Return f from the place entered for the region, else among the regions beside it."""
    as_of, horizon = when
    month = Month(as_of.year, min(as_of.month, horizon.end_month))
    due = indicator.calendar.last_due(month.month)
    if due is None:
        return None, "本期还没有应报的数，不计分"
    held = series_of(snapshot, indicator.id, region).read(Measure.RANK, Month(month.year, due))
    if held is not None and not held.derived:
        return _of_place(int(held.value), f"位次第{int(held.value)}")
    own = snapshot.region(region)
    members = members_at(snapshot, own.parent)
    ranking = rank_regions(snapshot, indicator.id, _rank_by(indicator), month, members)
    for row in ranking.rows:
        if row.region.code == region and len(ranking.rows) > 1:
            tied = "并列" if row.tied else ""
            return _of_place(row.rank, f"{len(ranking.rows)}个地区中{tied}第{row.rank}")
    return None, "没有位次可比，不计分"


def _rank_by(indicator: Indicator) -> RankBy:
    if indicator.judged_by is Measure.GROWTH:
        return RankBy.GROWTH
    return RankBy.COMPLETION if indicator.accumulates else RankBy.AMOUNT


def _of_place(place: int, words: str) -> tuple[float, str]:
    f = max(0.0, 1 - PER_PLACE * (place - 1))
    return f, f"{words}，1－{plain(PER_PLACE)}×{place - 1}＝{number(f, 2)}"
