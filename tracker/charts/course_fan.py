"""The forecast fan of a trajectory: two intervals and the point, from the last actual on."""

from collections.abc import Sequence
from dataclasses import dataclass

from tracker.charts.axis import ValueAxis
from tracker.charts.canvas import Canvas, Stroked
from tracker.charts.canvas import Point as Pixel
from tracker.charts.trajectory_layouts import CourseLayout
from tracker.forecast import Estimate
from tracker.outlook.estimate_words import estimate_digits, estimated
from tracker.periods import JUNE, MONTHS_IN_YEAR, Horizon
from tracker.trajectory import Trajectory

_INTERVAL_PX = 8.0
_KEY = "浅色扇形为八成、深色为五成可能区间"


@dataclass(frozen=True, slots=True)
class FanEnd:
    """An estimate at the end of a month, all numbers held; `digits` is how it is printed."""

    month: int
    digits: int
    point: float
    inner: tuple[float, float]
    outer: tuple[float, float]


@dataclass(frozen=True, slots=True)
class Fan:
    """A fan from the last actual (month, value) through its ends, June and December or just one."""

    start: tuple[int, float]
    ends: tuple[FanEnd, ...]
    method: str

    @property
    def values(self) -> list[float]:
        """Every value that the axis must hold."""
        return [value for end in self.ends for value in (*end.outer, end.point)]

    def end_at(self, month: int) -> FanEnd | None:
        """Return the end in a month, if there is one."""
        return next((end for end in self.ends if end.month == month), None)


def fan_of(course: Trajectory, estimates: Sequence[Estimate]) -> Fan | None:
    """Return the fan of what could be estimated; None where nothing could."""
    ends = [end for one in estimates if (end := _end(course, one)) is not None]
    points = [point for point in course.points if point.month]
    if not ends or not points:
        return None
    last = points[-1]
    ahead = tuple(sorted((e for e in ends if e.month > last.month), key=lambda e: e.month))
    if not ahead:
        return None
    made = next(one for one in estimates if one.refused is None)
    return Fan((last.month, last.value), ahead, made.method)


def fan_note(fan: Fan | None) -> str:
    """Say how to read the fan and how it was made."""
    return "" if fan is None else f"{_KEY}，{fan.method}。"


def draw_fan(canvas: Canvas, fan: Fan, layout: CourseLayout, axis: ValueAxis) -> None:
    """Draw both intervals and the dashed point, and the interval of June on the half line."""
    style = canvas.style

    def at(month: int, value: float) -> Pixel:
        return layout.x(month), axis.y(min(max(value, axis.low), axis.high))

    start = at(*fan.start)
    for inner, token in ((False, "fan2"), (True, "fan1")):
        spans = [(end.month, end.inner if inner else end.outer) for end in fan.ends]
        lower = [at(month, low) for month, (low, _) in spans]
        upper = [at(month, high) for month, (_, high) in spans]
        canvas.polygon([start, *upper, *reversed(lower)], style.colour(token))
    middle = [start, *(at(end.month, end.point) for end in fan.ends)]
    canvas.line(middle, Stroked(2.6, style.colour("bar"), (13.0, 8.0)))


def draw_half_interval(canvas: Canvas, fan: Fan, layout: CourseLayout, axis: ValueAxis) -> None:
    """Draw the interval at 30 June as a thick bar on the half line."""
    end = fan.end_at(JUNE)
    if end is None:
        return
    low, high = end.outer
    x = layout.x(JUNE)
    stroke = Stroked(_INTERVAL_PX, canvas.style.colour("bar"))
    canvas.line([(x, axis.y(low)), (x, axis.y(high))], stroke)


def estimate_text(course: Trajectory, end: FanEnd, value: float) -> str:
    """Print a value of an estimate with the digits that it can bear."""
    text = estimated(value, end.digits)
    return f"{text}%" if course.progress.unit == "%" else text


def range_text(course: Trajectory, end: FanEnd) -> str:
    """Print the outer interval: 1,510—1,690, with one % behind it."""
    low, high = (estimate_text(course, end, value) for value in end.outer)
    return f"{low.removesuffix('%')}—{high}"


def _end(course: Trajectory, one: Estimate) -> FanEnd | None:
    """Return an estimate as an end of the fan; None where it was refused."""
    numbers = (one.point, one.low50, one.high50, one.low80, one.high80)
    if one.refused is not None or any(number is None for number in numbers):
        return None
    point, low50, high50, low80, high80 = (number or 0.0 for number in numbers)
    month = MONTHS_IN_YEAR if one.horizon is Horizon.FY else one.horizon.end_month
    digits = estimate_digits(one, course.progress.indicator, course.progress.measure)
    return FanEnd(month, digits, point, (low50, high50), (low80, high80))
