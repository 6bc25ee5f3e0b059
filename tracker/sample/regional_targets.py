"""The regions' targets for 2023: near their figures, and amounts add up to the province's."""

from collections.abc import Sequence
from random import Random

from tracker.indicators import Basis, CellKey, Comparator, Indicator, MeasureKind
from tracker.periods import Horizon, Month
from tracker.sample.dealing import deal, noise, shared
from tracker.sample.figures import Figures
from tracker.sample.rates import pin_month
from tracker.sample.rules import PROVINCE, FlowRule, GivenTarget, SampleRules


def regional_targets(
    rules: SampleRules, indicator: Indicator, figures: Figures, random: Random
) -> Sequence[float]:
    """Return the targets of the prefectures, in order, and of the new area (0: none)."""
    if indicator.kind is MeasureKind.FLOW:
        rule = rules.flows[indicator.id]
        return list(rule.targets_2023) or _amounts(rules, indicator, figures, random)
    if indicator.kind is MeasureKind.RATE and rules.rates[indicator.id].targets_2023:
        return list(rules.rates[indicator.id].targets_2023)
    return _growths(rules, indicator, figures, random)


def _amounts(
    rules: SampleRules, indicator: Indicator, figures: Figures, random: Random
) -> Sequence[float]:
    """Set each target so that the region stands as far before or behind its pace as ruled."""
    rule = rules.flows[indicator.id]
    target = _year_target(rules, indicator)
    held = _held(rules, indicator, figures, Month(target.year, rule.gap_month))
    pace = _pace(rules, rule, target)
    better = -1 if target.comparator is Comparator.AT_MOST else 1
    province_gap = better * (held[0] / target.value - pace)
    gaps = [gap / 100 for gap in rule.gaps_2023_pp] or [
        province_gap + _stray(rules, index, random) * rule.gap_spread_pp / 100
        for index in range(len(rules.regions))
    ]
    wished = [
        value / (pace + better * gap) * 10**indicator.decimals
        for value, gap in zip(held[1:], gaps, strict=True)
    ]
    total = round(target.value * 10**indicator.decimals)
    parts = [*deal(total, shared(total, wished[:-1])), round(wished[-1])]
    return [part / 10**indicator.decimals for part in parts]


def _growths(
    rules: SampleRules, indicator: Indicator, figures: Figures, random: Random
) -> Sequence[float]:
    """Set each growth target in halves, near the region's growth and the province's gap."""
    rule = rules.rates.get(indicator.id) or rules.stocks[indicator.id]
    target = _year_target(rules, indicator)
    province, *held = _held(rules, indicator, figures, pin_month(indicator))
    gaps = [
        province - target.value + _stray(rules, index, random) * rule.gap_spread_pp
        for index in range(len(rules.regions))
    ]
    return [round((value - gap) * 2) / 2 for value, gap in zip(held, gaps, strict=True)]


def _stray(rules: SampleRules, index: int, random: Random) -> float:
    """Return how far a region strays from the province: by its standing, and by chance."""
    return 0.7 * rules.standing[index] + 0.5 * noise(random)


def _year_target(rules: SampleRules, indicator: Indicator) -> GivenTarget:
    """Return the province's target for the whole year."""
    return next(
        target
        for target in rules.targets
        if target.indicator == indicator.id and target.horizon is Horizon.FY
    )


def _held(rules: SampleRules, indicator: Indicator, figures: Figures, month: Month) -> list[float]:
    """Return the judged figure of a month: the province's first, then every region's."""
    basis = Basis.BALANCE if indicator.kind is MeasureKind.STOCK else Basis.YTD
    measure = indicator.judged_by
    return [
        figures[CellKey(indicator.id, region, month, measure, basis)]
        for region in (PROVINCE, *rules.regions)
    ]


def _pace(rules: SampleRules, rule: FlowRule, target: GivenTarget) -> float:
    """Return the share due by the month of the gap: by the province's plan, else by months."""
    horizon = Horizon(f"M{rule.gap_month:02d}")
    planned = (
        given.value / target.value
        for given in rules.targets
        if given.indicator == target.indicator and given.horizon is horizon
    )
    return next(planned, Month(target.year, rule.gap_month).time_share)
