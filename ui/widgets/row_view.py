"""RowView: painted rows of a RowTable: one chosen, one under the mouse, sorted by their heads."""

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from ui.models.row_table import ROW_ROLE, Column, Group, RowTable
from ui.widgets.opening_table import OpeningTable
from ui.widgets.row_delegate import RowDelegate
from ui.widgets.row_head import RowHead

Row = TypeVar("Row")


class RowView(OpeningTable, Generic[Row]):
    """Base of the tables of 总览, 市州 and 督查; subclasses share out the width."""

    row_chosen = Signal(object)
    """Emitted with the row that is now selected."""
    row_opened = Signal(object)
    """Emitted with the row on Enter or double click."""

    def __init__(
        self,
        columns: Sequence[Column[Row]],
        identity: Callable[[Row], object],
        delegate: RowDelegate,
        head: RowHead,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setViewport(QWidget(self))
        self._names = [column.name for column in columns]
        self.table: RowTable[Row] = RowTable(columns, identity, self)
        self._delegate = delegate
        delegate.setParent(self)
        self.setModel(self.table)
        self.setItemDelegate(delegate)
        self.setHorizontalHeader(head)
        self._dress()
        head.sectionClicked.connect(self._on_head_clicked)
        self.selectionModel().currentRowChanged.connect(self._on_current_row)

    @property
    def chosen(self) -> Row | None:
        """The selected row."""
        return self._row_at(self.currentIndex())

    def select_line(self, line: int | None) -> None:
        """Select a line and say so, even where it was selected; None says that there is none."""
        if line is None:
            self.row_chosen.emit(None)
        elif self.currentIndex().row() == line:
            self._delegate.chosen_row = line
            self.row_chosen.emit(self.chosen)
        else:
            self.setCurrentIndex(self.table.index(line, 1))

    def choose(self, identity: object) -> bool:
        """Select the row that has an identity; False when it is not there."""
        line = self.table.line_of(identity)
        if line is not None:
            self.select_line(line)
        return line is not None

    def sort_by(self, name: str) -> None:
        """Sort by a column as a click on its head does: up, down, in the order the rows came in."""
        column = self._names.index(name)
        now = self.table.sorted_by
        if now is None or now[0] != column:
            self.table.sort(column, Qt.SortOrder.AscendingOrder)
        elif now[1] is Qt.SortOrder.AscendingOrder:
            self.table.sort(column, Qt.SortOrder.DescendingOrder)
        else:
            self.table.sort(-1)
        self._delegate.chosen_row = self.currentIndex().row()
        self.horizontalHeader().viewport().update()
        self.viewport().update()

    def open(self, index: QModelIndex) -> None:
        """Say which row is wanted."""
        row = self._row_at(index)
        if row is not None:
            self.row_opened.emit(row)

    def hide_heads(self) -> None:
        """Hide the heads of groups, where one group is all there is."""
        for line in range(self.table.rowCount()):
            self.setRowHidden(line, self.table.is_head(line))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Light up the row under the mouse."""
        super().mouseMoveEvent(event)
        self._hover(self.indexAt(event.position().toPoint()).row())

    def leaveEvent(self, event: QEvent) -> None:
        """Let go of the row."""
        super().leaveEvent(event)
        self._hover(-1)

    def _row_at(self, index: QModelIndex) -> Row | None:
        line = index.data(ROW_ROLE) if index.isValid() else None
        return None if isinstance(line, Group) else line

    def _dress(self) -> None:
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
        self.verticalHeader().setDefaultSectionSize(self._delegate.row_height)

    def _hover(self, row: int) -> None:
        if row != self._delegate.hovered_row:
            self._delegate.hovered_row = row
            self.viewport().update()

    def _on_current_row(self, current: QModelIndex, _previous: QModelIndex) -> None:
        self._delegate.chosen_row = current.row()
        self.viewport().update()
        row = self._row_at(current)
        if row is not None:
            self.row_chosen.emit(row)

    def _on_head_clicked(self, column: int) -> None:
        self.sort_by(self._names[column])
