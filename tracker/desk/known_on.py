"""Known-on: the day whose knowledge is looked at, as typed, as offered and as named."""

from datetime import date

from tracker.errors import BadValue
from tracker.periods import MONTHS_IN_YEAR, Month


def read_day(text: str) -> date:
    """Read a date written 2023-01-15. Raises BadValue."""
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        raise BadValue(f"不认识日期“{text}”，请写成 2023-01-15 这样。") from None


def past_day(text: str, today: date) -> date:
    """Read a day that has come. Raises BadValue."""
    day = read_day(text)
    if day > today:
        raise BadValue(f"{day} 还没有到，最晚看到 {today} 已知的数。")
    return day


def offered_days(as_of: Month, today: date) -> tuple[date, ...]:
    """Return the month ends from as-of on, a year of them, that have come."""
    ends = (as_of.plus(later).last_day for later in range(MONTHS_IN_YEAR + 1))
    return tuple(day for day in ends if day <= today)


def known_on_words(day: date | None) -> str:
    """Name what is looked at: 最新数据, 2023-01-31 已知."""
    return "最新数据" if day is None else f"{day} 已知"


def reviewed_words() -> str:
    """Name the view of signed figures."""
    return "只看已审"
