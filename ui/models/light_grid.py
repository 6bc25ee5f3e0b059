"""LightGrid: the table model of the light matrix, indicators down and regions across."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from tracker.indicators import RegionLevel
from tracker.plots.light_matrix import LightMatrix
from tracker.plots.standings import peer_name
from tracker.progress import why
from tracker.progress.result import Progress
from tracker.wording import LIGHT_WORDS
from ui.plain_tip import plain_tip

Index = QModelIndex | QPersistentModelIndex
_NEW_AREA_SHORT = 2


class LightGrid(QAbstractTableModel):
    """Read-only. Cells without a target are blank and say nothing."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.matrix = LightMatrix((), ())

    def show(self, matrix: LightMatrix) -> None:
        """Show another matrix."""
        self.beginResetModel()
        self.matrix = matrix
        self.endResetModel()

    def cell(self, row: int, column: int) -> Progress | None:
        """Return the headline in a cell."""
        return self.matrix.rows[row].cells[column]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Count indicators."""
        return 0 if parent.isValid() else len(self.matrix.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Count regions."""
        return 0 if parent.isValid() else len(self.matrix.regions)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the word of a light, or whose light it is and why."""
        if not index.isValid():
            return None
        cell = self.cell(index.row(), index.column())
        if cell is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return LIGHT_WORDS[cell.light]
        if role == Qt.ItemDataRole.ToolTipRole:
            region = self.matrix.regions[index.column()].name
            return plain_tip(f"{region}　{cell.indicator.name}\n{why(cell)}")
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return short names in the head and at the side, whole ones as tool tips."""
        across = orientation is Qt.Orientation.Horizontal
        held = len(self.matrix.regions if across else self.matrix.rows)
        if section >= held or role not in (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.ToolTipRole,
        ):
            return None
        whole = role == Qt.ItemDataRole.ToolTipRole
        if not across:
            indicator = self.matrix.rows[section].indicator
            return plain_tip(indicator.name) if whole else indicator.short_name
        region = self.matrix.regions[section]
        if whole:
            return region.name
        if region.level is RegionLevel.NEW_AREA:
            return region.name[-_NEW_AREA_SHORT:]
        return peer_name(region)

    def as_rows(self) -> list[list[str]]:
        """Return the matrix in words, regions across, to paste into a spreadsheet."""
        lines = [["指标", *(region.name for region in self.matrix.regions)]]
        for row in self.matrix.rows:
            words = ["" if cell is None else LIGHT_WORDS[cell.light] for cell in row.cells]
            lines.append([row.indicator.name, *words])
        return lines
