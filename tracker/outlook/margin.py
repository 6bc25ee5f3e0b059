"""Margin: how much may be lost before a light gets worse, and how little lifts it to the next."""

from dataclasses import dataclass

from tracker.indicators import Light
from tracker.lights import BELOW, Step, step_of
from tracker.periods import MONTHS_IN_YEAR
from tracker.progress.result import Progress, Rule
from tracker.wording import LIGHT_WORDS, number, official


@dataclass(frozen=True, slots=True)
class Distance:
    """How far away another light is. `pp` ≥ 0; amount and months' worth only of cumulative tasks.

    `months` is the amount in months of the task: 1.0 is what one month of T ÷ k should bring.
    """

    light: Light
    pp: float
    amount: float | None
    months: float | None


@dataclass(frozen=True, slots=True)
class Margin:
    """To the next worse light, and to the next better one; None where there is none."""

    spare: Distance | None
    lacking: Distance | None


def margin(row: Progress) -> Margin | None:
    """Measure a judged FLOW, INCREMENT or RATE row; None where its light hangs on more than a gap.

    That is what is pending or has no target, levels, ranks and milestones, growth held against
    peers, and a finished 左右 or 区间 task inside its tolerance.
    """
    if row.light is Light.NONE or row.target is None:
        return None
    if row.rule.accumulates:
        gap, steps = row.pace_gap_pp, row.rules.flow
    elif row.rule is Rule.RATE and not row.rules.peers:
        gap, steps = row.gap, row.rules.growth
    else:
        return None
    if gap is None or step_of(gap, steps).light is not row.light:
        return None
    return Margin(_spare(row, gap, steps), _lacking(row, gap, steps))


def _spare(row: Progress, gap: float, steps: tuple[Step, ...]) -> Distance | None:
    """Measure down to the lowest edge that still has this light."""
    held = [step for step in steps if step.light is row.light]
    if not held:
        return None
    last = steps.index(held[-1])
    below = steps[last + 1] if last + 1 < len(steps) else BELOW
    return _distance(row, below.light, max(0.0, gap - held[-1].edge))


def _lacking(row: Progress, gap: float, steps: tuple[Step, ...]) -> Distance | None:
    """Measure up to the edge of the next better light."""
    position = next((i for i, step in enumerate(steps) if step.light is row.light), len(steps))
    if position == 0:
        return None
    above = steps[position - 1]
    return _distance(row, above.light, max(0.0, above.edge - gap))


def _distance(row: Progress, light: Light, pp: float) -> Distance:
    if row.rule is Rule.RATE or row.target is None:
        return Distance(light, pp, None, None)
    end = MONTHS_IN_YEAR if row.horizon is None else row.horizon.end_month
    return Distance(light, pp, pp / 100 * row.target.value, pp / 100 * end)


def margin_words(row: Progress, found: Margin) -> str:
    """Say the margin in a sentence: 再少41.9亿元（相当于0.2个月的任务）就转为临界。"""
    parts = []
    if found.spare is not None:
        less = ("再多" if row.is_ceiling else "再少") if found.spare.amount is not None else ""
        less = less or ("再升" if row.is_ceiling else "再降")
        parts.append(f"{less}{_size(row, found.spare)}就转为{LIGHT_WORDS[found.spare.light]}")
    if found.lacking is not None:
        more = ("少用" if row.is_ceiling else "再多") if found.lacking.amount is not None else ""
        more = more or ("回落" if row.is_ceiling else "再高")
        parts.append(f"{more}{_size(row, found.lacking)}可升为{LIGHT_WORDS[found.lacking.light]}")
    return official("；".join(parts) + "。")


def _size(row: Progress, distance: Distance) -> str:
    if distance.amount is None or distance.months is None:
        return f"{number(distance.pp, row.indicator.decimals_of(row.measure))}个百分点"
    amount = number(distance.amount, row.indicator.decimals)
    return f"{amount}{row.unit}（相当于{number(distance.months, 1)}个月的任务）"
