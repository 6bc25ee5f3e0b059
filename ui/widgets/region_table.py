"""RegionTable: the ranking of 市州, rows of 42 px with rulers, 全省 and 全国 below."""

from PySide6.QtCore import QModelIndex, QRect, QSignalBlocker, Signal
from PySide6.QtGui import (
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QWidget

from tracker.plots.region_sheet import RegionLine, RegionSheet
from ui.models.region_columns import region_columns
from ui.models.row_table import Group
from ui.theme import Theme
from ui.widgets.region_delegate import RegionDelegate
from ui.widgets.region_head import RegionHead
from ui.widgets.row_view import RowView
from ui.widgets.ruler import paint_time_line

_WIDTHS = {"rank": 55, "move": 50, "value": 70, "target": 80, "gap": 81}
_NAME_WIDTH, _NAME_MOST = 86, 190
_NARROW = {"rank": 52, "move": 40, "value": 70, "gap": 72}
"""Where the target has given way, the others stand closer too, so that the ruler can be read."""
_RULER_LEAST = 216


class RegionTable(RowView[RegionLine]):
    """Read-only. Up and Down choose, Enter or a double click leads to the regions below."""

    region_chosen = Signal(str)
    """Emitted with the code of the region that is now selected."""
    region_opened = Signal(str)
    """Emitted with a region's code on Enter or double click."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        columns = region_columns(None)
        names = [column.name for column in columns]
        head = RegionHead(theme, names)
        super().__init__(columns, _identity, RegionDelegate(theme, names), head, parent)
        self._head = head
        self._theme = theme
        self.setAccessibleName("地区排名")
        self.table.modelReset.connect(self.hide_heads)  # after the view's own reset
        self.row_chosen.connect(lambda line: self.region_chosen.emit(line.code))
        self.row_opened.connect(lambda line: self.region_opened.emit(line.code))

    def show_sheet(self, sheet: RegionSheet) -> None:
        """Show other rows; the selected region stays selected where it is still there."""
        chosen = self.chosen
        self.table.columns = tuple(region_columns(sheet))
        self._head.month = sheet.held.as_of.month
        self._head.tasks = sheet.held.lit_by_pace or not sheet.lines
        self.table.show([Group("regions", "", (*sheet.lines, *sheet.below))])
        self.hide_heads()
        self._head.viewport().update()
        self._share_out(self.viewport().width())
        self.viewport().update()
        if chosen is not None:
            self.choose(chosen.code)

    def choose(self, code: object) -> bool:
        """Select a region's row without saying so; one that is not there selects none."""
        line = self.table.line_of(code)
        index = QModelIndex() if line is None else self.table.index(line, 2)
        with QSignalBlocker(self):
            self.setCurrentIndex(index)
        if line is not None:
            self.scrollTo(index)
        return line is not None

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give what is left to the ruler; the target gives way where it is narrow."""
        super().resizeEvent(event)
        self._share_out(self.viewport().width())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the dashed time line once over all rows; dashes per row would break."""
        super().paintEvent(event)
        rows = self.table.rowCount()
        if not self._head.tasks or not rows:
            return
        column = self._names.index("ruler")
        cell = QRect(self.columnViewportPosition(column), 0, self.columnWidth(column), 1)
        top, last = self.rowViewportPosition(1), self.rowViewportPosition(rows - 1)
        span = top, last + self.rowHeight(rows - 1)
        paint_time_line(QPainter(self.viewport()), self._theme, cell, self._head.month, span)

    def _share_out(self, width: int) -> None:
        widths = dict(_WIDTHS)
        narrow = width < _NAME_WIDTH + _RULER_LEAST + sum(widths.values())
        self.setColumnHidden(self._names.index("target"), narrow)
        if narrow:
            widths = dict(_NARROW)
        room = width - sum(widths.values())
        name = max(_NAME_WIDTH, min(_NAME_MOST, self._longest_name(), room - _RULER_LEAST))
        widths |= {"region": name, "ruler": max(_RULER_LEAST, room - name)}
        for at, column in enumerate(self._names):
            if column in widths:
                self.setColumnWidth(at, widths[column])

    def _longest_name(self) -> int:
        lines = [self.table.line(at) for at in range(self.table.rowCount())]
        return max((13 * len(line.name) + 30 for line in lines if isinstance(line, RegionLine)),
                   default=0)  # fmt: skip


def _identity(line: RegionLine) -> str:
    return line.code
