"""The labels of a trajectory: at the lines themselves, never in a legend, never on each other."""

from collections.abc import Sequence
from dataclasses import dataclass

from tracker import wording
from tracker.charts.axis import ValueAxis, tick_text
from tracker.charts.canvas import Box, Canvas, Stroked
from tracker.charts.canvas import Point as Pixel
from tracker.charts.course_lines import QUADRANT_SHADE, shown_stages
from tracker.charts.labels import SPACING, crosses, free_spot, push_apart
from tracker.charts.style import Type
from tracker.charts.titles import months_words
from tracker.charts.trajectory_layouts import CourseLayout
from tracker.periods import JUNE, MONTHS_IN_YEAR
from tracker.trajectory import Point, Stage, Trajectory

Pieces = list[tuple[str, Type]]


@dataclass(frozen=True, slots=True)
class _EndLabel:
    """A label at the right end of a line: where the line ends and what is written."""

    at: Pixel
    pieces: Pieces


class CourseLabels:
    """Writes the labels of one trajectory, each where no line and no other label is."""

    def __init__(
        self, canvas: Canvas, course: Trajectory, layout: CourseLayout, axis: ValueAxis
    ) -> None:
        self._canvas = canvas
        self._course = course
        self._layout = layout
        self._axis = axis
        self._lines: Sequence[Sequence[Pixel]] = ()

    def draw(self, lines: Sequence[Sequence[Pixel]]) -> None:
        """Write every label; `lines` is where the lines run."""
        self._lines = [*lines, *self._half_cross()]
        self._write_half()
        self._write_ends()
        self._write_actuals()
        self._write_need()
        self._write_stages()
        self._write_missing()

    def _half_cross(self) -> list[list[Pixel]]:
        layout = self._layout
        x = layout.x(JUNE)
        cross: list[list[Pixel]] = [[(x, layout.axis_y), (x, layout.half_top)]]
        if self._course.half is not None and self._course.half > 0:
            y = self._axis.y(self._course.half)
            cross.append([(layout.plot[0], y), (x, y)])
        as_of = self._course.progress.as_of.month
        cross.append([(layout.x(as_of), layout.axis_y), (layout.x(as_of), layout.time_top)])
        return cross

    def _write_half(self) -> None:
        """Name the two half lines and the time line."""
        canvas, layout, style = self._canvas, self._layout, self._canvas.style
        bold = style.type(layout.label_size, 700)
        at = (layout.x(JUNE), layout.half_top - 19.7)
        canvas.text(at, "6 月 30 日 · 时间过半", bold, align="center")
        half = self._course.half
        if half is not None and half > 0:
            kind = "上限一半" if self._course.progress.is_ceiling else "任务过半"
            words = f"{kind} {tick_text(half)}"
            at = (layout.plot[0] + 14, self._axis.y(half) - layout.label_size - 1)
            canvas.text(at, words, bold)
        month = self._course.progress.as_of.month
        if month not in (JUNE, MONTHS_IN_YEAR):
            time = style.type(layout.label_size, 500, "time")
            at = (layout.x(month) - 12, layout.time_top + 10.8)
            canvas.text(at, f"截至 {month} 月末", time, align="right")

    def _halo(self, box: Box) -> str | None:
        """Return the colour behind a box where a line or grid line runs through it."""
        grid = [[(self._layout.plot[0], self._axis.y(tick)), (self._layout.plot[1], self._axis.y(tick))]
                for tick in self._axis.ticks]
        if not crosses(box, [*self._lines, *grid]):
            return None
        style, half = self._canvas.style, self._course.half
        inside = half is not None and box.right < self._layout.x(JUNE) and box.top > self._axis.y(half)
        return style.shade(QUADRANT_SHADE) if inside else self._canvas.background

    def _write_ends(self) -> None:
        """Write the labels right of December, pushed apart, with thin leaders to their lines."""
        canvas, layout = self._canvas, self._layout
        labels = sorted(self._end_labels(), key=lambda label: label.at[1])
        if not labels:
            return
        gaps = [SPACING * layout.label_size] * (len(labels) - 1)
        wanted = [label.at[1] for label in labels]
        placed = push_apart(wanted, gaps, layout.half_top, layout.axis_y - 10)
        start = layout.plot[1] + 30
        leader = Stroked(1.2, canvas.style.colour("line2"))
        for label, y in zip(labels, placed, strict=True):
            x_end, y_end = label.at
            canvas.line([(x_end + 5, y_end), (start - 7, y)], leader)
            canvas.text_line((start, y), self._fitting(label.pieces, start), gap=6)

    def _fitting(self, pieces: Pieces, start: float) -> Pieces:
        """Drop the words after the number where there is no room for them."""
        room = self._layout.right - start
        kept = list(pieces)
        while len(kept) > 1 and self._canvas.line_width(kept, 6) > room:
            kept.pop()
        return kept

    def _end_labels(self) -> list[_EndLabel]:
        course, style, layout = self._course, self._canvas.style, self._layout
        found: list[_EndLabel] = []
        target = course.annual
        if target is not None:
            kind = "上限" if course.progress.is_ceiling else "目标"
            words = f"年度{kind}" if course.cumulative else f"{course.progress.year} 年{kind}"
            found.append(
                self._end(
                    target,
                    [
                        (self._bound(target), style.type(layout.end_size, 700)),
                        (words, style.type(layout.label_size, 500)),
                    ],
                )
            )
        grey = style.type(layout.label_size, 500, "ink3")
        small = style.type(layout.note_size, 400, "ink3")
        if course.last_year and course.last_year[-1].month == MONTHS_IN_YEAR:
            value = course.last_year[-1].value
            words = f"{course.progress.year - 1} 年同期"
            found.append(self._end(value, [(self._amount(value), grey), (words, small)]))
        return found

    def _end(self, value: float, pieces: Pieces) -> _EndLabel:
        return _EndLabel((self._layout.plot[1], self._axis.y(value)), pieces)

    def _write_actuals(self) -> None:
        """Write the last value, and the last stage that is over with its target and completion."""
        points = [point for point in self._course.points if point.month]
        if not points:
            return
        over = [stage for stage in self._course.stages if stage.met is not None]
        month = over[-1].horizon.end_month if over else 0
        if month not in (points[-1].month, MONTHS_IN_YEAR):
            self._write_last(points[-1])
        held = next((point for point in points if point.month == month), None)
        if held is not None and month != MONTHS_IN_YEAR:
            self._write_stage_result(over[-1], held)
        elif month == MONTHS_IN_YEAR:
            self._write_last(points[-1])
        self._write_nation()

    def _write_last(self, point: Point) -> None:
        style, layout = self._canvas.style, self._layout
        pieces: Pieces = [
            (f"{point.month} 月", style.type(layout.label_size, 400, "bar")),
            (self._amount(point.value), style.type(layout.number_size, 700, "bar")),
        ]
        self._place(pieces, self._pixel(point), _AROUND_LAST)

    def _write_nation(self) -> None:
        if not self._course.nation:
            return
        point = self._course.nation[-1]
        type_ = self._canvas.style.type(self._layout.label_size, 500, "ink3")
        self._place([("全国", type_), (self._amount(point.value), type_)], self._pixel(point), _AROUND_LAST)

    def _write_stage_result(self, stage: Stage, point: Point) -> None:
        """Write 一季度 754.1 over 目标 600，完成 125.7%, left of its dot."""
        canvas, style, layout = self._canvas, self._canvas.style, self._layout
        name = style.type(layout.label_size, 400, "bar")
        number = style.type(layout.number_size, 700, "bar")
        note = style.type(layout.note_size, 400, "ink2")
        pieces: Pieces = [(stage.horizon.label, name), (self._amount(point.value), number)]
        words = f"目标 {self._target_text(stage.value)}"
        if stage.completion is not None:
            words += f"，完成 {wording.share(stage.completion)}%"
        x, y = self._pixel(point)
        wide = max(canvas.line_width(pieces), canvas.width_of(words, note))
        right = x - 20
        tall = layout.number_size * 0.5 + layout.note_size
        spots = [
            Box(right - wide, y - 68, right, y - 68 + tall + 26),
            Box(right - wide, y - 110, right, y - 110 + tall + 26),
            Box(x + 26, y + 18, x + 26 + wide, y + 18 + tall + 26),
        ]
        spot = spots[free_spot(spots, self._lines, self._taken())]
        if any(spot.overlaps(other) for other in self._taken()) or spot.left < layout.plot[0]:
            return
        upper = spot.top + 15
        canvas.text_line((spot.right, upper), pieces, align="right", halo=self._halo(spot))
        canvas.text((spot.right, upper + 29.5), words, note, align="right", halo=self._halo(spot))

    def _write_need(self) -> None:
        """Write what is lacking and what each month must bring, where there is room."""
        canvas, style, layout = self._canvas, self._canvas.style, self._layout
        lines = need_words(self._course)
        if not lines:
            return
        bold = style.type(layout.finding_size, 700)
        plain = style.type(layout.label_size, 400, "ink2")
        types = [bold, plain]
        pairs = list(zip(lines, types, strict=False))
        wide = max(canvas.width_of(text, type_) for text, type_ in pairs)
        tall = 32.0 * len(pairs)
        x = layout.x(JUNE) + 28
        heights = [layout.axis_y - 138, layout.axis_y - 90, layout.axis_y - 220]
        spots = [Box(x, y, x + wide, y + tall) for y in heights]
        left = layout.plot[0] + 20
        spots += [Box(left, y, left + wide, y + tall) for y in (layout.half_top + 90, layout.half_top + 150)]
        inside = [spot for spot in spots if spot.right <= layout.right]
        if not inside:
            return
        spot = inside[free_spot(inside, self._lines, self._taken())]
        if any(spot.overlaps(other) for other in self._taken()):
            return
        for index, (text, type_) in enumerate(pairs):
            canvas.text((spot.left, spot.top + 16 + index * 32), text, type_, halo=self._halo(spot))

    def _write_stages(self) -> None:
        """Name the stage targets still to come, and the plan path."""
        course, style, layout = self._course, self._canvas.style, self._layout
        type_ = style.type(layout.label_size, 400, "ink2")
        as_of = course.progress.as_of.month
        for stage in shown_stages(course):
            month = stage.horizon.end_month
            on_half = month == JUNE and course.half == stage.value
            if month <= as_of or month == MONTHS_IN_YEAR or on_half:
                continue
            name = "三季度" if month == 9 else stage.horizon.label  # noqa: PLR2004
            words = f"{name}目标 {self._target_text(stage.value)}"
            at = (layout.x(month), self._axis.y(stage.value))
            self._place([(words, type_)], at, _UNDER_STAGE)
        if len(course.plan) > 1 and course.cumulative:
            month = 7.5
            value = _on_path(course.plan, month)
            if value is not None:
                self._place([("计划路径", type_)], (layout.x(month), self._axis.y(value)), _UNDER_PATH)

    def _write_missing(self) -> None:
        """Name missing months over their gap, with a thin leader."""
        canvas, layout = self._canvas, self._layout
        type_ = canvas.style.type(layout.note_size, 400, "ink3")
        points = self._course.points
        for month in self._course.missing:
            value = _on_path(points, month)
            if value is None:
                continue
            x, y = layout.x(month), self._axis.y(value)
            words = f"{month} 月未报"
            wide = canvas.width_of(words, type_) / 2
            spots = [
                Box(x - wide, y - up - 10, x + wide, y - up + 10) for up in (60, 90, 130, -60, -90)
            ]
            spot = spots[free_spot(spots, self._lines, self._taken())]
            if any(spot.overlaps(other) for other in self._taken()):
                continue
            middle = (spot.top + spot.bottom) / 2
            edge = spot.bottom + 2 if middle < y else spot.top - 2
            near = y - 6 if middle < y else y + 6
            canvas.line([(x, edge), (x, near)], Stroked(1.2, canvas.style.colour("line2")))
            canvas.text((x, middle), words, type_, align="center", halo=self._halo(spot))

    def _place(self, pieces: Pieces, at: Pixel, offsets: Sequence[tuple[float, float, str]]) -> None:
        """Write pieces at the first offset round a point where nothing lies; skip when all are taken."""
        canvas = self._canvas
        size = max(type_.size for _, type_ in pieces)
        wide = canvas.line_width(pieces)
        spots = []
        for dx, dy, align in offsets:
            left = at[0] + dx - (wide if align == "right" else 0.0)
            middle = at[1] + dy
            spots.append(Box(left, middle - size * 0.45, left + wide, middle + size * 0.45))
        right = self._layout.right
        inside = [s for s in spots if s.left >= self._layout.plot[0] - 4 and s.right <= right]
        if not inside:
            return
        spot = inside[free_spot(inside, self._lines, self._taken())]
        if any(spot.overlaps(other) for other in self._taken()):
            return
        middle = (spot.top + spot.bottom) / 2
        canvas.text_line((spot.left, middle), pieces, halo=self._halo(spot))

    def _taken(self) -> list[Box]:
        return [text.box for text in self._canvas.texts]

    def _pixel(self, point: Point) -> Pixel:
        return (self._layout.x(point.month), self._axis.y(point.value))

    def _amount(self, value: float) -> str:
        """Print a value with the digits of its measure."""
        progress = self._course.progress
        percent = "%" if progress.unit == "%" else ""
        return wording.amount(value, progress.indicator, progress.measure) + percent

    def _target_text(self, value: float) -> str:
        """Print a target with just the digits it has, growth with those of the indicator."""
        progress = self._course.progress
        if progress.unit == "%":
            decimals = progress.indicator.decimals_of(progress.measure)
            return f"{wording.entered(value, decimals)}%"
        return tick_text(value)

    def _bound(self, value: float) -> str:
        """Print the annual target, with ≤ where it is a ceiling."""
        mark = "≤" if self._course.progress.is_ceiling else ""
        return mark + self._target_text(value)


