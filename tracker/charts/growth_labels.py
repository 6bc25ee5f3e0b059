"""The labels of a growth chart: names at the lines, the quarter with its gap, the ends."""

from typing import NamedTuple

from tracker import wording
from tracker.charts.canvas import Box, Canvas, Point, Stroked
from tracker.charts.course_labels import on_path
from tracker.charts.growth_lines import GrowthPlot
from tracker.charts.growth_titles import beside_name, gap_words
from tracker.charts.labels import LabelPlacer, Offsets, Pieces, push_apart
from tracker.lights import EPSILON
from tracker.periods import MONTHS_IN_YEAR
from tracker.plots.growth_course import GrowthYear, value_at

_ROUND_LINE: Offsets = (
    (26, -4, "left"),
    (26, -30, "left"),
    (-10, -36, "left"),
    (-20, 36, "left"),
    (0, 52, "left"),
    (0, -60, "left"),
)
_GAP_HEIGHTS = (0.65, 0.5, 0.38, 0.8)


class _End(NamedTuple):
    """A label right of a line's end: where it ends, and the ways to write it, longest first."""

    at: Point
    choices: tuple[Pieces, ...]
    lines: int = 1


class GrowthLabels:
    """Writes the labels of one growth chart, the most important first."""

    def __init__(self, canvas: Canvas, plot: GrowthPlot, lines: list[list[Point]]) -> None:
        self._canvas = canvas
        self._plot = plot
        self._course = plot.course
        self._layout = plot.layout
        layout = plot.layout
        grid: list[list[Point]] = [
            [(layout.plot[0], plot.axis.y(t)), (layout.plot[1], plot.axis.y(t))]
            for t in plot.axis.ticks
        ]
        half: list[Point] = [(plot.half_x, layout.axis_y), (plot.half_x, layout.half_top)]
        bounds = Box(layout.plot[0], layout.half_top - 10, layout.right, layout.axis_y - 6)
        self._placer = LabelPlacer(canvas, bounds, [*lines, half], grid)

    def draw(self) -> None:
        """Write every label that has room."""
        self._write_half()
        self._write_ends()
        self._write_stage()
        self._write_names()
        self._write_target_before()
        self._write_missing()

    def _percent(self, value: float) -> str:
        return f"{wording.number(value, self._course.decimals)}%"

    @property
    def _target_word(self) -> str:
        return "上限" if self._course.indicator.better == "lower" else "目标"

    def _write_half(self) -> None:
        layout, canvas = self._layout, self._canvas
        type_ = canvas.style.type(layout.label_size, 700)
        wide = canvas.width_of("6 月 30 日 · 时间过半", type_) / 2
        x = min(self._plot.half_x, layout.right - wide)
        canvas.text((x, layout.half_top - 19.8), "6 月 30 日 · 时间过半", type_, align="center")

    def _write_ends(self) -> None:
        """Write the last values and this year's target, pushed apart, right of the lines."""
        course, layout, plot = self._course, self._layout, self._plot
        year = course.this_year
        ends: list[_End] = []
        last = course.last
        if last is not None:
            ends.append(_End(plot.at(year.year, last), self._end_words(last.month, own=True)))
        if year.beside:
            point = year.beside[-1]
            ends.append(_End(plot.at(year.year, point), self._end_words(point.month, own=False)))
        inside = last is not None and plot.x(year.year, last.month) < layout.plot[1] - 150
        target = self._target_end()
        if inside:
            self._draw_ends(ends, plot.x(year.year, last.month if last else 1) + 20, plot.half_x)
            self._draw_ends(target, layout.plot[1] + 24, layout.right)
        else:
            self._draw_ends([*ends, *target], layout.plot[1] + 24, layout.right)

    def _end_words(self, month: int, *, own: bool) -> tuple[Pieces, ...]:
        style, layout, course = self._canvas.style, self._layout, self._course
        token = "bar" if own else "ink3"
        year = course.this_year
        value = value_at(year.points if own else year.beside, month)
        number = (self._percent(value or 0.0), style.type(layout.number_size, 700, token))
        type_ = style.type(layout.label_size, 500, token)
        name = course.region.short_name if own else beside_name(course)
        choices: list[Pieces] = [[number, (f"{name} {month} 月", type_)], [number, (name, type_)]]
        return (*choices, [number])

    def _target_end(self) -> list[_End]:
        course, layout, plot = self._course, self._layout, self._plot
        target = course.this_year.target
        if target is None or not plot.axis.low <= target <= plot.axis.high:
            return []
        style = self._canvas.style
        number = (self._percent(target), style.type(layout.number_size, 700))
        type_ = style.type(layout.label_size, 500)
        word = self._target_word
        full = (f"{course.as_of.year} 年{word}", type_)
        at = (layout.plot[1], plot.axis.y(target))
        choices: tuple[Pieces, ...] = ([number, full], [number, (word, type_)], [number])
        return [_End(at, choices, 2)]

    def _draw_ends(self, ends: list[_End], start: float, limit: float) -> None:
        """Write labels of line ends from `start` on, apart, the target with its second line."""
        canvas, layout = self._canvas, self._layout
        ends = sorted(ends, key=lambda end: end.at[1])
        gaps = [layout.label_size * (1.9 + 1.5 * (end.lines - 1)) for end in ends[:-1]]
        wanted = [end.at[1] for end in ends]
        placed = push_apart(wanted, gaps, layout.half_top + 10, layout.axis_y - 14)
        for end, y in zip(ends, placed, strict=True):
            room = limit - start - 8
            fitting = [one for one in end.choices if canvas.line_width(one) <= room]
            if abs(y - end.at[1]) > 6 or start - end.at[0] > 40:
                leader = Stroked(1.2, canvas.style.colour("line2"))
                canvas.line([(end.at[0] + 6, end.at[1]), (start - 5, y)], leader)
            if not fitting:
                continue
            canvas.text_line((start, y + 1.4), fitting[0], halo=canvas.background)
            words = self._gap_words() if end.lines > 1 else ""
            type_ = canvas.style.type(layout.label_size, 400, "ink2")
            if words and canvas.width_of(words, type_) <= room:
                canvas.text((start, y + layout.label_size * 1.7), words, type_)

    def _gap_words(self) -> str:
        """Say how the last month stands against the target: 4 月高出 0.9 个百分点."""
        course = self._course
        gap, last = course.target_gap, course.last
        if gap is None or last is None:
            return ""
        if abs(gap) < EPSILON:
            return f"{last.month} 月正好达到"
        lower = course.indicator.better == "lower"
        over = (gap < 0) if lower else (gap > 0)
        size = wording.number(abs(gap), course.decimals)
        return f"{last.month} 月{'高出' if over else '低'} {size} 个百分点"

    def _write_stage(self) -> None:
        """Write the quarter's growth over its dot, and draw its gap to the nation."""
        course, layout, plot, canvas = self._course, self._layout, self._plot, self._canvas
        stage, last = course.stage, course.last
        if stage is None or last is None or stage.horizon.end_month == last.month:
            return
        year = course.this_year.year
        point = next(p for p in course.this_year.points if p.month == stage.horizon.end_month)
        x, y = plot.at(year, point)
        style = canvas.style
        pieces: Pieces = [
            (stage.horizon.label, style.type(layout.label_size, 400, "bar")),
            (self._percent(stage.value), style.type(layout.stage_size, 700, "bar")),
        ]
        wide = canvas.line_width(pieces)
        spots = [Box(x - wide / 2, y + d - 14, x + wide / 2, y + d + 14) for d in (-36, -60, 44)]
        spot = self._placer.choose(spots)
        if spot is not None:
            middle = (spot.top + spot.bottom) / 2
            canvas.text_line((spot.left, middle), pieces, halo=self._placer.halo(spot))
        if stage.beside is not None:
            self._draw_gap((x, y), plot.axis.y(stage.beside), stage.value - stage.beside)

    def _draw_gap(self, at: Point, other_y: float, gap: float) -> None:
        """Draw the distance to the nation as a thin bracket, named in the room between years."""
        canvas, layout, plot = self._canvas, self._layout, self._plot
        x, y = at
        if abs(other_y - y) < 60:
            return
        style = canvas.style
        type_ = style.type(layout.label_size, 700, "bar")
        words = gap_words(self._course, gap)
        wide = canvas.width_of(words, type_)
        left = plot.x(self._course.as_of.year - 1, MONTHS_IN_YEAR) + 8
        for part in _GAP_HEIGHTS:
            level = y + part * (other_y - y)
            boxes = [Box(left, level - 32, left + wide, level - 10)]
            if left + wide > x - 6:
                boxes = [Box(x - 10 - wide, level - 32, x - 10, level - 10)]
            spot = self._placer.choose(boxes, clear=True)
            if spot is not None:
                thin = Stroked(1.8, style.colour("bar"))
                clear = (layout.dot + 2) if other_y > y else -(layout.dot + 2)
                canvas.line([(x, y + clear), (x, other_y)], thin)
                canvas.line([(spot.left, level), (x, level)], thin)
                canvas.text((spot.left, level - 20.5), words, type_, halo=self._placer.halo(spot))
                return

    def _write_names(self) -> None:
        """Name the two lines in last year, where they run; in this year their ends do."""
        course, layout, style = self._course, self._layout, self._canvas.style
        year = course.years[0]
        own = [(course.region.short_name, style.type(layout.label_size + 2, 700, "bar"))]
        self._name_line(year, own, (3, 6, 4, 9, 8, 12), own=True)
        if course.beside is not None:
            other = [(beside_name(course), style.type(layout.label_size + 2, 500, "ink3"))]
            self._name_line(year, other, (5, 6, 7, 9, 4, 3, 12), own=False)

    def _name_line(
        self, year: GrowthYear, pieces: Pieces, months: tuple[int, ...], *, own: bool
    ) -> None:
        points = year.points if own else year.beside
        offsets: Offsets = _ROUND_LINE if own else ((-20, 34, "left"), (-20, -34, "left"))
        for clear in (True, False):
            for month in months:
                point = next((p for p in points if p.month == month), None)
                if point is None:
                    continue
                at = self._plot.at(year.year, point)
                if self._placer.fits(pieces, at, offsets, clear=clear):
                    self._placer.place(pieces, at, offsets)
                    return

    def _write_target_before(self) -> None:
        """Write last year's target at the end of its line."""
        year, layout, plot = self._course.years[0], self._layout, self._plot
        if year.target is None or not plot.axis.low <= year.target <= plot.axis.high:
            return
        type_ = self._canvas.style.type(layout.label_size, 500)
        pieces: Pieces = [(f"{self._target_word} {self._percent(year.target)}", type_)]
        at = (plot.x(year.year, MONTHS_IN_YEAR), plot.axis.y(year.target))
        start = plot.x(year.year + 1, 1) - 12
        near = layout.dot + 8
        offsets: Offsets = ((near, 0, "left"), (near, 24, "left"), (near, -24, "left"))
        if at[0] + near + self._canvas.line_width(pieces) > start + plot.cell:
            offsets = ((-8, -22, "right"), (-8, 24, "right"))
        self._placer.place(pieces, at, offsets)

    def _write_missing(self) -> None:
        """Name missing months over their gap, with a thin leader to the dotted connector."""
        canvas = self._canvas
        type_ = canvas.style.type(self._layout.note_size, 400, "ink3")
        leader = Stroked(1.2, canvas.style.colour("line2"))
        for year in self._course.years:
            for month in year.missing:
                value = on_path(year.points, month)
                if value is None:
                    continue
                x, y = self._plot.x(year.year, month), self._plot.axis.y(value)
                words = f"{month} 月未报"
                wide = canvas.width_of(words, type_) / 2
                away = (105, 80, 56, -60, -90)
                spots = [Box(x - wide, y - up - 10, x + wide, y - up + 10) for up in away]
                leaders = [Box(x - 2, min(s.top, y), x + 2, max(s.bottom, y)) for s in spots]
                clear = [
                    spot
                    for spot, line in zip(spots, leaders, strict=True)
                    if not any(line.overlaps(text.box) for text in canvas.texts)
                ]
                spot = self._placer.choose(clear)
                if spot is None:
                    continue
                middle = (spot.top + spot.bottom) / 2
                ends = (spot.bottom + 5, y - 4) if middle < y else (spot.top - 5, y + 4)
                canvas.line([(x, ends[0]), (x, ends[1])], leader)
                halo = self._placer.halo(spot)
                canvas.text((x, middle), words, type_, align="center", halo=halo)
