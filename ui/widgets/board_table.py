"""BoardTable: the table of 总览 with its own head, column widths and the dashed time line."""

from PySide6.QtCore import QEvent, QModelIndex, QRect, Qt, Signal
from PySide6.QtGui import (
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from tracker.board import Board, BoardRow
from tracker.periods import JUNE, MONTHS_IN_YEAR
from tracker.wording import MINUS
from ui.models.board_columns import accumulates, board_columns
from ui.models.row_table import ROW_ROLE, Group, RowTable
from ui.theme import Theme
from ui.widgets.board_delegate import (
    FIRST_HEAD,
    NEXT_HEAD,
    RIGHT_PADDING,
    ROW_HEIGHT,
    BoardDelegate,
)
from ui.widgets.board_head import BoardHead
from ui.widgets.ruler import Scale

_WIDTHS = {"light": 75, "target": 52, "actual": 86, "gap": 68, "need": 78, "effort": 88}
_INDICATOR_WIDTH, _INDICATOR_LEAST, _INDICATOR_CUT = 192, 168, 110
_RULER_WIDTH, _RULER_LEAST = 276, 246


class BoardTable(QTableView):
    """Read-only. Click a head to sort inside the groups, a third time for the catalogue's order."""

    row_chosen = Signal(object)
    """Emitted with the BoardRow that is now selected."""
    row_opened = Signal(object)
    """Emitted with the BoardRow on Enter or double click."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        columns = board_columns(1)
        self._names = [column.name for column in columns]
        self.table: RowTable[BoardRow] = RowTable(columns, _identity, self)
        self._delegate = BoardDelegate(theme, self._names, self)
        self.setModel(self.table)
        self.table.modelReset.connect(self._set_heights)  # after the view's own reset
        self.setItemDelegate(self._delegate)
        self._set_up_view()
        head = BoardHead(theme, self._names, self._delegate, self)
        self.setHorizontalHeader(head)
        head.sectionClicked.connect(self._on_head_clicked)
        self.selectionModel().currentRowChanged.connect(self._on_current_row)
        self.activated.connect(self._on_activated)

    def show_board(self, board: Board) -> None:
        """Show a board, keeping the selected indicator and the sorting."""
        chosen = self.chosen
        if board.as_of.month != self._delegate.month:
            self.table.columns = tuple(board_columns(board.as_of.month))
            self._delegate.month = board.as_of.month
            self.viewport().update()
            self.horizontalHeader().viewport().update()
        self.table.show(
            [
                Group("cumulative", "累计类", board.cumulative),
                Group("growth", "增速类", board.growth),
            ]
        )
        line = None if chosen is None else self.table.line_of(_identity(chosen))
        self._select_line(self.table.first_row if line is None else line)

    @property
    def chosen(self) -> BoardRow | None:
        """The selected row."""
        index = self.currentIndex()
        if not index.isValid() or index.row() >= self.table.rowCount():
            return None
        line = self.table.line(index.row())
        return None if isinstance(line, Group) else line

    def choose(self, indicator: str) -> bool:
        """Select an indicator's row; False when the board has none."""
        line = self.table.line_of(indicator)
        if line is not None:
            self._select_line(line)
        return line is not None

    def as_text(self) -> str:
        """Return the board as tab-separated text, to paste into a spreadsheet."""
        shown = [at for at in range(len(self._names)) if not self.isColumnHidden(at)]
        lines = ["\t".join(self.table.columns[at].title for at in shown)]
        for row in range(self.table.rowCount()):
            cells = [self._copied(row, at) for at in shown]
            lines.append("\t".join(cells).rstrip("\t"))
        return "\n".join(lines)

    def _copied(self, row: int, column: int) -> str:
        """Return a cell as a spreadsheet reads it: numbers without commas, with an ASCII minus."""
        text = str(self.table.index(row, column).data() or "")
        if self.table.columns[column].right:
            return text.replace(",", "").replace(MINUS, "-").removeprefix("+")
        return text

    def copy(self) -> None:
        """Put the board on the clipboard."""
        QGuiApplication.clipboard().setText(self.as_text())

    def sort_by(self, name: str) -> None:
        """Sort by a column as a click on its head does: up, down, as the catalogue has it."""
        column = self._names.index(name)
        now = self.table.sorted_by
        if now is None or now[0] != column:
            self.table.sort(column, Qt.SortOrder.AscendingOrder)
        elif now[1] is Qt.SortOrder.AscendingOrder:
            self.table.sort(column, Qt.SortOrder.DescendingOrder)
        else:
            self.table.sort(-1)
        self.horizontalHeader().viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy with Ctrl+C, open with Enter."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_activated(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open a row."""
        self._on_activated(self.indexAt(event.position().toPoint()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give what is left to the ruler; hide 须提速 and 过半须月均 where it is narrow."""
        super().resizeEvent(event)
        self._share_out(self.viewport().width())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the dashed time line once over all 累计类 rows; dashes per row would break."""
        super().paintEvent(event)
        span = self._task_rows()
        if span is None or self._delegate.month == JUNE:  # in June time lies under the half line
            return
        scale = Scale.of(self._ruler_cell())
        painter = QPainter(self.viewport())
        pen = QPen(self._theme.color("time"), 1)
        pen.setDashPattern([4, 3])
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        x = int(scale.at(self._delegate.month / MONTHS_IN_YEAR)) + 0.5
        painter.translate(x, 0)
        painter.drawLine(0, span[0], 0, span[1])

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
        self.verticalHeader().setMinimumSectionSize(FIRST_HEAD)
        self.setAccessibleName("双过半标尺表")

    def _set_heights(self) -> None:
        """Rows are 36 px; the second group's head keeps 6 px distance."""
        heads = [at for at in range(self.table.rowCount()) if self.table.is_head(at)]
        for at in heads:
            self.setRowHeight(at, FIRST_HEAD if at == 0 else NEXT_HEAD)

    def _share_out(self, width: int) -> None:
        widths = dict(_WIDTHS)
        hidden: list[str] = []
        for name in ("effort", "need"):
            least = _INDICATOR_LEAST + _RULER_LEAST + sum(widths.values())
            if width < least:
                widths.pop(name)
                hidden.append(name)
        for at, name in enumerate(self._names):
            self.setColumnHidden(at, name in hidden)
        if "effort" in hidden:
            last = "gap" if "need" in hidden else "need"
            widths[last] += RIGHT_PADDING
        self._delegate.last_column = next(n for n in reversed(self._names) if n not in hidden)
        room = width - sum(widths.values())
        ruler = max(_RULER_LEAST, room - _INDICATOR_WIDTH)
        widths["ruler"] = ruler
        widths["indicator"] = max(_INDICATOR_CUT, min(_INDICATOR_WIDTH, room - ruler))
        for at, name in enumerate(self._names):
            if name in widths:
                self.setColumnWidth(at, widths[name])

    def _ruler_cell(self) -> QRect:
        column = self._names.index("ruler")
        return QRect(self.columnViewportPosition(column), 0, self.columnWidth(column), 1)

    def _task_rows(self) -> tuple[int, int] | None:
        """Return top and bottom of the 累计类 rows in the viewport."""
        rows = [
            row
            for row in range(self.table.rowCount())
            if not isinstance(line := self.table.line(row), Group) and accumulates(line)
        ]
        if not rows:
            return None
        top = self.rowViewportPosition(rows[0])
        last = rows[-1]
        return top, self.rowViewportPosition(last) + self.rowHeight(last)

    def _select_line(self, line: int | None) -> None:
        if line is None:
            self.row_chosen.emit(None)
            return
        if self.currentIndex().row() == line:
            self.row_chosen.emit(self.chosen)
        else:
            self.setCurrentIndex(self.table.index(line, 1))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Light up the row under the mouse."""
        super().mouseMoveEvent(event)
        self._hover(self.indexAt(event.position().toPoint()).row())

    def leaveEvent(self, event: QEvent) -> None:
        """Let go of the row."""
        super().leaveEvent(event)
        self._hover(-1)

    def _hover(self, row: int) -> None:
        if row != self._delegate.hovered_row:
            self._delegate.hovered_row = row
            self.viewport().update()

    def _on_current_row(self, current: QModelIndex, _previous: QModelIndex) -> None:
        self._delegate.chosen_row = current.row()
        self.viewport().update()
        line = current.data(ROW_ROLE)
        if isinstance(line, BoardRow):
            self.row_chosen.emit(line)

    def _on_activated(self, index: QModelIndex) -> None:
        line = index.data(ROW_ROLE) if index.isValid() else None
        if isinstance(line, BoardRow):
            self.row_opened.emit(line)

    def _on_head_clicked(self, column: int) -> None:
        self.sort_by(self._names[column])


def _identity(row: BoardRow) -> str:
    return row.progress.indicator.id
