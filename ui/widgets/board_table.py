"""BoardTable: the table of 总览 with its own head, column widths and the dashed time line."""

from PySide6.QtCore import QRect
from PySide6.QtGui import (
    QGuiApplication,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QWidget

from tracker.board import Board, BoardRow
from tracker.wording import pasteable
from ui.models.board_columns import accumulates, board_columns
from ui.models.row_table import Group
from ui.theme import Theme
from ui.widgets.board_delegate import (
    FIRST_HEAD,
    NEXT_HEAD,
    RIGHT_PADDING,
    BoardDelegate,
)
from ui.widgets.board_head import BoardHead
from ui.widgets.row_view import RowView
from ui.widgets.ruler import paint_time_line

_WIDTHS = {"light": 75, "target": 52, "actual": 86, "gap": 68, "need": 78, "effort": 88}
_INDICATOR_WIDTH, _INDICATOR_LEAST, _INDICATOR_CUT = 192, 168, 110
_RULER_WIDTH, _RULER_LEAST = 276, 246


class BoardTable(RowView[BoardRow]):
    """Read-only. Click a head to sort inside the groups, a third time for the catalogue's order."""

    _delegate: BoardDelegate

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        columns = board_columns(1)
        names = [column.name for column in columns]
        delegate = BoardDelegate(theme, names)
        head = BoardHead(theme, names, delegate)
        super().__init__(columns, _identity, delegate, head, parent)
        self._theme = theme
        self.verticalHeader().setMinimumSectionSize(FIRST_HEAD)
        self.setAccessibleName("双过半标尺表")
        self.table.modelReset.connect(self._set_heights)  # after the view's own reset
        self.activated.connect(self.open)
        self.copy_wanted.connect(self.copy)

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
        self.select_line(self.table.first_row if line is None else line)

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
            return pasteable(text)
        return text

    def copy(self) -> None:
        """Put the board on the clipboard."""
        QGuiApplication.clipboard().setText(self.as_text())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give what is left to the ruler; hide 须提速 and 过半须月均 where it is narrow."""
        super().resizeEvent(event)
        self._share_out(self.viewport().width())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the dashed time line once over all 累计类 rows; dashes per row would break."""
        super().paintEvent(event)
        span = self._task_rows()
        if span is None:
            return
        painter = QPainter(self.viewport())
        paint_time_line(painter, self._theme, self._ruler_cell(), self._delegate.month, span)

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


def _identity(row: BoardRow) -> str:
    return row.progress.indicator.id
