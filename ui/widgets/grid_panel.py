"""GridPanel: frozen label columns, the grid beside them that is typed into, and its pop-up."""

from PySide6.QtCore import QModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from ui.models.cell_look import CellKind, Problem
from ui.models.grid_table import GridTable
from ui.theme import Theme
from ui.widgets.grid_delegate import GridDelegate
from ui.widgets.grid_head import TWO_LEVELS, GridHead
from ui.widgets.grid_view import GridView
from ui.widgets.problem_popup import ProblemPopup

ROW_HEIGHT, GROUP_HEIGHT = 33, 29


class GridPanel(QWidget):
    """Two synced views of one model. The left one shows the first columns and takes no keys."""

    current_moved = Signal()
    pasted = Signal(object)

    def __init__(
        self,
        grid: GridTable,
        theme: Theme,
        *,
        label_widths: tuple[int, ...],
        head_height: int,
        half_after: int | None = None,
    ) -> None:
        super().__init__()
        self.grid = grid
        self._labels = len(label_widths)
        self._popup_at: tuple[int, int] | None = None
        head = GridHead(theme, head_height)
        head.half_after = half_after
        self.view = GridView(grid, theme, head, self._labels, self)
        self.labels = _label_view(grid, theme, head_height, self._labels)
        self.popup = ProblemPopup(theme, self)
        self._head = head
        self._lay_out(label_widths)
        self._connect()
        self.measure()

    # What pages call.

    def measure(self) -> None:
        """Set row heights and spans after the rows changed; keep a current cell."""
        for column in range(self.grid.columnCount()):
            self.view.setColumnHidden(column, column < self._labels)
            self.labels.setColumnHidden(column, column >= self._labels)
        for view in (self.view, self.labels):
            view.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        self.labels.clearSpans()
        self.view.merge(self.grid.covered_cells())
        for row in range(self.grid.rowCount()):
            is_group = self.grid.look(row, 0).kind is CellKind.GROUP
            if is_group:
                self.labels.setSpan(row, 1, 1, self._labels - 1)
            for view in (self.view, self.labels):
                view.setRowHeight(row, GROUP_HEIGHT if is_group else ROW_HEIGHT)

    def set_half_after(self, column: int | None) -> None:
        """Draw the half line after another column, or none."""
        self._head.half_after = column
        self.view.delegate.draw_heavy_after(column)

    def set_value_widths(self, widths: list[int]) -> None:
        """Set the widths of the value columns."""
        for offset, width in enumerate(widths):
            self.view.setColumnWidth(self._labels + offset, width)

    def stand_on(self, row: int, column: int) -> None:
        """Make a cell current and bring it into sight."""
        self.view.cursor_.go(row, column)

    @property
    def first_column(self) -> int:
        """The first column that is filled in."""
        return self._labels

    @property
    def current(self) -> tuple[int, int] | None:
        """Row and column of the current cell; None when there is none."""
        return self.view.cursor_.here

    def show_first_problem(self) -> None:
        """Show the pop-up at the first refused cell; used after a paste."""
        for row in range(self.grid.rowCount()):
            for column in range(self._labels, self.grid.columnCount()):
                problem = self.grid.problem_at(row, column)
                if problem is not None:
                    self._pop_up(row, column, problem)
                    return
        self._hide_popup()

    # Inside.

    def _lay_out(self, widths: tuple[int, ...]) -> None:
        self.labels.setFixedWidth(sum(widths))
        for column, width in enumerate(widths):
            self.labels.setColumnWidth(column, width)
        # The right view's scroll bar takes height that the left one must give up as well, or
        # the last rows of the two would not stand side by side.
        self._foot = QWidget()
        self._foot.setFixedHeight(0)
        left = QVBoxLayout()
        left.setSpacing(0)
        left.addWidget(self.labels, 1)
        left.addWidget(self._foot)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(left)
        row.addWidget(self.view, 1)
        self.setFocusProxy(self.view)

    def _connect(self) -> None:
        right, left = self.view.verticalScrollBar(), self.labels.verticalScrollBar()
        right.valueChanged.connect(left.setValue)
        left.valueChanged.connect(right.setValue)
        right.valueChanged.connect(self._place_popup)
        self.view.horizontalScrollBar().valueChanged.connect(self._place_popup)
        self.view.horizontalScrollBar().rangeChanged.connect(self._level_feet)
        self.labels.clicked.connect(self._on_label_clicked)
        self.view.current_moved.connect(self._on_current_moved)
        self.view.closed_typed.connect(self._say_closed)
        self.view.pasted.connect(self._on_pasted)
        self.view.fix_requested.connect(self.adopt_fix)
        self.view.escaped.connect(self._on_escaped)
        self.popup.fix_chosen.connect(self.adopt_fix)
        self.popup.clear_chosen.connect(self._drop_problem)
        self.grid.problems_changed.connect(self._on_problems_changed)
        self.grid.modelReset.connect(self.measure)

    def _level_feet(self) -> None:
        bar = self.view.horizontalScrollBar()
        shown = bar.maximum() > bar.minimum()
        self._foot.setFixedHeight(bar.sizeHint().height() if shown else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the pop-up at its cell."""
        super().resizeEvent(event)
        self._level_feet()
        self._place_popup()

    def _on_label_clicked(self, index: QModelIndex) -> None:
        here = self.current
        column = self._labels if here is None else here[1]
        self.view.cursor_.go(index.row(), column)
        self.view.setFocus(Qt.FocusReason.MouseFocusReason)

    def _on_current_moved(self) -> None:
        delegate = self.labels.itemDelegate()
        if isinstance(delegate, GridDelegate):
            here = self.current
            row = -1 if here is None else here[0]
            for marked in (delegate.current_row, row):
                self.labels.update(self.grid.index(marked, 0))
            delegate.current_row = row
        self._show_problem_here()
        self.current_moved.emit()

    def _show_problem_here(self) -> None:
        here = self.current
        problem = None if here is None else self.grid.problem_at(*here)
        if here is not None and problem is not None:
            self._pop_up(*here, problem)
        else:
            self._hide_popup()

    def _on_problems_changed(self) -> None:
        at = self._popup_at
        if at is not None and self.grid.problem_at(*at) is None:
            self._hide_popup()
        self._show_problem_here()
        self.view.viewport().update()

    def _on_pasted(self, report: object) -> None:
        self.show_first_problem()
        self.view.viewport().update()
        self.pasted.emit(report)

    def adopt_fix(self) -> None:
        """Enter what the pop-up proposes."""
        at = self._popup_at or self.current
        problem = None if at is None else self.grid.problem_at(*at)
        if at is not None and problem is not None and problem.fix:
            self.view.setFocus()
            self.grid.enter([(*at, problem.fix)])

    def _drop_problem(self) -> None:
        if self._popup_at is not None:
            self.view.setFocus()
            self.grid.drop_problem(*self._popup_at)

    def _on_escaped(self) -> None:
        self._hide_popup()
        self.grid.end_paste()

    def _say_closed(self, row: int, column: int) -> None:
        reason = self.grid.closed_reason(row, column)
        self._pop_up(row, column, Problem("", "这一格不用填", reason))

    def _pop_up(self, row: int, column: int, problem: Problem) -> None:
        self._popup_at = (row, column)
        self.popup.show_problem(problem, self.grid.raw_text(row, column))
        self._place_popup()

    def _hide_popup(self) -> None:
        self._popup_at = None
        self.popup.hide()

    def _place_popup(self) -> None:
        if self._popup_at is None:
            return
        index = self.grid.index(*self._popup_at)
        cell = self.view.visualRect(index)
        viewport = self.view.viewport()
        if not viewport.rect().intersects(cell):
            self.popup.hide()
            return
        corner = viewport.mapTo(self, QPoint(0, 0))
        self.popup.stand_beside(QRect(cell.topLeft() + corner, cell.size()), self.rect())
        self.popup.show()
        self.popup.raise_()


def _label_view(grid: GridTable, theme: Theme, head_height: int, labels: int) -> QTableView:
    """Make the view of the frozen columns."""
    view = QTableView()
    view.setModel(grid)
    view.setItemDelegate(GridDelegate(grid, theme, frozenset({labels - 1}), view))
    head = GridHead(theme, head_height)
    head.opens_group = head_height == TWO_LEVELS
    view.setHorizontalHeader(head)
    view.setShowGrid(False)
    view.setWordWrap(False)
    view.verticalHeader().hide()
    view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    view.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    return view
