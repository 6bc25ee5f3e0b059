"""The multiples 全部轨迹: the course of every indicator of a board, one small chart each."""

from dataclasses import dataclass, replace
from math import ceil, sqrt

from matplotlib.figure import Figure

from tracker import wording
from tracker.charts.board_rows import name_choices
from tracker.charts.canvas import Box, Canvas
from tracker.charts.frame import Captions, LightKey, draw_frame, fitted, fitting_words
from tracker.charts.marks import light
from tracker.charts.small_course import draw_small_course
from tracker.charts.style import ChartStyle
from tracker.indicators import Light
from tracker.plots.course_page import CoursePage
from tracker.progress.result import Progress
from tracker.trajectory import Trajectory


@dataclass(frozen=True, slots=True)
class MultiplesLayout:
    """Lengths in px of the preset. Panels are at least `least` wide and high."""

    head_gap: float
    bottom: float
    least: tuple[float, float]
    tallest: float
    gap: tuple[float, float]
    name_size: float
    number_size: float


LAYOUTS = {
    "slide": MultiplesLayout(46, 1000, (262, 148), 320, (36, 26), 20, 20),
    "a4": MultiplesLayout(50, 1570, (236, 150), 300, (30, 26), 19, 19),
    "square": MultiplesLayout(44, 976, (218, 132), 260, (28, 20), 18, 18),
    "word": MultiplesLayout(34, 728, (206, 108), 220, (24, 16), 18, 18),
}
"""The layout of each preset that has multiples."""


@dataclass(frozen=True, slots=True)
class MultiplesPicture:
    """What the multiples show; `subtitles` are the ways to say it, longest first."""

    page: CoursePage
    captions: Captions
    subtitles: tuple[str, ...]
    key: LightKey


def draw_multiples(picture: MultiplesPicture, style: ChartStyle) -> Canvas:
    """Draw the multiples in a preset; the canvas keeps the record of its texts."""
    canvas = Canvas(style)
    captions = replace(picture.captions, subtitle=fitting_words(canvas, picture.subtitles))
    subtitle_y = draw_frame(canvas, captions, bool(picture.key), picture.key)
    layout = LAYOUTS[style.preset.layout or style.preset.id]
    _draw_panels(canvas, picture.page, layout, subtitle_y + layout.head_gap)
    return canvas


def multiples_figure(picture: MultiplesPicture, style: ChartStyle) -> Figure:
    """Return the figure of the multiples."""
    return draw_multiples(picture, style).figure


def _draw_panels(canvas: Canvas, page: CoursePage, layout: MultiplesLayout, top: float) -> None:
    """Lay the panels out in as few columns as hold them all; count those left out."""
    margin = canvas.style.preset.margin
    width, height = canvas.width - 2 * margin, layout.bottom - top
    across, down = layout.gap
    most_columns = int((width + across) / (layout.least[0] + across))
    most_rows = int((height + down) / (layout.least[1] + down))
    total = len(page.courses)
    left_out = max(0, total - most_columns * most_rows)
    if left_out:
        height -= 30
        most_rows = int((height + down) / (layout.least[1] + down))
        left_out = total - most_columns * most_rows
    shown = page.most_urgent(total - left_out)
    columns = _columns(len(shown), most_columns, most_rows, width / max(height, 1.0))
    rows = max(1, ceil(len(shown) / columns))
    wide = (width - (columns - 1) * across) / columns
    tall = min(layout.tallest, (height - (rows - 1) * down) / rows)
    for index, course in enumerate(shown):
        row, column = divmod(index, columns)
        left, y = margin + column * (wide + across), top + row * (tall + down)
        _draw_panel(canvas, course, Box(left, y, left + wide, y + tall), layout)
    if left_out:
        type_ = canvas.style.type(layout.name_size, 400, "ink3")
        at = (margin, top + rows * (tall + down) + 4)
        canvas.text(at, f"其余 {left_out} 项见表", type_)


def _columns(count: int, most_columns: int, most_rows: int, aspect: float) -> int:
    """Return how many columns make panels about 3 : 2 and still hold all."""
    least = max(1, ceil(count / most_rows))
    even = round(sqrt(count * aspect / 1.5))
    best = min(max(least, even, 1), most_columns)
    near = [c for c in (best, best + 1, best - 1) if least <= c <= most_columns]
    return min(near, key=lambda columns: -count % columns, default=best)


def _draw_panel(canvas: Canvas, course: Trajectory, box: Box, layout: MultiplesLayout) -> None:
    """Draw one indicator: light and name, its course, and where it stands."""
    style = canvas.style
    row = course.progress
    size = layout.name_size
    y = box.top + size * 0.6
    kind = row.light if row.target is not None else Light.NONE
    light(canvas, (box.left + size * 0.42, y), kind, size * 0.38)
    name_type = style.type(size, 500)
    number_type = style.type(layout.number_size, 700, style.light_token(kind))
    words = _standing(row)
    left = box.left + size * 1.15
    room = box.right - left - canvas.width_of(words, number_type) - 10
    names = [n for n in name_choices(row.indicator) if canvas.width_of(n, name_type) <= room]
    name = names[0] if names else fitted(canvas, row.indicator.short_name, name_type, room)
    if canvas.width_of(name, name_type) > room:
        words, name = "", fitted(canvas, row.indicator.short_name, name_type, box.right - left)
    canvas.text((left, y), name, name_type)
    if words:
        canvas.text((box.right, y), words, number_type, align="right")
    plot = Box(box.left, box.top + size * 1.5, box.right, box.bottom)
    draw_small_course(canvas, course, plot)


def _standing(row: Progress) -> str:
    """Print where an indicator stands: the share done, or the growth with its gap."""
    if row.pending or row.value is None:
        return wording.LIGHT_WORDS[Light.NONE] if row.target is not None else wording.DASH
    if row.completion is not None and row.pace_gap_pp is not None:
        return f"{wording.share(row.completion, line=0.5)}%"
    decimals = row.indicator.decimals_of(row.measure)
    if row.unit == "%":
        return f"{wording.number(row.value, decimals)}%"
    return wording.number(row.value, decimals)
