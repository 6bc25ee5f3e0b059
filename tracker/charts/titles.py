"""Finding titles: two or three sentences that say what a picture shows, the best first."""

from tracker import wording
from tracker.board import Board
from tracker.charts.presets import Preset
from tracker.headlines import below_half, board_finding, half_finding, lack_words
from tracker.indicators import Measure
from tracker.periods import JUNE
from tracker.progress.result import Progress
from tracker.trajectory import Trajectory

MAX_WIDTH = 32.0
"""A title is at most 32 full-width characters; ASCII counts half."""


MAX_TWO_LINES = 40.0
"""What two lines of a title hold on A4 and square."""


LINE_EMS = 33.0
"""Room of a title of one line, in em; of each of two lines on A4 and square:"""
SHORT_LINE_EMS = 19.5
_LATIN_EM, _SPACE_EM = 0.6, 0.24
_BREAKS = "；，：。"


def fitting(found: list[str], otherwise: str, preset: Preset) -> list[str]:
    """Return the distinct titles that a preset has room for, at most three, else `otherwise`."""
    fits = [title for title in dict.fromkeys(found) if title and _has_room(title, preset)]
    return fits[:3] or [otherwise]


def _has_room(title: str, preset: Preset) -> bool:
    """Say whether a title fits in one line, or broken after punctuation where two are allowed."""
    if preset.title_lines == 1:
        return _ems(title) <= LINE_EMS and title_width(title) <= MAX_WIDTH
    cuts = [index for index, letter in enumerate(title[:-1]) if letter in _BREAKS]
    lines = [max(_ems(title[:cut]), _ems(title[cut + 1 :])) for cut in cuts]
    return min([_ems(title), *lines]) <= SHORT_LINE_EMS


def _ems(text: str) -> float:
    """Return about how many em a text takes in 700."""
    spaces = text.count(" ")
    latin = sum(ord(letter) < 0x2000 for letter in text) - spaces
    return len(text) - spaces - latin + latin * _LATIN_EM + spaces * _SPACE_EM


def title_width(title: str) -> float:
    """Return how many full-width characters a title takes."""
    return sum(0.5 if ord(letter) < 0x2000 else 1.0 for letter in title)


def board_titles(board: Board, lines: int = 1) -> list[str]:
    """Say what a board shows; with two lines of room a second lagging task is named too."""
    found = [half_finding(board), board_finding(board)]
    lacking = below_half(board)
    if lines > 1 and board.as_of.month == JUNE and len(lacking) > 1:
        second = lack_words(lacking[1]).removesuffix("百分点")
        found.insert(0, f"{found[0]}，{second}")
    if board.as_of.month == JUNE and lacking:
        found.append(f"{board.tasks_past_half} 项任务过半，{lack_words(lacking[0])}")
    elif board.as_of.month < JUNE and board.tasks_past_half:
        speed = f"{board.tasks_past_half} 项照现在速度 6 月底过半"
        found.append(f"{board.tasks} 项累计任务 {speed}")
    if board.judged:
        found.append(board_finding(board).split("；")[0])
    longest = MAX_WIDTH if lines == 1 else MAX_TWO_LINES
    return _fitting(found, f"{board.as_of.year} 年还没有目标", longest)


def trajectory_titles(course: Trajectory, expected: str = "") -> list[str]:
    """Say what is expected, and how an indicator runs against pace, stage targets and half."""
    progress = course.progress
    name = progress.indicator.short_name
    if progress.value is None:
        return _fitting([], f"{name}还没有报数")
    found = _pending(progress) if progress.pending else []
    judged = _share_titles(course) if course.cumulative else _growth_titles(course)
    staged = progress.final and progress.horizon != "FY"
    found += _stage_titles(course) + judged if staged else judged + _stage_titles(course)
    found += _need_titles(course)
    if expected and course.cumulative and progress.as_of.month < JUNE:
        # What half a year will bring is the news; the share done is told by it.
        found = [expected, *_stage_titles(course), *_need_titles(course), *judged]
    elif expected:
        found.insert(1, expected)
    value = wording.grouped(progress.value)
    return _fitting(found, f"{name} {_month(progress)} {value} {progress.unit}")


def _pending(progress: Progress) -> list[str]:
    value = wording.grouped(progress.value or 0.0)
    name = progress.indicator.short_name
    due = f"{progress.as_of.month} 月待报"
    return [f"{name} {due}，{_month(progress)} {value} {progress.unit}"]


