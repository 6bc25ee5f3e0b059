"""Periods as tables write them: 1-5月, 前5月, 上半年, 2023年5月, 202305, a real date."""

import calendar
import re
from collections.abc import Sequence
from datetime import date
from enum import StrEnum
from typing import NamedTuple

_CHINESE = {"元": 1, "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8,
            "九": 9, "十": 10, "十一": 11, "十二": 12}  # fmt: skip
_N = r"(?P<n>1[0-2]|0?[1-9]|十[一二]?|[元一二三四五六七八九])"
_ONE = r"(?:0?1|一|元)"
_TO = r"(?:[-—–―−~至到]|--|——)"
_YEAR4 = r"(?:19[5-9]\d|20\d\d)"
_YEAR = rf"(?:(?P<year>{_YEAR4})(?:年度?|[.](?=\d)|(?=[^\d.年]))|(?P<short>\d\d)年)?"
_NO_DIGIT = r"(?<!\d)"


class Span(StrEnum):
    """How a month is meant: January to it (1—5月), it or its end (5月), or not said (a year)."""

    TO_DATE = "to_date"
    PLAIN = "plain"
    NONE = ""


class Period(NamedTuple):
    """A period as far as a text says it; None for what it leaves open. Part: a period that the
    ledger does not keep (二季度, 4—6月)."""

    year: int | None = None
    month: int | None = None
    span: Span = Span.NONE
    part: bool = False


NO_PERIOD = Period()


class PeriodMatch(NamedTuple):
    """A period found in a text, and where it ends. No period: a full date, which only dates."""

    period: Period | None
    end: int


_MONTH_DAY = r"(?:1[0-2]|0?[1-9])", r"(?:3[01]|[12]\d|0?[1-9])"
_DATE = re.compile(
    rf"{_NO_DIGIT}{_YEAR4}(?:年{_MONTH_DAY[0]}月{_MONTH_DAY[1]}日?(?!\d)"
    rf"|(?P<sign>[-./]){_MONTH_DAY[0]}(?P=sign){_MONTH_DAY[1]}(?![\d月]))"
)
_YEARS = re.compile(rf"{_NO_DIGIT}(?P<from>{_YEAR4})年?{_TO}(?P<to>{_YEAR4})年?")
_TO_DATE = (
    (re.compile(rf"{_NO_DIGIT}{_YEAR}{_ONE}月?份?{_TO}{_N}月(?:份|末|底)?"), None),
    (re.compile(rf"{_NO_DIGIT}{_YEAR}前{_N}个?月(?:份)?"), None),
    (re.compile(rf"{_NO_DIGIT}{_YEAR}(?:第?[一1]季度|首季度?|q1)(?:末|底)?"), 3),
    (
        re.compile(rf"{_NO_DIGIT}{_YEAR}(?:上半年|前[二2两]季度|[一1]{_TO}[二2]季度|h1)(?:末|底)?"),
        6,
    ),
    (re.compile(rf"{_NO_DIGIT}{_YEAR}(?:前[三3]季度|[一1]{_TO}[三3]季度)(?:末|底)?"), 9),
    (re.compile(rf"{_NO_DIGIT}{_YEAR}(?:全年|[一1]{_TO}[四4]季度|前[四4]季度|fy)"), 12),
)
_PART = re.compile(
    rf"{_NO_DIGIT}{_YEAR}(?:第?[二三四234]季度|q[234]|下半年|"
    rf"(?:1[0-2]|[2-9]){_TO}(?:1[0-2]|[1-9])月(?:份)?)"
)
_MONTH = re.compile(rf"{_NO_DIGIT}{_YEAR}{_N}月(?:份|末|底)?")
_YEAR_END = re.compile(
    rf"{_NO_DIGIT}(?:(?P<year>{_YEAR4})年?|(?P<short>\d\d)年)?年?[末底](?![\d月])"
)
_DOTTED = re.compile(
    rf"{_NO_DIGIT}(?P<year>{_YEAR4})(?:[-./](?P<n>1[0-2]|0?[1-9])|(?P<two>0[1-9]|1[0-2]))(?![\d./-])"
)
_ONLY_YEAR = re.compile(rf"{_NO_DIGIT}(?:(?P<year>{_YEAR4})(?:年度?|(?!\d))|(?P<short>\d\d)年度?)")
_BARE_RANGE = re.compile(rf"{_ONE}{_TO}{_N}")
_FAR = 70


