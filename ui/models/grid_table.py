"""GridTable: what the grids of 填报 and 目标 share: typed cells, problems, one step per batch."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal

from tracker.edits import Changes, Edit
from tracker.errors import TrackerError
from tracker.exchange.clipboard import Block, Selection
from tracker.exchange.numerals import is_blank, says_none
from ui.models.cell_look import (
    PasteReport,
    Problem,
)
from ui.models.grid_cells import GridCells, Index
from ui.models.landing import GridKey, Landing, spread
from ui.session import Session

TypedCell = tuple[int, int, str]
"""Row, column and the text typed or pasted there."""
_NOWHERE = QModelIndex()


class GridTable(GridCells):
    """An editable grid. Good values are recorded at once, bad ones stay as typed beside them.

    A subclass says which key a cell stands for, why it is closed, what edit a text makes and how
    a cell looks; everything about batches, problems and repainting is here.
    """

    refused = Signal(str)
    """The ledger did not take a batch: its sentence. The typed text stays in the cells."""
    paste_ended = Signal()
    """The mark of the last paste is gone, by an undo or a further edit."""
    problems_changed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.problems: dict[GridKey, Problem] = {}
        self._pasted: frozenset[GridKey] = frozenset()
        self._pasted_edits: frozenset[GridKey] = frozenset()
        self._pasted_bounds: tuple[int, int, int, int] | None = None
        self._last_recorded: frozenset[GridKey] = frozenset()
        self._recording = False
        session.changed.connect(self._on_changed)

    # What a subclass says.

    def edit_of(self, key: GridKey, text: str) -> Edit | None:
        """Turn typed text into an edit; None when nothing would change. Raises TrackerError."""
        raise NotImplementedError

    def problem_of(self, key: GridKey, text: str, error: TrackerError) -> Problem:
        """Describe text that cannot be written, with a fix where one is obvious."""
        raise NotImplementedError

    def step_text(self, edit: Edit) -> str:
        """Name the undo step of one edit."""
        raise NotImplementedError

    def place_words(self, keys: frozenset[GridKey]) -> str:
        """Name the columns and rows that keys lie in: 4 月，第 1—8 行."""
        raise NotImplementedError

    def rows_touched(self, changes: Changes) -> Iterable[int]:
        """Return the rows that a change may have altered."""
        raise NotImplementedError

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Enter one typed text: a batch of one."""
        if role != Qt.ItemDataRole.EditRole or not index.isValid():
            return False
        if self.key_at(index.row(), index.column()) is None:
            return False
        if self.closed_reason(index.row(), index.column()):
            return False
        self.enter([(index.row(), index.column(), str(value or ""))])
        return True

    # What views ask.

    def text_to_edit(self, row: int, column: int) -> str:
        """Return what an editor starts from: the text that was refused, else the stored value."""
        problem = self.problem_at(row, column)
        return self.raw_text(row, column) if problem is None else problem.typed

    def copied_text(self, row: int, column: int) -> str:
        """Return what a copy of a cell puts on the clipboard: plain digits, no commas."""
        look = self.look(row, column)
        if look.problem:
            return look.text
        shown = look.text.replace(",", "").replace("−", "-")
        return self.raw_text(row, column) or shown

    def problem_at(self, row: int, column: int) -> Problem | None:
        """Return what is wrong in a cell; None when all is well."""
        key = self.key_at(row, column)
        return None if key is None else self.problems.get(key)

    @property
    def pasted_bounds(self) -> tuple[int, int, int, int] | None:
        """Top, left, bottom and right of the cells pasted last; None when unmarked."""
        return self._pasted_bounds

    def is_pasted(self, key: GridKey) -> bool:
        """Say whether a cell belongs to the paste that was made last."""
        return key in self._pasted

    def _bounds_of(self, keys: frozenset[GridKey]) -> tuple[int, int, int, int] | None:
        rows: list[int] = []
        columns: list[int] = []
        for row in range(self.rowCount(_NOWHERE)):
            for column in range(self.columnCount(_NOWHERE)):
                if self.key_at(row, column) in keys:
                    rows.append(row)
                    columns.append(column)
        return (min(rows), min(columns), max(rows), max(columns)) if rows else None

    # Entering.

    def enter(self, cells: Sequence[TypedCell], step: str = "") -> tuple[int, int, int]:
        """Write what is good in one step and keep what is not as typed.

        Returns how many were written, refused, and left out because their cell is closed. A
        `{n}` in the step's name stands for the number written.
        """
        edits: list[Edit] = []
        typed: dict[GridKey, str] = {}
        refused = closed = 0
        before = dict(self.problems)
        for row, column, text in cells:
            key = self.key_at(row, column)
            if key is None or self.closed_reason(row, column):
                closed += bool(text.strip())
                continue
            try:
                edit = self.edit_of(key, text)
            except TrackerError as error:
                self.problems[key] = self.problem_of(key, text, error)
                refused += 1
                continue
            self.problems.pop(key, None)
            typed[key] = text
            if edit is not None:
                edits.append(edit)
        written = self._record(edits, step, typed)
        if self.problems != before:
            self._repaint({row for row, _, _ in cells})
            self.problems_changed.emit()
        return written, refused, closed

    def offer(self, block: Block, selection: Selection) -> object:
        """Return the Landing of a block, or what a person should look at before it is pasted."""
        return self.land(block, selection)

    def paste_landing(self, landing: Landing) -> PasteReport:
        """Enter what a block does where it lands as one step, and mark its cells."""
        with self._repainting_once():
            self.end_paste()
            for key in landing.edits:
                self.problems.pop(key, None)
            self.problems.update(landing.problems)
            edits = [edit for edit, _ in landing.edits.values() if edit is not None]
            typed = {key: text for key, (_, text) in landing.edits.items()}
            self._last_recorded = frozenset()
            written = self._record(edits, "粘贴 {n} 个值", typed)
            self._pasted = frozenset((*landing.edits, *landing.problems))
            self._pasted_edits = self._last_recorded
            self._pasted_bounds = self._bounds_of(self._pasted)
            self._repaint(range(self.rowCount(_NOWHERE)))
        self.problems_changed.emit()
        return PasteReport(
            len(self._pasted),
            len(landing.edits) if written or not edits else 0,
            len(landing.problems),
            landing.closed,
            self.place_words(self._pasted),
            bool(self._last_recorded),
        )

    def land(self, block: Block, selection: Selection) -> Landing:
        """Say what each text of a block does where it lands. Blank texts leave cells alone."""
        landing = Landing()
        for row, column, text in spread(block, selection):
            inside = row < self.rowCount(_NOWHERE) and column < self.columnCount(_NOWHERE)
            key = self.key_at(row, column) if inside else None
            if is_blank(text) or says_none(text):
                continue
            if key is None or self.closed_reason(row, column):
                landing.closed += 1
                continue
            try:
                landing.edits[key] = (self.edit_of(key, text), text)
            except TrackerError as error:
                landing.problems[key] = self.problem_of(key, text, error)
        return landing

    def drop_problem(self, row: int, column: int) -> None:
        """Forget the text that was refused; the stored value shows again."""
        key = self.key_at(row, column)
        if key is not None and self.problems.pop(key, None) is not None:
            self._repaint({row})
            self.problems_changed.emit()

    def retry_unsaved(self) -> int:
        """Enter again what the ledger did not take; return how many cells were written."""
        cells: list[TypedCell] = []
        for key, problem in list(self.problems.items()):
            place = self.place_of(key) if problem.unsaved else None
            if place is not None:
                cells.append((*place, problem.typed))
        return self.enter(cells, "补写 {n} 个值")[0] if cells else 0

    def end_paste(self) -> None:
        """Take the marks of the last paste away."""
        if not self._pasted:
            return
        self._pasted = self._pasted_edits = frozenset()
        self._pasted_bounds = None
        self._repaint(range(self.rowCount(_NOWHERE)))
        self.paste_ended.emit()

    def _record(self, edits: list[Edit], step: str, typed: dict[GridKey, str]) -> int:
        if not edits:
            return 0
        self.end_paste()
        text = step.format(n=len(edits)) if step else self.step_text(edits[0])
        self._recording = True
        try:
            changes = self.session.record(edits, text)
        except TrackerError as error:
            for key, kept in typed.items():
                self.problems[key] = Problem(kept, "没有写入", str(error), unsaved=True)
            self.refused.emit(str(error))
            return 0
        finally:
            self._recording = False
        self._last_recorded = frozenset((*changes.cells, *changes.targets))
        return len(edits)

    # Repainting.

    def _on_changed(self, changes: Changes) -> None:
        if self._pasted and not self._recording:
            touched = frozenset((*changes.cells, *changes.targets))
            if touched == self._pasted_edits:  # the paste itself was undone
                for key in self._pasted:
                    self.problems.pop(key, None)
                self.problems_changed.emit()
            self.end_paste()
        self._repaint(self.rows_touched(changes))
