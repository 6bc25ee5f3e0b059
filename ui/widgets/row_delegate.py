"""RowDelegate: the ground and the hairline of a painted row, chosen, under the mouse or neither."""

from collections.abc import Sequence

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate

from ui.theme import Theme

LEFT_PADDING = 19
_ACCENT_WIDTH = 3


class RowDelegate(QStyledItemDelegate):
    """Base of the delegates of a RowView; columns are known by name, not by number."""

    row_height = 36

    def __init__(self, theme: Theme, columns: Sequence[str]) -> None:
        super().__init__()
        self._theme = theme
        self._columns = list(columns)
        # The view tells; asking the option for its state would load all of QStyle at the start.
        self.chosen_row = -1
        self.hovered_row = -1

    def _line_inset(self, name: str) -> int:
        """Return how many px before a column's right edge its hairline ends."""
        return 0

    def _paint_ground(self, painter: QPainter, cell: QRect, row: int, name: str) -> None:
        """Paint what lies under a cell."""
        if row == self.chosen_row:
            painter.fillRect(cell, self._theme.color("selected"))
            if name == self._columns[0]:
                accent = self._theme.color("accent")
                painter.fillRect(cell.left(), cell.top(), _ACCENT_WIDTH, cell.height(), accent)
        elif row == self.hovered_row:
            painter.fillRect(cell, self._theme.color("hover"))
        self._paint_line(painter, cell, name)

    def _paint_line(self, painter: QPainter, cell: QRect, name: str) -> None:
        """Split rows by a line that stops before the ruler, so vertical lines stay clean."""
        if name == "ruler":
            return
        left = cell.left() + (LEFT_PADDING if name == self._columns[0] else 0)
        right = cell.right() + 1 - self._line_inset(name)
        painter.fillRect(left, cell.bottom(), right - left, 1, self._theme.color("line"))
