"""Arithmetic of amounts that accumulate: completion, pace gap, what is still needed."""

from typing import NamedTuple

from tracker.indicators import Better, Comparator, Light, Target
from tracker.lights import EPSILON, LightRules, Step, step_of
from tracker.progress.gaps import gap_to, is_met


class FlowFigures(NamedTuple):
    """Figures of one FLOW row; fractions, pp and the target's unit. None: does not apply."""

    completion: float | None
    pace_gap_pp: float | None
    pace_gap_amount: float
    gap: float
    needed_per_month: float | None
    effort: float | None
    step: Step


def needed_per_month(target: float, done: float, month: int, end: int) -> float | None:
    """Return what each remaining month must bring to reach target; None when none remains."""
    return None if month >= end else max(0.0, target - done) / (end - month)


def effort(needed: float | None, done: float, month: int) -> float | None:
    """Return needed ÷ average month so far; None when nothing is needed or nothing was done."""
    if not needed or done <= EPSILON:
        return None
    return needed / (done / month)


def flow_figures(
    value: float, target: Target, month: int, end: int, pace: float, rules: LightRules
) -> FlowFigures:
    """Judge an amount A(m) against T(h) ending in month k at a pace."""
    ceiling = target.comparator is Comparator.AT_MOST
    direction = -1.0 if ceiling else 1.0
    gap = gap_to(value, target, Better.HIGHER, in_percent=False)
    needed = needed_per_month(target.value, value, month, end)
    amount_gap = direction * (value - pace * target.value)
    stepped = None if ceiling else effort(needed, value, month)
    if target.value <= 0:
        # A share of nothing says nothing: a ceiling of 0 is judged by the amount, a task of 0 not.
        step = step_of(gap, (Step(0.0, Light.GREEN),)) if ceiling else Step(0.0, Light.NONE)
        return FlowFigures(None, None, amount_gap, gap, needed, stepped, step)
    completion = value / target.value
    pace_gap = direction * (completion - pace) * 100
    step = step_of(pace_gap, rules.flow)
    tolerant = target.comparator in (Comparator.ABOUT, Comparator.RANGE)
    if tolerant and month >= end and is_met(gap):
        # Inside its tolerance a finished 左右 or 区间 task is met.
        step = Step(0.0, Light.GREEN)
    return FlowFigures(completion, pace_gap, amount_gap, gap, needed, stepped, step)
