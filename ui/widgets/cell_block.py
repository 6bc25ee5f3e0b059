"""CellBlock: the selected cells of a grid, and copying, clearing, filling and pasting them."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QTableView

from tracker.exchange.clipboard import Selection, read_block, write_block
from ui.models.cell_look import CellKind, PasteReport
from ui.models.grid_table import GridTable, TypedCell
from ui.widgets.grid_cursor import GridCursor


class CellBlock:
    """What a person's keys do to the selection as a whole. Every act is one undo step."""

    def __init__(self, view: QTableView, grid: GridTable, cursor: GridCursor) -> None:
        self._view = view
        self._grid = grid
        self._cursor = cursor

    def bounds(self) -> Selection | None:
        """Return the rectangle that is selected, or the current cell; None without either."""
        ranges = self._view.selectionModel().selection()
        if ranges.isEmpty():
            here = self._cursor.here
            return None if here is None else Selection(*here)
        first = ranges.first()
        return Selection(first.top(), first.left(), first.height(), first.width())

    def cells(self) -> list[tuple[int, int]]:
        """Return the cells selected, a merged one once, groups left out."""
        bounds = self.bounds()
        if bounds is None:
            return []
        places = (
            self._cursor.start_of(row, column)
            for row in range(bounds.row, bounds.row + bounds.height)
            for column in range(bounds.column, bounds.column + bounds.width)
        )
        return [place for place in dict.fromkeys(places) if self._is_cell(*place)]

    def copy(self) -> None:
        """Put the selection on the clipboard as spreadsheets do."""
        bounds = self.bounds()
        if bounds is None:
            return
        rows = [
            row
            for row in range(bounds.row, bounds.row + bounds.height)
            if self._is_cell(*self._cursor.start_of(row, bounds.column))
        ]
        columns = [
            column
            for column in range(bounds.column, bounds.column + bounds.width)
            if any((row, column) not in self._cursor.covered for row in rows)
        ]
        texts = [[self._copied(row, column) for column in columns] for row in rows]
        QGuiApplication.clipboard().setText(write_block(texts))

    def cut(self) -> None:
        """Copy the selection and unset it."""
        self.copy()
        self.clear()

    def clear(self) -> None:
        """Unset the selected figures; where a text was refused only that text goes."""
        unset: list[TypedCell] = []
        for row, column in self.cells():
            if self._grid.problem_at(row, column) is not None:
                self._grid.drop_problem(row, column)
            elif self._grid.raw_text(row, column):
                unset.append((row, column, ""))
        if unset:
            self._grid.enter(unset, "清空 {n} 格" if len(unset) > 1 else "")

    def fill_down(self) -> None:
        """Copy the first row of the selection into the rows below it; one cell takes from above."""
        bounds = self.bounds()
        if bounds is None:
            return
        last = bounds.row + bounds.height - 1
        if bounds.height == 1:
            self._fill(bounds, [bounds.row - 1], range(bounds.row, last + 1))
        else:
            self._fill(bounds, [bounds.row], range(bounds.row + 1, last + 1))

    def fill_to(self, last_row: int) -> None:
        """Copy the rows of the selection, over and over, into the rows down to a row."""
        bounds = self.bounds()
        if bounds is not None:
            end = bounds.row + bounds.height
            self._fill(bounds, list(range(bounds.row, end)), range(end, last_row + 1))

    def _fill(self, bounds: Selection, sources: list[int], rows: range) -> None:
        """Enter the texts of some rows in turn into others; groups and closed cells are left."""
        sources = [row for row in sources if self._is_cell(row, bounds.column)]
        targets = [row for row in rows if self._is_cell(row, bounds.column)]
        typed: list[TypedCell] = []
        for number, row in enumerate(targets if sources else []):
            for column in range(bounds.column, bounds.column + bounds.width):
                taken = self._cursor.start_of(sources[number % len(sources)], column)
                place = self._cursor.start_of(row, column)
                text = self._grid.copied_text(*taken)
                if text and place[1] == taken[1] and self._is_open(*place):
                    typed.append((*place, text))
        if typed:
            self._grid.enter(typed, "向下填充 {n} 个值")

    def paste(self) -> PasteReport | None:
        """Lay the clipboard's block from the selection's corner on; None when it is empty."""
        bounds = self.bounds()
        block = read_block(QGuiApplication.clipboard().text())
        if bounds is None or not block.width:
            return None
        return self._grid.paste(block, bounds)

    def _copied(self, row: int, column: int) -> str:
        covered = (row, column) in self._cursor.covered
        return "" if covered else self._grid.copied_text(row, column)

    def _is_cell(self, row: int, column: int) -> bool:
        inside = 0 <= row < self._grid.rowCount() and column < self._grid.columnCount()
        return inside and self._grid.look(row, column).kind in (CellKind.OPEN, CellKind.CLOSED)

    def _is_open(self, row: int, column: int) -> bool:
        return self._grid.look(row, column).kind is CellKind.OPEN
