"""CellBlock: the selected cells of a grid, and copying, clearing, filling and pasting them."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QTableView

from tracker.exchange.clipboard import Block, Selection, read_block, write_block
from ui.models.cell_look import CellKind
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

    def fill(self, *, right: bool) -> None:
        """Copy the selection's first row down it, or its first column to the right.

        A selection of one row (column) takes from the row above (the column before).
        """
        bounds = self.bounds()
        if bounds is None:
            return
        length = bounds.width if right else bounds.height
        taken = 0 if length > 1 else -1
        typed: dict[tuple[int, int], str] = {}
        for row in range(bounds.row, bounds.row + bounds.height):
            for column in range(bounds.column, bounds.column + bounds.width):
                source = (row, bounds.column + taken) if right else (bounds.row + taken, column)
                text = self._text_to_fill(source, (row, column), right=right)
                if text:
                    typed[self._cursor.start_of(row, column)] = text
        if typed:
            way = "向右" if right else "向下"
            cells = [(*place, text) for place, text in typed.items()]
            self._grid.enter(cells, f"{way}填充 {{n}} 个值")

    def _text_to_fill(self, source: tuple[int, int], place: tuple[int, int], *, right: bool) -> str:
        """Return what a cell is filled with; empty for the source itself, groups and closed."""
        taken, target = self._cursor.start_of(*source), self._cursor.start_of(*place)
        if taken == target or not (self._is_cell(*taken) and self._is_open(*target)):
            return ""
        if not right and taken[1] != target[1]:  # 1—2 月 below a January of its own
            return ""
        return self._grid.copied_text(*taken)

    def clipboard(self) -> tuple[Block, Selection] | None:
        """Return the clipboard's block and where it would be laid; None when it is empty."""
        bounds = self.bounds()
        block = read_block(QGuiApplication.clipboard().text())
        return None if bounds is None or not block.width else (block, bounds)

    def _copied(self, row: int, column: int) -> str:
        covered = (row, column) in self._cursor.covered
        return "" if covered else self._grid.copied_text(row, column)

    def _is_cell(self, row: int, column: int) -> bool:
        inside = 0 <= row < self._grid.rowCount() and 0 <= column < self._grid.columnCount()
        return inside and self._grid.look(row, column).kind in (CellKind.OPEN, CellKind.CLOSED)

    def _is_open(self, row: int, column: int) -> bool:
        return self._grid.look(row, column).kind is CellKind.OPEN
