"""图中数据: the table behind a chart, as text that is shown beside the picture and copied."""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from tracker import wording
from tracker.board import Board, BoardRow, board
from tracker.errors import UnknownName
from tracker.forecast import Estimate, estimate
from tracker.indicators import Basis, Measure
from tracker.outlook.estimate_words import interval_words
from tracker.plots.chart_table import NOTHING as _NOTHING
from tracker.plots.chart_table import ChartTable
from tracker.plots.course_page import course_page
from tracker.plots.drive import drive
from tracker.plots.gap_parts import gap_parts
from tracker.plots.growth_course import growth_course
from tracker.plots.history_tables import drive_table, growth_table, heat_table, page_table
from tracker.plots.light_history import light_history
from tracker.plots.pictured import Pictured, pictured_standings
from tracker.plots.rank_history import rank_history
from tracker.plots.region_tables import contribution_table, movement_table, standings_table
from tracker.progress.pace import path_at
from tracker.progress.result import Progress
from tracker.snapshot import Snapshot
from tracker.trajectory import Point, Trajectory, trajectory

__all__ = ["ChartTable", "Pictured", "board_table", "chart_table", "trajectory_table"]

_DERIVED_MARK = "*"
_HALF_AND_END = (6, 12)


def chart_table(snapshot: Snapshot, request: Pictured) -> ChartTable:
    """Return the numbers of a picture.

    Raises UnknownName for a chart or indicator not there, ExportError where the chart refuses.
    """
    if request.chart not in _TABLES:
        raise UnknownName(f"图表“{request.chart}”没有数据表，请换一种图。")
    return _TABLES[request.chart](snapshot, request)


def _trajectory(snapshot: Snapshot, request: Pictured) -> ChartTable:
    indicator = request.indicator or ""
    course = trajectory(snapshot, indicator, request.region, request.as_of)
    return trajectory_table(course, estimate(snapshot, indicator, request.region, request.as_of))


def _standings(snapshot: Snapshot, request: Pictured) -> ChartTable:
    return standings_table(pictured_standings(snapshot, request))


_TABLES: Mapping[str, Callable[[Snapshot, Pictured], ChartTable]] = MappingProxyType(
    {
        "board": lambda held, one: board_table(board(held, one.region, one.as_of)),
        "trajectory": _trajectory,
        "ranking": _standings,
        "tilemap": _standings,
        "growth": lambda held, one: growth_table(
            growth_course(held, one.indicator or "", one.region, one.as_of)
        ),
        "heat": lambda held, one: heat_table(light_history(held, one.region, one.as_of)),
        "multiples": lambda held, one: page_table(course_page(held, one.region, one.as_of)),
        "poster": lambda held, one: drive_table(drive(held, one.region, one.as_of)),
        "movement": lambda held, one: movement_table(
            rank_history(held, one.indicator or "", one.region, one.as_of, one.level)
        ),
        "contribution": lambda held, one: contribution_table(
            gap_parts(held, one.indicator or "", one.region, one.as_of)
        ),
    }
)
"""The table of each chart by its id."""


def board_table(read: Board) -> ChartTable:
    """Return the rows of the board: light, name, value, target, share and gap of each indicator."""
    columns = ("指标", "实际", "目标", "单位", "完成率", "差", "灯")
    return ChartTable(
        "累计类比序时，增速类比目标；差：百分点",
        columns,
        tuple(_board_row(row) for row in read.rows),
    )


def trajectory_table(course: Trajectory, estimates: Sequence[Estimate] = ()) -> ChartTable:
    """Return a course: months across; this year, plan, last year and the nation down.

    What is expected stands in this year's row, as an interval under 6 月预计.
    """
    progress = course.progress
    expected = _expected(course, estimates)
    months = tuple(sorted({*_months_shown(course), *expected}))
    lines: list[tuple[str, Mapping[int, str]]] = [
        (f"{progress.year} 年", _this_year(course) | expected),
        ("计划" if course.cumulative else "目标", _planned(course, months)),
        (f"{progress.year - 1} 年", _printed(course.last_year, progress)),
        ("全国", _printed(course.nation, progress)),
    ]
    rows = [
        (name, *(cells.get(month, _NOTHING) for month in months))
        for number, (name, cells) in enumerate(lines)
        if cells or number == 0
    ]
    heads = (
        f"{month} 月预计" if month in expected else _month_head(month, course.merges_jan_feb)
        for month in months
    )
    shown = [*course.points, *course.last_year, *course.nation]
    mark = f"；{_DERIVED_MARK} 为推算" if any(point.derived for point in shown) else ""
    return ChartTable(_note(progress) + mark, ("", *heads), tuple(rows), emphasis=0)


