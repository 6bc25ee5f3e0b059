"""Where targets contradict each other. They stay as entered: people say which of two is wrong."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from tracker.indicators import (
    Better,
    Comparator,
    Indicator,
    Measure,
    MeasureKind,
    RegionLevel,
    Target,
    TargetKey,
)
from tracker.periods import STAGES, Horizon, Month
from tracker.ranking import adding_members
from tracker.review.finding import Check, Finding, Severity
from tracker.snapshot import Snapshot
from tracker.wording import TIER_WORDS, number, share, target_text


def target_findings(
    snapshot: Snapshot, region: str, as_of: Month, only: str | None = None
) -> tuple[Finding, ...]:
    """Return what is doubtful about a region's targets in force at the end of a month.

    `only` names one indicator. Raises UnknownName for a name.
    """
    found: list[Finding] = []
    tasks = snapshot.tasks(region, as_of.year, as_of)
    for key, tiers in tasks.items():
        if only is None or key.indicator == only:
            indicator = snapshot.indicator(key.indicator)
            found += _one_target(indicator, tiers)
            found += _shares(snapshot, key, tiers, as_of)
    pairs = dict.fromkeys((key.indicator, key.measure) for key in tasks)
    for indicator_id, measure in pairs:
        if only is None or indicator_id == only:
            found += not_rising(snapshot, snapshot.indicator(indicator_id), region, measure, as_of)
    named = {indicator_id for indicator_id, _ in pairs}
    found += _without_target(snapshot, region, as_of, named, only)
    return tuple(found)


def not_rising(
    snapshot: Snapshot, indicator: Indicator, region: str, measure: Measure, as_of: Month
) -> Iterator[Finding]:
    """Find each pair of stage targets of a 累计量 of which the longer one asks for no more."""
    if measure is not Measure.AMOUNT or indicator.kind is not MeasureKind.FLOW:
        return
    keys = (TargetKey(indicator.id, region, as_of.year, stage, measure) for stage in STAGES)
    held = [target for key in keys if (target := snapshot.target_in_force(key, as_of))]
    for shorter, longer in pairwise(held):
        if Comparator.RANGE in (shorter.comparator, longer.comparator):
            continue
        if shorter.value >= longer.value:
            word = "大于" if shorter.value > longer.value else "等于"
            yield Finding(
                Check.NOT_RISING,
                Severity.WARNING,
                longer.key,
                f"{_named(shorter, indicator)} {word}{_named(longer, indicator)}，请核对。",
            )


def _one_target(indicator: Indicator, tiers: Sequence[Target]) -> Iterator[Finding]:
    for target in tiers:
        if (
            target.comparator is Comparator.RANGE
            and target.upper is not None
            and target.value > target.upper
        ):
            yield Finding(
                Check.UPSIDE_DOWN,
                Severity.ERROR,
                target.key,
                f"{indicator.name}{target.key.horizon.label}目标的下限大于上限，请把两个数对调。",
            )
        if (
            target.value == 0
            and target.key.measure is Measure.AMOUNT
            and target.comparator is Comparator.AT_LEAST
            and indicator.kind is not MeasureKind.MILESTONE
        ):
            yield Finding(
                Check.ZERO_TARGET,
                Severity.NOTICE,
                target.key,
                f"{indicator.name}{target.key.horizon.label}目标是 0，按未设目标处理，不算完成率。",
            )
    yield from _tiers(indicator, tiers)


def _tiers(indicator: Indicator, tiers: Sequence[Target]) -> Iterator[Finding]:
    """Find a higher tier that asks for less than a lower one (for a ceiling: allows more)."""
    for lower, higher in pairwise(tiers):
        if lower.comparator is not higher.comparator or lower.comparator.is_relative:
            continue
        ceiling = lower.comparator is Comparator.AT_MOST or (
            lower.comparator is Comparator.ABOUT and indicator.better is Better.LOWER
        )
        ordered = higher.value <= lower.value if ceiling else higher.value >= lower.value
        if not ordered:
            yield Finding(
                Check.TIERS,
                Severity.WARNING,
                higher.key,
                f"{indicator.name}{higher.key.horizon.label}的{TIER_WORDS[higher.key.tier]}"
                f"（{target_text(higher, indicator)}）比{TIER_WORDS[lower.key.tier]}"
                f"（{target_text(lower, indicator)}）还低，请核对。",
            )


def _shares(
    snapshot: Snapshot, key: TargetKey, tiers: Sequence[Target], as_of: Month
) -> Iterator[Finding]:
    """Hold the members' targets against the region's own: 加码, 缺口, or one above the whole."""
    indicator = snapshot.indicator(key.indicator)
    whole = tiers[-1]
    if (
        indicator.aggregation != "sum"
        or key.measure is not Measure.AMOUNT
        or whole.comparator is not Comparator.AT_LEAST
        or whole.value <= 0
    ):
        return
    parts = {}
    members = adding_members(snapshot, key.region)
    for member in members:
        held = snapshot.target_in_force(whole.key._replace(region=member.code), as_of)
        if held is not None:
            parts[member] = held.value
    for member, value in parts.items():
        if value > whole.value:
            yield Finding(
                Check.SHARES,
                Severity.WARNING,
                whole.key._replace(region=member.code),
                f"{member.short_name}的{_named(whole, indicator, value)}比"
                f"{snapshot.region(key.region).name}的还大，请核对单位。",
            )
    total = sum(parts.values())
    rounding = 0.5 * 10.0**-indicator.decimals * (len(members) + 1)
    if parts and (total > whole.value + rounding or (
        len(parts) == len(members) and total < whole.value - rounding
    )):  # fmt: skip
        yield _split(snapshot, whole, total, len(parts))


def _split(snapshot: Snapshot, whole: Target, total: float, count: int) -> Finding:
    indicator = snapshot.indicator(whole.key.indicator)
    over = total > whole.value
    apart = number(abs(total - whole.value), indicator.decimals)
    unit = indicator.unit
    ratio = share(total / whole.value, line=1.0)
    what = f"加码 {apart} {unit}" if over else f"缺口 {apart} {unit}"
    return Finding(
        Check.SHARES,
        Severity.NOTICE if over else Severity.WARNING,
        whole.key,
        f"{indicator.name}{whole.key.horizon.label}：{count} 个下级目标合计"
        f" {number(total, indicator.decimals)} {unit}，为总目标的 {ratio}%，{what}。",
    )


def _without_target(
    snapshot: Snapshot, region: str, as_of: Month, named: set[str], only: str | None
) -> Iterator[Finding]:
    for indicator in snapshot.catalogue.indicators.values():
        if indicator.id in named or (only is not None and indicator.id != only):
            continue
        if snapshot.region(region).level is RegionLevel.NATION:
            continue
        if snapshot.has_figures(indicator.id, region, as_of.year):
            yield Finding(
                Check.NO_TARGET,
                Severity.NOTICE,
                TargetKey(indicator.id, region, as_of.year, Horizon.FY, indicator.judged_by),
                f"{indicator.name}有数，{as_of.year} 年没有目标，不亮灯。",
            )


def _named(target: Target, indicator: Indicator, value: float | None = None) -> str:
    shown = target_text(target, indicator) if value is None else number(value, indicator.decimals)
    return f"{target.key.horizon.label}目标 {shown}"
