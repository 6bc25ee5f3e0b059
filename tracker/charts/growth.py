"""The growth chart 增速对比: two years of growth beside the nation and the target."""

from dataclasses import dataclass, replace

from matplotlib.figure import Figure

from tracker.charts.axis import ValueAxis, spread_axis, tick_text
from tracker.charts.axis_flags import FlagBand, draw_flags
from tracker.charts.canvas import Canvas, Stroked
from tracker.charts.frame import Captions, draw_frame, fitting_words
from tracker.charts.growth_labels import GrowthLabels
from tracker.charts.growth_layouts import GROWTHS, GrowthLayout
from tracker.charts.growth_lines import GrowthLines, GrowthPlot
from tracker.charts.style import ChartStyle
from tracker.plots.axis_notes import AxisNote
from tracker.plots.growth_course import GrowthCourse

_YEAR_DROP = 61.0


@dataclass(frozen=True, slots=True)
class GrowthPicture:
    """What the growth chart shows; `subtitles` are the ways to say it, longest first."""

    course: GrowthCourse
    captions: Captions
    subtitles: tuple[str, ...]
    notes: tuple[AxisNote, ...] = ()


def draw_growth(picture: GrowthPicture, style: ChartStyle) -> Canvas:
    """Draw the growth chart in a preset; the canvas keeps the record of its texts."""
    canvas = Canvas(style)
    captions = replace(picture.captions, subtitle=fitting_words(canvas, picture.subtitles))
    draw_frame(canvas, captions, with_lights=False)
    layout = GROWTHS[style.preset.layout or style.preset.id]
    axis = value_axis(picture.course, layout)
    layout = _roomy(canvas, layout, axis)
    plot = GrowthPlot(picture.course, layout, axis)
    _draw_grid(canvas, plot)
    lines = GrowthLines(canvas, plot)
    lines.draw()
    _draw_months(canvas, plot)
    band = FlagBand(*layout.plot, layout.axis_y, layout.half_top + 40, layout.note_rows)
    at = [(plot.start(note.year) + note.at * plot.cell, note) for note in picture.notes]
    draw_flags(canvas, at, band)
    GrowthLabels(canvas, plot, lines.drawn).draw()
    return canvas


def growth_figure(picture: GrowthPicture, style: ChartStyle) -> Figure:
    """Return the figure of the growth chart."""
    return draw_growth(picture, style).figure


def value_axis(course: GrowthCourse, layout: GrowthLayout) -> ValueAxis:
    """Return an axis round all values and targets, from 0 where that is near."""
    held = [point.value for year in course.years for point in (*year.points, *year.beside)]
    held += [year.target for year in course.years if year.target is not None]
    return spread_axis(held, layout.axis_y, layout.crown)


def _roomy(canvas: Canvas, layout: GrowthLayout, axis: ValueAxis) -> GrowthLayout:
    """Return the layout with its plot moved right where the numbers of the axis are long."""
    type_ = canvas.style.type(layout.axis_size + 2, 400)
    widest = max(canvas.width_of(f"{tick_text(tick)}%", type_) for tick in axis.ticks)
    left = max(layout.plot[0], canvas.style.preset.margin + widest + 12)
    return replace(layout, plot=(left, layout.plot[1]))


def _draw_grid(canvas: Canvas, plot: GrowthPlot) -> None:
    """Draw the grid with its numbers, the axis and the zero line."""
    style, layout, axis = canvas.style, plot.layout, plot.axis
    left, right = layout.plot
    helper = style.type(layout.axis_size + 2, 400, "ink3")
    for index, tick in enumerate(axis.ticks):
        y = axis.y(tick)
        if abs(y - layout.axis_y) > 1:
            canvas.line([(left, y), (right, y)], Stroked(1.2, style.colour("line2")))
        words = tick_text(tick) + "%" * (index == len(axis.ticks) - 1)
        canvas.text((left - 12, y + 0.8), words, helper, align="right")
    if axis.low < 0 < axis.high:
        zero = axis.y(0)
        canvas.line([(left, zero), (right, zero)], Stroked(1.6, style.colour("axis")))


def _draw_months(canvas: Canvas, plot: GrowthPlot) -> None:
    """Draw the axis with its months and years, and the half of this year."""
    style, layout, course = canvas.style, plot.layout, plot.course
    y = layout.axis_y
    canvas.line([(layout.plot[0], y), (layout.plot[1], y)], Stroked(1.6, style.colour("axis")))
    tick = Stroked(1.2, style.colour("line2"))
    for x in (layout.plot[0], plot.start(course.as_of.year), layout.plot[1]):
        canvas.line([(x, y), (x, y + _YEAR_DROP)], tick)
    for year, months in plot.months_shown.items():
        _write_months(canvas, plot, year, months)
        middle = plot.start(year) + months / 2 * plot.cell
        type_ = style.type(layout.axis_size + 2, 500, "ink2")
        canvas.text((middle, y + 54), f"{year} 年", type_, align="center")
    half = Stroked(3.0, style.colour("half"))
    canvas.line([(plot.half_x, y), (plot.half_x, layout.half_top)], half)


def _write_months(canvas: Canvas, plot: GrowthPlot, year: int, months: int) -> None:
    """Write the months of a year; where they are narrow only those that a quarter ends with."""
    style, layout, course = canvas.style, plot.layout, plot.course
    type_ = style.type(layout.axis_size, 400, "ink3")
    narrow = plot.cell < canvas.width_of("12", type_) + 10
    roomy = (canvas.width_of("12 月", type_) + canvas.width_of("11", type_)) / 2 + 6
    end = max(plot.months_shown.values()) if narrow else months
    for month in range(1, months + 1):
        now = (year, month) == (course.as_of.year, course.as_of.month)
        if narrow and month % 3 and not now:
            continue
        if narrow and not now and abs(month - course.as_of.month) < 2 and year == course.as_of.year:
            continue
        merged = course.merges_jan_feb and month == 2
        if course.merges_jan_feb and month == 1:
            continue
        last = month == end and year == course.as_of.year and plot.cell >= roomy
        words = "1—2" if merged and not narrow else f"{month} 月" if last else str(month)
        x = plot.x(year, 1.5 if merged and not narrow else month)
        now_type = style.type(layout.axis_size, 700, "time")
        canvas.text((x, layout.axis_y + 22.8), words, now_type if now else type_, align="center")