def match_period(text: str, at: int) -> PeriodMatch | None:
    """Match a period at a place of a normalised text (NFKC, lower case, no spaces)."""
    dated = _DATE.match(text, at)
    if dated:
        return PeriodMatch(None, dated.end())
    years = _YEARS.match(text, at)
    if years:
        return PeriodMatch(Period(part=True), years.end())
    for pattern, month in _TO_DATE:
        found = pattern.match(text, at)
        if found:
            number = month or _number(found["n"])
            return PeriodMatch(Period(_year(found), number, Span.TO_DATE), found.end())
    part = _PART.match(text, at)
    if part:
        return PeriodMatch(Period(_year(part), part=True), part.end())
    return _single(text, at)


def _single(text: str, at: int) -> PeriodMatch | None:
    """Match a month, the end of a year, or a year alone."""
    month = _MONTH.match(text, at)
    if month:
        return PeriodMatch(Period(_year(month), _number(month["n"]), Span.PLAIN), month.end())
    dotted = _DOTTED.match(text, at)
    if dotted:
        number = int(dotted["n"] or dotted["two"])
        return PeriodMatch(Period(int(dotted["year"]), number, Span.PLAIN), dotted.end())
    end = _YEAR_END.match(text, at)
    if end:
        return PeriodMatch(Period(_year(end), 12, Span.PLAIN), end.end())
    year = _ONLY_YEAR.match(text, at)
    if year:
        return PeriodMatch(Period(_year(year)), year.end())
    return None


def is_day(text: str) -> bool:
    """Say whether a whole text is a full date, which as a header says no month."""
    return _DATE.fullmatch(text) is not None


def bare_range(text: str) -> Period | None:
    """Read a whole text 1-5 as January to May; only a header of months can mean that."""
    found = _BARE_RANGE.fullmatch(text)
    return None if found is None else Period(None, _number(found["n"]), Span.TO_DATE)


def number_period(number: float) -> Period | None:
    """Read a number under a head of periods: 5 is May, 2023 a year, 202305 May 2023."""
    if number != int(number):
        return None
    whole = int(number)
    if 1 <= whole <= 12:
        return Period(None, whole, Span.PLAIN)
    if 1950 <= whole <= 2100:
        return Period(whole)
    year, month = divmod(whole, 100)
    if 1950 <= year <= 2100 and 1 <= month <= 12:
        return Period(year, month, Span.PLAIN)
    return None


def date_periods(days: Sequence[date]) -> list[Period | None]:
    """Read real dates of one row or column of headers.

    The first or last day of a month means that month. Days 1 to 12 of one January are what Excel
    makes of “1-2”, “1-3”, …: January to that month, of a year that nobody wrote. Others: None.
    """
    januaries = {(day.year, day.month) for day in days} == {(days[0].year, 1)} if days else False
    if januaries and len(set(days)) > 1 and all(day.day <= 12 for day in days):
        return [Period(None, day.day, Span.TO_DATE) for day in days]
    return [_of_date(day) for day in days]


def _of_date(day: date) -> Period | None:
    if day.day in (1, calendar.monthrange(day.year, day.month)[1]):
        return Period(day.year, day.month, Span.PLAIN)
    return None


def joined(periods: Sequence[Period]) -> Period | None:
    """Put together what several headers say of one period (2023年, 5月); None: they disagree.

    1—5月 below 5月 says more than it.
    """
    if any(period.part for period in periods):
        return None
    years = {period.year for period in periods} - {None}
    months = {period.month for period in periods} - {None}
    if len(years) > 1 or len(months) > 1:
        return None
    spans = {period.span for period in periods}
    span = next((one for one in (Span.TO_DATE, Span.PLAIN) if one in spans), Span.NONE)
    return Period(next(iter(years), None), next(iter(months), None), span)


def _number(text: str) -> int:
    return _CHINESE.get(text) or int(text)


def _year(found: re.Match[str]) -> int | None:
    if found["year"]:
        return int(found["year"])
    if found["short"]:
        short = int(found["short"])
        return 2000 + short if short < _FAR else 1900 + short
    return None
