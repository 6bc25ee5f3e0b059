"""The rows of the target grid: an indicator and a measure, in the board's two groups."""

from dataclasses import dataclass

from tracker.entry_context import entry_indicators, entry_measure
from tracker.indicators import Indicator, Measure, Tier
from tracker.snapshot import Snapshot
from ui.models.entry_rows import CUMULATIVE, GROUPS, GROWTH, TASKS, WHOLE_CATALOGUE, group_of

_HINTS = {
    CUMULATIVE: "从 1 月累计到期末；上限写 ≤8600",
    GROWTH: "同比，%；可写 ≥9、≤3、9%左右",
    TASKS: "填前几名，或时限 7月10日",
}


@dataclass(frozen=True, slots=True)
class TargetView:
    """What the tool row of 目标 chooses. No measure: each indicator's own, and those in use.

    `tier` is the one that is typed and shown: 目标, or 确保 below and 力争 above it.
    """

    measure: Measure | None = None
    scope: str = ""
    tier: Tier = Tier.TARGET


@dataclass(frozen=True, slots=True)
class TargetGroup:
    """A group's head inside the grid."""

    title: str
    hint: str


@dataclass(frozen=True, slots=True)
class TargetRow:
    """One line of targets. `first` marks an indicator's first line, which carries its verdicts."""

    number: int
    indicator: Indicator
    measure: Measure
    first: bool


Row = TargetGroup | TargetRow


def target_rows(snapshot: Snapshot, region: str, year: int, view: TargetView) -> list[Row]:
    """Return the rows of a view, 累计类 first; a second measure stands under its indicator."""
    whole = tuple(snapshot.catalogue.indicators.values())
    in_use = entry_indicators(snapshot, region, year)
    chosen = whole if view.scope == WHOLE_CATALOGUE else in_use
    held = {(key.indicator, key.measure) for key in snapshot.targets(region, year)}
    rows: list[Row] = []
    number = 0
    for group in GROUPS:
        members = [one for one in chosen if group_of(one) == group]
        lines = [(one, _measures(one, view.measure, held)) for one in members]
        if not any(measures for _, measures in lines):
            continue
        rows.append(TargetGroup(group, _HINTS[group]))
        for indicator, measures in lines:
            number += bool(measures)
            for place, measure in enumerate(measures):
                rows.append(TargetRow(number, indicator, measure, first=place == 0))
    return rows


def _measures(
    indicator: Indicator, choice: Measure | None, held: set[tuple[str, Measure]]
) -> list[Measure]:
    measure = entry_measure(indicator, choice)
    if measure is None:
        return []
    if choice is not None:
        return [measure]
    others = [one for one in Measure if one is not measure and (indicator.id, one) in held]
    return [measure, *others]
