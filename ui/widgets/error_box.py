"""ErrorBox: what went wrong, in the corner of the window, until the person puts it away."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ui.widgets.label import label

_WIDTH, _MARGIN, _STATUS_BAR = 328, 16, 28


class ErrorBox(QFrame):
    """One bad-bordered box: ◆ what happened, then what to do. There is at most one in a window."""

    def __init__(self, window: QWidget, title: str, sentence: str) -> None:
        super().__init__(window)
        self.setProperty("role", "error-box")
        self.setFixedWidth(_WIDTH)
        self.sentence = sentence
        head = label(f"◆  {title}")
        head.setProperty("role", "section")
        head.setProperty("tone", "bad")
        body = label(sentence)
        body.setProperty("role", "second")
        body.setWordWrap(True)
        body.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.close_button = QPushButton("知道了")
        self.close_button.setProperty("kind", "link")
        self.close_button.clicked.connect(self.put_away)
        row = QHBoxLayout()
        row.addWidget(self.close_button)
        row.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(15, 11, 15, 7)
        column.setSpacing(4)
        column.addWidget(head)
        column.addWidget(body)
        column.addLayout(row)
        window.installEventFilter(self)

    @classmethod
    def show_in(cls, window: QWidget, title: str, sentence: str) -> "ErrorBox":
        """Show the box in a window, in place of one that is still there."""
        for old in window.findChildren(cls):
            old.put_away()
        box = cls(window, title, sentence)
        layout = box.layout()
        assert layout is not None
        box.setFixedHeight(layout.totalHeightForWidth(_WIDTH))
        box.show()
        box._place()
        box.raise_()
        return box

    def put_away(self) -> None:
        """Take the box off the window."""
        self.hide()
        self.setParent(None)
        self.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the corner when the window is resized."""
        if event.type() == QEvent.Type.Resize and self.parentWidget() is watched:
            self._place()
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Put the box away with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.put_away()
        else:
            super().keyPressEvent(event)

    def _place(self) -> None:
        window = self.parentWidget()
        if window is not None:
            x = window.width() - self.width() - _MARGIN
            y = window.height() - self.height() - _STATUS_BAR - _MARGIN
            self.move(max(0, x), max(0, y))
