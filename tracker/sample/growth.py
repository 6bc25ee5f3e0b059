"""Growth paths of nation and province: drawn to 2021, ruled for 2022, given for 2023."""

from collections.abc import Sequence
from random import Random
from typing import NamedTuple

from tracker.indicators import Indicator, Measure
from tracker.periods import Month
from tracker.sample.dealing import wavering
from tracker.sample.rules import SampleRules


class GrowthRule(NamedTuple):
    """Start and end of 2017–2021, the figures of 2022 (all in %), and the noise in pp."""

    paths: Sequence[Sequence[float]]
    year_2022: Sequence[float]
    noise_pp: float


def tenth(value: float) -> float:
    """Round to one decimal, never −0.0."""
    return round(value, 1) + 0.0


def known_growth(
    rules: SampleRules,
    indicator: Indicator,
    region: str,
    rule: GrowthRule,
    random: Random,
) -> dict[Month, float]:
    """Return the growth of nation or province in %, one decimal, oldest first."""
    growth: dict[Month, float] = {}
    for (start, end), year in zip(rule.paths, rules.years, strict=False):
        due = rules.due(indicator, year)
        errors = wavering(random, len(due), rule.noise_pp)
        for step, (month, error) in enumerate(zip(due, errors, strict=True)):
            progress = (step / (len(due) - 1)) ** 0.7
            growth[month] = tenth(start + (end - start) * progress + error)
    growth |= zip(rules.due(indicator, 2022), rule.year_2022, strict=True)
    return growth | dict(rules.given_months(indicator.id, region, Measure.GROWTH))
