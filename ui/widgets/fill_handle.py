"""FillHandle: the small square at the selection's corner, dragged down to copy the selection."""

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QTableView

from ui.widgets.cell_block import CellBlock

SIDE = 6
_REACH = 3
"""How far around the square a press still counts, px."""


class FillHandle:
    """Follows a drag that began on the square; `last_row` is where it has got to."""

    def __init__(self, view: QTableView, block: CellBlock) -> None:
        self._view = view
        self._block = block
        self.last_row: int | None = None

    def box(self, selection: QRect) -> QRect:
        """Return the square for a selection's frame."""
        return QRect(selection.right() - 3, selection.bottom() - 3, SIDE + 2, SIDE + 2)

    def is_at(self, selection: QRect, place: QPoint) -> bool:
        """Say whether the mouse is on the square."""
        return self.box(selection).adjusted(-_REACH, -_REACH, _REACH, _REACH).contains(place)

    def begin(self) -> None:
        """Start a drag at the selection's last row."""
        bounds = self._block.bounds()
        if bounds is not None:
            self.last_row = bounds.row + bounds.height - 1

    def drag_to(self, place: QPoint) -> None:
        """Follow the mouse; above the selection nothing is filled."""
        row, bounds = self._view.rowAt(place.y()), self._block.bounds()
        if bounds is not None and row >= 0:
            self.last_row = max(row, bounds.row + bounds.height - 1)

    def end(self) -> None:
        """Fill the rows that the drag passed over, as one step."""
        if self.last_row is not None:
            self._block.fill_to(self.last_row)
        self.last_row = None
