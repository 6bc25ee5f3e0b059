"""Toast: a line at the bottom right that says what was done, and goes away by itself."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from ui.theme import Theme
from ui.widgets.label import label

_SHOWN_MS, _MARGIN, _STATUS_BAR = 4000, 16, 28


class Toast(QFrame):
    """An ink block for 4 seconds, with at most one action such as 打开 or 撤销."""

    def __init__(self, window: QWidget, theme: Theme) -> None:
        super().__init__(window)
        self.setProperty("role", "toast")
        self._act: Callable[[], None] | None = None
        tick = label()
        tick.setPixmap(theme.pixmap("check", "surface", 16, window.devicePixelRatioF()))
        self._text = label()
        self._button = QPushButton()
        self._button.setProperty("kind", "link")
        self._button.clicked.connect(self._on_clicked)
        row = QHBoxLayout(self)
        row.setContentsMargins(15, 6, 15, 6)
        row.setSpacing(12)
        row.addWidget(tick)
        row.addWidget(self._text)
        row.addSpacing(12)
        row.addWidget(self._button)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        window.installEventFilter(self)
        self.hide()

    @property
    def text(self) -> str:
        """What the toast says now."""
        return self._text.text()

    def say(self, text: str, action: str = "", act: Callable[[], None] | None = None) -> None:
        """Show a line, and a button for what can be done about it."""
        self._text.setText(text)
        self._act = act
        self._button.setText(action)
        self._button.setVisible(bool(action))
        self.setMinimumWidth(0)
        self.adjustSize()
        self._place()
        self.show()
        self.raise_()
        self._timer.start(_SHOWN_MS)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Keep the corner when the window is resized."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return False

    def _on_clicked(self) -> None:
        self.hide()
        if self._act is not None:
            self._act()

    def _place(self) -> None:
        window = self.parentWidget()
        if window is not None:
            y = window.height() - self.height() - _STATUS_BAR - _MARGIN
            self.move(window.width() - self.width() - _MARGIN, y)
