"""All figures of the sample before they become edits: every series, latent months included."""

from collections.abc import Iterator, Mapping
from random import Random

from tracker.indicators import Basis, CellKey, Indicator, Measure, MeasureKind
from tracker.periods import Month
from tracker.sample.flows import flow_amounts
from tracker.sample.growth import tenth
from tracker.sample.rates import rate_growths
from tracker.sample.rules import PROVINCE, SampleRules
from tracker.sample.stocks import stock_balances, stock_growths

Figures = Mapping[CellKey, float]


def draw_figures(rules: SampleRules, seed: int) -> dict[CellKey, float]:
    """Draw every figure of the sample; one stream of random numbers for each indicator."""
    return {
        key: value
        for indicator in rules.indicators
        for key, value in _draw(rules, indicator, Random(f"{seed}:{indicator.id}"))
    }


def _draw(
    rules: SampleRules, indicator: Indicator, random: Random
) -> Iterator[tuple[CellKey, float]]:
    if indicator.kind is MeasureKind.RATE:
        yield from _keyed(indicator, Basis.YTD, rate_growths(rules, indicator, random))
        return
    if indicator.kind is MeasureKind.STOCK:
        basis = Basis.BALANCE
        amounts = stock_balances(rules, indicator, random)
        growths = stock_growths(rules, indicator, amounts, random)
    else:
        basis = Basis.YTD
        amounts = flow_amounts(rules, indicator, random)
        growths = {PROVINCE: _published_growth(rules, indicator, amounts[PROVINCE])}
    for region, months in amounts.items():
        for month, amount in months.items():
            key = CellKey(indicator.id, region, month, Measure.AMOUNT, basis)
            yield key, amount / 10**indicator.decimals
    yield from _keyed(indicator, basis, growths)


def _keyed(
    indicator: Indicator, basis: Basis, growths: Mapping[str, Mapping[Month, float]]
) -> Iterator[tuple[CellKey, float]]:
    for region, months in growths.items():
        for month, growth in months.items():
            yield CellKey(indicator.id, region, month, Measure.GROWTH, basis), growth


def _published_growth(
    rules: SampleRules, indicator: Indicator, amounts: Mapping[Month, int]
) -> dict[Month, float]:
    """Return the province's growth on the year before where both amounts exist, before 2023."""
    return {
        month: tenth((amount / amounts[month.year_before] - 1) * 100)
        for month, amount in amounts.items()
        if month.year < rules.last_month.year
        and amounts.get(month.year_before)
        and not rules.is_missing(indicator.id, PROVINCE, month)
    }
