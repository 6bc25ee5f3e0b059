"""PlanPanel: what stands in the place of a grid while a plan waits for a yes."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ui.widgets.icon import divider
from ui.widgets.label import label


class PlanPanel(QWidget):
    """A head that says what it is and what it comes to, with its buttons; parts stand below it."""

    cancelled = Signal()

    def __init__(self, go: str = "", away: str = "取消") -> None:
        super().__init__()
        self.setProperty("role", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.title, self.summary = label("", "pane-title"), label("", "second")
        self.cancel, self.write = QPushButton(away), QPushButton(go)
        self.write.setProperty("kind", "primary")
        if not go:
            self.write.hide()
        self.cancel.clicked.connect(self.cancelled)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.title)
        words.addWidget(self.summary)
        head = QHBoxLayout()
        head.setContentsMargins(20, 14, 20, 12)
        head.setSpacing(8)
        head.addLayout(words, 1)
        head.addWidget(self.cancel)
        head.addWidget(self.write)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addLayout(head)
        self._column.addWidget(divider())
