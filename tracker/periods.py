"""Months, horizons, reporting calendars: when a figure is due, which share of the year is over."""

import re
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple, Self

from tracker.errors import UnknownName

MONTHS_IN_YEAR = 12
JUNE = 6


class Month(NamedTuple):
    """A calendar month. Ordered, hashable, and written ``2023-04``."""

    year: int
    month: int

    def __str__(self) -> str:
        return f"{self.year:04d}-{self.month:02d}"

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read ``2023-04``. Raises UnknownName for anything else."""
        match = re.fullmatch(r"(\d{4})-(\d{1,2})", text.strip())
        if match is None or not 1 <= int(match[2]) <= MONTHS_IN_YEAR:
            raise UnknownName(f"不认识月份“{text}”，请写成 2023-04 这样。")
        return cls(int(match[1]), int(match[2]))

    @classmethod
    def of(cls, day: date) -> Self:
        """Return the month that a day lies in."""
        return cls(day.year, day.month)

    def plus(self, months: int) -> "Month":
        """Return the month so many months later (earlier when negative)."""
        years, zero_based = divmod(self.year * MONTHS_IN_YEAR + self.month - 1 + months, 12)
        return Month(years, zero_based + 1)

    @property
    def year_before(self) -> "Month":
        """The same month of the year before."""
        return Month(self.year - 1, self.month)

    @property
    def last_day(self) -> date:
        """The last day of the month."""
        following = self.plus(1)
        return date(following.year, following.month, 1) - timedelta(days=1)

    @property
    def time_share(self) -> float:
        """时间进度: months elapsed ÷ 12, a fraction."""
        return self.month / MONTHS_IN_YEAR


class Word(StrEnum):
    """Base of the domain's closed vocabularies. Words are keys of every look-up, so they hash as
    the strings they are rather than through Python code.
    """

    __hash__ = str.__hash__


class Horizon(Word):
    """期别: the period a target speaks of, always cumulative from January."""

    Q1 = "Q1"
    H1 = "H1"
    Q3 = "Q3"
    FY = "FY"
    M01 = "M01"
    M02 = "M02"
    M03 = "M03"
    M04 = "M04"
    M05 = "M05"
    M06 = "M06"
    M07 = "M07"
    M08 = "M08"
    M09 = "M09"
    M10 = "M10"
    M11 = "M11"
    M12 = "M12"

    @classmethod
    def parse(cls, text: str) -> "Horizon":
        """Read ``FY``, ``h1``, ``M10``, 全年, 上半年, 1—10月. Raises UnknownName."""
        word = text.strip()
        if word.upper() in cls.__members__:
            return cls[word.upper()]
        for horizon in STAGES:
            if word in (horizon.label, _STAGE_NAMES[horizon.value]):
                return horizon
        match = re.fullmatch(r"1\s*[-—–~]\s*(\d{1,2})\s*月", word)
        if match is not None and 1 <= int(match[1]) <= MONTHS_IN_YEAR:
            return cls(f"M{int(match[1]):02d}")
        raise UnknownName(f"不认识期别“{text}”，可用 Q1、H1、Q3、FY 或 M01 到 M12。")

    @property
    def end_month(self) -> int:
        """The month the horizon ends in, 1–12."""
        return _ENDS[self]

    @property
    def label(self) -> str:
        """The name: 一季度, 上半年, 前三季度, 全年 or 1—n月."""
        return _STAGE_LABEL.get(self.value) or (
            "1月" if self.end_month == 1 else f"1—{self.end_month}月"
        )


_STAGE_ENDS = {"Q1": 3, "H1": 6, "Q3": 9, "FY": 12}
_ENDS = {horizon: _STAGE_ENDS.get(horizon.value) or int(horizon.value[1:]) for horizon in Horizon}
_STAGE_LABEL = {"Q1": "一季度", "H1": "上半年", "Q3": "前三季度", "FY": "全年"}
_STAGE_NAMES = {"Q1": "一季度", "H1": "上半年", "Q3": "前三季度", "FY": "全年"}
"""As tables write them, whatever the language of the screen."""
STAGES = (Horizon.Q1, Horizon.H1, Horizon.Q3, Horizon.FY)
"""The four 阶段 for which offices set targets."""


class Calendar(Word):
    """报送历: which months of a year have a figure of their own."""

    MONTHLY = "monthly"
    MONTHLY_JAN_FEB = "monthly_jan_feb"
    QUARTERLY = "quarterly"
    YEARLY = "yearly"

    @property
    def months(self) -> tuple[int, ...]:
        """The months that a figure is due in; February of a merged series *is* 1—2月."""
        return _CALENDAR_MONTHS[self]

    def is_due(self, month: int) -> bool:
        """Say whether a figure for this month exists at all."""
        return month in _CALENDAR_MONTHS[self]

    def last_due(self, month: int) -> int | None:
        """Return the last month of the year ≤ month in which a figure is due; None before any."""
        return _LAST_DUE[self][month]

    def merges(self, month: int) -> bool:
        """Say whether this month's figure covers two months (1—2月), so 当月 does not exist."""
        return self is Calendar.MONTHLY_JAN_FEB and month == 2


_CALENDAR_MONTHS: dict[Calendar, tuple[int, ...]] = {
    Calendar.MONTHLY: tuple(range(1, 13)),
    Calendar.MONTHLY_JAN_FEB: tuple(range(2, 13)),
    Calendar.QUARTERLY: (3, 6, 9, 12),
    Calendar.YEARLY: (12,),
}

_LAST_DUE = {
    calendar: tuple(
        max((due for due in months if due <= month), default=None)
        for month in range(MONTHS_IN_YEAR + 1)
    )
    for calendar, months in _CALENDAR_MONTHS.items()
}


def period_label(month: int) -> str:
    """Name the cumulative period January to month as tables do: 1月, 1—2 月, 1—4 月."""
    return "1 月" if month == 1 else f"1—{month} 月"
