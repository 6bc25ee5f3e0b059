"""The places of regions over the months of a year, and who moved most."""

from dataclasses import dataclass

from tracker.errors import ExportError
from tracker.indicators import Indicator, Light, Region, RegionLevel
from tracker.periods import MONTHS_IN_YEAR, Month
from tracker.plots.standings import compared, order_of, peer_name
from tracker.ranking import RankBy, Ranking, rank_regions
from tracker.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class RankCourse:
    """A region's place in each month of the history, None where it had no figure."""

    region: Region
    name: str
    ranks: tuple[int | None, ...]
    light: Light

    @property
    def last(self) -> int | None:
        """The place in the last month."""
        return self.ranks[-1] if self.ranks else None

    @property
    def change(self) -> int | None:
        """进位 from the first month to the last; None where either has no place."""
        if not self.ranks or self.ranks[0] is None or self.ranks[-1] is None:
            return None
        return self.ranks[0] - self.ranks[-1]


@dataclass(frozen=True, slots=True)
class RankHistory:
    """The courses of all regions that have a place in the last month, the first one first."""

    indicator: Indicator
    by: RankBy
    parent: Region
    months: tuple[Month, ...]
    courses: tuple[RankCourse, ...]

    @property
    def as_of(self) -> Month:
        """The last month."""
        return self.months[-1]

    @property
    def risen(self) -> tuple[RankCourse, ...]:
        """Those that gained places, the most first."""
        gained = [one for one in self.courses if (one.change or 0) > 0]
        return tuple(sorted(gained, key=lambda one: -(one.change or 0)))

    @property
    def fallen(self) -> tuple[RankCourse, ...]:
        """Those that lost places, the most first."""
        lost = [one for one in self.courses if (one.change or 0) < 0]
        return tuple(sorted(lost, key=lambda one: one.change or 0))


def rank_history(
    snapshot: Snapshot,
    indicator_id: str,
    parent: str,
    as_of: Month,
    level: RegionLevel | None = None,
) -> RankHistory:
    """Rank the members of a region, or all of a level, in every reporting month up to as-of.

    Growth is followed from the end of the year before. Raises UnknownName, and ExportError where
    nothing lies below the region or there are not two months to compare.
    """
    indicator, region = snapshot.indicator(indicator_id), snapshot.region(parent)
    members = compared(snapshot, region, level)
    by = order_of(snapshot, indicator, members, as_of)
    due = [month for month in indicator.calendar.months if month <= as_of.month]
    months = [Month(as_of.year, month) for month in due]
    if by is RankBy.GROWTH or len(months) < 2:
        months.insert(0, Month(as_of.year - 1, MONTHS_IN_YEAR))
    rankings = {m: rank_regions(snapshot, indicator_id, by, m, members) for m in months}
    held = [month for month in months if rankings[month].rows]
    if len(held) < 2:
        raise ExportError(
            f"{indicator.name}各地到 {as_of} 不足两个月有数，位次变化画不出来；请先填报。"
        )
    return RankHistory(
        indicator, by, region, tuple(held), _courses([rankings[month] for month in held])
    )


def _courses(rankings: list[Ranking]) -> tuple[RankCourse, ...]:
    places = [{row.region.code: row.rank for row in ranking.rows} for ranking in rankings]
    return tuple(
        RankCourse(
            row.region,
            peer_name(row.region),
            tuple(held.get(row.region.code) for held in places),
            row.light,
        )
        for row in rankings[-1].rows
    )
