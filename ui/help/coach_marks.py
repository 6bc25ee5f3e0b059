"""CoachMarks: dims the window but for one part of it, and says in a card what that part is for."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ui.theme import Theme
from ui.widgets.label import label

_CARD_PX, _GAP, _ROUND, _PEN = 340, 14, 8, 2
_SHADE = QColor(0, 0, 0, 130)


@dataclass(frozen=True, slots=True)
class Step:
    """What is shown: the page it is on ("" for any), the widgets it is about, and the words."""

    title: str
    text: str
    around: Callable[[], Sequence[QWidget]]
    page: str = ""


class CoachMarks(QWidget):
    """Steps over a window, without any movement. ← → and Enter go, Esc leaves."""

    page_wanted = Signal(str)
    left = Signal()
    """Emitted once, when the last step was passed or the rest skipped."""

    def __init__(self, window: QWidget, theme: Theme, steps: Sequence[Step]) -> None:
        super().__init__(window)
        self._theme = theme
        self._steps = tuple(steps)
        self._before: QWidget | None = None
        self.at = 0
        self.hole = QRect()
        self.setObjectName("coach_marks")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.card = QFrame(self)
        self.card.setProperty("role", "coach")
        self.card.setFixedWidth(_CARD_PX)
        self.number = label("", "helper")
        self.title = label("", "pane-title")
        self.text = label("")
        self.text.setWordWrap(True)
        self.skip = self._button("跳过  Esc", "link")
        self.back = self._button("上一步")
        self.on = self._button("下一步", "primary")
        self._lay_out()
        self.skip.clicked.connect(self.leave)
        self.back.clicked.connect(self.step_back)
        self.on.clicked.connect(self.step_on)
        self.hide()

    def start(self) -> None:
        """Show the first step and take the keyboard."""
        window = self.parentWidget()
        assert window is not None
        self._before = window.focusWidget()
        window.installEventFilter(self)
        self._show_step(0)
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def step_on(self) -> None:
        """Show the next step; leave after the last."""
        if self.at + 1 < len(self._steps):
            self._show_step(self.at + 1)
        else:
            self.leave()

    def step_back(self) -> None:
        """Show the step before."""
        if self.at:
            self._show_step(self.at - 1)

    def leave(self) -> None:
        """Go away and give the keyboard back."""
        window = self.parentWidget()
        if window is not None:
            window.removeEventFilter(self)
        self.hide()
        if self._before is not None:
            self._before.setFocus()
        self.left.emit()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Follow the size of the window."""
        if event.type() is QEvent.Type.Resize:
            self._place()
        return False

    def event(self, event: QEvent) -> bool:
        """Keep the window's shortcuts from working underneath."""
        if event.type() is QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go by the keys."""
        key = Qt.Key(event.key())
        if key is Qt.Key.Key_Escape:
            self.leave()
        elif key is Qt.Key.Key_Left:
            self.step_back()
        elif key in (Qt.Key.Key_Right, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.step_on()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Let no click through to what lies underneath."""
        event.accept()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Shade everything but the part that is spoken of."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shade = QPainterPath()
        shade.addRect(QRectF(self.rect()))
        hole = QPainterPath()
        hole.addRoundedRect(QRectF(self.hole), _ROUND, _ROUND)
        painter.fillPath(shade.subtracted(hole), _SHADE)
        painter.setPen(QPen(self._theme.color("accent"), _PEN))
        painter.drawPath(hole)

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.skip)
        buttons.addStretch()
        buttons.addWidget(self.back)
        buttons.addWidget(self.on)
        column = QVBoxLayout(self.card)
        column.setContentsMargins(18, 14, 18, 14)
        column.setSpacing(8)
        for part in (self.number, self.title, self.text):
            column.addWidget(part)
        column.addSpacing(4)
        column.addLayout(buttons)

    def _button(self, text: str, kind: str = "") -> QPushButton:
        """Make a button of the card; the keyboard stays with the marks, whose keys do the same."""
        button = QPushButton(text)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        if kind:
            button.setProperty("kind", kind)
        return button

    def _show_step(self, at: int) -> None:
        self.at = at
        step, last = self._steps[at], at == len(self._steps) - 1
        if step.page:
            self.page_wanted.emit(step.page)
        self.number.setText(f"{at + 1} / {len(self._steps)}")
        self.title.setText(step.title)
        self.text.setText(step.text)
        self.back.setEnabled(at > 0)
        self.on.setText("完成" if last else "下一步")
        self.setAccessibleName(step.title)
        self.setAccessibleDescription(step.text)
        self._place()
        self.raise_()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _place(self) -> None:
        window = self.parentWidget()
        assert window is not None
        self.setGeometry(window.rect())
        self.hole = QRect()
        for widget in self._steps[self.at].around():
            self.hole = self.hole.united(QRect(widget.mapTo(window, QPoint(0, 0)), widget.size()))
        self.hole = self.hole.adjusted(-4, -4, 4, 4).intersected(self.rect())
        self.card.setFixedHeight(self._card_height())
        self.card.move(self._card_place())
        self.update()

    def _card_height(self) -> int:
        layout = self.card.layout()
        assert layout is not None
        return layout.heightForWidth(_CARD_PX)

    def _card_place(self) -> QPoint:
        """Return a corner beside the hole where the card fits, else in the hole's last corner."""
        hole, card, room = self.hole, self.card.size(), self.rect()
        top = max(_GAP, min(hole.top(), room.bottom() - card.height() - _GAP))
        left = max(_GAP, min(hole.left(), room.right() - card.width() - _GAP))
        for place in (
            QPoint(hole.right() + _GAP, top),
            QPoint(left, hole.bottom() + _GAP),
            QPoint(hole.left() - card.width() - _GAP, top),
            QPoint(left, hole.top() - card.height() - _GAP),
        ):
            if room.contains(QRect(place, card)):
                return place
        return hole.bottomRight() - QPoint(card.width() + 2 * _GAP, card.height() + 2 * _GAP)
