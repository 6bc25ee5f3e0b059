"""What the pane beside the board says of one indicator: three figures and a sentence on pace."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from tracker.edits import HistoryEntry
from tracker.indicators import Better, CellKey, Indicator
from tracker.periods import JUNE, MONTHS_IN_YEAR, Horizon, Month, period_label
from tracker.progress import Progress, Rule
from tracker.progress.milestone import due_date
from tracker.progress.printed import (
    completion_words,
    gap_words,
    last_value_words,
    target_words,
    value_words,
)
from tracker.trajectory import Trajectory
from tracker.wording import DASH, NO_TARGET, amount, number

RECENT_ENTRIES = 3
_WHOLE_PER_MONTH = 10
"""Below so many 家 or 个 a month the fraction is the point: 0.3 家 a month."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A number under its name, and a smaller one under it."""

    label: str
    number: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class PaceSentence:
    """What it takes (五、六月月均…就能过半), and what was done so far."""

    text: str
    detail: str = ""


def per_month_text(value: float, indicator: Indicator) -> str:
    """Print an amount per month; whole units keep a digit while they are few."""
    few = indicator.decimals == 0 and value < _WHOLE_PER_MONTH
    return number(value, 1 if few else indicator.decimals)


def recent_cells(course: Trajectory) -> tuple[CellKey, ...]:
    """Name the cells of the last months with figures, whose log is worth showing."""
    progress = course.progress
    basis = progress.indicator.basis_of(progress.measure)
    months = [point.month for point in course.points if point.month][-RECENT_ENTRIES:]
    return tuple(
        CellKey(
            progress.indicator.id,
            progress.region,
            Month(progress.year, month),
            progress.measure,
            basis,
        )
        for month in months
    )


def recent_entries(entries: Iterable[HistoryEntry]) -> tuple[HistoryEntry, ...]:
    """Keep the last entries that stand, newest first: no undone ones, no undoing ones."""
    standing = [entry for entry in entries if not entry.withdrawn and not entry.reverts]
    standing.sort(key=lambda entry: (entry_day(entry), entry.recorded_at), reverse=True)
    return tuple(standing[:RECENT_ENTRIES])


def entry_day(entry: HistoryEntry) -> date:
    """Return when a figure came out, or was entered where that is not known."""
    return entry.published_on or entry.recorded_at.date()


def description(progress: Progress) -> tuple[str, ...]:
    """Name unit, basis, direction and who reports."""
    indicator = progress.indicator
    basis = "余额" if indicator.basis == "balance" else "累计"
    if progress.rule in (Rule.RANK, Rule.MILESTONE):
        basis = ""
    if progress.rule is Rule.RATE and progress.measure == "growth":
        basis += "同比"
    better = "越高越好" if indicator.better is Better.HIGHER else "越低越好"
    if progress.rule is Rule.MILESTONE:
        better = ""
    sender = f"{indicator.lead_department}报送" if indicator.lead_department else ""
    return tuple(word for word in (progress.unit, basis, better, sender) if word)


def figures(course: Trajectory) -> tuple[Figure, ...]:
    """Return what is done, what is aimed at, and the difference."""
    progress = course.progress
    if course.cumulative:
        return (_done(progress), *_task_figures(course))
    return (_rate(progress), _rate_target(progress), _rate_gap(course))


def pace_sentence(course: Trajectory) -> PaceSentence:
    """Say what the coming months must bring."""
    progress = course.progress
    if progress.target is None:
        return PaceSentence(NO_TARGET, "录入目标后才能判断进度")
    if progress.pending:
        return PaceSentence(f"{progress.as_of.month} 月的数还没有报", last_value_words(progress))
    if not course.cumulative:
        return _growth_sentence(progress)
    return _ceiling_sentence(course) if progress.is_ceiling else _task_sentence(course)


def _done(progress: Progress) -> Figure:
    if progress.value is None or progress.pending:
        return Figure("累计完成", DASH, last_value_words(progress))
    return Figure("累计完成", value_words(progress), completion_words(progress))


def _task_figures(course: Trajectory) -> tuple[Figure, ...]:
    """The half until May, the whole year after, or the only horizon that has a target."""
    progress = course.progress
    target = progress.target
    if target is None:
        return (Figure("年度目标", DASH),)
    aims_at_half = (
        course.half is not None
        and progress.as_of.month < JUNE
        and not progress.is_ceiling
        and target.key.horizon is Horizon.FY
    )
    if not aims_at_half or course.half is None:
        return _whole_task(progress)
    half = amount(course.half, progress.indicator, progress.measure)
    named = next((stage.value for stage in course.stages if stage.horizon is Horizon.H1), None)
    label = "半年目标" if named == course.half else "年度一半"
    aim = Figure(label, half, "50.0%")
    if course.half_gap is None or progress.completion is None:
        return (aim, Figure("还差", DASH))
    lacking = course.half_gap > 0
    size = amount(abs(course.half_gap), progress.indicator, progress.measure)
    rest = f"{number(abs(0.5 - progress.completion) * 100, 1)}%"
    return (aim, Figure("还差" if lacking else "已超", size, rest))


def _whole_task(progress: Progress) -> tuple[Figure, ...]:
    target = progress.target
    assert target is not None
    label = "上限" if progress.is_ceiling else f"{target.key.horizon.label}目标"
    aim = Figure(label, amount(target.value, progress.indicator, progress.measure), "100.0%")
    if progress.gap is None or progress.completion is None:
        return (aim, Figure("还差", DASH))
    size = amount(abs(progress.gap), progress.indicator, progress.measure)
    rest = f"{number(abs(1 - progress.completion) * 100, 1)}%"
    if progress.is_ceiling:
        return (aim, Figure("余" if progress.gap >= 0 else "超", size, rest))
    return (aim, Figure("还差" if progress.gap < 0 else "已超", size, rest))


