"""The day whose knowledge is looked at: typed, offered, named."""

from datetime import date

import pytest

from tracker.desk.known_on import known_on_words, offered_days, past_day, read_day
from tracker.errors import BadValue
from tracker.periods import Month

TODAY = date(2023, 6, 20)


def test_a_typed_day_must_be_one_and_have_come() -> None:
    assert read_day(" 2023-01-31 ") == past_day("2023-01-31", TODAY) == date(2023, 1, 31)
    with pytest.raises(BadValue, match="一月"):
        read_day("一月")
    with pytest.raises(BadValue, match="2024-01-01 还没有到"):
        past_day("2024-01-01", TODAY)


def test_month_ends_from_the_as_of_month_on_are_offered() -> None:
    assert offered_days(Month(2023, 4), TODAY) == (date(2023, 4, 30), date(2023, 5, 31))


def test_it_is_named() -> None:
    assert known_on_words(None) == "最新数据"
    assert known_on_words(date(2023, 1, 31)) == "2023-01-31 已知"
