"""合计 and 总计 only check, as rows and as columns: a total that differs from its parts is told,
and never written.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from tracker import wording
from tracker.catalogue_words import stored_word
from tracker.errors import BadValue
from tracker.exchange.importing.facets import Facets
from tracker.exchange.importing.findings import Findings
from tracker.exchange.importing.heads import Heads
from tracker.exchange.importing.lanes import Lane
from tracker.exchange.importing.layout import Table
from tracker.exchange.importing.measure_words import Role
from tracker.exchange.importing.resolver import Resolver
from tracker.exchange.importing.table_reader import TableReader
from tracker.indicators import Catalogue, Indicator, Measure, RegionLevel

_WHOLE_UNITS = frozenset("家个户人项")

Part = tuple[str, float | None]
"""A region's code and its figure, None where there is none."""


@dataclass(frozen=True, slots=True)
class TotalCheck:
    """Checks the total row, and the total column, of one table of regions."""

    table: Table
    heads: Heads
    resolver: Resolver
    reader: TableReader
    findings: Findings

    def run(self) -> None:
        """Tell every total that its parts do not add up to."""
        rows = [row for row in self.table.body if self._is_total(row)]
        if len(rows) == 1:
            self._check(rows[0])
        columns = [one for one, said in self.heads.columns.items() if _is_total(said)]
        if len(columns) == 1:
            for row in self.table.body:
                self._check_across(row, columns[0])

    def _is_total(self, row: int) -> bool:
        return _is_total(self.heads.rows[row])

    def _check_across(self, row: int, total: int) -> None:
        """Compare the total of a row with the regions beside it, where they are of one series."""
        facets = self.heads.rows[row]
        named = [one for one, said in self.heads.columns.items() if said.region]
        if facets.role is not None or facets.trouble or not named:
            return
        lanes = [one for one in self.reader.lanes(row) if one.slot.region]
        kinds = {(one.slot.indicator, one.slot.month, one.slot.basis) for one in lanes}
        if len(lanes) != len(named) or len(kinds) != 1 or not _adds_up(lanes[0]):
            return
        try:
            whole = self.reader.figure(row, _at(lanes[0], total))
            parts = [(one.slot.region, self.reader.figure(row, one)) for one in lanes]
        except BadValue:
            return  # Told where the cell is read; there is nothing to compare.
        if whole is not None:
            self._compare(row, _at(lanes[0], total), whole, parts)

    def _check(self, total: int) -> None:
        named = [row for row in self.table.body if self.heads.rows[row].region]
        if not named or any(self.heads.rows[row].trouble for row in self.table.body):
            return
        for lane in self.reader.lanes(total):
            if lane.slot.region or not _adds_up(lane):
                continue
            parts: list[Part] = []
            try:
                whole = self.reader.figure(total, lane)
                for row in named:
                    region = self.resolver.place(self.heads.rows[row].region)
                    parts.append((region, self.reader.figure(row, lane)))
            except BadValue:
                continue  # Told where the cell is read; there is nothing to compare.
            if whole is not None:
                self._compare(total, lane, whole, parts)

    def _compare(self, row: int, lane: Lane, whole: float, parts: Sequence[Part]) -> None:
        """Tell a difference; 兰州新区 may be added or not, as the table has it."""
        inner, areas = parts_of(parts, self.resolver.catalogue)
        if not inner and not areas:
            return
        tolerance = _tolerance(lane.reading.indicator, (whole, *inner, *areas))
        sums = [_sum(inner or areas), _sum([*inner, *areas])]
        if all(abs(one - _exact(whole)) > tolerance for one in sums):
            unit = lane.reading.indicator.unit
            added = wording.plain(float(sums[0]))
            self.findings.tell(
                row,
                lane.slot.column,
                f"合计是{wording.plain(whole)}{unit}，各地区加起来是{added}{unit}，对不上；"
                "合计不导入，请核对",
            )


def parts_of(parts: Sequence[Part], catalogue: Catalogue) -> tuple[list[float], list[float]]:
    """Split the figures into those that add up to a total, and those of new areas.

    Of several levels only the highest below the province counts: counties lie in prefectures.
    """
    levels = {code: catalogue.region(code).level for code, _ in parts if code}
    below = (RegionLevel.PREFECTURE, RegionLevel.COUNTY)
    level = next((one for one in below if one in levels.values()), None)
    inner = [value or 0.0 for code, value in parts if level and levels.get(code) is level]
    areas = [value or 0.0 for code, value in parts if levels.get(code) is RegionLevel.NEW_AREA]
    return inner, areas


def _is_total(said: Facets) -> bool:
    return said.role is Role.TOTAL and not said.region and not said.trouble


def _at(lane: Lane, column: int) -> Lane:
    """Return a lane that reads another column alike."""
    return lane._replace(slot=lane.slot._replace(column=column))


def _adds_up(lane: Lane) -> bool:
    return lane.reading.measure is Measure.AMOUNT and lane.reading.indicator.unit != "%"


def _tolerance(indicator: Indicator, values: Sequence[float]) -> Decimal:
    """Return how far a sum may lie off because each figure was rounded; whole units never are."""
    if stored_word(indicator.unit) in _WHOLE_UNITS:
        return Decimal(0)
    decimals = max(indicator.decimals, *map(_decimals, values))
    return Decimal(5).scaleb(-decimals - 1) * len(values)


def _exact(value: float) -> Decimal:
    return Decimal(f"{value:.15g}")


def _sum(values: Sequence[float]) -> Decimal:
    return sum(map(_exact, values), Decimal(0))


def _decimals(value: float) -> int:
    exponent = _exact(value).normalize().as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0
