"""RegionDelegate: paints the cells of the ranking on 市州."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from tracker.indicators import Light
from tracker.plots.region_sheet import RegionLine
from ui import fonts
from ui.models.row_table import ROW_ROLE
from ui.theme import Theme
from ui.widgets.lamp import paint_lamp
from ui.widgets.lettering import Align, Lettering, elided
from ui.widgets.row_delegate import LEFT_PADDING, RowDelegate
from ui.widgets.ruler import Ruler

RIGHT_PADDING = 17
_NAME_AFTER_LAMP = 19
_MOVE_NUMBER = 13
_TURNS = {"▲": 1, "▼": -1}
_TRIANGLE = ((1.5, 3.5), (9.5, 3.5), (5.5, -3.5))
_FIRST = 3
"""The first three places are bold."""


def number_inset(name: str) -> int:
    """Return how far the numbers of a column end before its right edge."""
    return RIGHT_PADDING + 4 if name == "gap" else 8


class RegionDelegate(RowDelegate):
    """One delegate for all columns."""

    row_height = 42

    def __init__(self, theme: Theme, columns: list[str]) -> None:
        super().__init__(theme, columns)
        self._ruler = Ruler(theme, percent_px=12)
        ink, ink2, ink3 = (theme.color(token) for token in ("ink", "ink2", "ink3"))
        self._plain = Lettering(13, fonts.REGULAR, ink)
        self._medium = Lettering(13, fonts.MEDIUM, ink)
        self._bold = Lettering(13, fonts.BOLD, ink)
        self._second = Lettering(13, fonts.REGULAR, ink2)
        self._move = Lettering(12, fonts.REGULAR, ink2)
        self._same = Lettering(12, fonts.REGULAR, ink3)
        self._gaps = {
            light: Lettering(13, fonts.MEDIUM, theme.light_text_color(light)) for light in Light
        }

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint a cell."""
        cell: QRect = option.rect
        line = index.data(ROW_ROLE)
        if not isinstance(line, RegionLine):
            return
        name = self._columns[index.column()]
        self._paint_ground(painter, cell, index.row(), name)
        self._paint_cell(painter, cell, name, line)

    def _paint_cell(self, painter: QPainter, cell: QRect, name: str, line: RegionLine) -> None:
        middle = cell.top() + cell.height() // 2
        if name == "rank":
            first = line.rank.isdigit() and int(line.rank) <= _FIRST
            word = self._bold if first else self._medium
            word.write(painter, line.rank, LEFT_PADDING + 11, middle, Align.CENTRE)
        elif name == "move":
            self._paint_move(painter, cell.left(), middle, line.move)
        elif name == "region":
            self._paint_name(painter, cell, middle, line)
        elif name == "ruler":
            if line.row is not None:
                self._ruler.paint(painter, cell, line.row)
        else:
            text = getattr(line, name)
            right = cell.right() + 1 - number_inset(name)
            self._lettering(name, line).write(painter, text, right, middle, Align.RIGHT)

    def _paint_move(self, painter: QPainter, left: int, middle: int, move: str) -> None:
        """Write ▲2 with a triangle as small as in the charts; 平 stands under the numbers."""
        if move[:1] not in _TURNS:
            self._same.write(painter, move, left + _MOVE_NUMBER, middle)
            return
        turn = _TURNS[move[0]]
        points = [QPointF(left + x, middle + y * turn) for x, y in _TRIANGLE]
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("ink2"))
        painter.drawPolygon(points)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        self._move.write(painter, move[1:], left + _MOVE_NUMBER, middle)

    def _paint_name(self, painter: QPainter, cell: QRect, middle: int, line: RegionLine) -> None:
        if line.row is not None:
            lamp = QPointF(cell.left() + 6.0, middle)
            paint_lamp(painter, line.light, lamp, self._theme.light_color(line.light))
        room = cell.width() - _NAME_AFTER_LAMP - 2
        weight = fonts.BOLD if line.is_whole else fonts.MEDIUM
        word = self._bold if line.is_whole else self._medium
        name = elided(line.name, 13, weight, room)
        word.write(painter, name, cell.left() + _NAME_AFTER_LAMP, middle)

    def _lettering(self, name: str, line: RegionLine) -> Lettering:
        if line.is_whole:
            return self._bold
        if name == "gap":
            behind = line.light in (Light.YELLOW, Light.RED)
            return self._gaps[line.light] if behind else self._medium
        return self._second if name == "target" else self._medium

    def _line_inset(self, name: str) -> int:
        return RIGHT_PADDING if name == "gap" else 0
