"""Periods in any form that a table writes."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.exchange.importing.period_words import (
    Period,
    Span,
    bare_range,
    date_periods,
    joined,
    match_period,
    number_period,
)
from tracker.exchange.importing.region_words import folded


def read(text: str) -> Period | None:
    """Read a whole text; None when it is not one period from end to end."""
    plain = folded(text)
    found = match_period(plain, 0)
    return found.period if found is not None and found.end == len(plain) else None


@pytest.mark.parametrize(
    "text",
    [
        "1-5月",
        "1—5月",
        "1至5月",
        "1～5月份",
        "１－５月",
        "1月-5月",
        "一至五月",
        "前5月",
        "前5个月",
        "前五个月",
    ],
)
def test_from_january_to_a_month(text: str) -> None:
    assert read(text) == Period(None, 5, Span.TO_DATE)


@pytest.mark.parametrize(
    ("text", "month"),
    [
        ("一季度", 3), ("1季度", 3), ("第一季度", 3), ("Q1", 3), ("上半年", 6), ("H1", 6),
        ("1-2季度", 6), ("前三季度", 9), ("1-3季度", 9), ("全年", 12), ("FY", 12), ("1-12月", 12),
    ],
)  # fmt: skip
def test_stages_are_months_to_date(text: str, month: int) -> None:
    assert read(text) == Period(None, month, Span.TO_DATE)


@pytest.mark.parametrize(
    "text",
    [
        "2023年5月",
        "2023年5月份",
        "2023-05",
        "2023.5",
        "2023/5",
        "202305",
        "23年5月",
        "2023年五月",
        "2023年5月末",
    ],
)
def test_a_month_with_its_year(text: str) -> None:
    assert read(text) == Period(2023, 5, Span.PLAIN)


@pytest.mark.parametrize("text", ["2023年1-5月", "2023年1—5月", "2023.1-5月", "2023年前5月"])
def test_months_to_date_with_their_year(text: str) -> None:
    assert read(text) == Period(2023, 5, Span.TO_DATE)


def test_months_and_years_alone() -> None:
    assert read("5月") == read("五月") == Period(None, 5, Span.PLAIN)
    assert read("元月") == Period(None, 1, Span.PLAIN)
    assert read("2023年") == read("2023") == read("2023年度") == Period(2023)
    assert read("2022年末") == Period(2022, 12, Span.PLAIN)


@pytest.mark.parametrize("text", ["二季度", "三季度", "Q4", "4-6月", "下半年", "2021-2023年"])
def test_what_does_not_begin_in_january_is_a_part(text: str) -> None:
    found = match_period(folded(text), 0)
    assert found is not None
    assert found.period is not None
    assert found.period.part


@pytest.mark.parametrize("text", ["2023-05-31", "2023年6月10日", "2023/6/10"])
def test_a_full_date_is_no_period(text: str) -> None:
    found = match_period(folded(text), 0)
    assert found is not None
    assert found == (None, len(folded(text)))


@pytest.mark.parametrize("text", ["15月", "13月", "0月", "20235月", "月", "1-13月"])
def test_what_is_no_month_is_not_read(text: str) -> None:
    assert read(text) is None


def test_a_bare_range_and_numbers_mean_months_only_where_months_stand() -> None:
    assert bare_range("1-5") == Period(None, 5, Span.TO_DATE)
    assert bare_range("2-5") is None
    assert number_period(5.0) == Period(None, 5, Span.PLAIN)
    assert number_period(2023.0) == Period(2023)
    assert number_period(202305.0) == Period(2023, 5, Span.PLAIN)
    assert number_period(2023.5) is None
    assert number_period(13.0) is None


def test_real_dates_mean_their_month() -> None:
    assert date_periods([date(2023, 4, 1), date(2023, 5, 31)]) == [
        Period(2023, 4, Span.PLAIN),
        Period(2023, 5, Span.PLAIN),
    ]
    assert date_periods([date(2023, 5, 17)]) == [None]


def test_what_excel_made_of_1_to_2_is_months_to_date_of_no_year() -> None:
    assert date_periods([date(2024, 1, 2), date(2024, 1, 3)]) == [
        Period(None, 2, Span.TO_DATE),
        Period(None, 3, Span.TO_DATE),
    ]
    assert date_periods([date(2024, 1, 5)]) == [None]


def test_headers_above_each_other_are_one_period() -> None:
    assert joined([Period(2023), Period(None, 5, Span.PLAIN)]) == Period(2023, 5, Span.PLAIN)
    both = [Period(2023, 5, Span.PLAIN), Period(None, 5, Span.TO_DATE)]
    assert joined(both) == Period(2023, 5, Span.TO_DATE)
    assert joined([Period(None, 4, Span.PLAIN), Period(None, 5, Span.PLAIN)]) is None
    assert joined([Period(2022), Period(2023)]) is None


@given(st.integers(2000, 2069), st.integers(1, 12), st.sampled_from(["", "累计", "（亿元）"]))
def test_every_month_in_every_form(year: int, month: int, after: str) -> None:
    for form in (
        f"{year}年{month}月",
        f"{year}-{month:02d}",
        f"{year}/{month}",
        f"{year % 100:02d}年{month}月",
    ):
        found = match_period(folded(form + after), 0)
        assert found is not None
        assert found.period == Period(year, month, Span.PLAIN), form
    for form in (f"{year}年1-{month}月", f"{year}年前{month}月", f"{year}年1—{month}月份"):
        found = match_period(folded(form + after), 0)
        assert found is not None
        assert found.period == Period(year, month, Span.TO_DATE), form


@given(st.text("0123456789年月季度前上半全一二三十Qq-—至.末", max_size=12), st.integers(0, 11))
def test_no_text_breaks_the_reader(text: str, at: int) -> None:
    found = match_period(text, min(at, len(text)))
    if found is not None:
        assert at < found.end <= len(text)
        period = found.period
        assert period is None or period.month is None or 1 <= period.month <= 12
