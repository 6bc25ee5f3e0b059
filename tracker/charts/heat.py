"""The heat table 红黄绿灯: every indicator's light and gap, month by month."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from matplotlib.figure import Figure

from tracker import wording
from tracker.charts.axis_flags import draw_break
from tracker.charts.canvas import Box, Canvas, Stroked
from tracker.charts.frame import Captions, LightKey, draw_frame, fitted, fitting_words
from tracker.charts.heat_layouts import HEATS, HeatLayout
from tracker.charts.heat_titles import age_unit
from tracker.charts.marks import light
from tracker.charts.style import ChartStyle, Type, mixed
from tracker.indicators import Light
from tracker.periods import Month
from tracker.plots.light_history import LightCell, LightHistory, LightRow

_GROUNDS = {
    Light.GREEN: ("okbg", 0.42),
    Light.YELLOW: ("warnbg", 1.0),
    Light.RED: ("badbg", 1.0),
    Light.NONE: ("nonebg", 1.0),
}
"""达标 cells are pale so that the exceptions stand out."""
_CAUGHT = "补"
_BREAK_REACH = 0.22
_HURRY = {Light.RED: 0, Light.YELLOW: 1, Light.NONE: 2, Light.GREEN: 2}
_QUALIFIER = re.compile(r"[（(][^（()）]*[)）]$")


@dataclass(frozen=True, slots=True)
class HeatPicture:
    """What the heat table shows; `subtitles` are the ways to say it, longest first."""

    history: LightHistory
    captions: Captions
    subtitles: tuple[str, ...]
    key: LightKey


def draw_heat(picture: HeatPicture, style: ChartStyle) -> Canvas:
    """Draw the heat table in a preset; the canvas keeps the record of its texts."""
    canvas = Canvas(style)
    captions = replace(picture.captions, subtitle=fitting_words(canvas, picture.subtitles))
    subtitle_y = draw_frame(canvas, captions, bool(picture.key), picture.key)
    layout = HEATS[style.preset.layout or style.preset.id]
    _Heat(canvas, picture.history, layout, subtitle_y + layout.head_gap).draw()
    return canvas


def heat_figure(picture: HeatPicture, style: ChartStyle) -> Figure:
    """Return the figure of the heat table."""
    return draw_heat(picture, style).figure


class _Heat:
    """Draws one table of lights from a top line down."""

    def __init__(
        self, canvas: Canvas, history: LightHistory, layout: HeatLayout, top: float
    ) -> None:
        self._canvas = canvas
        self._history = history
        self._top = top
        groups = (sorted_rows(history, accumulates=True), sorted_rows(history, accumulates=False))
        room = layout.bottom - top - layout.group_gap
        total = sum(len(group) for group in groups)
        fit = int(room / layout.row_min)
        shown = total if total <= fit else fit - 1
        self._left_out = total - shown
        self._groups = [group for group in _cut(groups, shown) if group]
        lines = shown + (1 if self._left_out else 0)
        row = min(layout.row, room / max(1, lines))
        self._layout = layout.scaled(row, canvas.style.preset.min_size)

    def draw(self) -> None:
        """Draw heads, cells, the line between years and the ages."""
        layout = self._layout
        y = self._top
        for number, group in enumerate(self._groups):
            y += layout.group_gap * (number > 0)
            for row in group:
                self._draw_row(row, y)
                y += layout.row
        if self._left_out:
            type_ = self._canvas.style.type(layout.age_size, 400, "ink3")
            words = f"其余 {self._left_out} 项见表"
            self._canvas.text((layout.left, y + layout.row / 2), words, type_)
        self._draw_heads(y)

    def _x(self, month: Month) -> float:
        first = self._history.first
        step = (month.year - first.year) * 12 + month.month - first.month
        return self._layout.cells_left + step * self._layout.pitch

    def _span(self, first: Month, last: Month) -> tuple[float, float]:
        """Return where the cell from one month to another begins and ends."""
        return self._x(first), self._x(last) + self._layout.pitch - self._layout.gap

    def _draw_heads(self, bottom: float) -> None:
        """Write months and years, and draw the line between two years."""
        canvas, layout, history = self._canvas, self._layout, self._history
        style, as_of = canvas.style, history.as_of
        y = self._top - layout.head_size * 0.96
        helper = style.type(layout.head_size, 400, "ink3")
        for first, last in history.columns:
            left, right = self._span(first, last)
            now = last == as_of
            type_ = style.type(layout.head_size, 700, "time") if now else helper
            merged = first != last or (last == history.first and last.month == 2)
            words = f"1—{last.month} 月" if merged else f"{last.month} 月"
            canvas.text(((left + right) / 2, y), words, type_, align="center")
        for year in range(history.first.year, as_of.year + 1):
            first = max(history.first, Month(year, 1))
            left, right = self._span(first, min(as_of, Month(year, 12)))
            at = ((left + right) / 2, y - layout.head_size * 1.52)
            canvas.text(at, f"{year} 年", style.type(layout.head_size, 500, "ink2"), align="center")
            if year > history.first.year:
                x = left - layout.gap / 2
                stroke = Stroked(1.6, style.colour("axis"))
                end = bottom + 1 if not self._left_out else bottom
                canvas.line([(x, self._top - 64), (x, end)], stroke)
        canvas.text((layout.right, y), f"{as_of.month} 月灯龄", helper, align="right")

    def _draw_row(self, row: LightRow, top: float) -> None:
        """Write the name, its cells and how long the last light has lasted."""
        canvas, layout = self._canvas, self._layout
        style = canvas.style
        middle = top + (layout.row - layout.gap) / 2 + 0.5
        name_type = style.type(layout.name_size, 500)
        names = name_choices(row)
        room = layout.names_room
        fits = (name for name in names if canvas.width_of(name, name_type) <= room)
        name = next(fits, "") or fitted(canvas, names[-1], name_type, room)
        canvas.text((layout.left, middle), name, name_type)
        for cell in row.cells:
            left, right = self._span(cell.first, cell.month)
            self._draw_cell(cell, Box(left, top, right, top + layout.row - layout.gap))
        for month in row.breaks:
            within = row.at(month)
            x = self._x(month if within is None else within.first) - layout.gap / 2
            draw_break(canvas, (x, middle), layout.row * _BREAK_REACH)
        if row.cells:
            self._draw_age(row, middle)

    def _draw_age(self, row: LightRow, middle: float) -> None:
        urgent = row.light in (Light.RED, Light.YELLOW)
        token = self._canvas.style.light_token(row.light) if urgent else "ink2"
        type_ = self._canvas.style.type(self._layout.age_size, 500 if urgent else 400, token)
        word = wording.LIGHT_WORDS[row.light]
        words = f"{word} {row.age} {age_unit(row)}"
        self._canvas.text((self._layout.right, middle), words, type_, align="right")

    def _draw_cell(self, cell: LightCell, box: Box) -> None:
        canvas, layout = self._canvas, self._layout
        style = canvas.style
        shown = Light.YELLOW if cell.caught_up else cell.light
        token, strength = _GROUNDS[shown]
        ground = mixed(style.paper_colour, style.colour(token), strength)
        canvas.rect(box, ground)
        centre, middle = (box.left + box.right) / 2, (box.top + box.bottom) / 2 + 0.3
        number_token = style.light_token(shown)
        quiet = cell.light is Light.GREEN
        paper, canvas.background = canvas.background, ground
        if cell.gap_pp is None and cell.light is not Light.NONE:  # a 清单任务 has no gap
            light(canvas, (centre, middle), shown, layout.light_radius)
        elif cell.gap_pp is None:
            type_ = style.type(layout.number_size - 2, 400, "nonet")
            wide = canvas.width_of("未报", type_) / 2 + layout.light_radius + 3
            light(
                canvas,
                (centre - wide + layout.light_radius, middle),
                Light.NONE,
                layout.light_radius,
            )
            canvas.text((centre + wide, middle), "未报", type_, align="right")
        else:
            weight = 700 if cell.light is Light.RED else 500
            type_ = style.type(layout.number_size, weight, "ink2" if quiet else number_token)
            light(canvas, (centre + layout.light_dx, middle), shown, layout.light_radius)
            room = layout.number_dx - layout.light_dx - layout.light_radius - 1
            words = _CAUGHT if cell.caught_up else _number(canvas, cell.gap_pp, type_, room)
            canvas.text((centre + layout.number_dx, middle), words, type_, align="right")
        canvas.background = paper


def _number(canvas: Canvas, gap: float, type_: Type, room: float) -> str:
    """Print a gap with one digit, without where there is no room, at last only its sign."""
    choices = [wording.number(gap, digits, signed=True) for digits in (1, 0)]
    fits = (words for words in choices if canvas.width_of(words, type_) <= room)
    return next(fits, "＞" if gap > 0 else "＜")


def sorted_rows(history: LightHistory, *, accumulates: bool) -> list[LightRow]:
    """Return a group's rows, those that need attention first."""
    rows = [row for row in history.rows if row.accumulates is accumulates]
    return sorted(rows, key=lambda row: _HURRY[row.light])


def _cut(groups: Sequence[list[LightRow]], shown: int) -> list[list[LightRow]]:
    """Keep so many rows, shared between the groups, the first of each."""
    total = sum(len(group) for group in groups)
    if total <= shown:
        return list(groups)
    first = round(shown * len(groups[0]) / total)
    return [groups[0][:first], groups[1][: shown - first]]


def name_choices(row: LightRow) -> tuple[str, ...]:
    """Return the ways to write a name, longest first; ceilings say so."""
    indicator = row.indicator
    full = _QUALIFIER.sub("", indicator.name)
    mark = "（上限）" if row.ceiling else ""
    short = indicator.short_name
    return tuple(dict.fromkeys((full + mark, short + mark, short)))
