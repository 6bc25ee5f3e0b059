"""The frames over a grid: dashed around what was just pasted, solid around the selection."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from ui.theme import Theme

HANDLE = 6
"""Side of the square at the selection's corner, px; it marks the corner and is not dragged."""


def paint_paste_frame(painter: QPainter, theme: Theme, box: QRect) -> None:
    """Draw the dashed frame of a paste."""
    pen = QPen(theme.color("accent"), 1.6, Qt.PenStyle.CustomDashLine)
    pen.setDashPattern([4.0, 2.5])
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(pen)
    painter.drawRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)


def paint_selection_frame(painter: QPainter, theme: Theme, box: QRect) -> None:
    """Draw the 2 px frame of the selection and the square at its corner."""
    accent = theme.color("accent")
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(accent, 2)
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    painter.setPen(pen)
    painter.drawRect(QRectF(box))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    handle = QRect(box.right() - 3, box.bottom() - 3, HANDLE + 2, HANDLE + 2)
    painter.fillRect(handle, theme.color("surface"))
    painter.fillRect(handle.adjusted(1, 1, -1, -1), accent)
