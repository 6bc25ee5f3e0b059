"""The gallery: which charts there are, what each needs, and how one is built from a snapshot.

Importing this module does not import matplotlib, so menus can list charts before it is loaded.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING

from tracker.board import board
from tracker.charts import titles
from tracker.charts.presets import A4, BANNER, POSTER, SLIDE, SQUARE, Preset, preset
from tracker.charts.style import chart_style
from tracker.errors import ExportError, UnknownName
from tracker.periods import Month
from tracker.snapshot import Snapshot
from tracker.trajectory import trajectory

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from tracker.charts.canvas import Canvas


@dataclass(frozen=True, slots=True)
class ChartEntry:
    """A kind of chart: its id, its Chinese name, the presets it can be drawn in.

    `needs` lists what a request must name beyond region and month (“indicator” or nothing).
    """

    id: str
    name: str
    presets: tuple[Preset, ...]
    needs: tuple[str, ...] = ()

    @property
    def needs_indicator(self) -> bool:
        """Say whether the chart is about one indicator."""
        return "indicator" in self.needs


@dataclass(frozen=True, slots=True)
class ChartRequest:
    """Which picture is wanted. `made_on` is the 出图 date: the same request gives the same bytes.

    `title` replaces the finding sentence; `paper` is paper, white, transparent or None for the
    preset's own; `indicator` is needed by charts that are about one.
    """

    chart: str
    region: str
    as_of: Month
    made_on: date
    preset: str = "slide"
    indicator: str | None = None
    title: str | None = None
    paper: str | None = None


GALLERY: Mapping[str, ChartEntry] = MappingProxyType(
    {
        "trajectory": ChartEntry("trajectory", "轨迹", (SLIDE, A4, SQUARE), ("indicator",)),
        "board": ChartEntry("board", "双过半标尺", (SLIDE, A4, BANNER, POSTER, SQUARE)),
    }
)
"""Every chart by its id, in the order of the gallery."""


def chart_entry(chart: str) -> ChartEntry:
    """Return a chart of the gallery; raises UnknownName."""
    try:
        return GALLERY[chart]
    except KeyError:
        raise UnknownName(f"没有图表“{chart}”，可用 {'、'.join(GALLERY)}。") from None


def title_candidates(snapshot: Snapshot, request: ChartRequest) -> list[str]:
    """Return two or three finding titles, the best first, each at most 32 full-width characters."""
    _check(request)
    if request.chart == "board":
        read = board(snapshot, request.region, request.as_of)
        return titles.board_titles(read, preset(request.preset).title_lines)
    course = trajectory(snapshot, request.indicator or "", request.region, request.as_of)
    return titles.trajectory_titles(course)


def draw(snapshot: Snapshot, request: ChartRequest) -> "Canvas":
    """Draw a chart and keep the record of its texts, for the export checks.

    Raises UnknownName for a chart, preset or indicator that is not there, and ExportError when
    the chart has no such preset or a character has no glyph in any font.
    """
    _check(request)
    style = chart_style(preset(request.preset), request.paper)
    if request.chart == "board":
        from tracker.charts.board import draw_board
        from tracker.charts.pictures import board_picture

        return draw_board(board_picture(snapshot, request), style)
    from tracker.charts.pictures import trajectory_picture
    from tracker.charts.trajectory import draw_trajectory

    return draw_trajectory(trajectory_picture(snapshot, request), style)


def build(snapshot: Snapshot, request: ChartRequest) -> "Figure":
    """Return the figure of a chart; raises as draw does."""
    return draw(snapshot, request).figure


def _check(request: ChartRequest) -> None:
    """Refuse a request that names no chart, an unsupported size, or lacks its indicator."""
    entry = chart_entry(request.chart)
    chosen = preset(request.preset)
    if chosen not in entry.presets:
        offered = "、".join(one.name for one in entry.presets)
        raise ExportError(f"“{entry.name}”图没有“{chosen.name}”尺寸，可用 {offered}。")
    if entry.needs_indicator and not request.indicator:
        raise ExportError(f"“{entry.name}”图要先选一个指标。")
