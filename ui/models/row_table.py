"""RowTable: the one read-only table model; columns are specs, rows are frozen objects in groups."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ui.plain_tip import plain_tip

Row = TypeVar("Row")
Index = QModelIndex | QPersistentModelIndex

ROW_ROLE = Qt.ItemDataRole.UserRole
"""The row object, or the Group for a group head."""
SORT_ROLE = Qt.ItemDataRole.UserRole + 1
"""The raw value that a column sorts by; None comes last in either direction."""


@dataclass(frozen=True, slots=True)
class Column(Generic[Row]):
    """One column: its head, its text, what it sorts by and its tooltip."""

    name: str
    title: str
    text: Callable[[Row], str]
    value: Callable[[Row], Any]
    tip: Callable[[Row], str] | None = None
    right: bool = False


@dataclass(frozen=True, slots=True)
class Group(Generic[Row]):
    """Rows under a head. Sorting never carries a row out of its group."""

    name: str
    title: str
    rows: tuple[Row, ...]


class RowTable(QAbstractTableModel, Generic[Row]):
    """Shows groups of rows. `identity` tells rows apart, so an update keeps selection and order."""

    def __init__(
        self,
        columns: Sequence[Column[Row]],
        identity: Callable[[Row], object],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._identity = identity
        self._groups: tuple[Group[Row], ...] = ()
        self._lines: list[Group[Row] | Row] = []
        self._sorted_by: tuple[int, Qt.SortOrder] | None = None

    def show(self, groups: Sequence[Group[Row]]) -> None:
        """Show other rows; rows that are the same as before are not drawn again."""
        filled = tuple(group for group in groups if group.rows)
        lines = self._ordered(filled)
        if [self._name(line) for line in lines] == [self._name(line) for line in self._lines]:
            changed = [at for at, line in enumerate(lines) if line != self._lines[at]]
            self._groups, self._lines = filled, lines
            for at in changed:
                if not self.is_head(at):
                    end = self.index(at, len(self.columns) - 1)
                    self.dataChanged.emit(self.index(at, 0), end)
            return
        self.beginResetModel()
        self._groups, self._lines = filled, lines
        self.endResetModel()

    def line(self, row: int) -> Group[Row] | Row:
        """Return the group head or the row object on a line."""
        return self._lines[row]

    def is_head(self, row: int) -> bool:
        """Say whether a line is a group head."""
        return isinstance(self._lines[row], Group)

    def line_of(self, identity: object) -> int | None:
        """Return the line on which a row stands."""
        for number, line in enumerate(self._lines):
            if not isinstance(line, Group) and self._identity(line) == identity:
                return number
        return None

    @property
    def first_row(self) -> int | None:
        """The first line that is no group head."""
        return next((at for at in range(len(self._lines)) if not self.is_head(at)), None)

    @property
    def sorted_by(self) -> tuple[int, Qt.SortOrder] | None:
        """The column and direction of sorting; None for the order the rows came in."""
        return self._sorted_by

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Count group heads and rows."""
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Count columns."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return text, tooltip, alignment, raw value or the row itself."""
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        if role == ROW_ROLE:
            return line
        if isinstance(line, Group):
            shown = role == Qt.ItemDataRole.DisplayRole and index.column() == 0
            return line.title if shown else None
        column = self.columns[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.text(line)
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(column.tip(line)) if column.tip is not None else None
        if role == SORT_ROLE:
            return column.value(line)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return the title of a column; over numbers it stands at the right as they do."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].title
        if role == Qt.ItemDataRole.TextAlignmentRole and self.columns[section].right:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Rows can be selected; group heads cannot."""
        if not index.isValid() or self.is_head(index.row()):
            return Qt.ItemFlag.NoItemFlags
        return (
            Qt.ItemFlag.ItemIsSelectable
            | Qt.ItemFlag.ItemIsEnabled
            | Qt.ItemFlag.ItemNeverHasChildren
        )

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort inside the groups; column −1 restores the order the rows came in."""
        self._sorted_by = None if column < 0 else (column, order)
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        names = [self._name(self._lines[index.row()]) for index in before]
        self._lines = self._ordered(self._groups)
        places = {self._name(line): at for at, line in enumerate(self._lines)}
        after = [
            self.index(places[name], index.column())
            for name, index in zip(names, before, strict=True)
        ]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def _name(self, line: Group[Row] | Row) -> object:
        return ("group", line.name) if isinstance(line, Group) else self._identity(line)

    def _ordered(self, groups: Sequence[Group[Row]]) -> list[Group[Row] | Row]:
        lines: list[Group[Row] | Row] = []
        for group in groups:
            lines.append(group)
            lines.extend(self._sorted(group.rows))
        return lines

    def _sorted(self, rows: tuple[Row, ...]) -> list[Row]:
        if self._sorted_by is None:
            return list(rows)
        column, order = self._sorted_by
        value = self.columns[column].value
        known = [row for row in rows if value(row) is not None]
        blank = [row for row in rows if value(row) is None]
        known.sort(key=value, reverse=order is Qt.SortOrder.DescendingOrder)
        return known + blank
