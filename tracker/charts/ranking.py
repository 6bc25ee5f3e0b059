"""The ranking chart 市州排名: regions in order, each bar against its own target."""

from dataclasses import dataclass, replace

from matplotlib.figure import Figure

from tracker import wording
from tracker.charts.axis import tick_text
from tracker.charts.bar_axis import BarAxis, bar_axis
from tracker.charts.canvas import Box, Canvas, Stroked
from tracker.charts.frame import Captions, LightKey, draw_frame, fitted, fitting_words
from tracker.charts.marks import arrow, light, move_mark, shortfall
from tracker.charts.ranking_layouts import RANKINGS, RankingLayout
from tracker.charts.ranking_lines import draw_lines
from tracker.charts.ranking_rows import fit_rows
from tracker.charts.region_titles import value_words
from tracker.charts.style import ChartStyle
from tracker.indicators import Light
from tracker.plots.standings import Standing, Standings

_MEDALS = 3
_TICK_WIDTH = 3.6
_TICK_GAP = 8.0
_MOVE_TRIANGLE = 6.8


@dataclass(frozen=True, slots=True)
class RankingPicture:
    """What the ranking shows; `subtitles` are the ways to say what is drawn, longest first.

    `moved_head` is the head of the column of movement: 较上年, 较上月.
    """

    standings: Standings
    captions: Captions
    subtitles: tuple[str, ...]
    key: LightKey
    moved_head: str


def draw_ranking(picture: RankingPicture, style: ChartStyle) -> Canvas:
    """Draw the ranking in a preset; the canvas keeps the record of its texts."""
    canvas = Canvas(style)
    captions = replace(picture.captions, subtitle=fitting_words(canvas, picture.subtitles))
    subtitle_y = draw_frame(canvas, captions, bool(picture.key), picture.key)
    layout = RANKINGS[style.preset.layout or style.preset.id]
    top = subtitle_y + layout.head_gap
    rows, layout = fit_rows(picture.standings.rows, layout, top, style.preset.min_size)
    _Ranking(canvas, picture, layout, rows).draw(top)
    return canvas


def ranking_figure(picture: RankingPicture, style: ChartStyle) -> Figure:
    """Return the figure of the ranking chart."""
    return draw_ranking(picture, style).figure