def _rate(progress: Progress) -> Figure:
    if progress.rule is Rule.MILESTONE:
        when = "" if progress.month is None else f"{progress.month.month} 月"
        return Figure("状态", value_words(progress), when)
    name = "累计同比" if progress.measure == "growth" else "当前"
    if progress.measure == "growth" and progress.indicator.basis == "balance":
        name = "余额同比"
    if progress.value is None or progress.pending or progress.month is None:
        return Figure(name, DASH, last_value_words(progress))
    month = progress.month.month
    when = f"{month} 月" if progress.rule is Rule.RANK else period_label(month)
    return Figure(name, value_words(progress), when)


def _rate_target(progress: Progress) -> Figure:
    if progress.target is None:
        return Figure("目标", DASH, NO_TARGET)
    if progress.rule is Rule.MILESTONE:
        return Figure("时限", target_words(progress))
    horizon = progress.target.key.horizon
    return Figure(f"{horizon.label}目标", target_words(progress))


def _rate_gap(course: Trajectory) -> Figure:
    progress = course.progress
    if progress.rule is Rule.MILESTONE:
        return _days(progress)
    if progress.gap is None:
        return Figure("与目标差", DASH)
    return Figure("与目标差", gap_words(progress), _against_nation(course))


def _days(progress: Progress) -> Figure:
    """Count the days to a due date, or those since it."""
    if progress.target is None:
        return Figure("离时限", DASH)
    days = (due_date(progress.target) - progress.as_of.last_day).days
    return Figure("离时限" if days >= 0 else "已过时限", f"{abs(days)} 天")


def _against_nation(course: Trajectory) -> str:
    progress = course.progress
    for point in course.nation:
        if progress.month is not None and point.month == progress.month.month:
            return f"全国 {amount(point.value, progress.indicator, progress.measure)}%"
    return "百分点" if progress.unit == "%" else ""


def _growth_sentence(progress: Progress) -> PaceSentence:
    if progress.gap is None or progress.rule is not Rule.RATE:
        return PaceSentence("")
    digits = progress.indicator.decimals_of(progress.measure)
    size = number(abs(progress.gap), digits)
    if progress.is_ceiling:
        inside = progress.gap >= 0
        text = f"离上限还有 {size} 个百分点" if inside else f"超过上限 {size} 个百分点"
        return PaceSentence(text)
    side = "高于" if progress.gap > 0 else "低于"
    detail = "与目标持平" if progress.gap == 0 else f"{side}目标 {size} 个百分点"
    need = progress.growth_needed
    if need is None:
        return PaceSentence(detail)
    span = "上半年余下月份" if progress.as_of.month < JUNE else "今年余下月份"
    estimated = "（估算）" if progress.growth_needed_estimated else ""
    return PaceSentence(f"{span}增长 {number(need, digits)}% 就能达到目标{estimated}", detail)


def _ceiling_sentence(course: Trajectory) -> PaceSentence:
    progress = course.progress
    need = progress.needed_per_month
    average = _average(course)
    if need is None:
        return PaceSentence("没有超过上限" if (progress.gap or 0) >= 0 else "超过上限", average)
    allowed = per_month_text(need, progress.indicator)
    months = _months(progress, MONTHS_IN_YEAR)
    return PaceSentence(f"{months}月均不超过 {allowed} {progress.unit}就不破上限", average)


def _task_sentence(course: Trajectory) -> PaceSentence:
    progress = course.progress
    to_half = progress.as_of.month < JUNE and progress.horizon is Horizon.FY
    goal = "过半" if to_half else "完成目标"
    verdict = progress.double_half.verdict if progress.double_half is not None else ""
    need = course.needed_per_month
    if need is None:
        met = (progress.gap or 0.0) >= 0
        return PaceSentence("目标已完成" if met else "目标没有完成", verdict or _average(course))
    if need <= 0:
        return PaceSentence("已经过半" if to_half else "目标已完成", verdict or _average(course))
    end = JUNE if to_half else _end(progress)
    amount_text = per_month_text(need, progress.indicator)
    text = f"{_months(progress, end)}月均 {amount_text} {progress.unit}就能{goal}"
    if verdict:
        return PaceSentence(text, f"{verdict}；{_average(course)}")
    return PaceSentence(text, _average(course) + _speed(course))


def _speed(course: Trajectory) -> str:
    if course.effort is None:
        return ""
    times = number(course.effort, 2)
    return f"，只需 {times} 倍" if course.effort <= 1 else f"，须提速到 {times} 倍"


def _average(course: Trajectory) -> str:
    if course.average is None or course.progress.month is None:
        return ""
    average = per_month_text(course.average, course.progress.indicator)
    return f"前 {course.progress.month.month} 月月均 {average}"


def _end(progress: Progress) -> int:
    return MONTHS_IN_YEAR if progress.horizon is None else progress.horizon.end_month


def _months(progress: Progress, end: int) -> str:
    """Name the months that are left: 6 月, 5、6 月, 4—6 月."""
    first = (progress.month or progress.as_of).month + 1
    if first >= end:
        return f"{end} 月"
    return f"{first}、{end} 月" if end - first == 1 else f"{first}—{end} 月"
