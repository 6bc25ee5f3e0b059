"""STOCK indicators of the sample: balances divided back by growth, so both agree to rounding."""

from collections.abc import Mapping
from math import exp
from random import Random

from tracker.indicators import Indicator, Measure
from tracker.periods import Month
from tracker.sample.dealing import deal, noise, shared
from tracker.sample.flows import Amounts
from tracker.sample.growth import GrowthRule, known_growth, tenth
from tracker.sample.rules import LAST_DRAWN_YEAR, NATION, PROVINCE, SampleRules, StockRule

DRIFT_FROM = 2020
"""The year in which the regions' shares are the rule's weights."""


def stock_balances(rules: SampleRules, indicator: Indicator, random: Random) -> Amounts:
    """Draw month-end balances for the province, the prefectures and the new area."""
    rule = rules.stocks[indicator.id]
    balances: Amounts = {PROVINCE: _province(rules, indicator, rule, random)}
    balances |= {region: {} for region in rules.regions}
    drifts = [rule.drift_per_year * noise(random) for _ in rules.regions]
    for month, balance in balances[PROVINCE].items():
        years = month.year - DRIFT_FROM + month.time_share
        factors = [exp(drift * years) for drift in drifts]
        weights = [
            weight * factor for weight, factor in zip(rule.weights, factors[:-1], strict=True)
        ]
        for region, part in zip(
            rules.prefectures, deal(balance, shared(balance, weights)), strict=True
        ):
            balances[region][month] = part
        around = balances[rules.new_area_within][month]
        balances[rules.new_area][month] = round(around * rule.new_area_share * factors[-1])
    return balances


def _province(
    rules: SampleRules, indicator: Indicator, rule: StockRule, random: Random
) -> dict[Month, int]:
    """Return the province's balances, oldest first: each year divided back from the next."""
    paths = GrowthRule(rule.province_paths, rule.province_2022, rule.noise_pp)
    growth = known_growth(rules, indicator, PROVINCE, paths, random)
    balances = dict(zip(rules.due(indicator, 2023), rule.balances_2023, strict=True))
    balances |= zip(rules.due(indicator, 2022), rule.balances_2022, strict=True)
    for year in range(LAST_DRAWN_YEAR, rules.first_year - 1, -1):
        for month in rules.due(indicator, year):
            after = Month(year + 1, month.month)
            balances[month] = round(balances[after] / (1 + growth[after] / 100))
    return dict(sorted(balances.items()))


def stock_growths(
    rules: SampleRules, indicator: Indicator, balances: Amounts, random: Random
) -> Mapping[str, Mapping[Month, float]]:
    """Return year-on-year growth in % that agrees with the balances, and the nation's.

    In 2023 only the months that the province's table has.
    """
    given = rules.given_months(indicator.id, PROVINCE, Measure.GROWTH)
    rule = rules.stocks[indicator.id]
    nation = GrowthRule(rule.nation_paths, rule.nation_2022, rule.noise_pp)
    growths = {NATION: known_growth(rules, indicator, NATION, nation, random)}
    for region, held in balances.items():
        growths[region] = {
            month: tenth((balance / held[month.year_before] - 1) * 100)
            for month, balance in held.items()
            if month.year_before in held and (month.year < rules.last_month.year or month in given)
        }
    return growths
