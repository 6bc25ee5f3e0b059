"""The gallery: which charts there are, what each needs, and how one is built from a snapshot.

Importing this module does not import matplotlib, so menus can list charts before it is loaded.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum, auto
from types import MappingProxyType
from typing import TYPE_CHECKING

from tracker.charts.chart_titles import TITLES
from tracker.charts.presets import A4, BANNER, POSTER, SLIDE, SQUARE, WALL, WORD, Preset, preset
from tracker.charts.sheet import FreeSize
from tracker.errors import ExportError, UnknownName
from tracker.indicators import Catalogue, MeasureKind, RegionLevel
from tracker.marking import marked
from tracker.periods import Month
from tracker.ranking import RankBy
from tracker.snapshot import YEARS_BACK, Snapshot

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from tracker.charts.canvas import Canvas


class Reach(Enum):
    """Which regions a chart reads besides its own, the province and the nation."""

    ALONE = auto()
    BESIDE = auto()
    BELOW = auto()


@dataclass(frozen=True, slots=True)
class ChartEntry:
    """A kind of chart: its id, its Chinese name, the presets it can be drawn in.

    `needs` lists what a request must name beyond region and month (“indicator” or nothing),
    `reach` says whose figures it reads.
    """

    id: str
    name: str
    presets: tuple[Preset, ...]
    needs: tuple[str, ...] = ()
    reach: Reach = Reach.ALONE

    def regions(
        self, catalogue: Catalogue, region: str, level: RegionLevel | None = None
    ) -> set[str]:
        """Return the codes of the regions that a picture of a region reads. Raises UnknownName."""
        found = {region, catalogue.province.code}
        if catalogue.nation is not None:
            found.add(catalogue.nation.code)
        above = catalogue.region(region).parent
        if self.reach is Reach.BESIDE and above is not None:
            found |= {one.code for one in catalogue.members(above)}
        if self.reach is Reach.BELOW:
            # The nation's regions are those of the province: no other province is held.
            below = catalogue.members(region)
            if catalogue.province in below:
                below = (*below, *catalogue.members(catalogue.province.code))
            found |= {one.code for one in below}
            found |= {one.code for one in catalogue.regions.values() if one.level is level}
        return found

    def years(self, last: int) -> range:
        """Return the years that a picture of a year reads."""
        return range(last - YEARS_BACK, last + 1)

    @property
    def needs_indicator(self) -> bool:
        """Say whether the chart is about one indicator."""
        return "indicator" in self.needs


@dataclass(frozen=True, slots=True)
class ChartRequest:
    """Which picture is wanted. `made_on` is the 出图 date: the same request gives the same bytes.

    `title` replaces the finding sentence; `paper` is the id of a look (looks.py) or None for the
    preset's own; `indicator` is needed by charts that are about one. `text_step` is the 字号,
    `source` replaces the words about where the figures come from, `size` the preset; `scale`
    multiplies the pixels of a preset; not `titled` leaves the title's room free, for programs
    that set it as text of their own. `level` says which regions are put in order: None takes
    those directly below the region; `order` what by, None: what the indicator is judged by.
    """

    chart: str
    region: str
    as_of: Month
    made_on: date
    preset: str = "slide"
    indicator: str | None = None
    title: str | None = None
    paper: str | None = None
    text_step: str = "standard"
    source: str | None = None
    size: FreeSize | None = None
    scale: float = 1.0
    titled: bool = True
    level: RegionLevel | None = None
    order: RankBy | None = None

    @property
    def own_title(self) -> str:
        """The title that a person wrote, on one line; empty when the finding stands."""
        return " ".join((self.title or "").split())

    @property
    def own_source(self) -> str | None:
        """The footer's words about the source that a person wrote; None when there are none."""
        words = " ".join((self.source or "").split()).rstrip("。")
        if not words:
            return None
        return f"{words}。" if words.startswith("数据") else f"数据：{words}。"


