"""One small course: last year, plan, actuals, and the cross of half, without axis labels."""

from collections.abc import Callable

from tracker.charts.axis import ValueAxis, spread_axis
from tracker.charts.canvas import Box, Canvas, Point, Stroked
from tracker.charts.course_lines import QUADRANT_SHADE, bridges, stretches
from tracker.periods import JUNE, MONTHS_IN_YEAR
from tracker.trajectory import Point as Value
from tracker.trajectory import Trajectory

At = Callable[[float, float], Point]
"""From a month and a value to where they stand."""

_AIR = 1.06


def draw_small_course(canvas: Canvas, course: Trajectory, box: Box) -> None:
    """Draw a course into a box; its lower edge is the axis of months."""
    axis = _axis(course, box)

    def at(month: float, value: float) -> Point:
        part = min(max(value, axis.low), axis.high)
        return box.left + month / MONTHS_IN_YEAR * (box.right - box.left), axis.y(part)

    style = canvas.style
    half_x = at(JUNE, axis.low)[0]
    half = course.half if course.half is not None and course.half > 0 else None
    if half is not None:
        shaded = Box(box.left, at(0, half)[1], half_x, box.bottom)
        canvas.rect(shaded, style.shade(QUADRANT_SHADE))
    ground = Stroked(1.2, style.colour("axis"))
    canvas.line([(box.left, box.bottom), (box.right, box.bottom)], ground)
    thin = Stroked(1.6, style.colour("half"))
    canvas.line([(half_x, box.bottom), (half_x, box.top)], thin)
    if half is not None:
        canvas.line([at(0, half), at(JUNE, half)], thin)
    elif course.annual is not None and not course.cumulative:
        dotted = Stroked(1.8, style.colour("half"), (2.6, 4.6))
        canvas.line([at(0, course.annual), at(MONTHS_IN_YEAR, course.annual)], dotted)
    before = [at(point.month, point.value) for point in course.last_year]
    if len(before) > 1:
        canvas.line(before, Stroked(2.0, style.colour("ly")))
    plan = [at(point.month, point.value) for point in course.plan]
    if len(plan) > 1:
        canvas.line(plan, Stroked(1.6, style.colour("half"), (2.6, 4.6)))
    _draw_actual(canvas, course, at)


def _axis(course: Trajectory, box: Box) -> ValueAxis:
    """Return an axis that holds everything: from 0 for what adds up."""
    values = [p.value for line in (course.points, course.last_year, course.plan) for p in line]
    values += [] if course.annual is None else [course.annual]
    if course.cumulative:
        low = min([0.0, *values])
        high = max([*values, 1e-9]) * _AIR
        return ValueAxis(low, high if high > low else low + 1.0, box.bottom, box.top, ())
    return spread_axis(values, box.bottom, box.top)


def _draw_actual(canvas: Canvas, course: Trajectory, at: At) -> None:
    """Draw what was reported, gaps as gaps, the last figure as a dot."""
    colour = canvas.style.colour("bar")
    missing = set(course.missing)
    for stretch in stretches(course.points, missing):
        points = [at(point.month, point.value) for point in stretch]
        if len(points) > 1:
            canvas.line(points, Stroked(3.6, colour, round_ends=True))
        elif stretch[0].month:
            canvas.disc(points[0], 3.6, colour)
    for start, end in bridges(course.points, missing):
        ends = [at(start.month, start.value), at(end.month, end.value)]
        canvas.line(ends, Stroked(1.8, colour, (2.6, 4.6)))
    last: Value | None = course.points[-1] if course.points else None
    if last is not None and last.month:
        canvas.disc(at(last.month, last.value), 5.6, colour, Stroked(2.0, canvas.background))
