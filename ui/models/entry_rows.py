"""The rows of the entry grid: which series stand in which group, and the words of the groups."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from tracker.entry_context import entry_basis, entry_indicators, entry_measure
from tracker.indicators import Basis, Indicator, Measure, MeasureKind, Region
from tracker.snapshot import Snapshot

ALL_IN_USE = ""
WHOLE_CATALOGUE = "*"
CUMULATIVE, GROWTH, TASKS = GROUPS = ("累计类", "增速类", "位次与清单")
"""The groups of the grids, in their order."""


class Way(StrEnum):
    """The two directions of 填报: one region's months, or one month's regions."""

    INDICATORS = "indicators"
    REGIONS = "regions"


@dataclass(frozen=True, slots=True)
class EntryView:
    """What the tool row of 填报 chooses. No measure: each row's own; no department: all.

    `lever` is a lever's name, ALL_IN_USE or WHOLE_CATALOGUE.
    """

    basis: Basis = Basis.YTD
    measure: Measure | None = None
    department: str = ""
    lever: str = ALL_IN_USE
    way: Way = Way.INDICATORS


@dataclass(frozen=True, slots=True)
class GroupRow:
    """A group's head inside the grid."""

    title: str
    hint: str


@dataclass(frozen=True, slots=True)
class SeriesRow:
    """One series to fill in. `number` counts from 1 through both groups."""

    number: int
    indicator: Indicator
    measure: Measure
    basis: Basis


@dataclass(frozen=True, slots=True)
class RegionRow:
    """One region to fill in."""

    number: int
    region: Region


Row = GroupRow | SeriesRow | RegionRow


def indicators_in_view(
    snapshot: Snapshot, regions: Sequence[str], year: int, lever: str
) -> tuple[Indicator, ...]:
    """Return the indicators that the 指标 choice admits, in use in any of the regions."""
    every = tuple(snapshot.catalogue.indicators.values())
    if lever == WHOLE_CATALOGUE:
        return every
    used = {one.id for region in regions for one in entry_indicators(snapshot, region, year)}
    in_use = tuple(one for one in every if one.id in used)
    return in_use if lever == ALL_IN_USE else tuple(one for one in in_use if one.lever == lever)


def entry_rows(snapshot: Snapshot, regions: Sequence[str], year: int, view: EntryView) -> list[Row]:
    """Return the rows of a view: 累计类, 增速类, 位次与清单, each under its head."""
    groups: dict[str, list[tuple[Indicator, Measure]]] = {name: [] for name in GROUPS}
    for indicator in indicators_in_view(snapshot, regions, year, view.lever):
        measure = entry_measure(indicator, view.measure)
        if measure is None or (view.department and indicator.lead_department != view.department):
            continue
        groups[group_of(indicator)].append((indicator, measure))
    rows: list[Row] = []
    number = 0
    for title, members in groups.items():
        if not members:
            continue
        rows.append(GroupRow(title, group_hint(view, title)))
        for indicator, measure in members:
            number += 1
            basis = entry_basis(indicator, measure, view.basis)
            rows.append(SeriesRow(number, indicator, measure, basis))
    return rows


def group_of(indicator: Indicator) -> str:
    """Name the group that an indicator stands in."""
    if indicator.kind in (MeasureKind.RANK, MeasureKind.MILESTONE):
        return TASKS
    return CUMULATIVE if indicator.accumulates else GROWTH


def group_hint(view: EntryView, group: str) -> str:
    """Say what is typed in a group: 填当年累计，当月数自动算."""
    cumulative = group == CUMULATIVE
    if group == TASKS and view.measure is not Measure.RANK:
        return "填第几名，或 推进中、完成"
    monthly = view.basis is Basis.MONTH
    if view.measure is Measure.RANK:
        return "填位次，第几名"
    amounts = view.measure is Measure.AMOUNT or (view.measure is None and cumulative)
    if amounts:
        return "填当月数，累计数自动算" if monthly else "填当年累计，当月数自动算"
    return "填当月同比，%" if monthly else "填累计同比，%"
