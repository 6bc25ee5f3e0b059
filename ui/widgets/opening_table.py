"""OpeningTable: what every read-only table answers to: Ctrl+C, Enter and a double click."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QTableView


class OpeningTable(QTableView):
    """Subclasses say in `open` where a cell leads."""

    copy_wanted = Signal()

    def open(self, index: QModelIndex) -> None:
        """Go where a cell leads; an invalid index leads nowhere."""
        raise NotImplementedError

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy with Ctrl+C, open with Enter."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_wanted.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open what was clicked."""
        self.open(self.indexAt(event.position().toPoint()))
