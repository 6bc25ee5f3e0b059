"""GridCells: the cells of a grid as a Qt model: what each stands for and how it looks."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from ui.models.cell_look import CellKind, CellLook, GridRole, HeadLook
from ui.models.landing import GridKey
from ui.plain_tip import plain_tip
from ui.session import Session

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_SHOWN = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
_FLAGS = {
    CellKind.GROUP: Qt.ItemFlag.NoItemFlags,
    CellKind.LABEL: _SHOWN,
    CellKind.CLOSED: _SHOWN,
    CellKind.OPEN: _SHOWN | Qt.ItemFlag.ItemIsEditable,
}


class GridCells(QAbstractTableModel):
    """Answers Qt and the delegate. Looks are made once and kept until something touches a row."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self._looks: dict[tuple[int, int], CellLook] = {}
        self._put_off: set[int] | None = None

    # What a subclass says.

    def key_at(self, row: int, column: int) -> GridKey | None:
        """Return what a cell stands for; None for labels and group rows."""
        raise NotImplementedError

    def closed_reason(self, row: int, column: int) -> str:
        """Say why a cell takes no value; empty when it is open."""
        raise NotImplementedError

    def raw_text(self, row: int, column: int) -> str:
        """Return a stored value with the digits it was entered with, as an editor starts from."""
        raise NotImplementedError

    def head(self, column: int) -> HeadLook:
        """Return a column's head."""
        raise NotImplementedError

    def row_words(self, row: int) -> str:
        """Return all names that a row is found by."""
        return self.look(row, 1).text

    def column_words(self, column: int) -> str:
        """Return all names that a column is found by."""
        return self.head(column).text

    def text_to_edit(self, row: int, column: int) -> str:
        """Return what an editor starts from."""
        return self.raw_text(row, column)

    def look_of(self, row: int, column: int) -> CellLook:
        """Make a cell's look from the snapshot and the marks."""
        raise NotImplementedError

    def covered_cells(self) -> dict[tuple[int, int], int]:
        """Return for each cell that a merged one lies over the column of the merged one."""
        return {}

    @property
    def last_column(self) -> int:
        """The last column that can be stood on."""
        return self.columnCount(_NOWHERE) - 1

    # Qt's questions.

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let open cells be edited, closed ones only be stood on, labels and groups neither."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return _FLAGS[self.look(index.row(), index.column()).kind]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Answer with the text, the raw text to edit, the look, or the tool tip of a cell."""
        if not index.isValid():
            return None
        row, column = index.row(), index.column()
        if role == Qt.ItemDataRole.EditRole:
            return self.text_to_edit(row, column)
        if role == Qt.ItemDataRole.DisplayRole:
            return self.look(row, column).text
        if role == GridRole.LOOK:
            return self.look(row, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(self.look(row, column).tip) or None
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Answer with a column's head; rows are numbered in their own column."""
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < self.columnCount():
            return None
        if role == GridRole.HEAD:
            return self.head(section)
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(self.head(section).tip) or None
        return self.head(section).text if role == Qt.ItemDataRole.DisplayRole else None

    def look(self, row: int, column: int) -> CellLook:
        """Return a cell's look, made once and kept until something touches its row."""
        place = (row, column)
        found = self._looks.get(place)
        if found is None:
            found = self._looks[place] = self.look_of(row, column)
        return found

    def place_of(self, key: GridKey) -> tuple[int, int] | None:
        """Return the row and column that show a key; None when it is not on the grid."""
        for row in range(self.rowCount(_NOWHERE)):
            for column in range(self.columnCount(_NOWHERE)):
                if self.key_at(row, column) == key:
                    return row, column
        return None

    def _repaint(self, rows: Iterable[int]) -> None:
        """Look again at the cells of these rows that were ever looked at; tell only of changes."""
        if self._put_off is not None:
            self._put_off.update(rows)
            return
        for row in rows:
            changed: list[int] = []
            for column in range(self.columnCount(_NOWHERE)):
                before = self._looks.pop((row, column), None)
                if before is not None and self.look(row, column) != before:
                    changed.append(column)
            for column in changed:
                index = self.index(row, column)
                self.dataChanged.emit(index, index)

    @contextmanager
    def _repainting_once(self) -> Iterator[None]:
        """Put off what is repainted inside, to look at every row once at the end."""
        outer, self._put_off = self._put_off, set()
        try:
            yield
        finally:
            rows, self._put_off = self._put_off, outer
            self._repaint(rows)

    def _reset_looks(self) -> None:
        """Forget every look, when the rows themselves are new."""
        self._looks.clear()
