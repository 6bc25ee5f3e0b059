"""The labels right of December: the annual target and last year, pushed apart, with leaders."""

from dataclasses import dataclass

from tracker.charts.axis import ValueAxis
from tracker.charts.canvas import Canvas, Point, Stroked
from tracker.charts.course_fan import Fan, estimate_text
from tracker.charts.course_words import target_text, value_text
from tracker.charts.labels import SPACING, Pieces, push_apart
from tracker.charts.trajectory_layouts import CourseLayout
from tracker.periods import MONTHS_IN_YEAR
from tracker.trajectory import Trajectory

_GAP = 6.0


@dataclass(frozen=True, slots=True)
class _EndLabel:
    """Where a line ends, and the ways to label it, longest first."""

    at: Point
    choices: tuple[Pieces, ...]


def draw_end_labels(
    canvas: Canvas,
    course: Trajectory,
    layout: CourseLayout,
    axis: ValueAxis,
    fan: Fan | None = None,
) -> None:
    """Write what the lines reach in December, each with a thin leader to its line."""
    found = _labels(canvas, course, layout, axis) + _expected(canvas, course, layout, axis, fan)
    labels = sorted(found, key=lambda label: label.at[1])
    gaps = [SPACING * layout.label_size] * (len(labels) - 1)
    wanted = [label.at[1] for label in labels]
    placed = push_apart(wanted, gaps, layout.half_top, layout.axis_y - 10)
    start = layout.plot[1] + 30
    leader = Stroked(1.2, canvas.style.colour("line2"))
    room = layout.right - start
    for label, y in zip(labels, placed, strict=True):
        x_end, y_end = label.at
        canvas.line([(x_end + 5, y_end), (start - 7, y)], leader)
        fitting = [one for one in label.choices if canvas.line_width(one, _GAP) <= room]
        if fitting:
            canvas.text_line((start, y), fitting[0], gap=_GAP)


def _labels(
    canvas: Canvas, course: Trajectory, layout: CourseLayout, axis: ValueAxis
) -> list[_EndLabel]:
    style, progress, end = canvas.style, course.progress, layout.plot[1]
    found: list[_EndLabel] = []
    words = style.type(layout.label_size, 500)
    if course.annual is not None:
        kind = "上限" if progress.is_ceiling else "目标"
        mark = "≤" if progress.is_ceiling else ""
        number = (mark + target_text(course, course.annual), style.type(layout.end_size, 700))
        full = f"年度{kind}" if course.cumulative else f"{progress.year} 年{kind}"
        choices: tuple[Pieces, ...] = ([number, (full, words)], [number, (kind, words)], [number])
        found.append(_EndLabel((end, axis.y(course.annual)), choices))
    if course.last_year and course.last_year[-1].month == MONTHS_IN_YEAR:
        value = course.last_year[-1].value
        small = style.type(layout.note_size, 400, "ink3")
        grey = (value_text(course, value), style.type(layout.label_size, 500, "ink3"))
        year = progress.year - 1
        choices = (
            [grey, (f"{year} 年同期", small)],
            [grey, ("去年", small)],
            [(f"{year} 年同期", small)],
        )
        found.append(_EndLabel((end, axis.y(value)), choices))
    return found


def _expected(
    canvas: Canvas, course: Trajectory, layout: CourseLayout, axis: ValueAxis, fan: Fan | None
) -> list[_EndLabel]:
    """Return the labels of the fan's end in December: the point and the outer interval."""
    end = None if fan is None else fan.end_at(MONTHS_IN_YEAR)
    if end is None:
        return []
    style = canvas.style
    small = style.type(layout.note_size, 400, "ink3")
    found: list[_EndLabel] = []
    for value, words, short in (
        (end.outer[1], "八成可能上沿", "上沿"),
        (end.outer[0], "八成可能下沿", "下沿"),
    ):
        number = (estimate_text(course, end, value), style.type(layout.label_size, 500, "bar"))
        choices: tuple[Pieces, ...] = ([number, (words, small)], [number, (short, small)], [number])
        found.append(_EndLabel((layout.plot[1], _height(axis, value)), choices))
    number = (estimate_text(course, end, end.point), style.type(layout.end_size, 700, "bar"))
    word = style.type(layout.label_size, 500, "bar")
    choices = ([number, ("预计", word)], [number])
    found.append(_EndLabel((layout.plot[1], _height(axis, end.point)), choices))
    return found


def _height(axis: ValueAxis, value: float) -> float:
    return axis.y(min(max(value, axis.low), axis.high))
