"""The labels of a trajectory: at the lines themselves, never in a legend, never on each other."""

from collections.abc import Sequence
from itertools import pairwise

from tracker import wording
from tracker.charts.axis import ValueAxis, tick_text
from tracker.charts.canvas import Box, Canvas, Stroked
from tracker.charts.canvas import Point as Pixel
from tracker.charts.course_fan import Fan, range_text
from tracker.charts.course_lines import QUADRANT_SHADE, shown_stages
from tracker.charts.course_words import need_words, target_text, value_text
from tracker.charts.end_labels import draw_end_labels
from tracker.charts.labels import LabelPlacer, Offsets, Pieces
from tracker.charts.trajectory_layouts import CourseLayout
from tracker.periods import JUNE, MONTHS_IN_YEAR
from tracker.trajectory import Point, Stage, Trajectory

_ROUND_VALUE: Offsets = (
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
_ROUND_STAGE: Offsets = (
    (21, 26, "left"),
    (12, 17, "left"),
    (21, 44, "left"),
    (-22, -24, "right"),
    (-22, -44, "right"),
)
_ROUND_RESULT: Offsets = (
    (-20, -70, "right"),
    (-20, -52, "right"),
    (-20, -96, "right"),
    (-20, -122, "right"),
    (24, 30, "left"),
)
_ROUND_PATH: Offsets = (
    (-9, 27, "left"),
    (10, 46, "left"),
    (10, 60, "left"),
    (-10, -40, "right"),
    (10, 80, "left"),
)
_PATH_NAMED_AT = 7.5
_LINE_PITCH = 32.0


class CourseLabels:
    """Writes the labels of one trajectory, the most important first."""

    def __init__(
        self,
        canvas: Canvas,
        course: Trajectory,
        layout: CourseLayout,
        axis: ValueAxis,
        fan: Fan | None = None,
    ) -> None:
        self._canvas = canvas
        self._course = course
        self._layout = layout
        self._axis = axis
        self._fan = fan

    def draw(self, lines: Sequence[Sequence[Pixel]]) -> None:
        """Write every label; `lines` is where the lines run."""
        placer = self._placer(lines)
        self._write_half()
        draw_end_labels(self._canvas, self._course, self._layout, self._axis, self._fan)
        self._write_actuals(placer)
        self._write_expected(placer)
        self._write_need(placer)
        self._write_stages(placer)
        self._write_missing(placer)

    def _placer(self, lines: Sequence[Sequence[Pixel]]) -> LabelPlacer:
        """Return what places labels clear of the lines, the half cross and the time line."""
        layout, half, axis = self._layout, self._course.half, self._axis
        left, right = layout.plot
        x = layout.x(JUNE)
        cross: list[list[Pixel]] = [[(x, layout.axis_y), (x, layout.half_top)]]
        shaded = None
        if half is not None and half > 0:
            y = axis.y(half)
            cross.append([(left, y), (x, y)])
            shade = self._canvas.style.shade(QUADRANT_SHADE)
            shaded = (Box(left, y, x, layout.axis_y), shade)
        now = layout.x(self._course.progress.as_of.month)
        cross.append([(now, layout.axis_y), (now, layout.time_top)])
        grid: list[list[Pixel]] = [[(left, axis.y(t)), (right, axis.y(t))] for t in axis.ticks]
        bounds = Box(left - 4, layout.half_top - 60, layout.right, layout.axis_y)
        return LabelPlacer(self._canvas, bounds, [*lines, *cross], grid, shaded)

    def _write_half(self) -> None:
        """Name the two half lines and the time line."""
        canvas, layout, style = self._canvas, self._layout, self._canvas.style
        bold = style.type(layout.label_size, 700)
        at = (layout.x(JUNE), layout.half_top - 19.7)
        canvas.text(at, "6 月 30 日 · 时间过半", bold, align="center")
        half = self._course.half
        if half is not None and half > 0:
            kind = "上限一半" if self._course.progress.is_ceiling else "任务过半"
            at = (layout.plot[0] + 14, self._axis.y(half) - layout.label_size - 1)
            canvas.text(at, f"{kind} {tick_text(half)}", bold)
        month = self._course.progress.as_of.month
        if month not in (JUNE, MONTHS_IN_YEAR):
            time = style.type(layout.label_size, 500, "time")
            words = f"截至 {month} 月末"
            at = (layout.x(month) - 12, layout.time_top + 10.8)
            align = "right"
            if at[0] - canvas.width_of(words, time) < layout.plot[0]:
                at, align = (layout.x(month) + 12, at[1]), "left"
            canvas.text(at, words, time, align=align)

    def _write_actuals(self, placer: LabelPlacer) -> None:
        """Write the last value, and what became of the last stage that is over."""
        points = [point for point in self._course.points if point.month]
        if not points:
            return
        over = [
            stage
            for stage in self._course.stages
            if stage.met is not None and stage.horizon.end_month != MONTHS_IN_YEAR
        ]
        month = over[-1].horizon.end_month if over else 0
        held = next((point for point in points if point.month == month), None)
        if held is not points[-1] or not self._write_stage_result(placer, over[-1], held):
            self._write_last(placer, points[-1])
            if held is not None and held is not points[-1]:
                self._write_stage_result(placer, over[-1], held)
        if self._course.nation:
            last = self._course.nation[-1]
            type_ = self._canvas.style.type(self._layout.label_size, 500, "ink3")
            pieces = [("全国", type_), (value_text(self._course, last.value), type_)]
            placer.place(pieces, self._pixel(last), _ROUND_VALUE)

    def _write_last(self, placer: LabelPlacer, point: Point) -> None:
        style, layout = self._canvas.style, self._layout
        pieces: Pieces = [
            (f"{point.month} 月", style.type(layout.label_size, 400, "bar")),
            (value_text(self._course, point.value), style.type(layout.number_size, 700, "bar")),
        ]
        placer.place(pieces, self._pixel(point), _ROUND_VALUE)

    def _write_stage_result(self, placer: LabelPlacer, stage: Stage, point: Point) -> bool:
        """Write 一季度 754.1 over 目标 600，完成 125.7% by its dot; False where no room is."""
        canvas, style, layout = self._canvas, self._canvas.style, self._layout
        note = style.type(layout.note_size, 400, "ink2")
        pieces: Pieces = [
            (stage.horizon.label, style.type(layout.label_size, 400, "bar")),
            (value_text(self._course, point.value), style.type(layout.number_size, 700, "bar")),
        ]
        words = f"目标 {target_text(self._course, stage.value)}"
        if stage.completion is not None:
            words += f"，完成 {wording.share(stage.completion)}%"
        x, y = self._pixel(point)
        wide = max(canvas.line_width(pieces), canvas.width_of(words, note))
        tall = layout.number_size * 0.5 + layout.note_size + 26
        right = x - 20
        spots = [Box(right - wide, y - up, right, y - up + tall) for up in (68, 52, 110)]
        spots.append(Box(x + 26, y + 18, x + 26 + wide, y + 18 + tall))
        spot = placer.choose(spots, clear=True)
        if spot is None:
            lines: list[Pieces] = [pieces, *([(part, note)] for part in words.split("，"))]
            return placer.place_lines(lines, (x, y), _ROUND_RESULT)
        halo = placer.halo(spot)
        canvas.text_line((spot.right, spot.top + 15), pieces, align="right", halo=halo)
        canvas.text((spot.right, spot.top + 44.5), words, note, align="right", halo=halo)
        return True

    def _write_expected(self, placer: LabelPlacer) -> None:
        """Write the interval at 30 June left of the half line: 6 月底预计 over 1,510—1,690."""
        end = None if self._fan is None else self._fan.end_at(JUNE)
        if end is None:
            return
        canvas, style, layout = self._canvas, self._canvas.style, self._layout
        head_type = style.type(layout.label_size, 400, "bar")
        type_ = style.type(layout.finding_size + 1, 700, "bar")
        words = range_text(self._course, end)
        wide = max(canvas.width_of("6 月底预计", head_type), canvas.width_of(words, type_))
        x, y = layout.x(JUNE), self._axis.y(end.point)
        spots = [
            Box(x - 20 - wide, top, x - 20, top + 52)
            for top in (y - 78, y - 104, y - 130, y + 30, y + 60)
        ]
        spots += [Box(x + 26, y + down, x + 26 + wide, y + down + 52) for down in (40, 80, -110)]
        spot = placer.choose(spots, clear=True) or placer.choose(spots)
        if spot is None:
            return
        for index, (text, one) in enumerate((("6 月底预计", head_type), (words, type_))):
            at = (spot.right, spot.top + 11 + index * 29)
            canvas.text(at, text, one, align="right", halo=placer.halo(spot))

    def _write_need(self, placer: LabelPlacer) -> None:
        """Write what is lacking and what each month must bring, where there is room."""
        canvas, style, layout = self._canvas, self._canvas.style, self._layout
        types = (
            style.type(layout.finding_size, 700),
            style.type(layout.label_size, 400, "ink2"),
        )
        lines = list(zip(need_words(self._course), types, strict=False))
        if not lines:
            return
        wide = max(canvas.width_of(text, type_) for text, type_ in lines)
        tall = _LINE_PITCH * len(lines)
        low, high = layout.axis_y, layout.half_top
        right, left = layout.x(JUNE) + 28, layout.plot[0] + 20
        corners = [(right, low - 138), (right, low - 90), (right, low - 220)]
        corners += [(left, high + 90), (left, high + 150), (right, high + 40)]
        spot = placer.choose([Box(x, y, x + wide, y + tall) for x, y in corners])
        if spot is None:
            return
        for index, (text, type_) in enumerate(lines):
            at = (spot.left, spot.top + 16 + index * _LINE_PITCH)
            canvas.text(at, text, type_, halo=placer.halo(spot))

    def _write_stages(self, placer: LabelPlacer) -> None:
        """Name the stage targets still to come, and the plan path."""
        course = self._course
        type_ = self._canvas.style.type(self._layout.label_size, 400, "ink2")
        for stage in shown_stages(course):
            month = stage.horizon.end_month
            on_half = month == JUNE and course.half == stage.value
            if month <= course.progress.as_of.month or month == MONTHS_IN_YEAR or on_half:
                continue
            name = stage.horizon.label.removeprefix("前")
            value = target_text(course, stage.value)
            words = f"{name}目标 {value}"
            at = self._at(month, stage.value)
            broken: list[Pieces] = [[(name, type_)], [(f"目标 {value}", type_)]]
            if not placer.fits([(words, type_)], at, _ROUND_STAGE, clear=True) and (
                placer.place_lines(broken, at, _ROUND_STAGE)
            ):
                continue
            placer.place([(words, type_)], at, _ROUND_STAGE)
        named = on_path(course.plan, _PATH_NAMED_AT) if course.cumulative else None
        if named is not None:
            placer.place([("计划路径", type_)], self._at(_PATH_NAMED_AT, named), _ROUND_PATH)

    def _write_missing(self, placer: LabelPlacer) -> None:
        """Name missing months over their gap, with a thin leader."""
        canvas = self._canvas
        type_ = canvas.style.type(self._layout.note_size, 400, "ink3")
        leader = Stroked(1.2, canvas.style.colour("line2"))
        for month in self._course.missing:
            value = on_path(self._course.points, month)
            if value is None:
                continue
            x, y = self._at(month, value)
            words = f"{month} 月未报"
            wide = canvas.width_of(words, type_) / 2
            away = (60, 90, 130, -60, -90)
            spot = placer.choose([Box(x - wide, y - up - 10, x + wide, y - up + 10) for up in away])
            if spot is None:
                continue
            middle = (spot.top + spot.bottom) / 2
            ends = (spot.bottom + 2, y - 6) if middle < y else (spot.top - 2, y + 6)
            canvas.line([(x, ends[0]), (x, ends[1])], leader)
            canvas.text((x, middle), words, type_, align="center", halo=placer.halo(spot))

    def _pixel(self, point: Point) -> Pixel:
        return self._at(point.month, point.value)

    def _at(self, month: float, value: float) -> Pixel:
        return (self._layout.x(month), self._axis.y(value))


def on_path(points: Sequence[Point], month: float) -> float | None:
    """Return the height of a path at a month, straight between its points."""
    for start, end in pairwise(points):
        if start.month <= month <= end.month and end.month > start.month:
            part = (month - start.month) / (end.month - start.month)
            return start.value + part * (end.value - start.value)
    return None
