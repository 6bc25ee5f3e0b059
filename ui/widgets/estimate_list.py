"""EstimateList: 预计 of 30 June and 31 December, or the sentence that says why there is none."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from ui import fonts
from ui.plain_tip import plain_tip
from ui.theme import Theme
from ui.widgets.lettering import Align, Lettering

if TYPE_CHECKING:  # what lies ahead is imported with its first reading, after the first paint
    from tracker.outlook.estimate_words import EstimateLine

_HEAD, _ROW = 20, 26
_INTERVAL_END, _CHANCE_END = 0.545, 0.77
_INTERVAL_ROOM = 96


class EstimateList(QWidget):
    """A small painted table: day, 八成可能, 达标可能, 回测误差. A row's tooltip is its method."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._lines: tuple[EstimateLine, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._title = Lettering(13, fonts.BOLD, theme.color("ink"))
        self._head = Lettering(11, fonts.REGULAR, theme.color("ink3"))
        self._day = Lettering(13, fonts.REGULAR, theme.color("ink"))
        self._interval = Lettering(13, fonts.MEDIUM, theme.color("accent"))
        self._narrow = Lettering(11, fonts.MEDIUM, theme.color("accent"))
        self._second = Lettering(13, fonts.REGULAR, theme.color("ink2"))

    def show_lines(self, lines: Sequence[EstimateLine]) -> None:
        """Show the horizons that have an estimate; the refused ones are said elsewhere."""
        self._lines = tuple(line for line in lines if not line.refused)
        self.setFixedHeight(_HEAD + _ROW * len(self._lines))
        self.setAccessibleName("；".join(_spoken(line) for line in self._lines))
        self.update()

    def tip_at(self, y: int) -> str:
        """Return the method of the row at a height; empty above and below."""
        place = (y - _HEAD) // _ROW
        return self._lines[place].method if 0 <= place < len(self._lines) else ""

    def sizeHint(self) -> QSize:
        """The pane's width."""
        return QSize(316, _HEAD + _ROW * len(self._lines))

    def event(self, event: QEvent) -> bool:
        """Answer the wish for a tooltip with the row under the pointer."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), plain_tip(self.tip_at(event.pos().y())), self)
            return True
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw head and rows."""
        painter = QPainter(self)
        width = float(self.width())
        ends = (width * _INTERVAL_END, width * _CHANCE_END, width)
        middle = _HEAD / 2 - 1
        self._title.write(painter, "预计", 0, middle)
        chances = any(line.chance for line in self._lines)
        heads = ("八成可能", "达标可能" if chances else "", "回测误差")
        for text, end in zip(heads if self._lines else (), ends, strict=False):
            self._head.write(painter, text, end, middle, Align.RIGHT)
        for place, line in enumerate(self._lines):
            top = _HEAD + place * _ROW
            if place:
                painter.fillRect(0, top - 1, self.width(), 1, self._theme.color("line"))
            middle = top + _ROW / 2
            self._day.write(painter, line.day, 0, middle)
            wide = self._interval.width(line.interval) > _INTERVAL_ROOM
            interval = self._narrow if wide else self._interval
            interval.write(painter, line.interval, ends[0], middle, Align.RIGHT)
            self._second.write(painter, line.chance, ends[1], middle, Align.RIGHT)
            self._second.write(painter, line.error, ends[2], middle, Align.RIGHT)


def _spoken(line: EstimateLine) -> str:
    chance = f"，达标可能 {line.chance}" if line.chance else ""
    return f"{line.day}预计 {line.interval}，八成可能{chance}，回测误差 {line.error}"
