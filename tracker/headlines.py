"""The finding lines: one sentence that says what a board shows."""

from tracker.board import Board, BoardRow, short_names
from tracker.indicators import Light
from tracker.periods import JUNE
from tracker.wording import number

_TIME_PASSED = {
    1: "时间过去十二分之一",
    2: "时间过去六分之一",
    3: "时间过去四分之一",
    4: "时间过去三分之一",
    5: "时间过去十二分之五",
    6: "时间过半",
    7: "时间过去十二分之七",
    8: "时间过去三分之二",
    9: "时间过去四分之三",
    10: "时间过去六分之五",
    11: "时间过去十二分之十一",
    12: "全年结束",
}


def time_words(month: int) -> str:
    """Say which share of the year is over."""
    return _TIME_PASSED[month]


def board_finding(board: Board) -> str:
    """Say how many indicators are 达标 and which are 滞后; empty without targets."""
    judged = board.judged
    if not judged:
        return ""
    met = board.lights[Light.GREEN]
    opening = f"{time_words(board.as_of.month)}，{len(judged)} 项指标 {met} 项达标"
    behind = board.with_light(Light.RED)
    close = board.with_light(Light.YELLOW)
    waiting = board.with_light(Light.NONE)
    if behind:
        return f"{opening}；{short_names(behind)}滞后"
    if close:
        return f"{opening}；{short_names(close)}临界"
    if waiting:
        return f"{opening}；{short_names(waiting)}待报"
    return f"{opening}，没有滞后"


def half_finding(board: Board) -> str:
    """Say at June how many tasks are past half and who lacks most; else as board_finding."""
    if board.as_of.month != JUNE or not board.tasks:
        return board_finding(board)
    opening = f"时间过半，{board.tasks} 项累计任务 {board.tasks_past_half} 项过半"
    unreported = sum(row.progress.pending for row in board.cumulative if is_task(row))
    if unreported:
        opening += f"、{unreported} 项未报"
    lacking = below_half(board)
    if not lacking:
        return opening
    return f"{opening}；{lack_words(lacking[0])}"


def is_task(row: BoardRow) -> bool:
    """Say whether a row is a 累计 task that counts towards 双过半."""
    return row.progress.double_half is not None


def below_half(board: Board) -> tuple[BoardRow, ...]:
    """Return the tasks below half, the furthest first."""
    rows = [row for row in board.cumulative if is_task(row) and (row.half_gap_pp or 0.0) < 0]
    return tuple(sorted(rows, key=lambda row: row.half_gap_pp or 0.0))


def lack_words(row: BoardRow) -> str:
    """Say what a task lacks to half: 外贸差 7.6 个百分点."""
    gap = abs(row.half_gap_pp or 0.0)
    return f"{row.progress.indicator.short_name}差 {number(gap, 1)} 个百分点"


def speed_words(board: Board) -> str:
    """Name what the count of tasks past half means at this time of year."""
    if board.as_of.month < JUNE:
        return "照现在速度 6 月底过半"
    return "6 月底年度任务过半"
