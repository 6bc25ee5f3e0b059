"""不可比: months from which a series is measured anew, so that nothing compares across them.

A ledger keeps them as a setting `break.<indicator>`: months written 2023-01, apart by a space.
Figures from such a month on are not comparable with those before it, in every region.
"""

from collections.abc import Mapping
from functools import lru_cache

from tracker.periods import Month

_MONTHS, _REASON = "break.", "break_reason."


def break_setting(indicator_id: str) -> str:
    """Name the setting that holds an indicator's breaks."""
    return f"{_MONTHS}{indicator_id}"


def reason_setting(indicator_id: str) -> str:
    """Name the setting that says why the last break was made."""
    return f"{_REASON}{indicator_id}"


def breaks_of(settings: Mapping[str, str], indicator_id: str) -> tuple[Month, ...]:
    """Return an indicator's breaks, earliest first. Raises UnknownName for what is no month."""
    return _months(settings.get(break_setting(indicator_id), ""))


@lru_cache(maxsize=256)
def _months(text: str) -> tuple[Month, ...]:
    return tuple(sorted({Month.parse(word) for word in text.split()}))


def with_break(months: tuple[Month, ...], month: Month) -> str:
    """Return the setting's text with one more break."""
    return " ".join(str(held) for held in sorted({*months, month}))


def without_break(months: tuple[Month, ...], month: Month) -> str | None:
    """Return the setting's text without a break; None when none is left."""
    return " ".join(str(held) for held in months if held != month) or None


def crosses(months: tuple[Month, ...], earlier: Month, later: Month) -> bool:
    """Say whether a break lies between two months: the later one is measured anew."""
    return any(earlier < month <= later for month in months)


def break_words(settings: Mapping[str, str], indicator_id: str, year: int) -> str:
    """Say it for a year: 2023 年 1 月起不可比（口径调整）; empty without a break in the year."""
    held = [month for month in breaks_of(settings, indicator_id) if month.year == year]
    if not held:
        return ""
    when = "、".join(f"{month.month} 月" for month in held)
    reason = settings.get(reason_setting(indicator_id), "")
    return f"{year} 年 {when}起不可比" + (f"（{reason}）" if reason else "")
