"""FilingMenu: 审核, 封账, 清单: what is done with a month besides typing it."""

from functools import partial

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from tracker.indicators import Status
from tracker.wording import STATUS_WORDS
from ui.widgets.source_editor import STATUSES


class FilingMenu(QMenu):
    """Acts about the month in view. What cannot be done now is disabled, never hidden."""

    list_wanted = Signal()
    sign_month_wanted = Signal()
    sign_cells_wanted = Signal()
    lock_wanted = Signal()
    unlock_wanted = Signal()
    status_wanted = Signal(object)
    """Emitted with the Status that the selected figures are to have."""
    versions_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.list = self._add("检查与未报清单", self.list_wanted)
        self.addSeparator()
        self.sign_cells = self._add("审核选中的数", self.sign_cells_wanted)
        self.sign_month = self._add("审核全月", self.sign_month_wanted)
        self.addSeparator()
        self.statuses = self.addMenu("把选中的数标为")
        for status in STATUSES:
            action = self.statuses.addAction(STATUS_WORDS[status])
            action.triggered.connect(partial(self._want_status, status))
        self.versions = self._add("这一格的各版…", self.versions_wanted)
        self.addSeparator()
        self.lock = self._add("封账…", self.lock_wanted)
        self.unlock = self._add("解封…", self.unlock_wanted)

    def show_state(self, *, locked: bool, waiting: int, month: int) -> None:
        """Enable what can be done with the month."""
        self.sign_month.setText(f"审核全月（待审 {waiting}）" if waiting else "审核全月")
        self.sign_month.setEnabled(waiting > 0)
        self.sign_cells.setEnabled(waiting > 0)
        self.lock.setText(f"{month} 月封账…")
        self.unlock.setText(f"{month} 月解封…")
        self.lock.setEnabled(not locked)
        self.unlock.setEnabled(locked)

    def _want_status(self, status: Status) -> None:
        self.status_wanted.emit(status)

    def _add(self, text: str, wanted: SignalInstance) -> QAction:
        action = self.addAction(text)
        action.triggered.connect(wanted)
        return action