def _board_row(row: BoardRow) -> tuple[str, ...]:
    """Print one board row; a cell that does not apply is blank, one that is due a dash."""
    progress = row.progress
    indicator = progress.indicator
    tags = "、".join(row.tags)
    word = wording.LIGHT_WORDS[progress.light] if progress.target else wording.NO_TARGET
    return (
        f"{indicator.name}（{tags}）" if tags else indicator.name,
        _value(progress.value, progress) or wording.DASH,
        wording.target_text(progress.target, indicator) if progress.target else wording.DASH,
        progress.unit,
        _completion(progress),
        _gap(progress),
        word,
    )


def _completion(progress: Progress) -> str:
    """Print the share done, for tasks that add up."""
    if not progress.rule.accumulates:
        return _NOTHING
    if progress.pending or progress.completion is None:
        return wording.DASH
    return f"{wording.share(progress.completion, line=0.5)}%"


def _gap(progress: Progress) -> str:
    """Print the gap that the light looks at."""
    flow = progress.rule.accumulates
    gap = progress.pace_gap_pp if flow else progress.gap
    if progress.pending or gap is None:
        return wording.DASH if progress.target else _NOTHING
    decimals = 1 if flow else progress.indicator.decimals_of(progress.measure)
    return wording.gap_text(gap, decimals, ceiling=progress.is_ceiling)


def _value(value: float | None, progress: Progress) -> str:
    """Print a value with the digits of its measure; blank where there is none."""
    if value is None:
        return _NOTHING
    return wording.amount(value, progress.indicator, progress.measure)


def _note(progress: Progress) -> str:
    """Say what the numbers of a trajectory are: 亿元，累计."""
    basis = progress.indicator.basis
    if progress.measure is Measure.RANK:
        return progress.unit
    if progress.measure is Measure.GROWTH:
        words = "月末余额同比" if basis is Basis.BALANCE else "累计同比"
    else:
        words = "月末余额" if basis is Basis.BALANCE else "累计"
    return f"{progress.unit}，{words}"


def _months_shown(course: Trajectory) -> tuple[int, ...]:
    """Return the months across: those reported or missed so far, then the stage ends to come."""
    so_far = ({point.month for point in course.points} | set(course.missing)) - {0}
    ahead = {stage.horizon.end_month for stage in course.stages} | set(_HALF_AND_END)
    last = max(so_far, default=0)
    return tuple(sorted(so_far | {month for month in ahead if month > last}))


def _month_head(month: int, merged: bool) -> str:
    """Name a column: 1—2 月 in merged series, else 4 月."""
    return "1—2 月" if merged and month == 2 else f"{month} 月"


def _printed(points: Sequence[Point], progress: Progress) -> dict[int, str]:
    """Print points by month, leaving out the start of the year."""
    return {
        point.month: _value(point.value, progress) + _DERIVED_MARK * point.derived
        for point in points
        if point.month
    }


def _this_year(course: Trajectory) -> dict[int, str]:
    """Print this year's figures, with a dash where one was due and is not there."""
    return dict.fromkeys(course.missing, wording.DASH) | _printed(course.points, course.progress)


def _expected(course: Trajectory, estimates: Sequence[Estimate]) -> dict[int, str]:
    """Print the 80 % intervals of what could be estimated, by the month they are for."""
    return {
        one.horizon.end_month: interval_words(course.progress, one).removesuffix("%")
        for one in estimates
        if one.refused is None
    }


def _planned(course: Trajectory, months: Sequence[int]) -> dict[int, str]:
    """Print what the plan asks for: on the path where it adds up, else at the stages only."""
    if not course.cumulative:
        asked = {stage.horizon.end_month: stage.value for stage in course.stages}
    elif course.plan:
        corners = tuple((point.month, point.value) for point in course.plan)
        asked = {month: path_at(corners, month) for month in months if month <= corners[-1][0]}
    else:
        asked = {}
    return {month: _value(value, course.progress) for month, value in asked.items()}
