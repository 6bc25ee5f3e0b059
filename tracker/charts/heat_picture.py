"""What the heat table needs to draw, put together from a snapshot and a request."""

from tracker.charts.frame import Captions
from tracker.charts.gallery import ChartRequest
from tracker.charts.heat import HeatPicture
from tracker.charts.heat_layouts import HEATS
from tracker.charts.heat_titles import heat_titles
from tracker.charts.light_keys import NOT_REPORTED, both_key
from tracker.charts.pictures import source_words
from tracker.charts.presets import preset
from tracker.errors import ExportError
from tracker.indicators import RegionLevel
from tracker.lights import rules_of
from tracker.plots.light_history import LightHistory, light_history
from tracker.progress.rows import headline_rows
from tracker.snapshot import Snapshot

_NOTES = "1—2 月合并，季度指标一季一格，有阶段目标的按阶段目标。"
_NOT_COMPARABLE = "“//”处起与以前不可比。"
_CAUGHT_UP = "▲ 补：当时滞后，后来补上。"


def heat_picture(snapshot: Snapshot, request: ChartRequest) -> HeatPicture:
    """Read the history of the lights and write the words round it."""
    size = preset(request.preset)
    history = light_history(
        snapshot, request.region, request.as_of, HEATS[size.layout or size.id].months
    )
    region = snapshot.region(request.region)
    if not history.rows:
        raise ExportError(
            f"{region.name}到 {request.as_of} 一年里没有设过目标，红黄绿灯画不出来；请先设目标。"
        )
    own = request.own_title
    rows = headline_rows(snapshot, request.region, request.as_of)
    captions = Captions(
        own or heat_titles(history, size)[0],
        "",
        _notes(history),
        source_words(snapshot, rows),
        region.name,
        request.as_of,
        request.made_on,
    )
    key = (*both_key(rules_of(snapshot.settings)), NOT_REPORTED)
    place = "" if region.level is RegionLevel.PROVINCE else f"{region.name} "
    return HeatPicture(history, captions, _subtitles(history, place), key)


def _notes(history: LightHistory) -> str:
    """Say how to read the cells, the rare ones first: the end is cut where room is short."""
    rare = (_NOT_COMPARABLE if history.has_breaks else "") + (
        _CAUGHT_UP if history.has_caught_up else ""
    )
    return rare + _NOTES


def _subtitles(history: LightHistory, place: str) -> tuple[str, ...]:
    first, last = history.first, history.as_of
    if first.year == last.year:
        span = f"{place}{first.year} 年 {first.month}—{last.month} 月"
    else:
        span = f"{place}{first.year} 年 {first.month} 月至 {last.year} 年 {last.month} 月"
    return (
        f"{span}，各项指标与序时进度（增速类为年度目标）之差，百分点",
        f"{span}，与序时进度或目标之差，百分点",
        span,
    )
