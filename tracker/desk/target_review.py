"""What the targets of an indicator bring about, and where they contradict each other. In words."""

from itertools import pairwise

from tracker.indicators import Comparator, Indicator, Measure, MeasureKind, Target, TargetKey
from tracker.periods import STAGES, Month
from tracker.progress.result import Progress
from tracker.snapshot import Snapshot
from tracker.wording import number, target_text


def double_half_words(row: Progress) -> str:
    """Say the verdict from June on, what is needed until then; empty where it does not apply."""
    result = row.double_half
    if result is None:
        return ""
    if result.verdict:
        return result.verdict
    if result.needed_per_month is None:
        return ""
    if result.needed_per_month <= 0:
        return "任务已过半"
    needed = number(result.needed_per_month, row.indicator.decimals_of(row.measure))
    return f"过半须月均 {needed} {row.unit}"


def stage_targets(
    snapshot: Snapshot, indicator: str, region: str, measure: Measure, as_of: Month
) -> tuple[Target, ...]:
    """Return the stage targets (一季度 … 全年) in force, in order."""
    keys = (TargetKey(indicator, region, as_of.year, stage, measure) for stage in STAGES)
    found = (snapshot.target_in_force(key, as_of) for key in keys)
    return tuple(target for target in found if target is not None)


def contradictions(
    snapshot: Snapshot, indicator: Indicator, region: str, measure: Measure, as_of: Month
) -> tuple[str, ...]:
    """Return a sentence for each pair of stage targets of an amount that does not rise.

    They stay as entered: it is for people to say which of the two is wrong.
    """
    if not _accumulates(indicator, measure):
        return ()
    targets = stage_targets(snapshot, indicator.id, region, measure, as_of)
    notes: list[str] = []
    for shorter, longer in pairwise(targets):
        if Comparator.RANGE in (shorter.comparator, longer.comparator):
            continue
        if shorter.value >= longer.value:
            words = "大于" if shorter.value > longer.value else "等于"
            notes.append(
                f"{shorter.key.horizon.label}目标 {target_text(shorter, indicator)} {words}"
                f"{longer.key.horizon.label}目标 {target_text(longer, indicator)}，请核对。"
            )
    return tuple(notes)


def _accumulates(indicator: Indicator, measure: Measure) -> bool:
    return measure is Measure.AMOUNT and indicator.kind is MeasureKind.FLOW
