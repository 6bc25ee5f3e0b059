"""The lights of many regions at one month: indicators down, regions across."""

from collections.abc import Sequence
from dataclasses import dataclass

from tracker.indicators import Indicator, Region
from tracker.periods import Month
from tracker.progress.result import Progress
from tracker.progress.rows import headline_rows
from tracker.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """An indicator's headline in each region, None where the region has no target of it."""

    indicator: Indicator
    cells: tuple[Progress | None, ...]


@dataclass(frozen=True, slots=True)
class LightMatrix:
    """Rows in catalogue order; the cells of each stand in the order of `regions`.

    `known` are all indicators that a region has a target or a figure of.
    """

    regions: tuple[Region, ...]
    rows: tuple[MatrixRow, ...]
    known: tuple[Indicator, ...] = ()

    def ordered(self, codes: Sequence[str]) -> "LightMatrix":
        """Return the regions in another order, those that `codes` does not name last."""
        places = {code: at for at, code in enumerate(codes)}
        order = sorted(
            range(len(self.regions)), key=lambda at: places.get(self.regions[at].code, len(places))
        )
        return LightMatrix(
            tuple(self.regions[at] for at in order),
            tuple(MatrixRow(r.indicator, tuple(r.cells[at] for at in order)) for r in self.rows),
            self.known,
        )


def light_matrix(snapshot: Snapshot, members: Sequence[Region], as_of: Month) -> LightMatrix:
    """Read the headlines of regions; indicators nobody has a target of are left out."""
    held: list[dict[str, Progress]] = []
    known: dict[str, Indicator] = {}
    for region in members:
        found = headline_rows(snapshot, region.code, as_of)
        known |= {row.indicator.id: row.indicator for row in found}
        held.append({row.indicator.id: row for row in found if row.target is not None})
    ordered = sorted(known.values(), key=lambda indicator: indicator.order)
    rows = (MatrixRow(one, tuple(rows.get(one.id) for rows in held)) for one in ordered)
    judged = tuple(row for row in rows if any(cell is not None for cell in row.cells))
    return LightMatrix(tuple(members), judged, tuple(ordered))
