"""The lines across the bars of a ranking, nation, whole, time and half, named below the rows."""

from typing import NamedTuple

from tracker import wording
from tracker.charts.bar_axis import BarAxis
from tracker.charts.canvas import Canvas, Stroked
from tracker.charts.labels import push_apart
from tracker.charts.ranking_layouts import RankingLayout
from tracker.charts.region_titles import value_words, whole_name
from tracker.charts.style import Type
from tracker.periods import JUNE
from tracker.plots.standings import Standings

_SPACE = 16.0


class _Line(NamedTuple):
    """A line: where, how drawn, and its name."""

    value: float
    stroke: Stroked
    words: str
    type: Type


def draw_lines(
    canvas: Canvas,
    held: Standings,
    axis: BarAxis,
    layout: RankingLayout,
    span: tuple[float, float],
) -> None:
    """Draw the lines from the top of the rows to a little below, and name them there."""
    top, bottom = span
    lines = sorted(_lines(canvas, held, layout), key=lambda line: line.value)
    lines = [line for line in lines if not axis.beyond(line.value)]
    if not lines:
        return
    y = bottom + layout.foot_size + 1.6
    halves = [canvas.width_of(line.words, line.type) / 2 for line in lines]
    gaps = [halves[i] + halves[i + 1] + _SPACE for i in range(len(lines) - 1)]
    low, high = axis.left + halves[0] - 20, layout.right - halves[-1]
    xs = push_apart([axis.x(line.value) for line in lines], gaps, low, high)
    for line, x in zip(lines, xs, strict=True):
        at = axis.x(line.value)
        canvas.line([(at, top - 8.5), (at, bottom + 6)], line.stroke)
        canvas.text((x, y), line.words, line.type, align="center")


def _lines(canvas: Canvas, held: Standings, layout: RankingLayout) -> list[_Line]:
    style, found = canvas.style, list[_Line]()
    size = layout.foot_size
    if held.nation is not None:
        stroke = Stroked(2.0, style.colour("axis"), (6.4, 4.6))
        words = f"全国 {value_words(held, held.nation)}"
        found.append(_Line(held.nation, stroke, words, style.type(size, 500, "ink3")))
    if held.whole_value is not None and (held.by == "growth" or held.is_share):
        stroke = Stroked(2.0, style.colour("ink2"), (8.0, 6.0))
        words = f"{whole_name(held)} {value_words(held, held.whole_value)}"
        found.append(_Line(held.whole_value, stroke, words, style.type(size, 700)))
    if held.is_share:
        share = held.as_of.time_share
        if held.as_of.month != JUNE:
            stroke = Stroked(2.2, style.colour("time"), (8.8, 6.6))
            words = f"时间 {wording.share(share).removesuffix('.0')}%"
            found.append(_Line(share, stroke, words, style.type(size, 500, "time")))
        stroke = Stroked(3.0, style.colour("half"))
        found.append(_Line(0.5, stroke, "半程 50%", style.type(size, 700)))
    return found
