"""assess: one row of domain.md section 4, from a snapshot, as one frozen result."""

from dataclasses import dataclass, replace
from statistics import fmean

from tracker.indicators import Comparator, Light, Measure, MeasureKind, Target, TargetKey
from tracker.lights import LightRules, rules_of, step_among_peers, step_of
from tracker.periods import MONTHS_IN_YEAR, Month
from tracker.progress.double_half import double_half
from tracker.progress.flow import flow_figures
from tracker.progress.gaps import gap_to
from tracker.progress.milestone import milestone_step
from tracker.progress.pace import lowest_target, pace_at
from tracker.progress.relative import with_threshold
from tracker.progress.rest import growth_needed, rest_end
from tracker.progress.result import Progress, RowKey, Rule
from tracker.readings import Reading, Series, series_of
from tracker.snapshot import Snapshot


def rule_of(series: Series, measure: Measure) -> Rule:
    """Return the arithmetic that a row's measure follows (domain.md section 2)."""
    indicator = series.indicator
    if indicator.kind is MeasureKind.MILESTONE:
        return Rule.MILESTONE
    if measure is Measure.RANK or indicator.kind is MeasureKind.RANK:
        return Rule.RANK
    if measure is Measure.GROWTH or indicator.unit == "%":
        return Rule.RATE
    if measure is Measure.INCREMENT:
        return Rule.INCREMENT
    return Rule.LEVEL if indicator.kind is MeasureKind.STOCK else Rule.FLOW


@dataclass(frozen=True, slots=True)
class _Judged:
    """Which month a row is judged at, what stands there, and whether that is final or pending."""

    month: int | None
    reading: Reading | None
    pending: bool
    final: bool


def _judged(series: Series, key: RowKey, as_of: Month, end: int) -> _Judged:
    """Find the month to judge: k itself once it is past, else the last month due by as-of."""
    final = as_of.month >= end
    limit = min(as_of.month, end)
    required = end if final else series.indicator.calendar.last_due(limit)
    if required is not None:
        reading = series.read(key.measure, Month(key.year, required))
        if reading is not None:
            return _Judged(required, reading, pending=False, final=final)
    last = series.last(key.measure, key.year, limit)
    if last is None:
        return _Judged(None, None, pending=True, final=final)
    return _Judged(last[0], last[1], pending=True, final=final)


def assess(
    snapshot: Snapshot, key: RowKey, as_of: Month, rules: LightRules | None = None
) -> Progress:
    """Assess one row as of a month. Raises UnknownName for an unknown indicator or region."""
    snapshot.region(key.region)
    series = series_of(snapshot, key.indicator, key.region)
    rule = rule_of(series, key.measure)
    target: Target | None = None
    marks: tuple[Target, ...] = ()
    end = MONTHS_IN_YEAR
    if key.horizon is not None:
        # A milestone may be done after its horizon: its last known state counts, not that month's.
        end = MONTHS_IN_YEAR if rule is Rule.MILESTONE else key.horizon.end_month
        target, marks = lowest_target(snapshot, _target_key(key), as_of)
    if target is None:
        return _without_target(series, key, as_of, rule)
    judged = _judged(series, key, as_of, end)
    row = Progress(
        indicator=series.indicator,
        region=key.region,
        measure=key.measure,
        year=key.year,
        horizon=key.horizon,
        as_of=as_of,
        rule=rule,
        month=None if judged.month is None else Month(key.year, judged.month),
        value=None if judged.reading is None else judged.reading.value,
        derived=judged.reading is not None and judged.reading.derived,
        pending=judged.pending,
        final=judged.final,
        target=target,
        marks=marks,
        light=Light.NONE,
        rules=rules or rules_of(snapshot.settings),
    )
    if rule is Rule.MILESTONE:
        return _milestone(row, target)
    judged_target, lacking = _threshold(series, row, target)
    if judged_target is None:
        return replace(row, lacking=lacking)
    row = replace(row, target=judged_target)
    if rule in (Rule.FLOW, Rule.INCREMENT):
        return _flow(snapshot, series, row, judged_target)
    return _compared(series, row, judged_target)


