"""How a growth moved since the period before: 加快, 回落, 降幅收窄, 由负转正, 持平."""

from tracker.periods import Month
from tracker.wording import number, round_half_up

_SPOKEN = {3: "一季度", 6: "上半年", 9: "前三季度", 12: "全年"}
_ENDS = {3: "一季度末", 12: "年末"}


def spoken_period(month: int) -> str:
    """Name a cumulative period as sentences do: 一季度, 上半年, 1—4月."""
    if month in _SPOKEN:
        return _SPOKEN[month]
    return "1月" if month == 1 else f"1—{month}月"


def spoken_end(month: Month) -> str:
    """Name the end of a period: 一季度末, 4月末, 年末."""
    return _ENDS.get(month.month, f"{month.month}月末")


def growth_words(value: float, digits: int, rising: str = "增长") -> str:
    """Say a growth: 同比增长6.7%, 同比下降8.0%, 与上年同期持平; prices are 上涨."""
    shown = round_half_up(value, digits)
    if shown == 0:
        return "与上年同期持平"
    return f"同比{rising if shown > 0 else '下降'}{number(abs(value), digits)}%"


def step_words(now: float, before: float, since: str, digits: int, what: str = "增速") -> str:
    """Say how a growth moved since a period, by what domain.md calls it; of prices it is 涨幅."""
    step = round_half_up(now - before, digits)
    size = number(abs(now - before), digits)
    shown_now, shown_before = round_half_up(now, digits), round_half_up(before, digits)
    if step == 0:
        return f"{what}与{since}持平"
    if shown_now >= 0 > shown_before:
        return f"{what}比{since}由负转正"
    if shown_now < 0 <= shown_before:
        return f"{what}比{since}由正转负"
    if shown_now < 0:
        return f"降幅比{since}{'收窄' if step > 0 else '扩大'}{size}个百分点"
    return f"{what}比{since}{'加快' if step > 0 else '回落'}{size}个百分点"
