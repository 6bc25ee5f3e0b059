"""The shapes of the lights: disc, triangle, diamond and ring. Never colour alone."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from tracker.indicators import Light

RADIUS = 5.4
"""Radius in the window, px."""


def paint_lamp(
    painter: QPainter, light: Light, centre: QPointF, color: QColor, radius: float = RADIUS
) -> None:
    """Draw a light's shape around a point."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    x, y, r = centre.x(), centre.y(), radius
    if light is Light.GREEN:
        painter.drawEllipse(centre, r, r)
    elif light is Light.YELLOW:
        side, top, foot = r * 1.12, r * 1.07, r * 0.92
        painter.drawPolygon(
            QPolygonF(
                [QPointF(x, y - top), QPointF(x + side, y + foot), QPointF(x - side, y + foot)]
            )
        )
    elif light is Light.RED:
        r *= 1.2
        painter.drawPolygon(
            QPolygonF([QPointF(x, y - r), QPointF(x + r, y), QPointF(x, y + r), QPointF(x - r, y)])
        )
    else:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(color, r * 0.33))
        painter.drawEllipse(centre, r * 0.85, r * 0.85)
    painter.restore()
