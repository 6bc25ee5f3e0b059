"""One table of a sheet → rows of figures with their places; what could not be read is told."""

import math
from collections.abc import Mapping, Sequence
from typing import NamedTuple, cast

from tracker.errors import BadValue
from tracker.exchange.importing.facets import Facets
from tracker.exchange.importing.figures import figure
from tracker.exchange.importing.findings import Findings
from tracker.exchange.importing.heads import Heads
from tracker.exchange.importing.lanes import KnownLanes, Lane, LaneReader, Lanes
from tracker.exchange.importing.layout import Table
from tracker.exchange.importing.measure_words import Role
from tracker.exchange.importing.plan import Strip
from tracker.exchange.importing.resolver import Resolver, skipped_reason
from tracker.exchange.numerals import TOO_LARGE
from tracker.exchange.sheets import Cell, address


class RowFigures(NamedTuple):
    """The figures of one row, and how each was read: strip.slots[i] belongs to lanes[i]."""

    strip: Strip
    lanes: Sequence[Lane]


class TableReader:
    """Reads the body of one table."""

    def __init__(
        self,
        table: Table,
        heads: Heads,
        resolver: Resolver,
        findings: Findings,
        default_region: str,
        known: KnownLanes,
    ) -> None:
        self._table = table
        self._rows = table.sheet.rows
        self._heads = heads
        self._resolver = resolver
        self._default = default_region
        self._findings = findings
        self._lanes = LaneReader(table, heads, resolver, findings, known)
        self._unsure = unsure_cells(table, heads)
        self._names_regions = any(one.region for one in heads.rows.values())

    def read(self) -> list[RowFigures]:
        """Return the figures of every row that can be read."""
        trouble = self._resolver.context.trouble
        if trouble:
            self._findings.tell(self._heads.header_row, 0, f"{trouble}，这张表没有导入")
            return []
        self._tell_hidden()
        hidden = self._table.sheet.hidden_rows
        rows = (self._row(row) for row in self._table.body if row not in hidden)
        return [found for found in rows if found is not None]

    def lanes(self, row: int) -> Sequence[Lane]:
        """Return how the columns are read in a row."""
        return self._lanes.of(row).lanes

    def figure(self, row: int, lane: Lane) -> float | None:
        """Return a figure in the ledger's unit; None for no figure. Raises BadValue."""
        column = lane.slot.column
        if (row, column) in self._unsure:
            raise BadValue(self._unsure[row, column])
        return figure(self._rows[row][column], lane.reading)

    def _row(self, row: int) -> RowFigures | None:
        """Read a row; None, and told once, where it cannot be read."""
        facets = self._heads.rows[row]
        if not self._has_figures(row) or (facets.role is Role.TOTAL and not facets.region):
            return None
        reason = facets.trouble
        if facets.role in (Role.TARGET, Role.ANNUAL_TARGET, Role.COMPUTED):
            reason = skipped_reason(facets.role)
        if not reason:
            region = self._resolver.place(facets.region) or self._default_region(facets)
            found = self._lanes.of(row)
            if region or all(slot.region for slot in found.slots):
                return self._taken(row, region, found)
            reason = "没写是哪个地区"
        self._findings.tell(row, self._heads.row_cells[row], f"{reason}，这一行没有导入")
        return None

    def _taken(self, row: int, region: str, found: Lanes) -> RowFigures | None:
        """Take over the figures of a row; what is none is told cell by cell."""
        cells = self._rows[row]
        sheet = self._table.sheet.name
        if found.plain and not self._unsure:
            values = [cells[column] for column in found.columns]
            if _are_numbers(values):
                numbers = cast(Sequence[float], values)
                return RowFigures(Strip(sheet, row, region, found.slots, numbers), found.lanes)
        read = [(lane, self._one(row, lane)) for lane in found.lanes]
        taken = [lane for lane, value in read if value is not None]
        if not taken:
            return None
        slots = tuple(slot for slot, _ in taken)
        kept = [value for _, value in read if value is not None]
        return RowFigures(Strip(sheet, row, region, slots, kept), taken)

    def _one(self, row: int, lane: Lane) -> float | None:
        """Return one figure; None where there is none, or where it is told why not."""
        try:
            value = self.figure(row, lane)
        except BadValue as error:
            self._findings.tell(row, lane.slot.column, str(error))
            return None
        if value is not None and lane.reading.closed:
            self._findings.tell(row, lane.slot.column, f"{lane.reading.closed}没有导入")
            return None
        return value

    def _default_region(self, facets: Facets) -> str:
        """Return the region of a table whose rows name none: the title's, else the usual one."""
        if facets.region or self._names_regions:
            return ""
        return self._resolver.context.region or self._default

    def _has_figures(self, row: int) -> bool:
        cells = self._rows[row]
        return any(cells[column] != "" for column in self._heads.columns)

    def _tell_hidden(self) -> None:
        sheet = self._table.sheet
        rows = [row for row in self._table.body if row in sheet.hidden_rows]
        rows = [row for row in rows if self._has_figures(row)]
        ending = "是隐藏的，没有导入；要导入请先取消隐藏"
        if rows:
            names = _listed([str(row + 1) for row in rows])
            self._findings.tell(rows[0], self._heads.row_cells[rows[0]], f"第{names}行{ending}")
        columns = [one for one in self._heads.columns if one in sheet.hidden_columns]
        if columns:
            names = _listed([address(0, column)[:-1] for column in columns])
            self._findings.tell(self._heads.header_row, columns[0], f"{names}列{ending}")


def unsure_cells(table: Table, heads: Heads) -> Mapping[tuple[int, int], str]:
    """Return the cells of merged ranges of the body: nobody knows which of them is meant."""
    body, columns = set(table.body), set(heads.columns)
    unsure: dict[tuple[int, int], str] = {}
    for top, left, bottom, right in table.sheet.merges:
        cells = [
            (row, column)
            for row in range(top, bottom + 1)
            if row in body
            for column in range(left, right + 1)
            if column in columns
        ]
        if len(cells) > 1 and table.sheet.rows[top][left] != "":
            area = f"{address(top, left)}:{address(bottom, right)}"
            unsure.update(
                dict.fromkeys(cells, f"{area} 是合并单元格，不知道是哪一格的数，没有导入")
            )
    return unsure


def _are_numbers(values: Sequence[Cell]) -> bool:
    """Say whether all values are numbers that can be entered as they are."""
    if set(map(type, values)) != {float}:
        return False
    total = sum(map(abs, cast(Sequence[float], values)))
    return math.isfinite(total) and total < TOO_LARGE


def _listed(names: Sequence[str]) -> str:
    return "、".join(names[:10]) + ("等" if len(names) > 10 else "")
