"""Marks: the shapes that carry meaning. Lights, hatch, diamonds, arrows and the year strip."""

from tracker import wording
from tracker.charts.canvas import Box, Canvas, Point, Stroked
from tracker.charts.style import Type
from tracker.indicators import Light
from tracker.periods import MONTHS_IN_YEAR

HATCH_STEP_PX = 9.0
HATCH_WIDTH_PX = 2.4
OUTLINE_PX = 1.6


def light(canvas: Canvas, centre: Point, kind: Light, radius: float) -> None:
    """Draw ● 达标, ▲ 临界, ◆ 滞后 or ○ 待报 round a centre."""
    plain_light(canvas, centre, kind, radius, canvas.style.light_colour(kind))


def plain_light(canvas: Canvas, centre: Point, kind: Light, radius: float, colour: str) -> None:
    """Draw the shape of a light in any colour, for grounds where its own would not be seen."""
    x, y = centre
    if kind is Light.GREEN:
        canvas.disc(centre, radius, colour)
    elif kind is Light.YELLOW:
        canvas.polygon(triangle(centre, radius), colour)
    elif kind is Light.RED:
        reach = radius * 1.22
        canvas.polygon([(x, y - reach), (x + reach, y), (x, y + reach), (x - reach, y)], colour)
    else:
        rim = max(1.6, radius * 0.22)
        canvas.disc(centre, radius - rim / 2, "none", Stroked(rim, colour))


def triangle(centre: Point, radius: float) -> list[Point]:
    """Return the corners of ▲ so that it looks as heavy as a disc of that radius."""
    x, y = centre
    return [
        (x, y - radius * 1.06),
        (x + radius * 1.16, y + radius * 0.9),
        (x - radius * 1.16, y + radius * 0.9),
    ]


def diamond(canvas: Canvas, centre: Point, reach: float, stroke: Stroked) -> None:
    """Draw the hollow diamond of the nation."""
    x, y = centre
    points = [(x, y - reach), (x + reach, y), (x, y + reach), (x - reach, y)]
    canvas.polygon(points, canvas.background, stroke)


def arrow(canvas: Canvas, tip: Point, direction: int, length: float, stroke: Stroked) -> None:
    """Draw a hollow arrow head at the edge of an axis: −1 points left, +1 right."""
    x, y = tip
    back = x - direction * length
    points = [(x, y), (back, y - length * 0.58), (back, y + length * 0.58)]
    canvas.polygon(points, canvas.background, stroke)


def move_mark(canvas: Canvas, at: Point, change: int | None, type_: Type, reach: float) -> None:
    """Draw ▲2, ▼3, 平 or — round a middle; the triangle is a shape, so every font has it."""
    x, y = at
    if not change:
        words = wording.movement(change)
        quiet = type_._replace(weight=400, colour=canvas.style.colour("ink3"))
        canvas.text((x, y), words, quiet, align="center")
        return
    up = -1 if change > 0 else 1
    left = x - 15.0
    base, tip = y - 0.4 - up * 5.2, y - 0.4 + up * 6.2
    points = [(left, base), (left + 2 * reach, base), (left + reach, tip)]
    canvas.polygon(points, type_.colour)
    canvas.text((left + 2 * reach + 4.4, y), str(abs(change)), type_)


def shortfall(canvas: Canvas, box: Box, colour: str, step: float = HATCH_STEP_PX) -> None:
    """Hatch what is missing: 45° lines that rise to the right, cut at the box, and an outline."""
    left, top, right, bottom = box
    if right - left < 1:
        return
    tall = bottom - top
    segments: list[tuple[Point, Point]] = []
    start = left - tall + 2.2
    while start < right:
        x0, y0, x1, y1 = start, bottom, start + tall, top
        if x0 < left:
            x0, y0 = left, bottom - (left - start)
        if x1 > right:
            x1, y1 = right, bottom - (right - start)
        segments.append(((x0, y0), (x1, y1)))
        start += step
    canvas.segments(segments, Stroked(HATCH_WIDTH_PX, colour))
    canvas.outline(box, colour, OUTLINE_PX)


class YearStrip:
    """年条: twelve cells, the months passed filled, a tick at the half. Our signature."""

    def __init__(self, passed: str, coming: str, half: str) -> None:
        self._passed = passed
        self._coming = coming
        self._half = half

    def draw(
        self,
        canvas: Canvas,
        box: Box,
        months: int,
        *,
        tick: float,
        gap: float,
        tick_width: float = 2.4,
    ) -> list[float]:
        """Draw the strip in a box; `tick` px of the half stand out above and below.

        Returns the middle of each cell.
        """
        left, top, right, bottom = box
        pitch = (right - left + gap) / MONTHS_IN_YEAR
        middles: list[float] = []
        for month in range(MONTHS_IN_YEAR):
            start = left + month * pitch
            fill = self._passed if month < months else self._coming
            canvas.rect(Box(start, top, start + pitch - gap, bottom), fill)
            middles.append(start + (pitch - gap) / 2)
        canvas.kept_clear.append(("年条", box))
        half = (left + right) / 2
        canvas.line([(half, top - tick), (half, bottom + tick)], Stroked(tick_width, self._half))
        return middles
