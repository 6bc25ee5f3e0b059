"""Which regions make the gap of a whole to its pace, in the unit of the indicator."""

from dataclasses import dataclass

from tracker.errors import ExportError
from tracker.indicators import Indicator, Light, Region
from tracker.lights import EPSILON
from tracker.periods import Month
from tracker.plots.standings import peer_name
from tracker.progress.result import Progress
from tracker.ranking import adding_members, contributions
from tracker.snapshot import Snapshot
from tracker.trajectory import headline_of


@dataclass(frozen=True, slots=True)
class GapPart:
    """A region's part: `gap_amount` = A − pace × T, negative is behind."""

    region: Region
    name: str
    gap_amount: float
    light: Light


@dataclass(frozen=True, slots=True)
class GapParts:
    """The parts, the most behind first, beside the whole's own gap.

    `rest` is the whole's gap less the sum of the parts: the regions' targets need not add up to
    the whole's. `without_data` names the regions left out.
    """

    indicator: Indicator
    parent: Region
    as_of: Month
    whole: Progress
    parts: tuple[GapPart, ...]
    without_data: tuple[str, ...]

    @property
    def total(self) -> float:
        """The sum of the parts."""
        return sum(part.gap_amount for part in self.parts)

    @property
    def rest(self) -> float | None:
        """What the parts leave unexplained; None while the whole has no gap of its own."""
        gap = self.whole.pace_gap_amount
        return None if gap is None else gap - self.total

    @property
    def behind(self) -> tuple[GapPart, ...]:
        """The regions behind their pace, the furthest first."""
        return tuple(part for part in self.parts if part.gap_amount < -EPSILON)

    @property
    def lacking(self) -> float:
        """What the regions behind lack together, a positive amount."""
        return -sum(part.gap_amount for part in self.behind)


def gap_parts(snapshot: Snapshot, indicator_id: str, parent: str, as_of: Month) -> GapParts:
    """Split the gap to pace among the members that add up to a region.

    Raises UnknownName, and ExportError for indicators that do not add up, regions without members
    and months without figures.
    """
    indicator, region = snapshot.indicator(indicator_id), snapshot.region(parent)
    members = adding_members(snapshot, parent)
    if not members:
        raise ExportError(f"{region.name}下面没有地区，分不出差距来自哪里；请换一个上级地区。")
    found = contributions(snapshot, indicator_id, parent, as_of)
    if not found:
        raise ExportError(
            f"{indicator.name}在各地没有可比的累计任务，分不出差距来自哪里；"
            "请换一个累计类指标，或先设各地目标和填报。"
        )
    lights = {m.code: headline_of(snapshot, indicator_id, m.code, as_of).light for m in members}
    held = {part.region.code for part in found}
    return GapParts(
        indicator,
        region,
        as_of,
        headline_of(snapshot, indicator_id, parent, as_of),
        tuple(
            GapPart(part.region, peer_name(part.region), part.gap_amount, lights[part.region.code])
            for part in found
        ),
        tuple(peer_name(member) for member in members if member.code not in held),
    )