def _share_titles(course: Trajectory) -> list[str]:
    progress = course.progress
    if progress.completion is None or progress.horizon is None or progress.pending:
        return []
    name = _name(progress)
    task = "年度目标" if progress.horizon == "FY" else f"{progress.horizon.label}目标"
    done = f"{name}完成{task} {wording.share(progress.completion, line=0.5)}%"
    gap = progress.pace_gap_pp
    if gap is None or (progress.final and progress.horizon != "FY"):
        return [done]
    size = wording.number(abs(gap), 1)
    if abs(gap) < 1e-9:
        return [f"{done}，与序时持平"]
    if progress.is_ceiling:
        words = "比序时少用" if gap > 0 else "比序时多用"
    else:
        words = "超序时" if gap > 0 else "欠序时"
    return [f"{done}，{words} {size} 个百分点"]


def _growth_titles(course: Trajectory) -> list[str]:
    progress = course.progress
    if progress.pending or progress.value is None:
        return []
    name = progress.indicator.short_name
    unit = "个百分点" if progress.unit == "%" else progress.unit
    decimals = progress.indicator.decimals_of(progress.measure)
    value = wording.amount(progress.value, progress.indicator, progress.measure)
    unit_text = "%" if progress.unit == "%" else f" {progress.unit}"
    said = f"{name} {value}{unit_text}"
    if progress.measure is Measure.GROWTH and not progress.indicator.name.endswith("涨幅"):
        verb = "下降" if progress.value < 0 else "增长"
        said = f"{_name(progress)}同比{verb} {value.lstrip(wording.MINUS)}%"
    if progress.gap is None:
        return [said]
    size = wording.number(abs(progress.gap), decimals)
    if progress.is_ceiling:
        words = "低于上限" if progress.gap >= 0 else "高出上限"
    else:
        words = "高出目标" if progress.gap >= 0 else "低于目标"
    return [f"{said}，{words} {size} {unit}"]


def _stage_titles(course: Trajectory) -> list[str]:
    """Say what became of the last stage that is over: 一季度…，超额完成 600 亿元目标."""
    progress = course.progress
    over = [stage for stage in course.stages if stage.met is not None and stage.actual is not None]
    if not over or progress.is_ceiling:
        return []
    stage = over[-1]
    name = _name(progress)
    value, target = wording.grouped(stage.actual or 0.0), wording.grouped(stage.value)
    unit = progress.unit if progress.unit == "%" else f" {progress.unit}"
    words = "完成" if stage.actual == stage.value else "超额完成"
    verdict = f"{words} {target}{unit}目标" if stage.met else f"未达 {target}{unit}目标"
    return [f"{stage.horizon.label}{name} {value}{unit}，{verdict}"]


def _need_titles(course: Trajectory) -> list[str]:
    """Say what is still lacking to half, or after June to the year."""
    progress = course.progress
    if not course.cumulative or progress.is_ceiling or course.needed_per_month is None:
        return []
    to_half = progress.as_of.month < JUNE
    lack = course.half_gap if to_half else course.year_gap
    if lack is None or lack <= 0:
        return [f"{_name(progress)}任务已过半"] if to_half and lack is not None else []
    goal = "任务过半" if to_half else "年度目标"
    left = (JUNE if to_half else 12) - progress.as_of.month
    decimals = progress.indicator.decimals
    unit = progress.unit
    need = wording.number(course.needed_per_month, max(1, decimals))
    lacking = f"离{goal}还差 {wording.number(lack, decimals)} {unit}"
    if course.effort is not None and course.effort > 1:
        return [f"{lacking}，后{months_words(left)}须月均 {need} {unit}"]
    return [f"{lacking}，后{months_words(left)}月均 {need} {unit}即可"]


def months_words(count: int) -> str:
    """Say how many months: 两月, 一个月, 六个月 as 后…月均 takes them."""
    return {1: "一个月", 2: "两月"}.get(count, f"{wording.ordinal(count)}个月")


def _name(progress: Progress) -> str:
    """Return the short name as it stands before Chinese words: Latin letters keep a space."""
    name = progress.indicator.short_name
    return f"{name} " if name[-1:].isascii() else name


def _month(progress: Progress) -> str:
    month = progress.month or progress.as_of
    return f"{month.month} 月"


def _fitting(found: list[str], otherwise: str, longest: float = MAX_WIDTH) -> list[str]:
    """Return the distinct titles that fit, at most three; `otherwise` where none does."""
    fits = [title for title in dict.fromkeys(found) if title and title_width(title) <= longest]
    return fits[:3] or [otherwise]
