"""StageLines: the rows of a StageList as a read-only table model."""

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from tracker.inspection.stage_list import StageLine, StageList
from ui import fonts
from ui.plain_tip import plain_tip

_Index = QModelIndex | QPersistentModelIndex
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
LIGHT_HEAD = "灯"
LIGHT_ROLE = Qt.ItemDataRole.UserRole
"""The Light of a cell that holds one, else None."""


class StageLines(QAbstractTableModel):
    """Finished text; LIGHT_ROLE gives the light of a cell that holds its word."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._held: StageList | None = None

    def show(self, held: StageList) -> None:
        """Show another list."""
        self.beginResetModel()
        self._held = held
        self.endResetModel()

    def line(self, row: int) -> StageLine | None:
        """Return the line on a row."""
        if self._held is None or not 0 <= row < len(self._held.lines):
            return None
        return self._held.lines[row]

    def rowCount(self, parent: _Index | None = None) -> int:
        """Count lines."""
        within = parent is not None and parent.isValid()
        return 0 if within or self._held is None else len(self._held.lines)

    def columnCount(self, parent: _Index | None = None) -> int:
        """Count columns."""
        within = parent is not None and parent.isValid()
        return 0 if within or self._held is None else len(self._held.heads)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a cell's text, side, colour and face; the tooltip is the whole text."""
        if not index.isValid() or self._held is None:
            return None
        line, head = self._held.lines[index.row()], self._held.heads[index.column()]
        text = line.cells[index.column()]
        of_light = head == LIGHT_HEAD and line.light is not None
        if role == Qt.ItemDataRole.DisplayRole:
            return text
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(text)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(_RIGHT if head in self._held.right else _LEFT)
        if role == LIGHT_ROLE:
            return line.light if of_light else None
        if role == Qt.ItemDataRole.FontRole and index.column() == 1:
            return fonts.font(13, fonts.MEDIUM)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return a column's head, at the right over numbers."""
        if orientation is not Qt.Orientation.Horizontal or self._held is None:
            return None
        if section >= len(self._held.heads):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._held.heads[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(_RIGHT if self._held.heads[section] in self._held.right else _LEFT)
        return None
