"""GridCursor: where the current cell goes: steps, jumps and ranges, as in a spreadsheet."""

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex
from PySide6.QtWidgets import QTableView

from ui.models.cell_look import CellKind
from ui.models.grid_table import GridTable

_SELECT = QItemSelectionModel.SelectionFlag.ClearAndSelect
_KEEP = QItemSelectionModel.SelectionFlag.NoUpdate


class GridCursor:
    """Moves the current cell of a view over what can be stood on.

    Group rows are stepped over. A merged cell is one stop; going down through it returns to the
    column that the person came from. `covered` says which cells a merged one lies over.
    """

    def __init__(self, view: QTableView, grid: GridTable, first_column: int) -> None:
        self._view = view
        self._grid = grid
        self._first = first_column
        self.covered: dict[tuple[int, int], int] = {}
        self._column: int | None = None
        self._tab_origin: int | None = None
        self._anchor: tuple[int, int] | None = None

    @property
    def here(self) -> tuple[int, int] | None:
        """Row and column of the current cell; None when there is none."""
        index = self._view.currentIndex()
        return (index.row(), index.column()) if index.isValid() else None

    def start_of(self, row: int, column: int) -> tuple[int, int]:
        """Return the cell that is drawn at a place: the merged one where one lies over it."""
        return row, self.covered.get((row, column), column)

    def go(self, row: int, column: int, *, extend: bool = False) -> None:
        """Make a cell current; with `extend` select from the anchor to it."""
        target = self.start_of(row, column)
        if not self.can_stand(*target):
            return
        if not extend or self._anchor is None:
            self._anchor = self.here if extend else target
        index = self._grid.index(*target)
        selection = self._view.selectionModel()
        if not extend or self._anchor is None:
            selection.setCurrentIndex(index, _SELECT)
            return
        selection.setCurrentIndex(index, _KEEP)
        selection.select(self._range(self._anchor, target), _SELECT)

    def step(self, down: int, right: int, *, extend: bool = False, jump: bool = False) -> bool:
        """Go one cell on, or to the edge of the figures with `jump`; False at the grid's edge."""
        here = self.here
        if here is None:
            return False
        if right or self._column is None or self.start_of(here[0], self._column) != here:
            self._column = here[1]
        column = self._column
        target = self._jump(here, down, right) if jump else self._next(here, down, right)
        if target is None:
            return False
        self._tab_origin = None
        self.go(*target, extend=extend)
        self._column = column if down else target[1]
        return True

    def tab(self, right: int) -> bool:
        """Go on along the row, to the next row's start at its end; remember where Tab began.

        False at the grid's last (first) cell, where Tab leads out.
        """
        here = self.here
        if here is None:
            return False
        origin = here[1] if self._tab_origin is None else self._tab_origin
        if not self.step(0, right):
            if not self.step(right, 0):
                return False
            here = self.here or here
            edge = self._first if right > 0 else self._grid.last_column
            self.go(here[0], edge)
        self._tab_origin = origin
        return True

    def enter(self, down: int) -> None:
        """Go down (or up); after a run of Tabs to the column in which it began."""
        origin = self._tab_origin
        if self.step(down, 0) and origin is not None and self.here is not None:
            self.go(self.here[0], origin)
        self._column = None

    def row_edge(self, right: int, *, extend: bool = False) -> None:
        """Go to the first or last column of the row."""
        if self.here is not None:
            edge = self._grid.last_column if right > 0 else self._first
            self.go(self.here[0], edge, extend=extend)
            self._column = None

    def corner(self, down: int, *, extend: bool = False) -> None:
        """Go to the first or the last cell of the grid."""
        rows = range(self._grid.rowCount())
        for row in rows if down < 0 else reversed(rows):
            column = self._first if down < 0 else self._grid.last_column
            if self.can_stand(*self.start_of(row, column)):
                self.go(row, column, extend=extend)
                return

    def select_all(self) -> None:
        """Select every cell, the current one staying where it is."""
        last = self._grid.index(self._grid.rowCount() - 1, self._grid.last_column)
        first = self._grid.index(0, self._first)
        self._view.selectionModel().select(QItemSelection(first, last), _SELECT)

    def moved_by_mouse(self) -> None:
        """Forget columns and anchors: the mouse chose a new place."""
        self._column = self._tab_origin = None
        self._anchor = self.here

    def can_stand(self, row: int, column: int) -> bool:
        """Say whether a cell can be current: it has a value, or is closed by its calendar."""
        inside = 0 <= row < self._grid.rowCount() and (
            self._first <= column <= self._grid.last_column
        )
        return inside and self._grid.look(row, column).kind in (CellKind.OPEN, CellKind.CLOSED)

    def _next(self, here: tuple[int, int], down: int, right: int) -> tuple[int, int] | None:
        row, column = here
        if right:
            column += self._view.columnSpan(row, column) if right > 0 else -1
            target = self.start_of(row, column)
            return target if self.can_stand(*target) else None
        column = column if self._column is None else self._column
        row += down
        while 0 <= row < self._grid.rowCount():
            if self.can_stand(*self.start_of(row, column)):
                return row, column
            row += down
        return None

    def _jump(self, here: tuple[int, int], down: int, right: int) -> tuple[int, int] | None:
        """Return the last figure before a gap, or the first one after it, or the edge."""
        target: tuple[int, int] | None = None
        following = self._next(here, down, right)
        inside = following is not None and self._has_text(here) and self._has_text(following)
        while following is not None:
            if inside and not self._has_text(following):
                return target
            target = following
            if not inside and self._has_text(following):
                return target
            following = self._next(following, down, right)
        return target

    def _has_text(self, place: tuple[int, int]) -> bool:
        return bool(self._grid.look(*self.start_of(*place)).text)

    def _range(self, anchor: tuple[int, int], target: tuple[int, int]) -> QItemSelection:
        top, bottom = sorted((anchor[0], target[0]))
        left, right = sorted((anchor[1], target[1]))
        for row in range(top, bottom + 1):
            for (covered_row, column), start in self.covered.items():
                if covered_row == row and (left <= column <= right or left <= start <= right):
                    left, right = min(left, start), max(right, column)
        first: QModelIndex = self._grid.index(top, left)
        return QItemSelection(first, self._grid.index(bottom, right))
