"""Days and times as the ledger stores them: UTC text in the file, Beijing time in the program.

A batch shares its time and a month its day of publication, so what was read once is kept.
"""

from datetime import UTC, date, datetime, timedelta, timezone
from functools import lru_cache

BEIJING = timezone(timedelta(hours=8), "CST")
"""The day a figure was recorded on is a day in China, whatever the machine's own zone says."""


def time_text(at: datetime) -> str:
    """Write an aware time as UTC ISO text of fixed width, so that text order is time order."""
    return at.astimezone(UTC).isoformat(timespec="microseconds")


@lru_cache(maxsize=4096)
def read_time(text: str) -> datetime:
    """Read what `time_text` wrote, in Beijing time."""
    return datetime.fromisoformat(text).astimezone(BEIJING)


def day_text(day: date | None) -> str | None:
    """Write a day as ISO text; None stays None."""
    return None if day is None else day.isoformat()


@lru_cache(maxsize=4096)
def read_day(text: str | None) -> date | None:
    """Read what `day_text` wrote."""
    return None if text is None else date.fromisoformat(text)
