"""The fan of an estimate: from the last figure to 30 June and 31 December, 80 % behind 50 %."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from tracker.trajectory import Point
from ui.theme import Theme

if TYPE_CHECKING:  # what lies ahead is imported with its first reading, after the first paint
    from tracker.forecast import Estimate

Place = Callable[[Point], QPointF]


def fan_points(estimates: Sequence[Estimate], part: str) -> list[Point]:
    """Return one edge or the centre: part is point, low50, high50, low80 or high80."""
    found = []
    for estimate in estimates:
        value: float | None = getattr(estimate, part)
        if value is not None:
            found.append(Point(estimate.horizon.end_month, value))
    return found


def paint_fan(
    painter: QPainter, theme: Theme, estimates: Sequence[Estimate], start: Point, at: Place
) -> None:
    """Paint the fan; nothing where every estimate is refused."""
    for low, high, token in (("low80", "high80", "fan2"), ("low50", "high50", "fan1")):
        under, over = fan_points(estimates, low), fan_points(estimates, high)
        if not under:
            return
        edge = [at(point) for point in (start, *over, *reversed(under))]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color(token))
        painter.drawPolygon(QPolygonF(edge))
    pen = QPen(theme.color("bar"), 1.4)
    pen.setDashPattern([4, 2.5])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    centre = [at(point) for point in (start, *fan_points(estimates, "point"))]
    painter.drawPolyline(QPolygonF(centre))