def _threshold(series: Series, row: Progress, target: Target) -> tuple[Target | None, str]:
    """Put the threshold of a relative target into its value; as it is while nothing is judged."""
    if row.month is None or row.pending:
        return target, ""
    return with_threshold(series, target, row.month)


def _milestone(row: Progress, target: Target) -> Progress:
    """Judge a milestone at the end of the as-of month; no figure counts as not done."""
    step = milestone_step(row.value, target, row.as_of.last_day)
    return replace(row, light=step.light, pending=False)


def _target_key(key: RowKey) -> TargetKey:
    assert key.horizon is not None
    return TargetKey(key.indicator, key.region, key.year, key.horizon, key.measure)


def _without_target(series: Series, key: RowKey, as_of: Month, rule: Rule) -> Progress:
    """Show the last figure of an indicator that has no target: 未设目标, never 0 %."""
    last = series.last(key.measure, key.year, as_of.month)
    return Progress(
        indicator=series.indicator,
        region=key.region,
        measure=key.measure,
        year=key.year,
        horizon=None,
        as_of=as_of,
        rule=rule,
        month=None if last is None else Month(key.year, last[0]),
        value=None if last is None else last[1].value,
        derived=last is not None and last[1].derived,
        pending=False,
        final=False,
        target=None,
        marks=(),
        light=Light.NONE,
    )


def _flow(snapshot: Snapshot, series: Series, row: Progress, target: Target) -> Progress:
    """FLOW rules; a pending row keeps value and completion and is judged by nothing."""
    end = target.key.horizon.end_month
    ceiling = target.comparator is Comparator.AT_MOST
    value, month = row.value, None if row.month is None else row.month.month
    halves = None
    if not ceiling:
        judged = (None, None) if row.pending else (month, value)
        halves = double_half(series, target.key, row.as_of, *judged)
    if value is None or month is None:
        return replace(row, double_half=halves)
    if row.pending:
        done = value / target.value if target.value > 0 else None
        return replace(row, completion=done, double_half=halves)
    pace, name = pace_at(snapshot, target.key, row.as_of, month)
    figures = flow_figures(value, target, month, end, pace, row.rules)
    has_pace = figures.completion is not None
    return replace(
        row,
        light=figures.step.light,
        word=figures.step.word,
        completion=figures.completion,
        pace=pace if has_pace else None,
        pace_name=name if has_pace else None,
        pace_gap_pp=figures.pace_gap_pp,
        pace_gap_amount=figures.pace_gap_amount if has_pace else None,
        gap=figures.gap,
        needed_per_month=figures.needed_per_month,
        effort=figures.effort,
        double_half=halves,
    )


def _compared(series: Series, row: Progress, target: Target) -> Progress:
    """RATE, LEVEL and RANK rules: a value against a target, no completion and no pace."""
    if row.pending or row.value is None or row.month is None:
        return row
    in_percent = row.rule is Rule.RATE
    gap = gap_to(row.value, target, series.indicator.better, in_percent=in_percent)
    if row.rule is Rule.RANK:
        step = step_of(gap, row.rules.rank)
    elif row.rule is Rule.LEVEL:
        step = step_of(gap / abs(target.value) if target.value else gap, row.rules.level)
    elif row.rules.peers and row.measure is Measure.GROWTH:
        average = peer_average(series, row.measure, row.month)
        step = step_among_peers(gap, row.value, average)
    else:
        step = step_of(gap, row.rules.growth)
    end = rest_end(row.as_of, target.key.horizon.end_month)
    need, estimated = growth_needed(series, target, row.value, row.month, end)
    return replace(
        row,
        light=step.light,
        word=step.word,
        gap=gap,
        growth_needed=need,
        growth_needed_estimated=estimated,
    )


def peer_average(series: Series, measure: Measure, month: Month) -> float | None:
    """Return the plain average of the regions beside this one that have a value; None alone."""
    catalogue, region = series.snapshot.catalogue, series.snapshot.region(series.region)
    readings = [
        Series(series.snapshot, series.indicator, peer.code).read(measure, month)
        for peer in catalogue.members(region.parent)
        if peer.level is region.level
    ]
    values = [reading.value for reading in readings if reading is not None]
    return fmean(values) if len(values) > 1 else None
