"""why: the sentence that explains a light, with inputs, rule and arithmetic, to redo on paper."""

from tracker.indicators import Comparator, Light, Measure, PaceName
from tracker.periods import Month
from tracker.progress.milestone import due_date
from tracker.progress.printed import completion_words, gap_size
from tracker.progress.result import Progress, Rule
from tracker.stages import stage_words
from tracker.wording import (
    COMPARATOR_MARKS,
    LIGHT_WORDS,
    NO_TARGET,
    PACE_NOUNS,
    PACE_WORDS,
    entered,
    official,
    plain,
    share,
)

NO_BASE = "无基数"


def light_word(row: Progress) -> str:
    """Return the word beside the light: 达标 临界 滞后, 待报, 未设目标 or 无基数."""
    if row.light is not Light.NONE:
        return row.word or LIGHT_WORDS[row.light]
    if row.target is None:
        return NO_TARGET
    if row.lacking or row.pending:
        no_base = row.rule is Rule.INCREMENT and row.value is None
        return NO_BASE if no_base else LIGHT_WORDS[Light.NONE]
    return NO_TARGET


def why(row: Progress) -> str:
    """Explain a row in one sentence."""
    if row.target is None:
        figure = "没有数据" if row.value is None else f"{_until(row)}{_figure(row)}"
        return f"{figure}，{row.year}年{NO_TARGET}，不亮灯。"
    if row.pending:
        return _pending(row)
    if row.rule is Rule.MILESTONE:
        return _milestone(row)
    if row.lacking:
        return f"{_until(row)}{_figure(row)}，{_task(row)}；缺{row.lacking}，不判。"
    if row.rule.accumulates:
        return _flow(row)
    return _compared(row)


def _until(row: Progress) -> str:
    return "" if row.month is None else f"截至{_month(row.month)}，"


def _month(month: Month) -> str:
    return f"{month.year}年{month.month}月"


def _value(row: Progress) -> str:
    assert row.value is not None
    return official(entered(row.value, row.indicator.decimals_of(row.measure)))


def _figure(row: Progress) -> str:
    """Name the figure of a row that has one."""
    derived = "（推算）" if row.derived else ""
    if row.rule is Rule.MILESTONE:
        return f"{row.indicator.name}{stage_words(row.value or 0.0)}"
    if row.rule is Rule.RANK:
        return f"{row.indicator.name}位次第{_value(row)}{derived}"
    if row.measure is Measure.GROWTH:
        return f"{row.indicator.name}同比{_value(row)}%{derived}"
    return f"{row.indicator.name}{_value(row)}{row.unit}{derived}"


def _task(row: Progress) -> str:
    """Name the target: 全年目标≥9%."""
    assert row.target is not None
    assert row.horizon is not None
    target = row.target
    if target.comparator.is_relative:
        mark = COMPARATOR_MARKS[target.comparator]
        threshold = "" if row.lacking else f"（≥{plain(target.value)}{row.unit}）"
        return f"{row.horizon.label}目标{mark}{threshold}"
    signs = {Comparator.AT_LEAST: "≥", Comparator.AT_MOST: "≤"}
    about = "左右" if target.comparator is Comparator.ABOUT else ""
    upper = "" if target.upper is None else f"—{plain(target.upper)}"
    return (
        f"{row.horizon.label}目标{signs.get(target.comparator, '')}"
        f"{plain(target.value)}{upper}{row.unit}{about}"
    )


def _pending(row: Progress) -> str:
    if row.rule is Rule.INCREMENT and row.value is None and row.month is None:
        return f"{_task(row)}；缺本月或上年12月余额，{NO_BASE}，不判。"
    last = "本年还没有数据"
    if row.value is not None and row.month is not None:
        last = f"最近一次是{_month(row.month)}的{_figure(row)}"
    wanted = row.horizon.end_month if row.final and row.horizon else row.as_of.month
    return f"{_task(row)}；{wanted}月的数未报，{last}，只列出不判断，亮灯为待报。"


def _milestone(row: Progress) -> str:
    assert row.target is not None
    due = due_date(row.target)
    stage = stage_words(row.value or 0.0)
    late = (row.as_of.last_day - due).days
    how = f"已过{late}天" if late > 0 else "尚未到期"
    when = f"{due.year}年{due.month}月{due.day}日"
    return f"{row.indicator.name}{stage}，时限{when}，{how}，亮灯为{light_word(row)}。"


def _flow(row: Progress) -> str:
    assert row.target is not None
    if row.pace is None or row.pace_name is None or row.month is None or row.horizon is None:
        return f"{_until(row)}{_figure(row)}；{_task(row)}，没有可比的份额，{light_word(row)}。"
    yard_stick = PACE_WORDS[row.pace_name]
    linear = row.pace_name is PaceName.LINEAR
    how = f"{row.month.month}÷{row.horizon.end_month}＝" if linear else ""
    gap = official(gap_size(row))
    good = (row.pace_gap_pp or 0.0) >= 0
    if row.is_ceiling:
        side = f"{yard_stick}上限{'尚余' if good else '超出'}"
    else:
        side = f"{'超' if good else '欠'}{PACE_NOUNS[row.pace_name]}"
    return (
        f"{_until(row)}{_figure(row)}，{_task(row)}，完成"
        f"{_value(row)}÷{plain(row.target.value)}＝{completion_words(row)}；"
        f"{yard_stick}应为{how}{share(row.pace)}%，{side}"
        f"{gap}个百分点，亮灯为{light_word(row)}。"
    )


def _compared(row: Progress) -> str:
    assert row.target is not None
    assert row.gap is not None
    if row.rule is Rule.RANK:
        return f"{_until(row)}{_figure(row)}，{_task(row)}，{light_word(row)}。"
    unit = "个百分点" if row.rule is Rule.RATE else row.unit
    gap = official(gap_size(row))
    if row.is_ceiling:
        side = "余量" if row.gap >= 0 else "超出"
    else:
        side = "高于目标" if row.gap > 0 else "低于目标" if row.gap < 0 else "正好达到，差"
    return (
        f"{_until(row)}{_figure(row)}，{_task(row)}，{side}{gap}{unit}，亮灯为{light_word(row)}。"
    )
