"""A finding: which check, how grave, where, and the sentence for the person who can mend it."""

from dataclasses import dataclass

from tracker.indicators import CellKey, TargetKey
from tracker.periods import Word


class Severity(Word):
    """An error cannot be right; a warning is to be looked at; a notice is to be known."""

    ERROR = "error"
    WARNING = "warning"
    NOTICE = "notice"


class Check(Word):
    """What was looked at."""

    CLOSED = "closed"
    DECIMALS = "decimals"
    FALLING = "falling"
    OUT_OF_RANGE = "out_of_range"
    SLIP = "slip"
    MONTH = "month"
    GROWTH = "growth"
    PARTS = "parts"
    CEILING = "ceiling"
    RED = "red"
    MISSING = "missing"
    LATE = "late"
    VINTAGES = "vintages"
    REVISED = "revised"
    NOT_RISING = "not_rising"
    TIERS = "tiers"
    UPSIDE_DOWN = "upside_down"
    ZERO_TARGET = "zero_target"
    NO_TARGET = "no_target"
    SHARES = "shares"

    @property
    def label(self) -> str:
        """The name on the screen."""
        return _LABELS[self]


_LABELS = {
    Check.CLOSED: "报送日历",
    Check.DECIMALS: "小数位",
    Check.FALLING: "累计下降",
    Check.OUT_OF_RANGE: "波动",
    Check.SLIP: "差十倍",
    Check.MONTH: "累计与当月",
    Check.GROWTH: "总量与增速",
    Check.PARTS: "分项与总数",
    Check.CEILING: "突破上限",
    Check.RED: "亮红灯",
    Check.MISSING: "未报",
    Check.LATE: "逾期未报",
    Check.VINTAGES: "一日两数",
    Check.REVISED: "修订待说明",
    Check.NOT_RISING: "目标不递增",
    Check.TIERS: "档次颠倒",
    Check.UPSIDE_DOWN: "区间颠倒",
    Check.ZERO_TARGET: "目标为零",
    Check.NO_TARGET: "未设目标",
    Check.SHARES: "分解与总目标",
}


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing found. `offered` is the value that would mend it, where that is plain to see."""

    check: Check
    severity: Severity
    key: CellKey | TargetKey
    sentence: str
    offered: float | None = None
