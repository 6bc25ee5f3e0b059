"""What each chart needs to draw, put together from a snapshot and a request."""

from collections.abc import Iterable

from tracker.board import Board, board
from tracker.charts import titles
from tracker.charts.board import BoardPicture
from tracker.charts.course_fan import fan_note, fan_of
from tracker.charts.estimate_titles import estimate_title
from tracker.charts.frame import Captions, period_title
from tracker.charts.gallery import ChartRequest
from tracker.charts.presets import preset
from tracker.charts.trajectory import TrajectoryPicture
from tracker.forecast import estimate
from tracker.indicators import CellKey, Measure, Region, RegionLevel
from tracker.marking import marked
from tracker.periods import JUNE, Horizon
from tracker.plots.axis_notes import year_notes
from tracker.progress.result import Progress
from tracker.snapshot import Snapshot
from tracker.trajectory import Trajectory, trajectory

SAMPLE_SOURCE = "数据：示例。"
_MOST_SOURCES = 2
_LONGEST_SOURCE = 26


def board_picture(snapshot: Snapshot, request: ChartRequest) -> BoardPicture:
    """Read the board and write its title, subtitle, notes and source."""
    read = board(snapshot, request.region, request.as_of)
    own = request.own_title
    title = own or titles.board_titles(read, preset(request.preset).title_lines)[0]
    notes = "增速类的上限指标左右翻转，竖线右侧一律为好。" if _mirrored(read) else ""
    progresses = [row.progress for row in read.rows]
    place = _place(snapshot.region(request.region))
    captions = Captions(
        title,
        f"{place} {_board_subtitle(read, request.preset)}".strip(),
        notes,
        source_words(snapshot, progresses),
        snapshot.region(request.region).name,
        request.as_of,
        request.made_on,
    )
    return BoardPicture(read, captions, own_title=bool(own))


def trajectory_picture(snapshot: Snapshot, request: ChartRequest) -> TrajectoryPicture:
    """Read the course of an indicator and write the words round it."""
    course = trajectory(snapshot, request.indicator or "", request.region, request.as_of)
    own = request.own_title
    estimates = estimate(snapshot, course.progress.indicator.id, request.region, request.as_of)
    fan = fan_of(course, estimates)
    title = own or titles.trajectory_titles(course, estimate_title(course, estimates))[0]
    place = _place(snapshot.region(request.region))
    captions = Captions(
        title,
        f"{request.as_of.year} 年{place}{_trajectory_subtitle(course)}",
        fan_note(fan),
        source_words(snapshot, [course.progress]),
        snapshot.region(request.region).name,
        request.as_of,
        request.made_on,
    )
    notes = year_notes(snapshot, request.region, course.progress.indicator.id, request.as_of.year)
    return TrajectoryPicture(course, captions, fan, notes)


def source_words(snapshot: Snapshot, rows: Iterable[Progress]) -> str:
    """Say where the figures come from; 示例 for sample data. Long names are cut, two are named.

    The ledger's own mark (内部资料) stands before it.
    """
    return marked(snapshot.settings, _source_words(snapshot, rows))


def _source_words(snapshot: Snapshot, rows: Iterable[Progress]) -> str:
    if snapshot.is_sample:
        return SAMPLE_SOURCE
    sources = list(dict.fromkeys(name for row in rows if (name := _source(snapshot, row))))
    if not sources:
        return "数据：各单位填报。"
    named = [_cut(name) for name in sources[:_MOST_SOURCES]]
    more = "等" if len(sources) > _MOST_SOURCES else ""
    return f"数据：{'、'.join(named)}{more}。"


def _source(snapshot: Snapshot, row: Progress) -> str:
    if row.month is None:
        return ""
    indicator = row.indicator
    key = CellKey(indicator.id, row.region, row.month, row.measure, indicator.basis_of(row.measure))
    actual = snapshot.actual(key)
    return "" if actual is None else actual.source.strip()


def _cut(source: str) -> str:
    return source if len(source) <= _LONGEST_SOURCE else source[: _LONGEST_SOURCE - 1] + "…"


def _place(region: Region) -> str:
    """Name the region in a subtitle; the province goes without saying."""
    return "" if region.level is RegionLevel.PROVINCE else region.name


def _mirrored(read: Board) -> bool:
    return any(row.progress.is_ceiling for row in read.growth)


def _board_subtitle(read: Board, preset: str) -> str:
    annual = all(row.progress.horizon in (None, Horizon.FY) for row in read.growth)
    target = "年度目标" if annual and read.as_of.month == JUNE else "目标"
    period = f"{period_title(read.as_of)}。"
    if preset != "slide":
        parts = ["累计类占年度目标，%"] if read.cumulative else []
        parts += ["增速类与目标之差，百分点"] if read.growth else []
        return period + "；".join(parts)
    if not read.growth:
        return f"{period}累计完成占年度目标的比重，%"
    if not read.cumulative:
        return f"{period}累计增速与{target}之差，百分点"
    return f"{period}上栏：累计完成占年度目标的比重，%；下栏：累计增速与{target}之差，百分点"


def _trajectory_subtitle(course: Trajectory) -> str:
    """Say what is drawn: 招商引资到位资金，当年累计，亿元."""
    progress = course.progress
    indicator = progress.indicator
    name = indicator.name.removesuffix("(省外)")
    if course.cumulative:
        what = "当年累计"
    elif progress.measure is Measure.GROWTH:
        what = "月末余额同比增速" if indicator.basis == "balance" else "累计同比增速"
    else:
        what = "月末余额" if indicator.basis == "balance" else "累计"
    return f"{name}，{what}，{progress.unit}"
