"""补欠: a month that was red, and whose own task later figures reached."""

from tracker.indicators import Comparator, Light, Target
from tracker.lights import LightRules
from tracker.periods import Month
from tracker.progress.gaps import gap_to, is_met
from tracker.progress.milestone import Stage
from tracker.progress.result import Progress, Rule
from tracker.progress.rows import headline_rows
from tracker.readings import Series, series_of
from tracker.snapshot import Snapshot


def caught_up(
    snapshot: Snapshot,
    indicator_id: str,
    region: str,
    month: Month,
    as_of: Month,
    rules: LightRules | None = None,
) -> bool:
    """Say whether a red month is to be drawn ▲ 补: a later figure reached what it lacked.

    The task of a month is what its headline row was held against: pace × T of a cumulative task,
    else the target itself. What a ceiling used is not given back. Callers ask only where the
    rule's `catch_up` is on. Raises UnknownName.
    """
    for row in headline_rows(snapshot, region, month, rules, only=indicator_id):
        if row.light is Light.RED and row.target is not None:
            series = series_of(snapshot, indicator_id, region)
            later = (Month(month.year, after) for after in range(month.month + 1, as_of.month + 1))
            return as_of.year == month.year and any(
                _reached(series, row, row.target, at) for at in later
            )
    return False


def _reached(series: Series, row: Progress, target: Target, at: Month) -> bool:
    """Say whether the figure of a later month reaches the task of the row."""
    reading = series.read(row.measure, at)
    if reading is None:
        return False
    if row.rule is Rule.MILESTONE:
        return reading.value == Stage.DONE
    if row.rule.accumulates:
        if target.comparator is Comparator.AT_MOST or row.pace is None:
            return False
        return is_met(reading.value - row.pace * target.value)
    in_percent = row.rule is Rule.RATE
    return is_met(gap_to(reading.value, target, series.indicator.better, in_percent=in_percent))
