"""What the charts that compare regions need to draw: ranking and tile map."""

from tracker import wording
from tracker.charts.frame import Captions, LightKey, period_title
from tracker.charts.gallery import ChartRequest
from tracker.charts.light_keys import ahead_key, growth_key, pace_key, plain_key
from tracker.charts.pictures import source_words
from tracker.charts.presets import preset
from tracker.charts.ranking import RankingPicture
from tracker.charts.region_titles import period_words, ranking_titles, tilemap_titles
from tracker.charts.tile_scale import tile_scale
from tracker.charts.tilemap import TilemapPicture
from tracker.errors import ExportError
from tracker.indicators import Basis
from tracker.lights import rules_of
from tracker.periods import Month
from tracker.plots.pictured import pictured_standings
from tracker.plots.standings import Standings
from tracker.plots.tiles import is_map
from tracker.ranking import RankBy
from tracker.snapshot import Snapshot


def ranking_picture(snapshot: Snapshot, request: ChartRequest) -> RankingPicture:
    """Put the regions in order and write the words round them."""
    held = _with_rows(snapshot, request)
    own = request.own_title
    captions = Captions(
        own or ranking_titles(held, preset(request.preset))[0],
        "",
        "",
        unreported_words(held) + standings_source(snapshot, held),
        snapshot.region(request.region).name,
        held.as_of,
        request.made_on,
    )
    # In an order that was asked for, lights still speak of the task: they are explained.
    explained = held.has_targets or request.order is not None
    key = standings_key(snapshot, held) if explained else ()
    return RankingPicture(held, captions, _subtitles(held), key, moved_head(held))


def tilemap_picture(snapshot: Snapshot, request: ChartRequest) -> TilemapPicture:
    """Put the regions on their tiles and write the words round them."""
    held = _with_rows(snapshot, request)
    rules = rules_of(snapshot.settings)
    own = request.own_title
    captions = Captions(
        own or tilemap_titles(held, preset(request.preset))[0],
        "",
        "",
        standings_source(snapshot, held),
        snapshot.region(request.region).name,
        held.as_of,
        request.made_on,
    )
    what = f"{period_title(held.as_of)}{what_words(held)}"
    key = ahead_key(rules) if held.is_share else standings_key(snapshot, held)
    return TilemapPicture(
        held,
        tile_scale(held, rules),
        captions,
        (what, period_title(held.as_of)),
        how_words(held),
        key if held.has_targets else (),
    )


def _with_rows(snapshot: Snapshot, request: ChartRequest) -> Standings:
    """Return the standings of a request. Raises ExportError when no region has a figure."""
    held = pictured_standings(snapshot, request)
    if not held.rows:
        raise ExportError(
            f"{held.indicator.name}到 {held.as_of} {held.parent.name}各地都没有数据，"
            "图画不出来；请先填报。"
        )
    return held


def how_words(held: Standings) -> str:
    """Say how to read a tile."""
    codes = [*(row.place.region.code for row in held.rows), *held.missing_codes]
    where = f"一格一个地区，{'位置大致按方位' if is_map(codes) else '按位次排列'}。"
    if held.is_share:
        share = wording.share(held.as_of.time_share).removesuffix(".0")
        done = f"大字是完成{'年度' if held.annual else ''}目标的百分数"
        return f"{where}{done}，小字是与时间进度 {share}% 的差（百分点）。"
    big = "大字是同比增速（%）" if held.by is RankBy.GROWTH else f"大字单位{held.indicator.unit}"
    if not held.has_targets:
        return f"{where}{big}，颜色越深越高。"
    return f"{where}{big}，小字和颜色是与各自目标的差。"


def standings_source(snapshot: Snapshot, held: Standings) -> str:
    """Say where the figures of the regions come from."""
    rows = [row.progress for row in held.rows if row.progress is not None]
    return source_words(snapshot, [held.whole, *rows])


def standings_key(snapshot: Snapshot, held: Standings) -> LightKey:
    """Explain the lights by the rules of the ledger."""
    rules = rules_of(snapshot.settings)
    if held.lit_by_pace:
        return pace_key(rules)
    return growth_key(rules) if held.by is RankBy.GROWTH else plain_key()


def unreported_words(held: Standings) -> str:
    """Name the regions that are left out for want of a figure."""
    missing = held.without_data
    if not missing:
        return ""
    if len(missing) > 3:
        return f"{'、'.join(missing[:3])}等 {len(missing)} 个地区未报。"
    return f"{'、'.join(missing)}未报。"


def moved_head(held: Standings) -> str:
    """Head the column of movement: 较上年, 较上季 or 较上月."""
    if held.before.year != held.as_of.year:
        return "较上年"
    return (
        "较上季" if held.as_of.month - held.before.month > 1 and held.before.month > 2 else "较上月"
    )


def _subtitles(held: Standings) -> tuple[str, ...]:
    """Say what is drawn, from all there is to say to the least."""
    what = f"{period_title(held.as_of)}{what_words(held)}"
    before = _period(held.before, held.as_of)
    targets = f"竖刻度为各地{'年度' if held.annual else ''}目标"
    marks = targets if held.has_targets and not held.is_share else ""
    moved = f"位次与{' ' * before[0].isascii()}{before}相比"
    rest = "，".join(part for part in (marks, moved) if part)
    return (f"{what}；{rest}", f"{what}；{marks or moved}", what, period_title(held.as_of))


def what_words(held: Standings) -> str:
    """Name the measure that is compared: 地区生产总值同比增速，%."""
    name = held.indicator.name.removesuffix("(省外)")
    if held.by is RankBy.COMPLETION:
        return f"{name}占{'年度' if held.annual else ''}目标的比重，%"
    if held.by is RankBy.GROWTH:
        basis = "月末余额" if held.indicator.basis is Basis.BALANCE else ""
        rate = "" if name.endswith("涨幅") else "同比增速"
        return f"{name}{basis}{rate}，%"
    return f"{name}，{held.indicator.unit}"


def _period(before: Month, as_of: Month) -> str:
    words = period_words(before)
    if before.year == as_of.year:
        return f"{words}"
    return f"{before.year} 年{words}{' ' * words[-1].isascii()}"
