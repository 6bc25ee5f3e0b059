"""Targets of the sample: the province's as shipped, the regions' so that they add up to it."""

from collections.abc import Iterator, Sequence
from math import floor, log10
from random import Random

from tracker.indicators import Basis, CellKey, Comparator, Indicator, Measure, TargetKey
from tracker.periods import Horizon, Month
from tracker.sample.dealing import deal, noise, shared
from tracker.sample.figures import Figures
from tracker.sample.regional_targets import regional_targets
from tracker.sample.rules import PROVINCE, GivenTarget, SampleRules

Drawn = tuple[TargetKey, Comparator, float]


def draw_targets(rules: SampleRules, figures: Figures, seed: int) -> Iterator[Drawn]:
    """Yield every target: 2018–2022 of the province, 2023 of the province and all regions."""
    for indicator in rules.indicators:
        random = Random(f"{seed}:{indicator.id}:targets")
        given = [target for target in rules.targets if target.indicator == indicator.id]
        year_target = next(target for target in given if target.horizon is Horizon.FY)
        for horizon, year, value in _past(rules, indicator, figures, random):
            key = TargetKey(indicator.id, PROVINCE, year, horizon, year_target.measure)
            yield key, year_target.comparator, value
        for target in given:
            yield _keyed(target, PROVINCE, target.value)
        values = regional_targets(rules, indicator, figures, random)
        for region, value in zip(rules.regions, values, strict=True):
            if value:
                yield _keyed(year_target, region, value)
        yield from _regional_plan(rules, indicator, given, values)


def _keyed(target: GivenTarget, region: str, value: float) -> Drawn:
    key = TargetKey(target.indicator, region, target.year, target.horizon, target.measure)
    return key, target.comparator, value


def _past(
    rules: SampleRules, indicator: Indicator, figures: Figures, random: Random
) -> Iterator[tuple[Horizon, int, float]]:
    """Yield horizon, year and value of the province's targets for 2018–2022."""
    years = range(rules.first_year + 1, rules.last_month.year)
    flow = rules.flows.get(indicator.id)
    if flow is None:
        rule = rules.rates.get(indicator.id) or rules.stocks[indicator.id]
        for year, value in zip(years, rule.targets_past, strict=True):
            yield Horizon.FY, year, value
        return
    for year in years[:-1]:
        december = Month(year, 12)
        total = figures[CellKey(indicator.id, PROVINCE, december, Measure.AMOUNT, Basis.YTD)]
        gap = flow.target_gap + 0.01 * noise(random)
        yield Horizon.FY, year, _plain_target(total / (1 + gap), indicator.decimals)
    yield Horizon.FY, years[-1], flow.target_2022
    for month, value in enumerate(flow.plan_2022, start=2):
        yield Horizon(f"M{month:02d}"), years[-1], value


def _plain_target(value: float, decimals: int) -> float:
    """Round to three digits, as targets are set."""
    return round(value, min(decimals, 2 - floor(log10(value))))


def _regional_plan(
    rules: SampleRules,
    indicator: Indicator,
    given: Sequence[GivenTarget],
    values: Sequence[float],
) -> Iterator[Drawn]:
    """Yield a plan by months for every region where the province has one (新建高标准农田)."""
    plan = [target for target in given if target.horizon.value.startswith("M")]
    year_value = next(target.value for target in given if target.horizon is Horizon.FY)
    for target in plan:
        amount = round(target.value * 10**indicator.decimals)
        parts = deal(amount, shared(amount, values[:-1]))
        own = round(values[-1] * target.value / year_value * 10**indicator.decimals)
        for region, part in zip(rules.regions, [*parts, own], strict=True):
            yield _keyed(target, region, part / 10**indicator.decimals)
