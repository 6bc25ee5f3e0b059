"""The contribution chart 差距来源: which regions make the gap of the whole to its pace."""

from dataclasses import dataclass, replace

from matplotlib.figure import Figure

from tracker import wording
from tracker.charts.axis import tick_text
from tracker.charts.bar_axis import BarAxis, bar_axis
from tracker.charts.canvas import Box, Canvas, Stroked
from tracker.charts.contribution_titles import amount
from tracker.charts.frame import Captions, LightKey, draw_frame, fitted, fitting_words
from tracker.charts.marks import arrow, light, shortfall
from tracker.charts.style import ChartStyle
from tracker.indicators import Light
from tracker.plots.gap_parts import GapPart, GapParts

_LABEL_GAP = 12.0


@dataclass(frozen=True, slots=True)
class ContributionLayout:
    """Lengths in px of the preset."""

    name_x: float
    names_right: float
    bars: tuple[float, float]
    head_gap: float
    bottom: float
    row_min: float
    row_max: float
    bar_height: float
    name_size: float
    value_size: float
    head_size: float


LAYOUTS = {
    "slide": ContributionLayout(104, 300, (420, 1700), 92, 964, 29, 50, 20, 24, 24, 18),
    "a4": ContributionLayout(124, 290, (370, 1040), 98, 1520, 29, 64, 20, 22, 22, 17),
    "square": ContributionLayout(82, 230, (300, 930), 84, 950, 28, 48, 18, 20, 20, 18),
    "word": ContributionLayout(74, 216, (290, 1130), 68, 724, 26, 40, 15, 19, 19, 18),
}
"""The layout of each preset that has a contribution chart."""


@dataclass(frozen=True, slots=True)
class ContributionPicture:
    """What the contribution chart shows; `subtitles` are the ways to say it, longest first."""

    parts: GapParts
    captions: Captions
    subtitles: tuple[str, ...]
    whole_name: str
    key: LightKey


def draw_contribution(picture: ContributionPicture, style: ChartStyle) -> Canvas:
    """Draw the contribution chart in a preset; the canvas keeps the record of its texts."""
    canvas = Canvas(style)
    captions = replace(picture.captions, subtitle=fitting_words(canvas, picture.subtitles))
    subtitle_y = draw_frame(canvas, captions, bool(picture.key), picture.key)
    layout = LAYOUTS[style.preset.layout or style.preset.id]
    _Contribution(canvas, picture, layout, subtitle_y + layout.head_gap).draw()
    return canvas


def contribution_figure(picture: ContributionPicture, style: ChartStyle) -> Figure:
    """Return the figure of the contribution chart."""
    return draw_contribution(picture, style).figure


@dataclass(frozen=True, slots=True)
class _Total:
    """A line below the parts: the sum, the rest, the whole."""

    name: str
    value: float
    strong: bool


