"""YardstickList: 三把尺 side by side; the one in use is marked, another can be chosen."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from tracker.indicators import Light
from ui import fonts
from ui.plain_tip import plain_tip
from ui.theme import Theme
from ui.widgets.lamp import paint_lamp
from ui.widgets.lettering import Align, Lettering, width_px

if TYPE_CHECKING:  # what lies ahead is imported with its first reading, after the first paint
    from tracker.outlook.prospect import StickLine

_HEAD, _ROW, _NOTE = 20, 26, 16
_NOTE_WIDTH = 290
_RING_X, _NAME_X, _PACE_END, _GAP_END = 6, 18, 0.475, 0.703


class YardstickRow(QAbstractButton):
    """One yard-stick as a row: ring, name, what should be done by now, the gap, its light."""

    def __init__(self, theme: Theme, line: StickLine, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.line = line
        self.setCheckable(True)
        self.setChecked(line.chosen)
        self.setEnabled(line.possible)
        self.setFixedHeight(_ROW + _NOTE * _note_lines(line.note))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        chosen = "，亮灯用这把尺" if line.chosen else "，点选后亮灯改用这把尺"
        self.setAccessibleName(f"{line.title} {line.pace} {line.gap} {line.word}")
        self.setToolTip(plain_tip(line.note if not line.possible else f"{line.title}{chosen}"))

    def sizeHint(self) -> QSize:
        """The pane's width."""
        return QSize(316, self.height())

    def nextCheckState(self) -> None:
        """Stay as it is: the ledger decides which one is chosen, and the list is then made anew."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the row."""
        painter = QPainter(self)
        theme, line, width = self._theme, self.line, float(self.width())
        middle = _ROW / 2
        if self.underMouse() and self.isEnabled() and not line.chosen:
            painter.fillRect(self.rect(), theme.color("hover"))
        self._paint_ring(painter, middle)
        token = "ink" if self.isEnabled() else "ink3"
        weight = fonts.MEDIUM if line.chosen else fonts.REGULAR
        Lettering(13, weight, theme.color(token)).write(painter, line.title, _NAME_X, middle)
        second = Lettering(13, fonts.REGULAR, theme.color("ink2"))
        second.write(painter, line.pace or "—", width * _PACE_END, middle, Align.RIGHT)
        if line.possible:
            color = theme.color("ink")
            if line.light in (Light.YELLOW, Light.RED):
                color = theme.light_text_color(line.light)
            gap = Lettering(13, fonts.MEDIUM, color)
            gap.write(painter, line.gap, width * _GAP_END, middle, Align.RIGHT)
            word = Lettering(12, fonts.REGULAR, theme.light_text_color(line.light))
            word.write(painter, line.word, width, middle, Align.RIGHT)
            lamp = QPointF(width - word.width(line.word) - 11, middle)
            paint_lamp(painter, line.light, lamp, theme.light_color(line.light), 4.6)
        if line.note:
            painter.setFont(fonts.font(11))
            painter.setPen(theme.color("ink3"))
            room = QRectF(_NAME_X, _ROW - 3, width - _NAME_X, self.height() - _ROW + 3)
            painter.drawText(room, int(Qt.TextFlag.TextWrapAnywhere), line.note)

    def _paint_ring(self, painter: QPainter, middle: float) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        color = self._theme.color("accent" if self.line.chosen else "line2")
        painter.setPen(QPen(color, 1.4))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(QPointF(_RING_X, middle), 5.2, 5.2)
        if self.line.chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color)
            painter.drawEllipse(QPointF(_RING_X, middle), 2.6, 2.6)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)


class YardstickList(QWidget):
    """The three rows under their head; choosing another asks for it and changes nothing itself."""

    stick_wanted = Signal(str)
    """Emitted with the name of the yard-stick that was chosen: linear, plan, seasonal."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._lines: tuple[StickLine, ...] = ()
        self.rows: list[YardstickRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, _HEAD, 0, 0)
        self._column.setSpacing(0)
        self._title = Lettering(13, fonts.BOLD, theme.color("ink"))
        self._head = Lettering(11, fonts.REGULAR, theme.color("ink3"))

    def show_lines(self, lines: Sequence[StickLine]) -> None:
        """Show other yard-sticks; the rows are kept while they say the same."""
        if tuple(lines) == self._lines:
            return
        self._lines = tuple(lines)
        focused = next((row.line.name for row in self.rows if row.hasFocus()), None)
        for row in self.rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = [YardstickRow(self._theme, line, self) for line in lines]
        for row in self.rows:
            row.clicked.connect(self._on_clicked)
            self._column.addWidget(row)
            if row.line.name == focused:
                row.show()  # a row that waits to be shown takes no focus
                row.setFocus()
        self.setFixedHeight(_HEAD + sum(row.height() for row in self.rows))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the head and the hairlines between the rows."""
        painter = QPainter(self)
        middle, width = _HEAD / 2 - 1, float(self.width())
        self._title.write(painter, "三把尺", 0, middle)
        heads = (("应完成", _PACE_END), ("进度差", _GAP_END), ("灯", 1.0))
        for text, end in heads:
            self._head.write(painter, text, width * end, middle, Align.RIGHT)
        for row in self.rows[1:]:
            line = QRectF(0, row.y() - 1, width, 1)
            painter.fillRect(line, self._theme.color("line"))

    def _on_clicked(self) -> None:
        row = self.sender()
        if isinstance(row, YardstickRow) and not row.line.chosen:
            self.stick_wanted.emit(row.line.name.value)


def _note_lines(note: str) -> int:
    """Count the lines that a note takes; only a refusal needs more than one."""
    return ceil(width_px(note, 11) / _NOTE_WIDTH)
