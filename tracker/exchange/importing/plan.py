"""ImportPlan: what an import would write, what it leaves alone, and why."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice
from typing import NamedTuple

from tracker.edits import ActualEdit, Edit, SettingEdit, TargetEdit
from tracker.exchange.sheets import address, excel_number
from tracker.indicators import Basis, CellKey, Measure, Status, TargetKey
from tracker.periods import Month


@dataclass(frozen=True, slots=True)
class Hints:
    """What a person answers when a table does not say it itself; None: no answer.

    `region` is the code for tables that name no region at all. `of_sheets` are the answers for
    single sheets, by name, in place of these.
    """

    indicator: str | None = None
    measure: Measure | None = None
    basis: Basis | None = None
    year: int | None = None
    month: int | None = None
    region: str | None = None
    unit: str | None = None
    of_sheets: Mapping[str, "Hints"] = field(default_factory=dict)

    def of(self, sheet: str) -> "Hints":
        """Return the answers that hold for a sheet."""
        return self.of_sheets.get(sheet, self)


NO_HINTS = Hints()

QUESTION_WORDS = {
    "indicator": "没写是哪个指标",
    "measure": "没写是总量还是增速",
    "year": "没写是哪一年",
    "month": "没写是哪个月",
    "basis": "分不清是累计数还是当月数",
}
"""What a table may leave open, by the field of Hints that answers it."""


class Remark(NamedTuple):
    """A sentence about one cell of a sheet; `cell` is like B5, or empty for the whole sheet."""

    sheet: str
    cell: str
    message: str


class Question(NamedTuple):
    """What a table does not say; `about` is the field of Hints that answers it."""

    about: str
    sheet: str
    cell: str
    message: str


class Understood(NamedTuple):
    """What one table was taken for. `area` is like A3:F18, `direction` like 地区向下，月份向右.

    `indicators` are ids, `units` those of the sheet, `months` the first and the last, `figures`
    how many it gives; `assumed_unit` says that some of the units are the ledger's, because the
    table names none.
    """

    sheet: str
    area: str
    direction: str
    indicators: tuple[str, ...]
    measures: tuple[Measure, ...]
    bases: tuple[Basis, ...]
    units: tuple[str, ...]
    months: tuple[Month, ...]
    figures: int
    assumed_unit: bool = False


class PlannedWrite(NamedTuple):
    """One cell that an import writes: the edit, what stands there now, and where it comes from."""

    edit: ActualEdit | TargetEdit
    old: float | None
    sheet: str
    row: int
    column: int

    @property
    def key(self) -> CellKey | TargetKey:
        """The cell or target that is written."""
        return self.edit.key

    @property
    def new(self) -> float | None:
        """The value, in the unit of its measure."""
        return self.edit.value

    @property
    def status(self) -> Status | None:
        """The status of a figure; targets have none."""
        return self.edit.status if isinstance(self.edit, ActualEdit) else None

    @property
    def cell(self) -> str:
        """The cell of the sheet, like B5."""
        return address(self.row, self.column)


class Slot(NamedTuple):
    """Where the figures of one column go; `region` is empty where each row has its own.

    `number` tells slots of one table apart from each other by all but the column.
    """

    column: int
    indicator: str
    month: Month
    measure: Measure
    basis: Basis
    region: str
    status: Status | None

    def key(self, region: str) -> CellKey:
        """Return the cell of the ledger, `region` being the row's."""
        return CellKey(self.indicator, self.region or region, self.month, self.measure, self.basis)


class Strip(NamedTuple):
    """New figures of one row of a sheet, side by side: slots[i] gets values[i]."""

    sheet: str
    row: int
    region: str
    slots: Sequence[Slot]
    values: Sequence[float]

    def writes(self) -> Iterator[PlannedWrite]:
        """Yield the strip's figures, none of which stands in the ledger yet."""
        for slot, value in zip(self.slots, self.values, strict=True):
            status = slot.status or Status.FLASH
            edit = ActualEdit(slot.key(self.region), excel_number(value), status)
            yield PlannedWrite(edit, None, self.sheet, self.row, slot.column)


@dataclass(frozen=True)
class ImportPlan:
    """Everything an import would do. Nothing is written where anything is doubtful.

    `blank_strips` are figures for cells that are blank so far, kept side by side; `replacing` are
    the others. `memory` is what the ledger will remember of the answers, `assumed` tells what was
    taken for granted because the table does not say it.
    """

    blank_strips: tuple[Strip, ...] = ()
    replacing: tuple[PlannedWrite, ...] = ()
    unchanged: int = 0
    conflicts: tuple[Remark, ...] = ()
    problems: tuple[Remark, ...] = ()
    questions: tuple[Question, ...] = ()
    assumed: tuple[Remark, ...] = ()
    memory: tuple[SettingEdit, ...] = ()
    sheets: tuple[str, ...] = ()
    """The sheets' names, in their order."""
    tables: tuple[Understood, ...] = ()
    """What was found on the sheets, in the order of the file."""

    @property
    def written(self) -> int:
        """How many figures and targets are written."""
        return len(self.replacing) + sum(len(strip.slots) for strip in self.blank_strips)

    @cached_property
    def writes(self) -> tuple[PlannedWrite, ...]:
        """Every figure and target that is written, in the order of the file."""
        return tuple(self._writes())

    def first_writes(self, count: int) -> list[PlannedWrite]:
        """Return the first writes, for a preview."""
        return list(islice(self._writes(), count))

    def edits(self) -> list[Edit]:
        """Return what to record, in one transaction; nothing when no figure is written."""
        if not self.written:
            return []
        return [*(write.edit for write in self.writes), *self.memory]

    def _writes(self) -> Iterator[PlannedWrite]:
        blank = (write for strip in self.blank_strips for write in strip.writes())
        if not self.replacing:
            return blank
        order = {name: number for number, name in enumerate(self.sheets)}

        def place(write: PlannedWrite) -> tuple[int, int, int]:
            return order.get(write.sheet, 0), write.row, write.column

        return iter(sorted((*blank, *self.replacing), key=place))
