"""Months, horizons and reporting calendars."""

from datetime import date

import pytest

from tracker.errors import UnknownName
from tracker.periods import Calendar, Horizon, Month, period_label


def test_a_month_is_written_and_read_the_same() -> None:
    assert str(Month.parse("2023-4")) == "2023-04"
    assert Month.of(date(2023, 4, 30)) == Month(2023, 4)


@pytest.mark.parametrize("text", ["2023", "2023-13", "2023-00", "23-04", "2023-04-01", "四月"])
def test_a_word_that_is_no_month_is_named_in_the_error(text: str) -> None:
    with pytest.raises(UnknownName, match=text):
        Month.parse(text)


def test_months_are_ordered_and_step_over_years() -> None:
    assert Month(2022, 12) < Month(2023, 1)
    assert Month(2022, 12).plus(1) == Month(2023, 1)
    assert Month(2023, 1).plus(-13) == Month(2021, 12)
    assert Month(2023, 4).year_before == Month(2022, 4)
    assert Month(2024, 2).last_day == date(2024, 2, 29)
    assert Month(2023, 12).last_day == date(2023, 12, 31)
    assert Month(2023, 4).time_share == pytest.approx(1 / 3)


@pytest.mark.parametrize(
    ("text", "horizon"),
    [
        ("FY", Horizon.FY),
        ("h1", Horizon.H1),
        ("前三季度", Horizon.Q3),
        ("一季度", Horizon.Q1),
        ("M10", Horizon.M10),
        ("1—10月", Horizon.M10),
        ("1-5月", Horizon.M05),
    ],
)
def test_a_horizon_is_read_by_code_or_name(text: str, horizon: Horizon) -> None:
    assert Horizon.parse(text) is horizon


@pytest.mark.parametrize("text", ["二季度", "M13", "1—13月", "", "1—0月"])
def test_an_unknown_horizon_is_an_error(text: str) -> None:
    with pytest.raises(UnknownName):
        Horizon.parse(text)


def test_horizons_are_cumulative_and_named() -> None:
    assert [Horizon[h].end_month for h in ("Q1", "H1", "Q3", "FY", "M07")] == [3, 6, 9, 12, 7]
    assert (Horizon.M01.label, Horizon.M10.label, Horizon.H1.label) == ("1月", "1—10月", "上半年")


def test_calendars_say_when_a_figure_is_due() -> None:
    merged = Calendar.MONTHLY_JAN_FEB
    assert not merged.is_due(1)
    assert merged.is_due(2)
    assert merged.merges(2)
    assert not merged.merges(3)
    assert not Calendar.MONTHLY.merges(2)
    assert merged.last_due(1) is None
    assert Calendar.QUARTERLY.last_due(5) == 3
    assert Calendar.YEARLY.months == (12,)


def test_periods_are_named_as_tables_do() -> None:
    assert (period_label(1), period_label(4)) == ("1 月", "1—4 月")
