"""assess: one row of domain.md section 4, from a snapshot, as one frozen result."""

from math import fsum
from typing import NamedTuple

from tracker.indicators import Comparator, Indicator, Light, Measure, MeasureKind, Target, TargetKey
from tracker.lights import LightRules, Step, rules_of, step_among_peers, step_of
from tracker.periods import MONTHS_IN_YEAR, Month
from tracker.progress.double_half import double_half
from tracker.progress.flow import flow_figures
from tracker.progress.gaps import gap_to
from tracker.progress.milestone import milestone_step
from tracker.progress.pace import lowest_target, pace_at
from tracker.progress.relative import with_threshold
from tracker.progress.rest import growth_needed, rest_end
from tracker.progress.result import DoubleHalf, Progress, RowKey, Rule, Verdict
from tracker.readings import Reading, Series, series_of
from tracker.snapshot import Snapshot


def rule_of(indicator: Indicator, measure: Measure) -> Rule:
    """Return the arithmetic that a row's measure follows (domain.md section 2)."""
    if indicator.kind is MeasureKind.MILESTONE:
        return Rule.MILESTONE
    if measure is Measure.RANK or indicator.kind is MeasureKind.RANK:
        return Rule.RANK
    if measure is Measure.GROWTH or indicator.unit == "%":
        return Rule.RATE
    if measure is Measure.INCREMENT:
        return Rule.INCREMENT
    return Rule.LEVEL if indicator.kind is MeasureKind.STOCK else Rule.FLOW


class _Judged(NamedTuple):
    """Which month a row is judged at, what stands there, and whether that is final or pending."""

    month: int | None
    reading: Reading | None
    pending: bool
    final: bool


class _Case(NamedTuple):
    """A row with a target, and everything its rule asks for."""

    series: Series
    target: Target
    as_of: Month
    rules: LightRules
    rule: Rule
    judged: _Judged


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
    snapshot: Snapshot,
    key: RowKey,
    as_of: Month,
    rules: LightRules | None = None,
    *,
    headline: bool = False,
) -> Progress:
    """Assess one row as of a month. Raises UnknownName for an unknown indicator or region."""
    snapshot.region(key.region)
    series = series_of(snapshot, key.indicator, key.region)
    rule = rule_of(series.indicator, key.measure)
    chosen = rules or rules_of(snapshot.settings)
    target: Target | None = None
    marks: tuple[Target, ...] = ()
    end = MONTHS_IN_YEAR
    if key.horizon is not None:
        # A milestone may be done after its horizon: its last known state counts, not that month's.
        end = MONTHS_IN_YEAR if rule is Rule.MILESTONE else key.horizon.end_month
        target, marks = lowest_target(snapshot, _target_key(key), as_of)
    if target is None:
        last = series.last(key.measure, key.year, as_of.month)
        month, reading = (None, None) if last is None else last
        judged = _Judged(month, reading, pending=False, final=False)
        verdict = Verdict(light=Light.NONE)
    else:
        judged = _judged(series, key, as_of, end)
        target, verdict = _verdict(_Case(series, target, as_of, chosen, rule, judged))
    return Progress(
        indicator=series.indicator,
        region=key.region,
        measure=key.measure,
        year=key.year,
        horizon=key.horizon if target is not None else None,
        as_of=as_of,
        rule=rule,
        month=None if judged.month is None else Month(key.year, judged.month),
        value=None if judged.reading is None else judged.reading.value,
        derived=judged.reading is not None and judged.reading.derived,
        pending=judged.pending and rule is not Rule.MILESTONE,
        final=judged.final,
        target=target,
        marks=marks,
        rules=chosen,
        headline=headline,
        **verdict,
    )


def _target_key(key: RowKey) -> TargetKey:
    assert key.horizon is not None
    return TargetKey(key.indicator, key.region, key.year, key.horizon, key.measure)


def _verdict(case: _Case) -> tuple[Target, Verdict]:
    """Judge a row by its rule; the target comes back with the threshold of a relative one."""
    if case.rule is Rule.MILESTONE:
        value = None if case.judged.reading is None else case.judged.reading.value
        return case.target, _of_step(milestone_step(value, case.target, case.as_of.last_day))
    if case.target.comparator.is_relative and not case.judged.pending:
        month = Month(case.target.key.year, case.judged.month or 0)
        resolved, lacking = with_threshold(case.series, case.target, month)
        if resolved is None:
            return case.target, Verdict(light=Light.NONE, lacking=lacking)
        case = case._replace(target=resolved)
    judge = _flow if case.rule.accumulates else _compared
    return case.target, judge(case)


def _of_step(step: Step) -> Verdict:
    return Verdict(light=step.light, word=step.word)


def _flow(case: _Case) -> Verdict:
    """FLOW rules; a pending row keeps value and completion and is judged by nothing."""
    series, target, as_of, rules, _, judged = case
    halves: DoubleHalf | None = None
    value = None if judged.reading is None else judged.reading.value
    if target.comparator is not Comparator.AT_MOST:
        held = (None, None) if judged.pending else (judged.month, value)
        halves = double_half(series, target, as_of, *held)
    if value is None or judged.month is None:
        return Verdict(light=Light.NONE, double_half=halves)
    if judged.pending:
        done = value / target.value if target.value > 0 else None
        return Verdict(light=Light.NONE, completion=done, double_half=halves)
    pace, name = pace_at(series.snapshot, target.key, as_of, judged.month)
    end = target.key.horizon.end_month
    figures = flow_figures(value, target, judged.month, end, pace, rules)
    has_pace = figures.completion is not None
    return Verdict(
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


def _compared(case: _Case) -> Verdict:
    """RATE, LEVEL and RANK rules: a value against a target, no completion and no pace."""
    series, target, as_of, _, rule, judged = case
    if judged.pending or judged.reading is None or judged.month is None:
        return Verdict(light=Light.NONE)
    value, month = judged.reading.value, Month(target.key.year, judged.month)
    gap = gap_to(value, target, series.indicator.better, in_percent=rule is Rule.RATE)
    step = _compared_step(case, gap, value, month)
    end = rest_end(as_of, target.key.horizon.end_month)
    need, estimated = growth_needed(series, target, value, month, end)
    return Verdict(
        light=step.light,
        word=step.word,
        gap=gap,
        growth_needed=need,
        growth_needed_estimated=estimated,
    )


def _compared_step(case: _Case, gap: float, value: float, month: Month) -> Step:
    """Return the step a gap falls on, by the rule's own ladder."""
    if case.rule is Rule.RANK:
        return step_of(gap, case.rules.rank)
    if case.rule is Rule.LEVEL:
        whole = abs(case.target.value)
        return step_of(gap / whole if whole else gap, case.rules.level)
    if case.rules.peers and case.target.key.measure is Measure.GROWTH:
        return step_among_peers(gap, value, peer_average(case.series, Measure.GROWTH, month))
    return step_of(gap, case.rules.growth)


def peer_average(series: Series, measure: Measure, month: Month) -> float | None:
    """Return the plain average of the regions beside this one that have a value; None alone."""
    catalogue, region = series.snapshot.catalogue, series.snapshot.region(series.region)
    readings = [
        Series(series.snapshot, series.indicator, peer.code).read(measure, month)
        for peer in catalogue.members(region.parent)
        if peer.level is region.level
    ]
    values = [reading.value for reading in readings if reading is not None]
    return fsum(values) / len(values) if len(values) > 1 else None
