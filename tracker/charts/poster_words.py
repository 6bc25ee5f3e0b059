"""The words of the poster: slogans by season, finding titles, and what stands beside a bar."""

from tracker import wording
from tracker.charts.growth_titles import spaced
from tracker.charts.titles import MAX_TWO_LINES, title_width
from tracker.indicators import Measure
from tracker.lights import EPSILON
from tracker.outlook.comparison import record_words
from tracker.periods import MONTHS_IN_YEAR, Horizon
from tracker.plots.drive import Drive, GrowthBeside, HardTask, TaskMet

_SLOGANS = (
    (2, "开局一季度，确保开门红"),
    (5, "奋战二季度，确保双过半"),
    (8, "奋战三季度，跑好下半年"),
    (11, "决战四季度，完成全年目标"),
    (MONTHS_IN_YEAR, "全年收官，再开新局"),
)
LEVER_WORDS = {
    "项目": "项目大干快上",
    "工业": "工业提质增效",
    "区域": "区域协调并进",
    "消费": "消费加速回升",
    "三农": "“三农”稳产保供",
    "招商": "招商攻坚突破",
    "外贸": "外贸高质高效",
    "民生": "民生成色增进",
}
"""What the drive asks of each lever."""
_OPENING = "开门红"


def poster_titles(drive: Drive) -> list[str]:
    """Return the slogan of the season, then what the figures say."""
    found = [next(words for month, words in _SLOGANS if drive.as_of.month <= month)]
    if drive.growth:
        best = drive.growth[0]
        name = best.progress.indicator.short_name
        grew = spaced(name, f"增长 {growth_text(best, best.value)}")
        found.append(f"{grew}，{beside_text(best)}")
    if drive.tasks:
        found.append(f"{tasks_head(drive)}，{drive.tasks[0].progress.indicator.short_name}领先")
    return [title for title in found if title_width(title) <= MAX_TWO_LINES][:3]


def stage_label(drive: Drive) -> str:
    """Name the stage: 一季度, 上半年, 1—2 月."""
    stages = {stage.end_month: stage.label for stage in (Horizon.Q1, Horizon.H1, Horizon.Q3)}
    month = drive.stage.month
    if month == MONTHS_IN_YEAR:
        return "全年"
    return stages.get(month) or ("1 月" if month == 1 else f"1—{month} 月")


def growth_head(drive: Drive) -> str:
    """Head the growth of the stage; the first quarter is called 开门红 when all beat the nation."""
    label = stage_label(drive)
    shown = drive.growth[:3]
    ahead = all(one.value > one.nation + EPSILON for one in shown)
    if drive.stage.month == Horizon.Q1.end_month and ahead:
        return f"{label}“{_OPENING}”"
    return f"{label}增速"


def growth_text(one: GrowthBeside, value: float) -> str:
    """Print a growth with its digits."""
    return f"{wording.number(value, one.progress.indicator.growth_decimals)}%"


def beside_text(one: GrowthBeside) -> str:
    """Say how it stands against the nation: 高 2.2 个百分点."""
    gap = one.value - one.nation
    if abs(gap) < EPSILON:
        return "与全国持平"
    size = wording.number(abs(gap), one.progress.indicator.growth_decimals)
    return f"{'高' if gap > 0 else '低'} {size} 个百分点"


def tasks_head(drive: Drive) -> str:
    """Head the tasks: 两项任务超额完成, 三项任务快于序时."""
    count = len(drive.tasks)
    number = "两" if count == 2 else wording.ordinal(count)
    words = "快于序时" if drive.tasks[0].by_pace else "超额完成"
    return f"{number}项任务{words}"


def tasks_note(drive: Drive, shown: int) -> str:
    """Say what the tick is, and which tasks are not drawn."""
    by_pace = drive.tasks[0].by_pace
    period = f"截至 {drive.as_of.month} 月" if by_pace else stage_label(drive)
    tick = "竖线为序时" if by_pace else "竖线为目标"
    more = [one.progress.indicator.short_name for one in drive.tasks[shown:]]
    if len(more) == 1:
        return f"{period}，{tick}，另有{more[0]}"
    return f"{period}，{tick}，另有 {len(more)} 项" if more else f"{period}，{tick}"


def task_value(task: TaskMet) -> tuple[str, str]:
    """Print a task's value and its unit."""
    progress = task.progress
    return wording.amount(task.value, progress.indicator, progress.measure), progress.unit


def task_goal(task: TaskMet) -> str:
    """Print what a task had to reach: 目标 600 亿元, 序时 1,000.0 亿元."""
    progress = task.progress
    unit = "%" if progress.unit == "%" else f" {progress.unit}"
    if task.by_pace:
        text = wording.amount(task.goal, progress.indicator, progress.measure)
        return f"序时 {text}{unit}"
    return f"目标 {_commas(task.goal)}{unit}"


def task_notes(task: TaskMet) -> list[str]:
    """Return what may stand behind the goal, the most telling first."""
    progress = task.progress
    found: list[str] = []
    if task.growth is not None:
        size = wording.number(abs(task.growth), progress.indicator.growth_decimals)
        found.append(f"同比{'下降' if task.growth < 0 else '增长'} {size}%")
    if task.balance is not None:
        text = wording.amount(task.balance, progress.indicator, Measure.AMOUNT)
        found.append(f"余额 {text} {progress.indicator.unit}")
    if task.record_years is not None:
        words = record_words(progress, task.record_years)
        number = wording.ordinal(task.record_years)
        found.append(words.replace(f"近{number}年", f"近 {task.record_years} 年"))
    return found


def hard_text(task: HardTask) -> str:
    """Say a binding task: 贷款增长 9% 以上, 新增挂牌上市企业 5 家."""
    indicator, value = task.progress.indicator, _commas(task.target.value)
    if task.target.key.measure is Measure.GROWTH:
        return f"{indicator.short_name}增长 {value}% 以上"
    name = indicator.name.split("(")[0]
    return f"{name} {value} {indicator.unit}"


def _commas(value: float) -> str:
    digits = len(wording.plain(abs(value)).partition(".")[2])
    return wording.number(value, digits)
