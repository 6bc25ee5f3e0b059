"""Standings: the regions below a region in order, each with its row, beside whole and nation."""

from collections.abc import Sequence
from dataclasses import dataclass

from tracker.errors import ExportError
from tracker.indicators import Indicator, Light, Measure, MeasureKind, Region, RegionLevel
from tracker.lights import EPSILON
from tracker.periods import MONTHS_IN_YEAR, Horizon, Month
from tracker.progress.result import Progress
from tracker.progress.rows import headline_rows
from tracker.ranking import RankBy, RankRow, members_at, rank_regions
from tracker.readings import series_of
from tracker.snapshot import Snapshot
from tracker.trajectory import headline_of
from tracker.wording import digits_of

_BARE = "州"
_BARE_LENGTH = 3


@dataclass(frozen=True, slots=True)
class Standing:
    """A region's place with the row it is judged by (None: no target and no headline).

    `value` and `target` are in % for growth, fractions for completion, else in the unit.
    `gap` is what the light looks at: pp to the target or to pace, or the unit for amounts.
    """

    name: str
    place: RankRow
    progress: Progress | None
    target: float | None
    gap: float | None

    @property
    def value(self) -> float:
        """What the region is ranked by."""
        return self.place.value

    def decimals(self, by: RankBy) -> int:
        """Return the digits that the gap is printed with."""
        if self.progress is None or by is RankBy.COMPLETION:
            return 1
        return self.progress.indicator.decimals_of(self.progress.measure)

    @property
    def light(self) -> Light:
        """The light of the region's headline."""
        return self.place.light


@dataclass(frozen=True, slots=True)
class Standings:
    """Regions in order of one indicator at the month it is judged at.

    `before` is the month that places are compared with. `without_data` names the regions whose
    codes are `missing_codes`. `whole` is the row of the region above,
    `whole_value` its value in the measure ranked, `nation` the nation's growth (None: not held).
    """

    indicator: Indicator
    by: RankBy
    parent: Region
    as_of: Month
    before: Month
    rows: tuple[Standing, ...]
    without_data: tuple[str, ...]
    missing_codes: tuple[str, ...]
    whole: Progress
    whole_value: float | None
    nation: float | None

    @property
    def total(self) -> int:
        """How many regions there are, with data or without."""
        return len(self.rows) + len(self.without_data)

    @property
    def is_share(self) -> bool:
        """Say whether values are shares of a task."""
        return self.by is RankBy.COMPLETION

    @property
    def lit_by_pace(self) -> bool:
        """Say whether lights speak of the pace of a task, in whatever order the regions stand."""
        rows = (row.progress for row in self.rows if row.progress is not None)
        return self.is_share or any(row.rule.accumulates for row in rows)

    @property
    def met(self) -> int:
        """How many regions have a green light."""
        return sum(row.light is Light.GREEN for row in self.rows)

    @property
    def annual(self) -> bool:
        """Say whether every target that is shown is that of the year."""
        horizons = {row.progress.horizon for row in self.rows if row.progress is not None}
        return horizons <= {Horizon.FY, None}

    @property
    def has_targets(self) -> bool:
        """Say whether any region has a target."""
        return any(row.target is not None for row in self.rows)

    @property
    def target_decimals(self) -> int:
        """How many digits the targets need to stand under each other."""
        rows = (*(row.progress for row in self.rows), self.whole)
        targets = (row.target for row in rows if row is not None)
        return max((digits_of(one.value) for one in targets if one is not None), default=0)

    @property
    def above_whole(self) -> int | None:
        """How many regions stand better than the whole; None when the whole is not held."""
        if self.whole_value is None:
            return None
        sign = -1 if self.indicator.better == "lower" else 1
        line = self.whole_value
        return sum(sign * (row.value - line) > EPSILON for row in self.rows)


def standings(
    snapshot: Snapshot,
    indicator_id: str,
    parent: str,
    as_of: Month,
    level: RegionLevel | None = None,
    by: RankBy | None = None,
) -> Standings:
    """Put the members of a region, or all of a level, in order by the measure that fits, or `by`.

    Growth where the indicator is judged by it, completion of tasks that add up, else the amount.
    Raises UnknownName, and ExportError for a region that nothing lies below.
    """
    indicator, region = snapshot.indicator(indicator_id), snapshot.region(parent)
    members = compared(snapshot, region, level)
    order = by or order_of(snapshot, indicator, members, as_of)
    return standings_among(snapshot, indicator_id, region, as_of, members, order)


