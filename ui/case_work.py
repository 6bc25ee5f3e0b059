"""CaseWork: the pane of 督查 at work: it shows a row, and what is typed there is recorded."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from tracker.edits import Changes
from tracker.errors import BadValue, TrackerError
from tracker.inspection.case import read_due
from tracker.inspection.half_year import InspectionRow
from ui import dialogs
from ui.case_desk import CaseDesk
from ui.session import Session
from ui.widgets.case_pane import CasePane

_STEPS_DONE = {"submit": "已报请复核", "close": "已销号", "reopen": "已退回整改"}


class CaseWork(QObject):
    """What is typed is recorded when it is saved, and also when the person goes elsewhere."""

    acted = Signal(str, str, object)
    """Emitted with 已存下, 撤销, and what undoes it."""
    left = Signal()
    """Emitted when the pane is closed: the keyboard goes back to the list."""

    def __init__(
        self,
        session: Session,
        pane: CasePane,
        fresh: Callable[[InspectionRow], InspectionRow],
        page: QWidget,
    ) -> None:
        """`fresh` gives a row as it stands after the last recording."""
        super().__init__(page)
        self._session = session
        self._pane = pane
        self._fresh = fresh
        self._page = page
        self._saving = False
        self.desk = CaseDesk(session)
        pane.saved.connect(self.save)
        pane.left.connect(self.leave)
        pane.note_given.connect(self._on_note)
        pane.step_wanted.connect(self._on_step)

    def open(self, row: InspectionRow) -> None:
        """Show a row in full and put the keyboard into its first field."""
        if not self.save():
            return
        self._show(self._fresh(row))
        self._pane.show()
        self._pane.reason.setFocus(Qt.FocusReason.TabFocusReason)

    def follow(self, row: InspectionRow) -> None:
        """Show the row that is now selected, if the pane is open."""
        if self._pane.isHidden() or self._saving:  # recording draws the list again
            return
        before = self._pane.row
        if before is None or before.key == row.key or self.save():
            self._show(self._fresh(row))

    def save(self) -> bool:
        """Record what was typed; False: it cannot be recorded, and that is said."""
        row, draft = self._pane.row, self._pane.draft()
        if row is None or self._pane.isHidden() or not self.desk.can_record:
            return True
        if not self.desk.is_changed(row, draft):
            return True
        try:
            read_due(draft.due_on)
        except BadValue as error:
            self._pane.show_due_fault(str(error))
            dialogs.tell(self._page, error, "没有存下")
            return False
        self._saving = True
        done = self.do(lambda: self.desk.save(row, draft), "已存下")
        self._saving = False
        if done:
            self._show(self._fresh(row))
        return done

    def leave(self) -> None:
        """Save and close the pane."""
        if self.save():
            self._pane.hide()
            self.left.emit()

    def do(self, work: Callable[[], Changes], said: str) -> bool:
        """Record something and say so with 撤销; a known error is told and nothing changed."""
        try:
            if work():
                self.acted.emit(said, "撤销", self._session.undo_stack.undo)
        except TrackerError as error:
            dialogs.tell(self._page, error, "没有存下")
            return False
        return True

    def _show(self, row: InspectionRow) -> None:
        doubt, today = self.desk.doubt(row), self._session.today()
        self._pane.show_row(row, today, doubt, editable=self.desk.can_record)

    def _on_note(self, text: str) -> None:
        row = self._pane.row
        if row is not None and self.save():
            fresh = self._fresh(row)
            self.do(lambda: self.desk.note(fresh, text), "已记进展")

    def _on_step(self, step: str) -> None:
        row = self._pane.row
        if row is not None and self.save():
            fresh = self._fresh(row)
            self.do(lambda: self.desk.step(fresh, step), _STEPS_DONE[step])