class _Contribution:
    """Draws the bars of one picture round a zero line."""

    def __init__(
        self,
        canvas: Canvas,
        picture: ContributionPicture,
        layout: ContributionLayout,
        top: float,
    ) -> None:
        self._canvas = canvas
        self._held = picture.parts
        self._layout = layout
        self._top = top
        self._totals = _totals(picture)
        room = layout.bottom - top
        fit = int(room / layout.row_min) - len(self._totals) - 1
        self._rows = _fitting(self._held.parts, fit)
        lines = len(self._rows) + len(self._totals) + 0.6
        self._row = min(layout.row_max, room / lines)
        self._axis = self._fitting_axis()

    def draw(self) -> None:
        """Draw grid, bars with their amounts, and the totals below a line."""
        canvas = self._canvas
        y = self._top
        bottom = y + (len(self._rows) + len(self._totals) + 0.6 * bool(self._totals)) * self._row
        self._draw_grid(bottom)
        for row in self._rows:
            self._draw_row(row, y + self._row / 2)
            y += self._row
        if self._totals:
            y += self._row * 0.3
            left, right = canvas.style.preset.margin, canvas.width - canvas.style.preset.margin
            canvas.line([(left, y), (right, y)], Stroked(1.6, canvas.style.colour("axis")))
            y += self._row * 0.3
        for total in self._totals:
            self._draw_bar(total.value, y + self._row / 2, strong=total.strong)
            self._write_total(total, y + self._row / 2)
            y += self._row

    def _fitting_axis(self) -> BarAxis:
        """Return the axis, moved in on both sides so far that the amounts have room."""
        canvas, layout = self._canvas, self._layout
        parts = [part.gap_amount for part in self._held.parts]
        totals = [total.value for total in self._totals]
        values = parts + totals
        type_ = canvas.style.type(layout.value_size, 700)
        wide = max(canvas.width_of(self._amount(value), type_) for value in values) + 50
        left, right = layout.bars
        has_minus, has_plus = min(values) < 0, max(values) > 0
        least = layout.names_right + 16
        if has_minus:
            left = max(left, least + wide)
        if has_plus or not has_minus:
            right = min(right, canvas.width - canvas.style.preset.margin - wide)
        return bar_axis(parts, left, max(right, left + 80), totals)

    def _amount(self, value: float) -> str:
        return wording.number(value, max(1, self._held.indicator.decimals), signed=True)

    def _draw_grid(self, bottom: float) -> None:
        canvas, layout, axis = self._canvas, self._layout, self._axis
        style = canvas.style
        type_ = style.type(layout.head_size, 400, "ink3")
        y = self._top - 26
        taken = layout.names_right
        for tick in axis.ticks:
            x = axis.x(tick)
            zero = abs(tick) < 1e-9
            stroke = Stroked(3.0 if zero else 1.2, style.colour("half" if zero else "line2"))
            canvas.line([(x, self._top - 8), (x, bottom)], stroke)
            words = "序时" if zero else ("+" if tick > 0 else "") + tick_text(tick)
            weighted = style.type(layout.head_size, 700) if zero else type_
            wide = canvas.width_of(words, weighted) / 2
            limit = canvas.width - style.preset.margin
            if x - wide > taken + 8 and x + wide <= limit:
                taken = canvas.text((x, y), words, weighted, align="center").right

    def _draw_row(self, row: GapPart | int, middle: float) -> None:
        canvas, layout = self._canvas, self._layout
        style = canvas.style
        if isinstance(row, int):
            type_ = style.type(layout.name_size - 2, 400, "ink3")
            words = f"其余 {row} 个地区见表"
            canvas.text((layout.name_x, middle), words, type_, halo=canvas.background)
            return
        light(canvas, (layout.name_x - 20, middle), row.light, layout.name_size * 0.37)
        name_type = style.type(layout.name_size, 500)
        room = layout.names_right - layout.name_x
        canvas.text((layout.name_x, middle), fitted(canvas, row.name, name_type, room), name_type)
        self._draw_bar(row.gap_amount, middle, strong=False, kind=row.light)
        self._write_amount(row.gap_amount, middle, style.light_token(row.light))

    def _draw_bar(
        self, value: float, middle: float, *, strong: bool, kind: Light = Light.NONE
    ) -> None:
        """Draw a bar from the zero line; what a region lacks is hatched in its light's colour."""
        canvas, axis = self._canvas, self._axis
        half = min(self._layout.bar_height, self._row * 0.62) / 2
        start, end = sorted((axis.x(0), axis.x(value)))
        token = "half" if strong else "bar"
        box = Box(start, middle - half, end, middle + half)
        if value < 0 and kind in (Light.YELLOW, Light.RED) and end - start > 6:
            shortfall(canvas, box, canvas.style.light_colour(kind))
        else:
            canvas.rect(box, canvas.style.colour(token))
        beyond = axis.beyond(value)
        if beyond:
            tip = (axis.x(value) + beyond * 20, middle)
            arrow(canvas, tip, beyond, 16, Stroked(2.2, canvas.style.colour(token)))

    def _write_amount(self, value: float, middle: float, token: str) -> None:
        canvas, axis = self._canvas, self._axis
        type_ = canvas.style.type(self._layout.value_size, 700, token)
        arrow_room = 24 if axis.beyond(value) else 0
        side = -1 if value < 0 else 1
        x = axis.x(value) + side * (_LABEL_GAP + arrow_room)
        align = "right" if value < 0 else "left"
        canvas.text((x, middle), self._amount(value), type_, align=align, halo=canvas.background)

    def _write_total(self, total: _Total, middle: float) -> None:
        canvas, layout = self._canvas, self._layout
        type_ = canvas.style.type(layout.name_size, 700 if total.strong else 400)
        left = canvas.style.preset.margin
        room = layout.names_right - left
        at = (left, middle)
        canvas.text(at, fitted(canvas, total.name, type_, room), type_)
        self._write_amount(total.value, middle, "ink" if total.strong else "ink2")


def _totals(picture: ContributionPicture) -> list[_Total]:
    """Return the lines below the parts; the rest is shown where it is not zero when printed."""
    held = picture.parts
    found = [_Total(f"{len(held.parts)} 地合计", held.total, False)]
    rest, gap = held.rest, held.whole.pace_gap_amount
    if rest is not None and amount(held, abs(rest)).strip("0.") and abs(rest) > 1e-6:
        found.append(_Total("合计之外", rest, False))
    if gap is not None:
        found.append(_Total(picture.whole_name, gap, True))
    return found


def _fitting(parts: tuple[GapPart, ...], fit: int) -> list[GapPart | int]:
    """Return the parts that fit, both ends kept; a number stands for those left out."""
    if len(parts) <= fit:
        return list(parts)
    kept = fit - 1
    first = (kept + 1) // 2
    return [*parts[:first], len(parts) - kept, *parts[len(parts) - (kept - first) :]]