_AROUND_LAST: tuple[tuple[float, float, str], ...] = (
    (-18, -28, "right"),
    (16, -22, "left"),
    (18, 26, "left"),
    (-18, 30, "right"),
    (-18, -52, "right"),
    (18, 52, "left"),
    (18, 0, "left"),
    (18, -60, "left"),
    (18, 90, "left"),
)
_UNDER_STAGE: tuple[tuple[float, float, str], ...] = (
    (22, 26, "left"),
    (22, 44, "left"),
    (-22, -24, "right"),
    (-22, -44, "right"),
)
_UNDER_PATH: tuple[tuple[float, float, str], ...] = (
    (-9, 27, "left"),
    (10, 46, "left"),
    (10, 60, "left"),
    (-10, -40, "right"),
    (10, 80, "left"),
)


def need_words(course: Trajectory) -> list[str]:
    """Say what is lacking to half (after May to the year) and the pace that would bring it."""
    progress = course.progress
    if not course.cumulative or progress.is_ceiling:
        return []
    to_half = progress.as_of.month < JUNE and course.half is not None
    lack = course.half_gap if to_half else course.year_gap
    if lack is None:
        return []
    unit = progress.unit
    decimals = progress.indicator.decimals
    goal = "任务过半" if to_half else "年度目标"
    if lack <= 0:
        over = wording.number(-lack, decimals)
        return [f"已超{goal} {over} {unit}" if lack < 0 else f"正好达到{goal}"]
    first = f"离{goal}还差 {wording.number(lack, decimals)} {unit}"
    need, average, effort = course.needed_per_month, course.average, course.effort
    end = JUNE if to_half else MONTHS_IN_YEAR
    left = end - progress.as_of.month
    if need is None or average is None or left <= 0:
        return [first]
    digits = max(1, decimals)
    month = progress.month.month if progress.month is not None else progress.as_of.month
    need_text = wording.number(need, digits)
    enough = " 即可" if effort is not None and effort <= 1 else ""
    second = f"后{months_words(left)}月均 {need_text}{enough}，是前 {month} 月月均 {wording.number(average, digits)}"
    if effort is None:
        return [first, second.replace("，是前", "；前")]
    return [first, f"{second} 的 {wording.number(effort, 2)} 倍"]


def _on_path(points: Sequence[Point], month: float) -> float | None:
    """Return the height of a path at a month, straight between its points."""
    for start, end in zip(points, points[1:], strict=False):
        if start.month <= month <= end.month and end.month > start.month:
            part = (month - start.month) / (end.month - start.month)
            return start.value + part * (end.value - start.value)
    return None
