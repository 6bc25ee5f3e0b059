"""The lines of a trajectory: last year, nation, plan with its stages, and the actual course."""

import itertools
from collections.abc import Sequence

from tracker.charts.axis import ValueAxis
from tracker.charts.canvas import Canvas, Stroked
from tracker.charts.canvas import Point as Pixel
from tracker.charts.course_fan import Fan
from tracker.charts.trajectory_layouts import CourseLayout
from tracker.periods import JUNE, MONTHS_IN_YEAR
from tracker.trajectory import Point, Stage, Trajectory

QUADRANT_SHADE = 0.35
"""How strongly the lower left quadrant, before half of the time and of the task, is shaded."""
_DASH_HALF_PX = 16.0
_RING_PX = 11.0


class CourseLines:
    """Draws the lines of one trajectory and remembers where they run, so labels can avoid them."""

    def __init__(
        self, canvas: Canvas, course: Trajectory, layout: CourseLayout, axis: ValueAxis
    ) -> None:
        self._canvas = canvas
        self._course = course
        self._layout = layout
        self._axis = axis
        self.drawn: list[list[Pixel]] = []

    def draw(self, fan: Fan | None = None) -> None:
        """Draw from the background to the front; the 双过半点 is a ring on both half lines.

        The edges of a fan count as lines that labels avoid.
        """
        course, style = self._course, self._canvas.style
        self._draw_line(course.last_year, Stroked(3.0, style.colour("ly")))
        self._draw_line(course.nation, Stroked(3.5, style.colour("axis")))
        if course.cumulative:
            dotted = Stroked(2.2, style.colour("half"), (2.6, 5.7))
            self._draw_line(course.plan, dotted)
        else:
            self._draw_target()
        self._draw_stages()
        if course.half is not None and course.half > 0:
            self._draw_ring(course.half)
        self._draw_actual()
        if fan is not None:
            start = self._pixel(*fan.start)
            for side in (0, 1):
                ends = [self._pixel(end.month, end.outer[side]) for end in fan.ends]
                self.drawn.append([start, *ends])
            self.drawn.append([start, *(self._pixel(end.month, end.point) for end in fan.ends)])

    def _pixel(self, month: float, value: float) -> Pixel:
        return (self._layout.x(month), self._axis.y(value))

    def _draw_line(self, points: Sequence[Point], stroke: Stroked) -> None:
        """Draw one line; merged January and February of a growth are one horizontal dash."""
        if not points:
            return
        pixels = [self._pixel(point.month, point.value) for point in points]
        if not self._course.cumulative and self._course.merges_jan_feb and points[0].month == 2:
            pixels = [self._pixel(0.5, points[0].value), *pixels]
        if len(pixels) == 1:
            self._canvas.disc(pixels[0], stroke.width * 1.4, stroke.colour)
        self._canvas.line(pixels, stroke)
        self.drawn.append(pixels)

    def _draw_target(self) -> None:
        """Draw the annual target of a growth as a dotted line across the year."""
        annual = self._course.annual
        if annual is None:
            return
        pixels = [self._pixel(0, annual), self._pixel(MONTHS_IN_YEAR, annual)]
        colour = self._canvas.style.colour("half")
        self._canvas.line(pixels, Stroked(2.6, colour, (2.6, 5.7)))
        self.drawn.append(pixels)

    def _draw_stages(self) -> None:
        stroke = Stroked(5.0, self._canvas.style.colour("half"))
        for stage in shown_stages(self._course):
            if stage.horizon.end_month == JUNE and stage.value == self._course.half:
                continue  # the ring stands there
            x, y = self._pixel(stage.horizon.end_month, stage.value)
            last = stage.horizon.end_month == MONTHS_IN_YEAR
            ends = (x - 20, x) if last else (x - _DASH_HALF_PX, x + _DASH_HALF_PX)
            self._canvas.line([(ends[0], y), (ends[1], y)], stroke)

    def _draw_ring(self, half: float) -> None:
        canvas = self._canvas
        rim = Stroked(3.4, canvas.style.colour("half"))
        canvas.disc(self._pixel(JUNE, half), _RING_PX, canvas.background, rim)

    def _draw_actual(self) -> None:
        """Draw what was reported; across a missing month only a dotted connector runs."""
        course, canvas = self._course, self._canvas
        colour = canvas.style.colour("bar")
        solid = Stroked(5.5, colour, round_ends=True)
        missing = set(course.missing)
        for stretch in stretches(course.points, missing):
            self._draw_line_of_actual(stretch, solid)
        for start, end in bridges(course.points, missing):
            pixels = [
                self._pixel(start.month, start.value),
                self._pixel(end.month, end.value),
            ]
            canvas.line(pixels, Stroked(2.4, colour, (2.6, 5.7)))
            self.drawn.append(pixels)
        for point in course.points:
            if point.month:
                rim = Stroked(2.6, canvas.background)
                canvas.disc(self._pixel(point.month, point.value), 8.0, colour, rim)

    def _draw_line_of_actual(self, points: Sequence[Point], stroke: Stroked) -> None:
        merged = self._course.merges_jan_feb and not self._course.cumulative
        pixels = [self._pixel(point.month, point.value) for point in points]
        if merged and points[0].month == 2:
            pixels = [self._pixel(0.5, points[0].value), *pixels]
        if len(pixels) > 1:
            self._canvas.line(pixels, stroke)
        self.drawn.append(pixels)


def shown_stages(course: Trajectory) -> list[Stage]:
    """Return the stage targets to mark: one an end month."""
    seen: dict[int, Stage] = {}
    for stage in course.stages:
        seen.setdefault(stage.horizon.end_month, stage)
    return list(seen.values())


def stretches(points: Sequence[Point], missing: set[int]) -> list[list[Point]]:
    """Cut the points where a month is missing between two of them."""
    found: list[list[Point]] = []
    for point in points:
        if found and not _gap(found[-1][-1], point, missing):
            found[-1].append(point)
        else:
            found.append([point])
    return found


def bridges(points: Sequence[Point], missing: set[int]) -> list[tuple[Point, Point]]:
    """Return the pairs of points between which a month is missing."""
    return [(start, end) for start, end in itertools.pairwise(points) if _gap(start, end, missing)]


def _gap(start: Point, end: Point, missing: set[int]) -> bool:
    return any(start.month < month < end.month for month in missing)
