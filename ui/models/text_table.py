"""A read-only table of finished text: the data behind a chart."""

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor

from tracker.plots.chart_data import ChartTable
from ui import fonts

_Index = QModelIndex | QPersistentModelIndex
_EMPTY = ChartTable("", (), ())
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class TextTable(QAbstractTableModel):
    """Shows a ChartTable: names at the left, numbers at the right, the emphasised row bold."""

    def __init__(self, plain: QColor, strong: QColor, parent: QObject | None = None) -> None:
        """Take the colours of plain text and of the emphasised row."""
        super().__init__(parent)
        self._plain = plain
        self._strong = strong
        self._table = _EMPTY

    @property
    def table(self) -> ChartTable:
        """What is shown."""
        return self._table

    def show(self, table: ChartTable | None) -> None:
        """Show another table; None empties it."""
        self.beginResetModel()
        self._table = table or _EMPTY
        self.endResetModel()

    def rowCount(self, parent: _Index | None = None) -> int:
        """Return the number of rows."""
        return 0 if parent is not None and parent.isValid() else len(self._table.rows)

    def columnCount(self, parent: _Index | None = None) -> int:
        """Return the number of columns."""
        return 0 if parent is not None and parent.isValid() else len(self._table.columns)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a cell's text, side and weight."""
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._table.rows[index.row()][index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(_LEFT if index.column() == 0 else _RIGHT)
        emphasised = index.row() == self._table.emphasis
        if role == Qt.ItemDataRole.FontRole and emphasised:
            return fonts.font(12, fonts.BOLD)
        if role == Qt.ItemDataRole.ForegroundRole:
            return self._strong if emphasised else self._plain
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return a column's head."""
        if orientation is not Qt.Orientation.Horizontal or section >= len(self._table.columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._table.columns[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(_LEFT if section == 0 else _RIGHT)
        return None