def standings_among(
    snapshot: Snapshot,
    indicator_id: str,
    parent: Region,
    as_of: Month,
    members: Sequence[Region],
    by: RankBy,
) -> Standings:
    """Put some regions in order by growth, completion or amount, beside the region above them."""
    indicator = snapshot.indicator(indicator_id)
    ranking = rank_regions(snapshot, indicator_id, by, as_of, members)
    judged = ranking.as_of
    rows = tuple(_standing(snapshot, indicator_id, by, judged, row) for row in ranking.rows)
    whole = headline_of(snapshot, indicator_id, parent.code, judged)
    nation = snapshot.catalogue.nation
    beside = by is RankBy.GROWTH and nation is not None and nation.code != parent.code
    return Standings(
        indicator=indicator,
        by=by,
        parent=parent,
        as_of=judged,
        before=month_before(indicator, judged),
        rows=rows,
        without_data=tuple(peer_name(member) for member in ranking.without_data),
        missing_codes=tuple(member.code for member in ranking.without_data),
        whole=whole,
        whole_value=_value_of(snapshot, whole, by, judged),
        nation=_growth(snapshot, indicator_id, nation.code, judged) if nation and beside else None,
    )


def compared(snapshot: Snapshot, parent: Region, level: RegionLevel | None) -> list[Region]:
    """Return who is compared: those directly below a region, or all of a level.

    The nation's are those of the province. Raises ExportError where there are none.
    """
    above = snapshot.catalogue.province if parent.level is RegionLevel.NATION else parent
    members = members_at(snapshot, above.code, level)
    if not members:
        raise ExportError(f"{parent.name}下面没有地区可比，请换一个上级地区或层级。")
    return members


def order_of(
    snapshot: Snapshot, indicator: Indicator, members: Sequence[Region], as_of: Month
) -> RankBy:
    """Return what an indicator's regions are best put in order by."""
    if indicator.judged_by is Measure.GROWTH:
        return RankBy.GROWTH
    if indicator.kind is MeasureKind.FLOW:
        for member in members:
            for row in headline_rows(snapshot, member.code, as_of, only=indicator.id):
                if row.completion is not None:
                    return RankBy.COMPLETION
    return RankBy.AMOUNT


def month_before(indicator: Indicator, month: Month) -> Month:
    """Return the reporting month before: within the year, or the last of the year before."""
    due = indicator.calendar.last_due(month.month - 1)
    return Month(month.year, due) if due is not None else Month(month.year - 1, MONTHS_IN_YEAR)


def peer_name(region: Region) -> str:
    """Name a region among its peers, where 临夏 can only be the prefecture 临夏州."""
    name = region.short_name
    bare = region.level is RegionLevel.PREFECTURE and len(name) == _BARE_LENGTH
    return name.removesuffix(_BARE) if bare else name


def _standing(
    snapshot: Snapshot, indicator_id: str, by: RankBy, month: Month, place: RankRow
) -> Standing:
    code = place.region.code
    row = next(iter(headline_rows(snapshot, code, month, only=indicator_id)), None)
    target = gap = None
    if row is not None and row.target is not None and _speaks_of(row, by):
        target = row.target.value
        gap = None if row.pending else row.pace_gap_pp if by is RankBy.COMPLETION else row.gap
    return Standing(peer_name(place.region), place, row, target, gap)


def _speaks_of(row: Progress, by: RankBy) -> bool:
    if by is RankBy.GROWTH:
        return row.measure is Measure.GROWTH
    return row.measure is Measure.AMOUNT


def _value_of(snapshot: Snapshot, row: Progress, by: RankBy, month: Month) -> float | None:
    if by is RankBy.COMPLETION:
        return None if row.pending else row.completion
    measure = Measure.GROWTH if by is RankBy.GROWTH else Measure.AMOUNT
    reading = series_of(snapshot, row.indicator.id, row.region).read(measure, month)
    return None if reading is None else reading.value


def _growth(snapshot: Snapshot, indicator_id: str, region: str, month: Month) -> float | None:
    reading = series_of(snapshot, indicator_id, region).read(Measure.GROWTH, month)
    return None if reading is None else reading.value
