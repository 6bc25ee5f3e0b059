"""CaseTable: 半年督查清单, a row of 59 px for each indicator and region not past half."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView

from tracker.inspection.half_year import InspectionRow
from ui.models.case_columns import case_columns
from ui.models.row_table import ROW_ROLE, Group, RowTable
from ui.theme import Theme
from ui.widgets.case_delegate import ROW_HEIGHT, TEXT_PADDING, CaseDelegate
from ui.widgets.case_head import CaseHead

_WIDTHS = {"light": 81, "name": 158, "value": 100, "gap": 68, "department": 126, "due": 94,
           "state": 146}  # fmt: skip
_LEAST_TEXT, _BARE_TEXT = 150, 80
_GIVEN_UP = ("department", "measure", "due")
"""Which columns are hidden, in this order, where the texts would become too narrow."""


class CaseTable(QTableView):
    """Read-only; Enter, a double click or the arrow at the right open a row."""

    row_chosen = Signal(object)
    """Emitted with the InspectionRow that is now selected, None for none."""
    row_opened = Signal(object)
    """Emitted with the InspectionRow on Enter or double click."""
    copy_wanted = Signal()

    def __init__(self, theme: Theme, today: Callable[[], date]) -> None:
        super().__init__()
        self._today = today
        columns = case_columns("上半年", today)
        self._names = [column.name for column in columns]
        self.table: RowTable[InspectionRow] = RowTable(columns, lambda row: row.key, self)
        self._delegate = CaseDelegate(theme, self._names, today, self)
        self.setModel(self.table)
        self.table.modelReset.connect(self._hide_heads)
        self.setItemDelegate(self._delegate)
        self._set_up_view()
        self.setHorizontalHeader(CaseHead(theme, self._names, self))
        self.horizontalHeader().sectionClicked.connect(self._on_head_clicked)
        self.selectionModel().currentRowChanged.connect(self._on_current_row)

    def show_rows(self, rows: Sequence[InspectionRow], period: str) -> None:
        """Show rows, keeping the selected one; `period` heads the figures."""
        chosen = self.chosen
        self.table.columns = tuple(case_columns(period, self._today))
        self.table.show([Group("rows", "", tuple(rows))])
        self._hide_heads()
        line = None if chosen is None else self.table.line_of(chosen.key)
        self._select(self.table.first_row if line is None else line)
        self.horizontalHeader().viewport().update()
        self.viewport().update()

    @property
    def chosen(self) -> InspectionRow | None:
        """The selected row."""
        index = self.currentIndex()
        line = index.data(ROW_ROLE) if index.isValid() else None
        return line if isinstance(line, InspectionRow) else None

    def choose(self, key: tuple[str, str]) -> bool:
        """Select the row of an indicator and region; False when it is not there."""
        line = self.table.line_of(key)
        if line is not None:
            self._select(line)
        return line is not None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy with Ctrl+C, open with Enter."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_wanted.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open a row."""
        self._open(self.indexAt(event.position().toPoint()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open a row by the arrow at its right."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and self._names[index.column()] == "state":
            self._open(index)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Light up the row under the mouse."""
        super().mouseMoveEvent(event)
        self._hover(self.indexAt(event.position().toPoint()).row())

    def leaveEvent(self, event: QEvent) -> None:
        """Let go of the row."""
        super().leaveEvent(event)
        self._hover(-1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share what is left between reason and measure; hide columns where it is narrow."""
        super().resizeEvent(event)
        widths, texts = dict(_WIDTHS), ["reason", "measure"]
        width = self.viewport().width()
        hidden: list[str] = []
        for name in _GIVEN_UP:
            if width - sum(widths.values()) - TEXT_PADDING >= _LEAST_TEXT * len(texts):
                break
            hidden.append(name)
            widths.pop(name, None)
            texts = [text for text in texts if text != name]
        room = max(_BARE_TEXT, width - sum(widths.values()) - TEXT_PADDING)
        widths |= {text: room // len(texts) for text in texts}
        widths["reason"] += TEXT_PADDING + room % len(texts)
        for at, name in enumerate(self._names):
            self.setColumnHidden(at, name in hidden)
            if name in widths:
                self.setColumnWidth(at, widths[name])

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
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        self.setAccessibleName("半年督查清单")

    def _hide_heads(self) -> None:
        for at in range(self.table.rowCount()):
            self.setRowHidden(at, self.table.is_head(at))

    def _select(self, line: int | None) -> None:
        if line is None:
            self.row_chosen.emit(None)
        elif self.currentIndex().row() == line:
            self._delegate.chosen_row = line
            self.row_chosen.emit(self.chosen)
        else:
            self.setCurrentIndex(self.table.index(line, 1))

    def _hover(self, row: int) -> None:
        if row != self._delegate.hovered_row:
            self._delegate.hovered_row = row
            self.viewport().update()

    def _on_current_row(self, current: QModelIndex, _previous: QModelIndex) -> None:
        self._delegate.chosen_row = current.row()
        self.viewport().update()
        self.row_chosen.emit(self.chosen)

    def _open(self, index: QModelIndex) -> None:
        line = index.data(ROW_ROLE) if index.isValid() else None
        if isinstance(line, InspectionRow):
            self.row_opened.emit(line)

    def _on_head_clicked(self, column: int) -> None:
        """Sort up, down, then by urgency again."""
        now = self.table.sorted_by
        if now is None or now[0] != column:
            self.table.sort(column, Qt.SortOrder.AscendingOrder)
        elif now[1] is Qt.SortOrder.AscendingOrder:
            self.table.sort(column, Qt.SortOrder.DescendingOrder)
        else:
            self.table.sort(-1)
        self._hide_heads()
        self._delegate.chosen_row = self.currentIndex().row()
        self.viewport().update()
