"""BoardDelegate: paints the cells of the board, and the heads of its two groups."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyleOptionViewItem

from tracker.board import BoardRow
from tracker.indicators import Light
from tracker.periods import Horizon
from tracker.wording import NARROW_WORDS
from ui import fonts
from ui.models.board_columns import accumulates, unit_words
from ui.models.row_table import ROW_ROLE, Group
from ui.theme import Theme
from ui.widgets.lamp import paint_lamp
from ui.widgets.lettering import Align, Lettering, elided
from ui.widgets.row_delegate import LEFT_PADDING, RowDelegate
from ui.widgets.ruler import Ruler, diamond
from ui.widgets.ruler_axis import RulerAxis

FIRST_HEAD, NEXT_HEAD = 32, 38
RIGHT_PADDING, RULER_DISTANCE = 16, 12
_NAME_ABOVE_FOOT = 15
_HURRY, _HURRY_HARD = 1.2, 1.5
"""须提速 above these is printed bold in the colour of 临界, then of 滞后."""
_TAG_HEIGHT, _TAG_PADDING, _GAP = 16, 4, 7


def inset(name: str, last_column: str) -> int:
    """Return how far the numbers of a column end before its right edge."""
    if name == last_column:
        return RIGHT_PADDING
    return RULER_DISTANCE if name == "actual" else 0


class BoardDelegate(RowDelegate):
    """One delegate for all columns, rows and group heads."""

    def __init__(self, theme: Theme, columns: list[str]) -> None:
        super().__init__(theme, columns)
        self._ruler = Ruler(theme)
        self._axis = RulerAxis(theme)
        self.month = 1
        self.last_column = columns[-1]
        ink, ink2, ink3 = (theme.color(token) for token in ("ink", "ink2", "ink3"))
        self._name = Lettering(13, fonts.MEDIUM, ink)
        self._head = Lettering(13, fonts.BOLD, ink)
        self._small = Lettering(11, fonts.REGULAR, ink3)
        self._helper = Lettering(12, fonts.REGULAR, ink3)
        self._plain = Lettering(13, fonts.REGULAR, ink)
        self._second = Lettering(13, fonts.REGULAR, ink2)
        self._value = Lettering(13, fonts.BOLD, ink)
        self._medium = Lettering(13, fonts.MEDIUM, ink)
        self._words = {
            light: Lettering(12, fonts.MEDIUM, theme.light_text_color(light)) for light in Light
        }
        self._gaps = {
            light: Lettering(13, fonts.MEDIUM, theme.light_text_color(light)) for light in Light
        }
        self._hurry = Lettering(13, fonts.BOLD, theme.color("warnt"))
        self._hurry_hard = Lettering(13, fonts.BOLD, theme.color("badt"))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint a cell."""
        cell: QRect = option.rect
        line = index.data(ROW_ROLE)
        name = self._columns[index.column()]
        if isinstance(line, Group):
            self._paint_head(painter, cell, name, line, first=index.row() == 0)
            return
        self._paint_ground(painter, cell, index.row(), name)
        self._paint_cell(painter, cell, name, line, str(index.data() or ""))

    def _paint_cell(
        self, painter: QPainter, cell: QRect, name: str, row: BoardRow, text: str
    ) -> None:
        middle = cell.top() + cell.height() // 2
        progress = row.progress
        if name == "light":
            lamp = QPointF(LEFT_PADDING + 6.0, middle)
            paint_lamp(painter, progress.light, lamp, self._theme.light_color(progress.light))
            word = NARROW_WORDS.get(text, text)
            self._words[progress.light].write(painter, word, LEFT_PADDING + 18, middle)
        elif name == "indicator":
            self._paint_name(painter, cell, middle, row)
        elif name == "ruler":
            self._ruler.paint(painter, cell, row)
        else:
            right = cell.right() + 1 - inset(name, self.last_column)
            self._lettering(name, row, text).write(painter, text, right, middle, Align.RIGHT)

    def _lettering(self, name: str, row: BoardRow, text: str) -> Lettering:
        behind = row.progress.light in (Light.YELLOW, Light.RED)
        if text == "—":
            return self._second
        if name == "actual":
            return self._value
        if name == "gap":
            return self._gaps[row.progress.light] if behind else self._medium
        if name == "effort":
            effort = row.effort or 0.0
            if effort > _HURRY_HARD:
                return self._hurry_hard
            return self._hurry if effort > _HURRY else self._second
        return self._plain if name == "need" else self._second

    def _paint_name(self, painter: QPainter, cell: QRect, middle: int, row: BoardRow) -> None:
        """Write name, unit and tags.

        In a narrow cell the unit gives way first, then tags; a tag that says of which period the
        number is stays, and a long name is cut for it.
        """
        name = row.progress.indicator.name
        unit, tags = unit_words(row), list(row.tags)
        room = cell.width() - self._name.width(name)
        if self._behind(unit, tags) > room:
            unit = ""
        kept = 1 if row.progress.judged_earlier or _is_shorter(row) else 0
        while len(tags) > kept and self._behind(unit, tags) > room:
            tags.pop(0)
        shown = elided(name, 13, fonts.MEDIUM, cell.width() - 2 - int(self._behind(unit, tags)))
        x = self._name.write(painter, shown, cell.left(), middle)
        if unit:
            x = self._small.write(painter, unit, x + _GAP, middle)
        for tag in tags:
            x = self._paint_tag(painter, tag, x + _GAP, middle)

    def _behind(self, unit: str, tags: list[str]) -> float:
        """Return the room that unit and tags take behind a name."""
        boxes = sum(self._small.width(tag) + 2 * _TAG_PADDING + _GAP for tag in tags)
        return boxes + (self._small.width(unit) + _GAP if unit else 0.0)

    def _paint_tag(self, painter: QPainter, tag: str, x: float, middle: int) -> float:
        box = QRectF(round(x), middle - _TAG_HEIGHT / 2, 0, _TAG_HEIGHT)
        box.setWidth(round(self._small.width(tag) + 2 * _TAG_PADDING))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.color("line2"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        self._small.write(painter, tag, box.left() + _TAG_PADDING, middle)
        return box.right()

    def _line_inset(self, name: str) -> int:
        return RIGHT_PADDING if name == self.last_column else 0

    def _paint_head(
        self, painter: QPainter, cell: QRect, name: str, group: Group[BoardRow], *, first: bool
    ) -> None:
        middle = cell.bottom() + 1 - _NAME_ABOVE_FOOT
        tasks = accumulates(group.rows[0])
        right = cell.right() + 1 - inset(name, self.last_column)
        if name == "light":
            self._head.write(painter, group.title, LEFT_PADDING, middle)
        elif name == "indicator" and not tasks:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self._theme.color("ink3"), 1.2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPolygon(diamond(cell.left() + 8, middle, 4))
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
            self._helper.write(painter, "全国同期", cell.left() + 17, middle)
        elif name == "ruler" and tasks:
            self._axis.paint_task(painter, cell, self.month)
        elif name == "ruler":
            self._axis.paint_growth(painter, cell)
        elif name == "gap" and not tasks:
            self._helper.write(painter, "与目标差", right, middle, Align.RIGHT)
        elif name == "need" and not tasks:
            self._helper.write(painter, "后期须增", right, middle, Align.RIGHT)
        if not first:
            self._paint_line(painter, cell, name)


def _is_shorter(row: BoardRow) -> bool:
    """Say whether a row speaks of a task shorter than the year."""
    return row.progress.horizon not in (None, Horizon.FY)
