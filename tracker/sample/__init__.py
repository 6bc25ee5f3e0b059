"""示例台账: a made-up ledger, the same for the same seed. Every screen of it says 示例数据.

17 indicators × nation where it publishes growth, province, 14 prefectures and 兰州新区,
2017-01 … 2023-06. Its constants are resources/rules/sample.toml.
"""

from datetime import date

from tracker.edits import ActualEdit, TargetEdit
from tracker.indicators import Status
from tracker.periods import Calendar, Month
from tracker.sample.figures import draw_figures
from tracker.sample.rules import SampleRules, sample_rules
from tracker.sample.targets import draw_targets

SEED = 2023
"""The seed of the ledger that ships; tests of estimates rely on it."""


def sample_actuals(seed: int = SEED) -> list[ActualEdit]:
    """Return every figure of the sample, region by region and oldest first."""
    rules = sample_rules()
    calendars = {indicator.id: indicator.calendar for indicator in rules.indicators}
    figures = draw_figures(rules, seed)
    return [
        ActualEdit(
            key,
            value,
            Status.FLASH if key.month.year == rules.last_month.year else Status.PUBLISHED,
            _published_on(key.month, calendars[key.indicator]),
            rules.source,
        )
        for key, value in figures.items()
        if not rules.is_missing(key.indicator, key.region, key.month)
    ]


def sample_targets(seed: int = SEED) -> list[TargetEdit]:
    """Return every target of the sample, each in force from 1 January of its year."""
    rules = sample_rules()
    return [
        TargetEdit(
            key,
            value,
            comparator,
            effective_on=date(key.year, 1, 1),
            source=rules.source,
        )
        for key, comparator, value in draw_targets(rules, draw_figures(rules, seed), seed)
    ]


def _published_on(month: Month, calendar: Calendar) -> date:
    """Monthly figures come out on the 10th of the next month, quarterly ones on the 20th."""
    following = month.plus(1)
    return date(following.year, following.month, 20 if calendar is Calendar.QUARTERLY else 10)


__all__ = ["SEED", "SampleRules", "sample_actuals", "sample_rules", "sample_targets"]
