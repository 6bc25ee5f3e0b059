"""What movement and contribution need to draw, put together from a snapshot and a request."""

from tracker.charts.contribution import ContributionPicture
from tracker.charts.contribution_titles import contribution_titles
from tracker.charts.frame import Captions, period_title
from tracker.charts.gallery import ChartRequest
from tracker.charts.light_keys import pace_key
from tracker.charts.movement import MovementPicture
from tracker.charts.movement_titles import movement_titles, since_words
from tracker.charts.pictures import source_words
from tracker.charts.presets import preset
from tracker.indicators import RegionLevel
from tracker.lights import rules_of
from tracker.plots.axis_notes import axis_notes
from tracker.plots.gap_parts import GapParts, gap_parts
from tracker.plots.rank_history import RankHistory, rank_history
from tracker.ranking import RankBy
from tracker.snapshot import Snapshot
from tracker.trajectory import headline_of


def movement_picture(snapshot: Snapshot, request: ChartRequest) -> MovementPicture:
    """Follow the places over the months and write the words round them."""
    history = rank_history(
        snapshot, request.indicator or "", request.region, request.as_of, request.level
    )
    rows = [
        headline_of(snapshot, history.indicator.id, code, history.as_of)
        for code in (request.region, *(one.region.code for one in history.courses))
    ]
    own = request.own_title
    captions = Captions(
        own or movement_titles(history, preset(request.preset))[0],
        "",
        "蓝线进位最多，黑线退位最多。",
        source_words(snapshot, rows),
        history.parent.name,
        history.as_of,
        request.made_on,
    )
    years = {month.year for month in history.months}
    notes = axis_notes(snapshot, request.region, history.indicator.id, years)
    return MovementPicture(history, captions, _movement_subtitles(history), notes)


def contribution_picture(snapshot: Snapshot, request: ChartRequest) -> ContributionPicture:
    """Split the gap among the regions and write the words round it."""
    held = gap_parts(snapshot, request.indicator or "", request.region, request.as_of)
    own = request.own_title
    missing = f"{'、'.join(held.without_data[:3])}未报或未设目标。" if held.without_data else ""
    province = held.parent.level is RegionLevel.PROVINCE
    captions = Captions(
        own or contribution_titles(held, preset(request.preset))[0],
        "",
        "",
        missing + source_words(snapshot, [held.whole]),
        held.parent.name,
        request.as_of,
        request.made_on,
    )
    key = pace_key(rules_of(snapshot.settings))
    whole = "全省" if province else held.parent.short_name
    return ContributionPicture(held, captions, _contribution_subtitles(held), whole, key)


def _movement_subtitles(history: RankHistory) -> tuple[str, ...]:
    name = history.indicator.name.removesuffix("(省外)")
    what = {
        RankBy.GROWTH: "同比增速",
        RankBy.COMPLETION: "完成目标的比重",
    }.get(history.by, "")
    first = since_words(history.months[0], history.as_of)
    span = f"{first}至 {history.as_of.year} 年 {history.as_of.month} 月"
    return (
        f"{name}{what}在{history.parent.name}各地的位次，{span}",
        f"{history.indicator.short_name}{what}位次，{span}",
        f"位次，{span}",
    )


def _contribution_subtitles(held: GapParts) -> tuple[str, ...]:
    name = held.indicator.name.removesuffix("(省外)")
    period, unit = period_title(held.as_of), held.indicator.unit
    return (
        f"{period}{name}：各地累计完成与按序时应完成之差，{unit}；左边为落后",
        f"{period}{held.indicator.short_name}与序时之差，{unit}；左边为落后",
        f"与序时之差，{unit}",
    )
