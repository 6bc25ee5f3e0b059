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
    """Rows in catalogue order; the cells of each stand in the order of `regions`."""

    regions: tuple[Region, ...]
    rows: tuple[MatrixRow, ...]

    def ordered(self, codes: Sequence[str]) -> "LightMatrix":
        """Return the regions in another order, those that `codes` does not name last."""
        places = {code: at for at, code in enumerate(codes)}
        order = sorted(
            range(len(self.regions)), key=lambda at: places.get(self.regions[at].code, len(places))
        )
        return LightMatrix(
            tuple(self.regions[at] for at in order),
            tuple(MatrixRow(r.indicator, tuple(r.cells[at] for at in order)) for r in self.rows),
        )


def light_matrix(snapshot: Snapshot, members: Sequence[Region], as_of: Month) -> LightMatrix:
    """Read the headlines of regions; indicators nobody has a target of are left out."""
    held: list[dict[str, Progress]] = []
    for region in members:
        found = headline_rows(snapshot, region.code, as_of)
        held.append({row.indicator.id: row for row in found if row.target is not None})
    named = {name for rows in held for name in rows}
    indicators = sorted(
        (snapshot.indicator(name) for name in named), key=lambda indicator: indicator.order
    )
    return LightMatrix(
        tuple(members),
        tuple(MatrixRow(one, tuple(rows.get(one.id) for rows in held)) for one in indicators),
    )
