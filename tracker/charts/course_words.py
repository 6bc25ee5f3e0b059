"""The numbers and sentences written into a trajectory."""

from tracker import wording
from tracker.charts.axis import tick_text
from tracker.charts.titles import months_words
from tracker.periods import JUNE, MONTHS_IN_YEAR
from tracker.trajectory import Trajectory


def value_text(course: Trajectory, value: float) -> str:
    """Print a value with the digits of its measure."""
    progress = course.progress
    percent = "%" if progress.unit == "%" else ""
    return wording.amount(value, progress.indicator, progress.measure) + percent


def target_text(course: Trajectory, value: float) -> str:
    """Print a target with just the digits it has, growth with those of the indicator."""
    progress = course.progress
    if progress.unit == "%":
        return f"{wording.entered(value, progress.indicator.decimals_of(progress.measure))}%"
    return tick_text(value)


def need_words(course: Trajectory) -> list[str]:
    """Say what is lacking to half (from June on: to the year) and the pace that would bring it."""
    progress = course.progress
    if not course.cumulative or progress.is_ceiling:
        return []
    to_half = progress.as_of.month < JUNE and course.half is not None
    lack = course.half_gap if to_half else course.year_gap
    if lack is None:
        return []
    unit, decimals = progress.unit, progress.indicator.decimals
    goal = "任务过半" if to_half else "年度目标"
    if lack <= 0:
        over = f"已超{goal} {wording.number(-lack, decimals)} {unit}"
        return [over if lack < 0 else f"正好达到{goal}"]
    first = f"离{goal}还差 {wording.number(lack, decimals)} {unit}"
    left = (JUNE if to_half else MONTHS_IN_YEAR) - progress.as_of.month
    return [first, *_pace_words(course, left)]


def _pace_words(course: Trajectory, months_left: int) -> list[str]:
    """Say what each remaining month must bring, held against the average month so far."""
    progress = course.progress
    need, average, effort = course.needed_per_month, course.average, course.effort
    if need is None or average is None or months_left <= 0:
        return []
    digits = max(1, progress.indicator.decimals)
    enough = " 即可" if effort is not None and effort <= 1 else ""
    month = (progress.month or progress.as_of).month
    needed = f"后{months_words(months_left)}月均 {wording.number(need, digits)}{enough}"
    so_far = f"前 {month} 月月均 {wording.number(average, digits)}"
    if effort is None:
        return [f"{needed}；{so_far}"]
    return [f"{needed}，是{so_far} 的 {wording.number(effort, 2)} 倍"]
