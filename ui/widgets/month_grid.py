"""MonthGrid: the small table 累计与当月 in the entry pane, painted by hand."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from tracker.desk.month_table import MonthTable
from ui import fonts
from ui.theme import Theme
from ui.widgets.lettering import Align, Lettering

_HEAD, _ROW = 29, 26
_RIGHT_EDGES = (0.475, 0.735, 1.0)


class MonthGrid(QWidget):
    """One line a month; the month in hand is bold, derived figures (推算) are in ink3."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.table: MonthTable | None = None
        self._current = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_table(self, table: MonthTable, current: int) -> None:
        """Show a table with one month in hand."""
        self.table, self._current = table, current
        spoken = "；".join(
            f"{line.label} {line.mark} {' '.join(line.values)}" for line in table.lines
        )
        self.setAccessibleName(f"{table.title}：{spoken}")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """A head and a row a month."""
        rows = 0 if self.table is None else len(self.table.lines)
        return QSize(284, _HEAD + rows * _ROW)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw head and rows."""
        if self.table is None:
            return
        painter = QPainter(self)
        edges = [round(share * self.width()) for share in _RIGHT_EDGES]
        title = Lettering(13, fonts.BOLD, self._theme.color("ink"))
        title.write(painter, self.table.title, 0, _HEAD / 2 - 1)
        head = Lettering(11, fonts.REGULAR, self._theme.color("ink3"))
        for text, edge in zip(self.table.heads, edges, strict=True):
            head.write(painter, text, edge, _HEAD / 2, Align.RIGHT)
        for row, line in enumerate(self.table.lines):
            top = _HEAD + row * _ROW
            centre = top + (_ROW - 1) / 2
            bold = fonts.BOLD if line.month == self._current else fonts.REGULAR
            name = Lettering(13, fonts.REGULAR, self._theme.color("ink"))
            end = name.write(painter, line.label, 0, centre)
            caught = Lettering(12, fonts.MEDIUM, self._theme.color("warnt"))
            caught.write(painter, line.mark, end + 8, centre)
            for column, edge in enumerate(edges):
                quiet = line.derived[column] or line.values[column] == "—"
                weight = fonts.REGULAR if quiet else bold
                letters = Lettering(13, weight, self._theme.color("ink3" if quiet else "ink"))
                letters.write(painter, line.values[column], edge, centre, Align.RIGHT)
            rule = QRect(0, top + _ROW - 1, self.width(), 1)
            painter.fillRect(rule, self._theme.color("line"))
