"""Ranking: regions in order, ties, movement, and which region makes how much of a gap."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from tracker.indicators import Better, Light, Measure, Region, RegionLevel
from tracker.lights import EPSILON, LightRules
from tracker.periods import Month
from tracker.progress.result import Progress
from tracker.progress.rows import headline_rows
from tracker.readings import series_of
from tracker.snapshot import Snapshot


class RankBy(StrEnum):
    """What regions are put in order by."""

    GROWTH = "growth"
    COMPLETION = "completion"
    AMOUNT = "amount"
    MOVEMENT = "movement"


@dataclass(frozen=True, slots=True)
class RankRow:
    """A region's place: competition rank (1, 2, 2, 4), whether shared, and since last month.

    `value` is in % for growth, a fraction for completion, places for movement, else in the unit.
    `rank_change` is previous − current: positive is 进位; None where there was no place before.
    """

    rank: int
    tied: bool
    region: Region
    value: float
    previous_rank: int | None
    light: Light

    @property
    def rank_change(self) -> int | None:
        """进位: previous rank − current rank."""
        return None if self.previous_rank is None else self.previous_rank - self.rank


@dataclass(frozen=True, slots=True)
class Ranking:
    """Regions in order; `without_data` are members left out, in the catalogue's order."""

    indicator: str
    by: RankBy
    as_of: Month
    rows: tuple[RankRow, ...]
    without_data: tuple[Region, ...]


def places(values: Mapping[str, float], better: Better) -> dict[str, int]:
    """Return each member's competition rank: equal values share the better place, then skip."""
    ranks: dict[str, int] = {}
    sign = 1 if better is Better.LOWER else -1
    ordered = sorted(values.items(), key=lambda item: (sign * item[1], item[0]))
    for position, (member, value) in enumerate(ordered, start=1):
        before = ordered[position - 2] if position > 1 else None
        shares = before is not None and abs(before[1] - value) <= EPSILON
        ranks[member] = ranks[before[0]] if before is not None and shares else position
    return ranks


def members_at(snapshot: Snapshot, parent: str, level: RegionLevel | None = None) -> list[Region]:
    """Return who is ranked: those directly below a region, new areas too, or all counties."""
    if level is RegionLevel.COUNTY:
        every = snapshot.catalogue.regions.values()
        return [region for region in every if region.level is RegionLevel.COUNTY]
    found = snapshot.catalogue.members(parent)
    return [region for region in found if level is None or region.level is level]


def rank_regions(
    snapshot: Snapshot,
    indicator_id: str,
    by: RankBy,
    as_of: Month,
    members: Sequence[Region],
    rules: LightRules | None = None,
) -> Ranking:
    """Put members in order at the month an indicator is judged at. Raises UnknownName."""
    indicator = snapshot.indicator(indicator_id)
    due = indicator.calendar.last_due(as_of.month)
    month = Month(as_of.year, due) if due is not None else Month(as_of.year - 1, 12)
    before = _month_before(snapshot, indicator_id, month)
    if by is RankBy.MOVEMENT:
        values = _movement(snapshot, indicator_id, month, before, members)
        previous: dict[str, int] = {}
    else:
        values = _values(snapshot, indicator_id, by, month, members)
        previous = places(
            _values(snapshot, indicator_id, by, before, members),
            _direction(snapshot, indicator_id, by),
        )
    ranks = places(values, _direction(snapshot, indicator_id, by))
    lights = _lights(snapshot, indicator_id, month, members, rules)
    rows = [
        RankRow(
            rank=ranks[region.code],
            tied=list(ranks.values()).count(ranks[region.code]) > 1,
            region=region,
            value=values[region.code],
            previous_rank=previous.get(region.code),
            light=lights.get(region.code, Light.NONE),
        )
        for region in members
        if region.code in values
    ]
    return Ranking(
        indicator_id,
        by,
        month,
        tuple(sorted(rows, key=lambda row: (row.rank, members.index(row.region)))),
        tuple(region for region in members if region.code not in values),
    )


@dataclass(frozen=True, slots=True)
class Speakers:
    """Who is asked to speak at a meeting: the best 交流发言, the weakest 反思发言, in order."""

    best: tuple[RankRow, ...]
    weakest: tuple[RankRow, ...]


