"""Lanes: the columns of a table as one kind of row sees them."""

from collections.abc import Iterable, Sequence
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
from tracker.indicators import Indicator, Measure

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

    @property
    def open(self) -> bool:
        """Say whether figures may be entered in all of them."""
        return not any(reading.closed for _, reading in self.lanes)


class KnownLanes:
    """Lanes of earlier tables. Many sheets differ in their indicator only; where two indicators
    are entered alike, the second takes over how the first one's columns were read.
    """

    def __init__(self) -> None:
        self._held: dict[tuple[object, ...], tuple[Sequence[Facets], Lanes]] = {}

    def find(self, name: tuple[object, ...], indicator: Indicator) -> Lanes | None:
        """Return the lanes under a name for an indicator; None where none are known."""
        found = self._held.get(name)
        if found is None:
            return None
        lanes = tuple(
            Lane(Slot(slot[0], indicator.id, *slot[2:]), _of_another(reading, indicator))
            for slot, reading in found[1].lanes
        )
        slots = tuple(slot for slot, _ in lanes)
        return Lanes(lanes, slots, found[1].columns, found[1].plain)

    def keep(self, name: tuple[object, ...], facets: Sequence[Facets], lanes: Lanes) -> None:
        """Keep lanes; the facets, which the name has by their identity, live on with them."""
        self._held[name] = (facets, lanes)


class LaneReader:
    """Reads each column once for every kind of row (the rows' regions apart)."""

    def __init__(
        self,
        table: Table,
        heads: Heads,
        resolver: Resolver,
        findings: Findings,
        known: KnownLanes,
    ) -> None:
        self._of_file = known
        self._table = table
        self._rows = table.sheet.rows
        self._heads = heads
        self._resolver = resolver
        self._findings = findings
        self._kinds = CellKinds()
        hidden = table.sheet.hidden_columns
        self._columns = [column for column in heads.columns if column not in hidden]
        self._known: dict[tuple[object, ...], Lanes] = {}
        self._facets = [heads.columns[column] for column in self._columns]
        self._alike = (tuple(self._columns), tuple(map(id, self._facets)))
        self._own = any(one.indicator or one.region or one.units for one in self._facets)

    def of(self, row: int) -> Lanes:
        """Return how the columns are read in a row."""
        facets = self._heads.rows[row]
        cells = self._rows[row]
        if facets.measure is None and says_growth(cells[column] for column in self._columns):
            facets = replace(facets, measure=Measure.GROWTH)
        kind = (
            facets.indicator, facets.period, facets.measure, facets.basis, facets.units,
            facets.status, facets.role, facets.last_year, facets.trouble,
        )  # fmt: skip
        lanes = self._known.get(kind)
        if lanes is None:
            lanes = self._known[kind] = self._read(replace(facets, region=""), kind)
        return lanes

    def _read(self, facets: Facets, kind: tuple[object, ...]) -> Lanes:
        """Read the columns for one kind of row, or take over what is known of them."""
        indicator = self._resolver.only_indicator(facets)
        name: tuple[object, ...] = ()
        if indicator is not None and not self._own and not facets.units:
            name = (self._alike, *kind[1:], *self._resolver.without_indicator(indicator))
            found = self._of_file.find(name, indicator)
            if found is not None:
                return found
        lanes = self._lanes(facets)
        if name and len(lanes.lanes) == len(self._columns) and lanes.open:
            self._of_file.keep(name, self._facets, lanes)
        return lanes

    def _lanes(self, facets: Facets) -> Lanes:
        lanes = tuple(
            lane for column in self._columns if (lane := self._lane(facets, column)) is not None
        )
        plain = all(
            reading.scale is None and not reading.closed and reading.measure is not Measure.RANK
            for _, reading in lanes
        )
        slots = tuple(slot for slot, _ in lanes)
        return Lanes(lanes, slots, tuple(slot.column for slot in slots), plain)

    def _lane(self, kind: Facets, column: int) -> Lane | None:
        """Return how a column is read in a kind of row; None, and told once, where it is not."""
        facets = self._heads.columns[column]
        reason = facets.trouble
        if facets.role in (Role.TARGET, Role.ANNUAL_TARGET) and not reason:
            return None  # Read by TargetColumns.
        if facets.role is Role.COMPUTED:
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


def _of_another(reading: Reading, indicator: Indicator) -> Reading:
    """Return a reading for an indicator that is entered alike, in its own unit."""
    one = reading
    unit = indicator.unit if one.unit == one.indicator.unit else one.unit
    return Reading(
        indicator, one.month, one.measure, one.basis, unit, one.scale, one.status, one.closed,
        one.assumed_basis, one.assumed_unit,
    )  # fmt: skip


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
