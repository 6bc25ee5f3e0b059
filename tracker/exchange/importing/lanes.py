"""Lanes: the columns of a table as one kind of row sees them."""

from collections.abc import Iterable
from dataclasses import replace
from typing import NamedTuple

from tracker.exchange.importing.cell_kinds import CellKinds, Kind
from tracker.exchange.importing.facets import Facets
from tracker.exchange.importing.findings import Findings
from tracker.exchange.importing.heads import Heads
from tracker.exchange.importing.layout import Table
from tracker.exchange.importing.measure_words import Role
from tracker.exchange.importing.plan import Slot
from tracker.exchange.importing.resolver import (
    Missing,
    Reading,
    Resolver,
    Unclear,
    skipped_reason,
)
from tracker.exchange.sheets import Cell
from tracker.indicators import Measure

_GROWTH_STARTS = ("增长", "下降", "上升", "上涨", "下跌", "持平", "提高", "回落", "同比")


class Lane(NamedTuple):
    """A column: what its figures are, and where they go."""

    slot: Slot
    reading: Reading


class Lanes(NamedTuple):
    """The columns that can be read in one kind of row.

    `plain`: bare numbers in them need no look, they are in the ledger's unit and may be entered.
    """

    lanes: tuple[Lane, ...]
    slots: tuple[Slot, ...]
    columns: tuple[int, ...]
    plain: bool


class LaneReader:
    """Reads each column once for every kind of row (the rows' regions apart)."""

    def __init__(self, table: Table, heads: Heads, resolver: Resolver, findings: Findings) -> None:
        self._table = table
        self._rows = table.sheet.rows
        self._heads = heads
        self._resolver = resolver
        self._findings = findings
        self._kinds = CellKinds()
        hidden = table.sheet.hidden_columns
        self._columns = [column for column in heads.columns if column not in hidden]
        self._known: dict[Facets, Lanes] = {}

    def of(self, row: int) -> Lanes:
        """Return how the columns are read in a row."""
        facets = self._heads.rows[row]
        cells = self._rows[row]
        if facets.measure is None and says_growth(cells[column] for column in self._columns):
            facets = replace(facets, measure=Measure.GROWTH)
        kind = replace(facets, region="") if facets.region else facets
        if kind not in self._known:
            lanes = tuple(
                lane for column in self._columns if (lane := self._lane(kind, column)) is not None
            )
            plain = all(
                reading.scale is None and not reading.closed and reading.measure is not Measure.RANK
                for _, reading in lanes
            )
            self._known[kind] = Lanes(
                lanes,
                tuple(slot for slot, _ in lanes),
                tuple(slot.column for slot, _ in lanes),
                plain,
            )
        return self._known[kind]

    def _lane(self, kind: Facets, column: int) -> Lane | None:
        """Return how a column is read in a kind of row; None, and told once, where it is not."""
        facets = self._heads.columns[column]
        reason = facets.trouble
        if facets.role in (Role.TARGET, Role.COMPUTED):
            reason = skipped_reason(facets.role)
        elif facets.role is Role.TOTAL and not facets.region:
            return None
        if not reason:
            try:
                return self._certain(kind, facets, column)
            except Missing as missing:
                if self._has_figures(column):
                    self._findings.ask(missing, self._heads.header_row, column)
                return None
            except Unclear as unclear:
                reason = str(unclear)
        if self._has_figures(column):
            self._findings.tell(self._heads.header_row, column, f"{reason}，这一列没有导入")
        return None

    def _certain(self, kind: Facets, facets: Facets, column: int) -> Lane:
        """Resolve a column. Raises Missing or Unclear."""
        try:
            reading = self._resolver.read(kind, facets)
        except Missing as missing:
            cells = (self._rows[row][column] for row in self._table.body)
            if missing.about != "measure" or not says_growth(cells):
                raise
            reading = self._resolver.read(kind, replace(facets, measure=Measure.GROWTH))
        slot = Slot(
            column,
            reading.indicator.id,
            reading.month,
            reading.measure,
            reading.basis,
            self._resolver.place(facets.region),
            reading.status,
        )
        return Lane(slot, reading)

    def _has_figures(self, column: int) -> bool:
        kinds = (self._kinds.of(self._rows[row][column]) for row in self._table.body)
        return any(kind is not Kind.BLANK for kind in kinds)


def says_growth(cells: Iterable[Cell]) -> bool:
    """Say whether every figure among cells is itself written as a growth: 6.7%, 下降8.0%."""
    said = False
    for cell in cells:
        if not isinstance(cell, str):
            return False
        text = cell.strip()
        if text.endswith(("%", "％")) or text.startswith(_GROWTH_STARTS):
            said = True
        elif any(letter.isdigit() for letter in text):
            return False
    return said