def speakers(rows: Sequence[RankRow], most: int = 2) -> Speakers:
    """Return the best and the weakest of rows in order of rank, with all who share the last place.

    Of fewer than four one each; nobody where a tie would let the same region do both.
    """
    count = min(most, len(rows) // 2)
    if not count:
        return Speakers((), ())
    first, last = rows[count - 1].rank, rows[-count].rank
    if first >= last:
        return Speakers((), ())
    return Speakers(
        tuple(row for row in rows if row.rank <= first),
        tuple(row for row in rows if row.rank >= last),
    )


def _direction(snapshot: Snapshot, indicator_id: str, by: RankBy) -> Better:
    """Return which end is first: the indicator's good one; places gained: the most."""
    if by is RankBy.MOVEMENT:
        return Better.HIGHER
    return snapshot.indicator(indicator_id).better


def _month_before(snapshot: Snapshot, indicator_id: str, month: Month) -> Month:
    """Return the reporting month before, within the year or the last of the year before."""
    calendar = snapshot.calendar(indicator_id)
    due = calendar.last_due(month.month - 1)
    return Month(month.year, due) if due is not None else Month(month.year - 1, 12)


def _values(
    snapshot: Snapshot, indicator_id: str, by: RankBy, month: Month, members: Iterable[Region]
) -> dict[str, float]:
    """Read what members are ranked by; members that cannot be read are left out."""
    found: dict[str, float] = {}
    for region in members:
        value = _value(snapshot, indicator_id, by, month, region.code)
        if value is not None:
            found[region.code] = value
    return found


def _value(
    snapshot: Snapshot, indicator_id: str, by: RankBy, month: Month, region: str
) -> float | None:
    if by is RankBy.COMPLETION:
        row = _headline(snapshot, indicator_id, region, month)
        return None if row is None or row.pending else row.completion
    measure = Measure.GROWTH if by is RankBy.GROWTH else Measure.AMOUNT
    reading = series_of(snapshot, indicator_id, region).read(measure, month)
    return None if reading is None else reading.value


def _headline(
    snapshot: Snapshot,
    indicator_id: str,
    region: str,
    as_of: Month,
    rules: LightRules | None = None,
) -> Progress | None:
    for row in headline_rows(snapshot, region, as_of, rules, only=indicator_id):
        return row
    return None


def _movement(
    snapshot: Snapshot, indicator_id: str, month: Month, before: Month, members: Sequence[Region]
) -> dict[str, float]:
    """Return 进位 of each member by the measure the indicator is judged by."""
    judged = snapshot.indicator(indicator_id).judged_by
    by = RankBy.GROWTH if judged is Measure.GROWTH else RankBy.COMPLETION
    better = _direction(snapshot, indicator_id, by)
    now = places(_values(snapshot, indicator_id, by, month, members), better)
    then = places(_values(snapshot, indicator_id, by, before, members), better)
    return {code: float(then[code] - rank) for code, rank in now.items() if code in then}


def _lights(
    snapshot: Snapshot,
    indicator_id: str,
    month: Month,
    members: Iterable[Region],
    rules: LightRules | None,
) -> dict[str, Light]:
    rows = {r.code: _headline(snapshot, indicator_id, r.code, month, rules) for r in members}
    return {code: row.light for code, row in rows.items() if row is not None}


@dataclass(frozen=True, slots=True)
class Contribution:
    """A region's part of the provincial gap, in the indicator's unit: A − pace × T."""

    region: Region
    gap_amount: float


@dataclass(frozen=True, slots=True)
class SumCheck:
    """The parts of a region added up beside its own figure. `difference` = whole − sum."""

    whole: float | None
    parts: float
    missing: tuple[Region, ...]

    @property
    def difference(self) -> float | None:
        """The unexplained rest, shown, never forced; None while a part or the whole is missing."""
        return None if self.whole is None or self.missing else self.whole - self.parts


def adding_members(snapshot: Snapshot, parent: str) -> list[Region]:
    """Return the members that add up to a region: new areas lie inside another and do not."""
    return [
        region
        for region in snapshot.catalogue.members(parent)
        if region.level is not RegionLevel.NEW_AREA
    ]


def contributions(
    snapshot: Snapshot, indicator_id: str, parent: str, as_of: Month
) -> tuple[Contribution, ...]:
    """Return which members make the gap to pace, the most behind first; none without a pace."""
    found = []
    for region in adding_members(snapshot, parent):
        row = _headline(snapshot, indicator_id, region.code, as_of)
        if row is not None and row.pace_gap_amount is not None:
            found.append(Contribution(region, row.pace_gap_amount))
    return tuple(sorted(found, key=lambda part: part.gap_amount))


def sum_of_actuals(
    snapshot: Snapshot, indicator_id: str, parent: str, month: Month
) -> SumCheck | None:
    """Add the members' amounts beside the region's own; None where they do not add up at all."""
    if snapshot.indicator(indicator_id).aggregation != "sum":
        return None

    def amount(code: str) -> float | None:
        reading = series_of(snapshot, indicator_id, code).read(Measure.AMOUNT, month)
        return None if reading is None else reading.value

    return _sum(amount, adding_members(snapshot, parent), parent)


def _sum(amount: Callable[[str], float | None], parts: Sequence[Region], parent: str) -> SumCheck:
    values = {region.code: amount(region.code) for region in parts}
    return SumCheck(
        amount(parent),
        sum(value for value in values.values() if value is not None),
        tuple(region for region in parts if values[region.code] is None),
    )