_WIDE = (SLIDE, A4, SQUARE, WALL, WORD)
_OF_ONE = ("indicator",)
_ENTRIES = (
    ChartEntry("trajectory", "轨迹", _WIDE, _OF_ONE, Reach.BESIDE),
    ChartEntry("board", "双过半标尺", (SLIDE, A4, BANNER, POSTER, SQUARE, WALL, WORD)),
    ChartEntry("growth", "增速对比", _WIDE, _OF_ONE),
    ChartEntry("ranking", "市州排名", _WIDE, _OF_ONE, Reach.BELOW),
    ChartEntry("heat", "红黄绿灯", _WIDE),
    ChartEntry("tilemap", "市州色块图", (SQUARE, SLIDE, A4, WALL, WORD), _OF_ONE, Reach.BELOW),
    ChartEntry("poster", "海报", (POSTER,), reach=Reach.BELOW),
    ChartEntry("multiples", "全部轨迹", _WIDE),
    ChartEntry("movement", "位次变化", _WIDE, _OF_ONE, Reach.BELOW),
    ChartEntry("contribution", "差距来源", _WIDE, _OF_ONE, Reach.BELOW),
)
_OF_FIGURES = frozenset({"trajectory", "ranking"})
"""Charts along an axis of figures, which the stages of a 清单任务 are not."""

LEVELLED = frozenset({"ranking", "tilemap", "movement"})
"""Charts that can put the regions of one level in order: every county instead of 市州."""


def has_levels(catalogue: Catalogue, chart: str, region: str) -> bool:
    """Say whether a chart of a region can compare the counties instead of those directly below."""
    above = catalogue.region(region).level
    if chart not in LEVELLED or above not in (RegionLevel.PROVINCE, RegionLevel.NATION):
        return False
    return any(one.level is RegionLevel.COUNTY for one in catalogue.regions.values())


GALLERY: Mapping[str, ChartEntry] = MappingProxyType({entry.id: entry for entry in _ENTRIES})
"""Every chart by its id, in the order of the gallery."""


def chart_entry(chart: str) -> ChartEntry:
    """Return a chart of the gallery; raises UnknownName."""
    try:
        return GALLERY[chart]
    except KeyError:
        raise UnknownName(f"没有图表“{chart}”，可用 {'、'.join(GALLERY)}。") from None


def title_candidates(snapshot: Snapshot, request: ChartRequest) -> list[str]:
    """Return two or three finding titles, the best first, each at most 32 full-width characters."""
    _check(snapshot, request)
    return TITLES[request.chart](snapshot, request)


def draw(snapshot: Snapshot, request: ChartRequest) -> "Canvas":
    """Draw a chart and keep the record of its texts, for the export checks.

    Raises UnknownName for a chart, preset or indicator that is not there, and ExportError when
    the chart has no such preset or a character has no glyph in any font.
    """
    _check(snapshot, request)
    from tracker.charts.drawers import DRAWERS
    from tracker.charts.request_style import request_style

    style = request_style(request)
    if style.source:  # a source that a person wrote does not take the ledger's mark away
        style = replace(style, source=marked(snapshot.settings, style.source))
    return DRAWERS[request.chart](snapshot, request, style)


def build(snapshot: Snapshot, request: ChartRequest) -> "Figure":
    """Return the figure of a chart; raises as draw does."""
    return draw(snapshot, request).figure


def _check(snapshot: Snapshot, request: ChartRequest) -> None:
    """Refuse a request that names no chart, an unsupported size, or lacks its indicator."""
    entry = chart_entry(request.chart)
    chosen = preset(request.preset)
    if request.size is None and chosen not in entry.presets:
        offered = "、".join(one.name for one in entry.presets)
        raise ExportError(f"“{entry.name}”图没有“{chosen.name}”尺寸，可用 {offered}。")
    if entry.needs_indicator and not request.indicator:
        raise ExportError(f"“{entry.name}”图要先选一个指标。")
    if request.level is not None and entry.id not in LEVELLED:
        raise ExportError(f"“{entry.name}”图不分县区，请去掉地区层级，或改画市州排名。")
    if request.order is not None and entry.id != "ranking":
        raise ExportError(f"“{entry.name}”图不能换排序，请改画市州排名。")
    if entry.id in _OF_FIGURES:
        indicator = snapshot.catalogue.indicators.get(request.indicator or "")
        if indicator is not None and indicator.kind is MeasureKind.MILESTONE:
            raise ExportError(
                f"{indicator.name}是清单任务，没有数可画“{entry.name}”；请看红黄绿灯或市州色块图。"
            )
