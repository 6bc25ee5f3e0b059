"""EntryFiles: files that come into 填报 and leave it, and the panel that takes the grid's place."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QStackedLayout, QWidget

from tracker.errors import TrackerError
from ui import dialogs
from ui.backup_keeper import BackupKeeper
from ui.entry_export import EntryExport
from ui.entry_import import EntryImport
from ui.session import Session
from ui.theme import Theme


class EntryFiles(QObject):
    """Gives the page a widget for its grid, and covers it while something is imported."""

    done = Signal(str, str, object)
    """Emitted with what was done, the word of a button, and what the button does."""

    def __init__(
        self, session: Session, theme: Theme, keeper: BackupKeeper | None, page: QWidget
    ) -> None:
        super().__init__(page)
        self._session = session
        self._page = page
        self._resting: Sequence[QAction] = ()
        self.importing = EntryImport(session, theme, keeper, page)
        self.exporting = EntryExport(session, page)
        self.desk = QWidget()
        self._stack = QStackedLayout(page)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._stack.addWidget(self.desk)
        self._stack.addWidget(self.importing.panel)
        self.importing.opened.connect(self._cover)
        self.importing.done.connect(self._on_imported)
        self.exporting.done.connect(self.done)

    def rest_while_open(self, actions: Sequence[QAction]) -> None:
        """Name the page's actions that make no sense while the grid is covered."""
        self._resting = actions

    def open_file(self, path: Path) -> None:
        """Import a file that was dropped on the window."""
        if self.importing.action.isEnabled():
            self.importing.open_file(path)

    def close(self) -> None:
        """The window closes: stop what runs."""
        self.importing.end()
        self.exporting.close()

    def _cover(self, covered: bool) -> None:
        shown = self.importing.panel if covered else self.desk
        if self._stack.currentWidget() is shown:
            return
        self._stack.setCurrentWidget(shown)
        for action in self._resting:
            action.setEnabled(not covered)
        if covered:
            self.importing.plan.cancel.setFocus()
        else:
            self._page.setFocus()

    def _on_imported(self, sentence: str, undoable: bool) -> None:
        if undoable:
            self.done.emit(sentence, "撤销", self._undo)
        else:
            self.done.emit(sentence, "", None)

    def _undo(self) -> None:
        try:
            self._session.undo_stack.undo()
        except TrackerError as error:
            dialogs.tell(self._page, error, "没有撤销")
