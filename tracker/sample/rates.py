"""RATE indicators of the sample: cumulative growth in %, each region around the province."""

from random import Random

from tracker.indicators import Indicator
from tracker.periods import Month
from tracker.sample.dealing import noise, wavering
from tracker.sample.growth import GrowthRule, known_growth, tenth
from tracker.sample.rules import NATION, PROVINCE, RateRule, SampleRules

Growths = dict[str, dict[Month, float]]
"""Region → month → growth in %, rounded to one decimal."""

PIN_MONTHS = (4, 3)
"""2023 lights are set for April, or for March where April is not due."""


def pin_month(indicator: Indicator) -> Month:
    """Return the month of 2023 in which targets and lights of the regions are set."""
    return next(Month(2023, month) for month in PIN_MONTHS if indicator.calendar.is_due(month))


def rate_growths(rules: SampleRules, indicator: Indicator, random: Random) -> Growths:
    """Draw an indicator's growth for nation, province, prefectures and the new area."""
    rule = rules.rates[indicator.id]
    nation = GrowthRule(rule.nation_paths, rule.nation_2022, rule.noise_pp)
    province = GrowthRule(rule.province_paths, rule.province_2022, rule.noise_pp)
    growths: Growths = {
        NATION: known_growth(rules, indicator, NATION, nation, random),
        PROVINCE: known_growth(rules, indicator, PROVINCE, province, random),
    }
    for index, region in enumerate(rules.regions):
        growths[region] = {}
        for year in rules.years:
            months = {
                month: value for month, value in growths[PROVINCE].items() if month.year == year
            }
            pin = _pin(rule, indicator, index, year)
            lean = rule.spread_pp * (0.6 * rules.standing[index] + 0.8 * noise(random))
            errors = wavering(random, len(months), rule.region_noise_pp)
            if pin is not None:
                at = list(months).index(pin[0])
                lean, errors = pin[1] - months[pin[0]], [error - errors[at] for error in errors]
            for (month, value), error in zip(months.items(), errors, strict=True):
                growths[region][month] = tenth(value + lean + error)
    return growths


def _pin(rule: RateRule, indicator: Indicator, index: int, year: int) -> tuple[Month, float] | None:
    """Return the month and growth that a region's year runs through, if that is set."""
    if year == 2023 and rule.gaps_2023_pp:
        return pin_month(indicator), rule.targets_2023[index] + rule.gaps_2023_pp[index]
    if year == 2022 and rule.december_2022:
        return Month(2022, 12), rule.december_2022[index]
    return None