class _Ranking:
    """Draws the rows of one ranking."""

    def __init__(
        self,
        canvas: Canvas,
        picture: RankingPicture,
        layout: RankingLayout,
        rows: list[Standing | int],
    ) -> None:
        self._canvas = canvas
        self._held = picture.standings
        self._moved_head = picture.moved_head
        self._layout = layout
        self._rows = rows
        self._axis = self._fitting_axis()

    def draw(self, top: float) -> None:
        """Draw heads, grid, rows, the lines across them and at last the labels by the bars."""
        canvas, layout = self._canvas, self._layout
        bottom = top + len(self._rows) * layout.row
        self._draw_heads(top)
        self._draw_grid(top, bottom)
        self._draw_rules(top)
        middles = [top + (index + 0.5) * layout.row for index in range(len(self._rows))]
        for row, middle in zip(self._rows, middles, strict=True):
            if isinstance(row, int):
                self._draw_left_out(row, middle)
            else:
                self._draw_words(row, middle)
                self._draw_bar(row, middle)
        draw_lines(canvas, self._held, self._axis, layout, (top, bottom))
        for row, middle in zip(self._rows, middles, strict=True):
            if not isinstance(row, int):
                self._draw_marks(row, middle)

    def _fitting_axis(self) -> BarAxis:
        """Return the axis, its right end moved in so far that every label by a bar has room."""
        canvas, layout, held = self._canvas, self._layout, self._held
        values = [row.value for row in held.rows]
        if held.is_share:
            values += [0.5, held.as_of.time_share]
        else:
            values += [row.target for row in held.rows if row.target is not None]
            values += [line for line in (held.whole_value, held.nation) if line is not None]
        left, right = layout.bars
        type_ = canvas.style.type(layout.value_size, 700)
        for _ in range(12):
            axis = bar_axis(values, left, right)
            over = max(
                (
                    self._label_x(axis, row) + canvas.width_of(self._value(row), type_)
                    for row in held.rows
                ),
                default=0.0,
            ) - (layout.numbers_left - 10)
            if over <= 0:
                break
            right = max(left + 60, right - over - 1)
        return axis

    def _label_x(self, axis: BarAxis, row: Standing) -> float:
        """Return where the number of a row begins: right of bar, hatch and tick."""
        reach = axis.x(max(row.value, self._reach(row)))
        arrow_room = 24 if axis.beyond(row.value) > 0 else 0
        return max(reach, axis.x(0)) + self._layout.label_gap + arrow_room

    def _reach(self, row: Standing) -> float:
        """Return how far the marks of a row go besides its bar: the target, or the pace."""
        if self._held.is_share:
            pace = None if row.progress is None else row.progress.pace
            lagging = row.light in (Light.YELLOW, Light.RED)
            return pace if pace is not None and lagging else row.value
        return row.target if row.target is not None else row.value

    def _value(self, row: Standing) -> str:
        return value_words(self._held, row.value, signs=False)

    def _draw_heads(self, top: float) -> None:
        canvas, layout, held = self._canvas, self._layout, self._held
        type_ = canvas.style.type(layout.head_size, 400, "ink3")
        y = top - layout.head_rise
        wide = canvas.width_of("位次", type_) / 2
        rank_x = max(layout.rank_x, layout.left + wide)
        taken = canvas.text((rank_x, y), "位次", type_, align="center").right + 10
        wide = canvas.width_of(self._moved_head, type_) / 2
        x = max(layout.move_x + 8, taken + wide)
        end = canvas.text((x, y), self._moved_head, type_, align="center").right
        name_head = max(layout.light_x - 10, end + 10)
        if name_head + canvas.width_of("地区", type_) < layout.names_right:
            canvas.text((name_head, y), "地区", type_)
        share = 100 if held.is_share else 1
        percent = "%" if held.is_share or self._unit == "%" else ""
        taken = layout.names_right - 20
        for index, tick in enumerate(self._axis.ticks):
            last = index == len(self._axis.ticks) - 1
            words = tick_text(tick * share) + percent * last
            wide = canvas.width_of(words, type_) / 2
            x = self._axis.x(tick)
            if x - wide > taken and x + wide < layout.numbers_left - 8:
                taken = canvas.text((x, y), words, type_, align="center").right + 10
        self._draw_number_heads(y)

    def _draw_number_heads(self, y: float) -> None:
        canvas, layout, held = self._canvas, self._layout, self._held
        if not held.has_targets:
            return
        type_ = canvas.style.type(layout.head_size, 400, "ink3")
        gap_head = "与序时差" if held.is_share else "与目标差"
        target_head = "年度目标" if held.annual else "目标"
        box = canvas.text((layout.right, y), gap_head, type_, align="right")
        wide = canvas.width_of(target_head, type_)
        if layout.target_right - wide > layout.numbers_left and layout.target_right < box.left - 8:
            canvas.text((layout.target_right, y), target_head, type_, align="right")
        else:
            canvas.text((min(layout.target_right, box.left - 12), y), "目标", type_, align="right")

    @property
    def _unit(self) -> str:
        held = self._held
        return "%" if held.by == "growth" else held.indicator.unit

    def _draw_grid(self, top: float, bottom: float) -> None:
        canvas, axis = self._canvas, self._axis
        for tick in axis.ticks:
            x = axis.x(tick)
            if abs(tick) > 1e-9:
                stroke = Stroked(1.2, canvas.style.colour("line2"))
                canvas.line([(x, top - 8.5), (x, bottom)], stroke)
        zero = axis.x(0)
        stroke = Stroked(1.6, canvas.style.colour("axis"))
        canvas.line([(zero, top - 8.5), (zero, bottom)], stroke)

    def _draw_rules(self, top: float) -> None:
        """Draw the hairlines between rows; they stop before the bars."""
        canvas, layout = self._canvas, self._layout
        stroke = Stroked(1.2, canvas.style.colour("line"))
        for index in range(len(self._rows) + 1):
            y = top + index * layout.row
            canvas.line([(layout.left, y), (layout.names_right, y)], stroke)
            if self._held.has_targets:
                canvas.line([(layout.numbers_left, y), (layout.right, y)], stroke)

    def _draw_left_out(self, count: int, middle: float) -> None:
        type_ = self._canvas.style.type(self._layout.target_size, 400, "ink3")
        at = (self._layout.name_x, middle)
        self._canvas.text(at, f"其余 {count} 个地区见表", type_, halo=self._canvas.background)

    def _draw_words(self, row: Standing, middle: float) -> None:
        """Draw rank, movement, light, name, target and gap."""
        canvas, layout = self._canvas, self._layout
        style = canvas.style
        rank = style.type(layout.rank_size, 700 if row.place.rank <= _MEDALS else 500)
        words = str(row.place.rank)
        x = max(layout.rank_x, layout.left + canvas.width_of(words, rank) / 2)
        canvas.text((x, middle), words, rank, align="center")
        move = style.type(layout.move_size, 500, "ink2")
        move_mark(canvas, (layout.move_x, middle), row.place.rank_change, move, _MOVE_TRIANGLE)
        light(canvas, (layout.light_x, middle), row.light, layout.light_radius)
        name = style.type(layout.name_size, 500)
        words = fitted(canvas, row.name, name, layout.names_right - layout.name_x)
        canvas.text((layout.name_x, middle), words, name)
        if row.target is None:
            return
        left = layout.numbers_left
        token = style.light_token(row.light)
        gap_type = style.type(layout.gap_size, 700, token)
        gap = self._gap(row)
        if canvas.width_of(gap, gap_type) <= layout.right - left - 4:
            left_of_gap = canvas.text((layout.right, middle), gap, gap_type, align="right").left
        else:
            left_of_gap = canvas.text((layout.right, middle), "见表", gap_type, align="right").left
        target_type = style.type(layout.target_size, 400, "ink2")
        target = self._target(row)
        x = layout.target_right
        if x - canvas.width_of(target, target_type) >= left and x < left_of_gap - 8:
            canvas.text((x, middle), target, target_type, align="right")

    def _target(self, row: Standing) -> str:
        """Print a region's own target, ≥ understood."""
        progress = row.progress
        if progress is None or progress.target is None:
            return ""
        text = wording.target_text(
            progress.target,
            progress.indicator,
            percent=False,
            decimals=self._held.target_decimals,
        )
        return text.removeprefix("≥")

    def _gap(self, row: Standing) -> str:
        if row.gap is None:
            return wording.DASH
        ceiling = row.progress is not None and row.progress.is_ceiling
        return wording.gap_text(row.gap, row.decimals(self._held.by), ceiling=ceiling)

    def _draw_bar(self, row: Standing, middle: float) -> None:
        """Draw the bar from zero and hatch what is missing to target or pace."""
        canvas, layout, axis = self._canvas, self._layout, self._axis
        half = layout.bar_height / 2
        start, end = axis.x(0), axis.x(row.value)
        canvas.rect(
            Box(min(start, end), middle - half, max(start, end), middle + half),
            canvas.style.colour("bar"),
        )
        reach = axis.x(self._reach(row))
        if row.light in (Light.YELLOW, Light.RED) and reach > end:
            box = Box(end, middle - half, reach, middle + half)
            shortfall(canvas, box, canvas.style.light_colour(row.light))

    def _draw_marks(self, row: Standing, middle: float) -> None:
        """Draw the target tick, the arrow of a bar that is cut, and the number."""
        canvas, layout, axis = self._canvas, self._layout, self._axis
        style = canvas.style
        if row.target is not None and not self._held.is_share and not axis.beyond(row.target):
            x, half = axis.x(row.target), layout.bar_height / 2
            gap = _TICK_GAP / 2
            canvas.rect(Box(x - gap, middle - half, x + gap, middle + half), canvas.background)
            reach = layout.tick_height / 2
            stroke = Stroked(_TICK_WIDTH, style.colour("half"))
            canvas.line([(x, middle - reach), (x, middle + reach)], stroke)
        beyond = axis.beyond(row.value)
        if beyond:
            at = (axis.right + 20 if beyond > 0 else axis.left - 2, middle)
            arrow(canvas, at, beyond, 16, Stroked(2.2, style.colour("bar")))
        type_ = style.type(layout.value_size, 700, style.light_token(row.light))
        at = (self._label_x(axis, row), middle)
        canvas.text(at, self._value(row), type_, halo=canvas.background)
