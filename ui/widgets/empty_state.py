"""EmptyState: an empty year strip, what is missing, why, and the button that mends it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ui.theme import Theme
from ui.widgets.label import label
from ui.widgets.year_strip import YearStrip


class EmptyState(QFrame):
    """Stands in for a page's content. Buttons are given with their actions connected."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "empty")
        self.setFixedSize(328, 168)
        self._title = label()
        self._title.setProperty("role", "pane-title")
        self._reason = label()
        self._reason.setProperty("role", "helper")
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(8)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 24, 16, 20)
        column.setSpacing(6)
        strip = QHBoxLayout()
        strip.addStretch()
        strip.addWidget(YearStrip(theme))
        strip.addStretch()
        column.addLayout(strip)
        column.addSpacing(6)
        for shown in (self._title, self._reason):
            shown.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(shown)
        column.addSpacing(4)
        row = QHBoxLayout()
        row.addStretch()
        row.addLayout(self._buttons)
        row.addStretch()
        column.addLayout(row)

    def say(self, title: str, reason: str) -> None:
        """Name what is missing and why it matters."""
        self._title.setText(title)
        self._reason.setText(reason)

    def offer(self, *buttons: QPushButton) -> None:
        """Put buttons under the sentences, the primary one first."""
        for button in buttons:
            self._buttons.addWidget(button)
