"""FocusRing: the accent ring around what the keyboard is at, drawn outside the control."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractItemView, QAbstractScrollArea, QApplication, QWidget

from ui.theme import Theme

_OUTSIDE, _PEN = 3, 2


class FocusRing(QWidget):
    """One transparent overlay per window. A style sheet cannot draw outside a control; this can."""

    def __init__(self, window: QWidget, theme: Theme, application: QApplication) -> None:
        super().__init__(window)
        self._theme = theme
        self._target: QWidget | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        application.focusChanged.connect(self._on_focus_changed)

    @property
    def target(self) -> QWidget | None:
        """The control that the ring is around, None when it is hidden."""
        return self._target

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Follow the control, and go when it goes or the mouse takes over."""
        kind = event.type()
        if kind in (QEvent.Type.Move, QEvent.Type.Resize):
            self._place()
        elif kind in (QEvent.Type.Hide, QEvent.Type.MouseButtonPress):
            self._follow(None)
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ring."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.color("accent"), _PEN))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)

    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        window = self.parentWidget()
        if new is None or window is None or new.window() is not window:
            self._follow(None)
            return
        by_keys = window.testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
        inside_own_ring = isinstance(new, QAbstractItemView | QAbstractScrollArea)
        self._follow(new if by_keys and not inside_own_ring else None)

    def _follow(self, target: QWidget | None) -> None:
        if self._target is not None:
            self._target.removeEventFilter(self)
        self._target = target
        self.setVisible(target is not None)
        if target is not None:
            target.installEventFilter(self)
            self._place()
            self.raise_()

    def _place(self) -> None:
        window = self.parentWidget()
        if self._target is None or window is None:
            return
        corner = self._target.mapTo(window, QPoint(0, 0))
        edge = _OUTSIDE
        self.setGeometry(
            corner.x() - edge,
            corner.y() - edge,
            self._target.width() + 2 * edge,
            self._target.height() + 2 * edge,
        )
