"""RegionTable: the ranking of 市州, rows of 42 px with rulers, 全省 and 全国 below."""

from PySide6.QtCore import QEvent, QModelIndex, QRect, Qt, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from tracker.periods import JUNE, MONTHS_IN_YEAR
from tracker.plots.region_sheet import RegionLine, RegionSheet
from tracker.progress import Rule
from ui.models.region_columns import region_columns
from ui.models.row_table import ROW_ROLE, Group, RowTable
from ui.theme import Theme
from ui.widgets.region_delegate import ROW_HEIGHT, RegionDelegate
from ui.widgets.region_head import RegionHead
from ui.widgets.ruler import Scale

_WIDTHS = {"rank": 52, "move": 38, "value": 70, "target": 76, "gap": 70}
_NAME_WIDTH, _NAME_MOST = 88, 190
_RULER_LEAST = 220


class RegionTable(QTableView):
    """Read-only. Up and Down choose, Enter or a double click leads to the regions below."""

    region_chosen = Signal(str)
    """Emitted with the code of the region that is now selected."""
    region_opened = Signal(str)
    """Emitted with a region's code on Enter or double click."""
    copy_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        columns = region_columns(None)
        self._names = [column.name for column in columns]
        self.table: RowTable[RegionLine] = RowTable(columns, _identity, self)
        self._delegate = RegionDelegate(theme, self._names, self)
        self.setModel(self.table)
        self.setItemDelegate(self._delegate)
        self._head = RegionHead(theme, self._names, self)
        self.setHorizontalHeader(self._head)
        self._quiet = False
        self._set_up_view()
        self.table.modelReset.connect(self._hide_head)  # after the view's own reset
        self.selectionModel().currentRowChanged.connect(self._on_current_row)

    def show_sheet(self, sheet: RegionSheet) -> None:
        """Show other rows; the selected region stays selected where it is still there."""
        chosen = self.chosen
        self.table.columns = tuple(region_columns(sheet))
        self._head.month = sheet.held.as_of.month
        rows = [line.row for line in sheet.lines if line.row is not None]
        self._head.tasks = (
            any(row.progress.rule in (Rule.FLOW, Rule.INCREMENT) for row in rows) or not rows
        )
        self.table.show([Group("regions", "", (*sheet.lines, *sheet.below))])
        self._hide_head()
        self._head.viewport().update()
        self._share_out(self.viewport().width())
        self.viewport().update()
        if chosen is not None:
            self.choose(chosen.code)

    @property
    def chosen(self) -> RegionLine | None:
        """The selected row."""
        index = self.currentIndex()
        if not index.isValid() or index.row() >= self.table.rowCount():
            return None
        line = self.table.line(index.row())
        return line if isinstance(line, RegionLine) else None

    def choose(self, code: str) -> None:
        """Select a region's row without saying so; one that is not there selects none."""
        line = self.table.line_of(code)
        index = QModelIndex() if line is None else self.table.index(line, 2)
        self._quiet = True
        self.setCurrentIndex(index)
        self._quiet = False
        self._delegate.chosen_row = -1 if line is None else line
        if line is not None:
            self.scrollTo(index)
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy with Ctrl+C, go down with Enter."""
        chosen = self.chosen
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_wanted.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if chosen is not None:
                self.region_opened.emit(chosen.code)
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Go down to the regions below."""
        line = self.indexAt(event.position().toPoint()).data(ROW_ROLE)
        if isinstance(line, RegionLine):
            self.region_opened.emit(line.code)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Light up the row under the mouse."""
        super().mouseMoveEvent(event)
        self._hover(self.indexAt(event.position().toPoint()).row())

    def leaveEvent(self, event: QEvent) -> None:
        """Let go of the row."""
        super().leaveEvent(event)
        self._hover(-1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give what is left to the ruler; the target gives way where it is narrow."""
        super().resizeEvent(event)
        self._share_out(self.viewport().width())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the dashed time line once over all rows; dashes per row would break."""
        super().paintEvent(event)
        rows = self.table.rowCount()
        if not self._head.tasks or not rows or self._head.month == JUNE:
            return
        column = self._names.index("ruler")
        cell = QRect(self.columnViewportPosition(column), 0, self.columnWidth(column), 1)
        x = int(Scale.of(cell).at(self._head.month / MONTHS_IN_YEAR)) + 0.5
        painter = QPainter(self.viewport())
        pen = QPen(self._theme.color("time"), 1)
        pen.setDashPattern([4, 3])
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        painter.translate(x, 0)
        top, last = self.rowViewportPosition(1), self.rowViewportPosition(rows - 1)
        painter.drawLine(0, top, 0, last + ROW_HEIGHT)

    def _set_up_view(self) -> None:
        self.setShowGrid(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        self.setAccessibleName("地区排名")

    def _hide_head(self) -> None:
        """The one group needs no head."""
        if self.table.rowCount():
            self.setRowHidden(0, True)

    def _share_out(self, width: int) -> None:
        widths = dict(_WIDTHS)
        narrow = width < _NAME_WIDTH + _RULER_LEAST + sum(widths.values())
        self.setColumnHidden(self._names.index("target"), narrow)
        if narrow:
            widths.pop("target")
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

    def _hover(self, row: int) -> None:
        if row != self._delegate.hovered_row:
            self._delegate.hovered_row = row
            self.viewport().update()

    def _on_current_row(self, current: QModelIndex, _previous: QModelIndex) -> None:
        self._delegate.chosen_row = current.row()
        self.viewport().update()
        line = current.data(ROW_ROLE)
        if isinstance(line, RegionLine) and not self._quiet:
            self.region_chosen.emit(line.code)


def _identity(line: RegionLine) -> str:
    return line.code
