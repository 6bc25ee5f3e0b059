"""The trajectory chart 轨迹: one indicator through the year, its plan, last year, and the half."""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, replace

from matplotlib.figure import Figure

from tracker.charts.axis import ValueAxis, cumulative_axis, spread_axis, tick_text
from tracker.charts.axis_flags import FlagBand, draw_flags
from tracker.charts.canvas import Box, Canvas, Point, Stroked
from tracker.charts.course_fan import Fan, draw_fan, draw_half_interval
from tracker.charts.course_labels import CourseLabels
from tracker.charts.course_lines import QUADRANT_SHADE, CourseLines
from tracker.charts.frame import Captions, draw_frame
from tracker.charts.style import ChartStyle
from tracker.charts.trajectory_layouts import COURSES, CourseLayout
from tracker.periods import JUNE, MONTHS_IN_YEAR
from tracker.plots.axis_notes import AxisNote
from tracker.trajectory import Trajectory


@dataclass(frozen=True, slots=True)
class TrajectoryPicture:
    """What the trajectory chart shows: the course, the words round it, and what is expected.

    Where nothing could be estimated there is no fan; `notes` stand on the axis of months.
    """

    course: Trajectory
    captions: Captions
    fan: Fan | None = None
    notes: tuple[AxisNote, ...] = ()


def draw_trajectory(picture: TrajectoryPicture, style: ChartStyle) -> Canvas:
    """Draw the trajectory in a preset; the canvas keeps the record of its texts."""
    canvas = Canvas(style)
    draw_frame(canvas, picture.captions, with_lights=False)
    layout = COURSES[style.preset.id]
    course = picture.course
    fan = picture.fan
    axis = value_axis(course, layout, [] if fan is None else fan.values)
    layout = _roomy(canvas, layout, axis)
    lines = CourseLines(canvas, course, layout, axis)
    _draw_back(canvas, course, layout, axis, fan)
    lines.draw(fan)
    band = FlagBand(*layout.plot, layout.axis_y, layout.time_top, layout.note_rows)
    draw_flags(canvas, [(layout.x(note.at), note) for note in picture.notes], band)
    labels = CourseLabels(canvas, course, layout, axis, fan)
    labels.draw(lines.drawn)
    return canvas


def trajectory_figure(picture: TrajectoryPicture, style: ChartStyle) -> Figure:
    """Return the figure of the trajectory chart."""
    return draw_trajectory(picture, style).figure


def value_axis(
    course: Trajectory, layout: CourseLayout, expected: Sequence[float] = ()
) -> ValueAxis:
    """Return the value axis: from 0 for what adds up, round the values for growth and levels."""
    stages = [stage.value for stage in course.stages]
    held = [
        point.value for line in (course.points, course.last_year, course.plan) for point in line
    ]
    held += expected
    if course.cumulative:
        annual = course.annual if (course.annual or 0.0) > 0 else max(stages, default=None)
        return cumulative_axis([*held, *stages], annual, layout.axis_y, layout.crown)
    held += [point.value for point in course.nation] + stages
    return spread_axis(held, layout.axis_y, layout.crown[1])


def _roomy(canvas: Canvas, layout: CourseLayout, axis: ValueAxis) -> CourseLayout:
    """Return the layout with its plot moved right where the numbers of the axis are long."""
    helper = canvas.style.type(layout.axis_size, 400, "ink3")
    widest = max(canvas.width_of(f"{tick_text(tick)}%", helper) for tick in axis.ticks)
    left = max(layout.plot[0], canvas.style.preset.margin + widest + 16)
    return replace(layout, plot=(left, layout.plot[1]))


def _draw_back(
    canvas: Canvas, course: Trajectory, layout: CourseLayout, axis: ValueAxis, fan: Fan | None
) -> None:
    """Draw what lies under the lines: grid, quadrant, fan, axis with months, time and half."""
    left = layout.plot[0]
    style = canvas.style
    half_y = axis.y(course.half) if course.half is not None and course.half > 0 else None
    if half_y is not None:
        quadrant = Box(left, half_y, layout.x(JUNE), layout.axis_y)
        canvas.rect(quadrant, style.shade(QUADRANT_SHADE))
    _draw_grid(canvas, layout, axis, course)
    if fan is not None:
        draw_fan(canvas, fan, layout, axis)
    _draw_months(canvas, course, layout)
    as_of = course.progress.as_of
    x = layout.x(as_of.month)
    if as_of.month not in (JUNE, MONTHS_IN_YEAR):
        stroke = Stroked(2.2, style.colour("time"), (8.8, 6.6))
        canvas.line([(x, layout.axis_y), (x, layout.time_top)], stroke)
    half = Stroked(3.0, style.colour("half"))
    canvas.line([(layout.x(JUNE), layout.axis_y), (layout.x(JUNE), layout.half_top)], half)
    if half_y is not None:
        canvas.line([(left, half_y), (layout.x(JUNE), half_y)], half)
    if fan is not None:
        draw_half_interval(canvas, fan, layout, axis)


def _draw_grid(canvas: Canvas, layout: CourseLayout, axis: ValueAxis, course: Trajectory) -> None:
    style = canvas.style
    left, right = layout.plot
    helper = style.type(layout.axis_size, 400, "ink3")
    percent = "%" if course.progress.unit == "%" else ""
    for index, tick in enumerate(axis.ticks):
        y = axis.y(tick)
        if abs(y - layout.axis_y) > 1:
            canvas.line([(left, y), (right, y)], Stroked(1.2, style.colour("line2")))
        words = tick_text(tick) + (percent if index == len(axis.ticks) - 1 else "")
        canvas.text((left - 14, y), words, helper, align="right")
    if axis.low < 0 < axis.high:
        zero: list[Point] = [(left, axis.y(0)), (right, axis.y(0))]
        canvas.line(zero, Stroked(1.6, style.colour("axis")))


def _draw_months(canvas: Canvas, course: Trajectory, layout: CourseLayout) -> None:
    """Draw the axis with a tick after each month and the months between the ticks."""
    style = canvas.style
    axis_line = Stroked(1.6, style.colour("axis"))
    y = layout.axis_y
    canvas.line([(layout.plot[0], y), (layout.plot[1], y)], axis_line)
    first = 2 if course.merges_jan_feb else 1
    ends = [0, *range(first, MONTHS_IN_YEAR + 1)]
    for month in ends:
        x = layout.x(month)
        canvas.line([(x, y), (x, y + 8)], Stroked(1.2, style.colour("axis")))
    narrow = layout.month_width < layout.axis_size * 3.2
    now = course.progress.as_of.month
    for start, end in itertools.pairwise(ends):
        words = _month_words(start, end, narrow)
        colour = "time" if end == now else "ink3"
        type_ = style.type(layout.axis_size, 700 if end == now else 400, colour)
        canvas.text((layout.x((start + end) / 2), y + 28.5), words, type_, align="center")


def _month_words(start: int, end: int, narrow: bool) -> str:
    if end - start == 2:
        return "1—2" if narrow else "1—2 月合并"
    edge = start == 0 or end in (3, MONTHS_IN_YEAR)
    return f"{end} 月" if edge and not narrow else str(end)
