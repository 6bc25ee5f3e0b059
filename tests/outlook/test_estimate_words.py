"""An estimate in words promises no more than its interval can hold."""

import pytest

from tests.in_memory import CATALOGUE, PROVINCE, Figures
from tracker.forecast import Estimate
from tracker.indicators import Measure
from tracker.outlook.estimate_words import (
    chance_words,
    day_words,
    estimate_digits,
    estimate_line,
    estimated,
    point_words,
    years_words,
)
from tracker.periods import Horizon, Month
from tracker.progress import Progress, headline_rows


def row(indicator: str = "funds_in_place", value: float = 1046.5) -> Progress:
    """Return a headline row."""
    figures = Figures().target(indicator, "FY", 3000).actual(indicator, "2023-04", value)
    return headline_rows(figures.snapshot(), PROVINCE, Month(2023, 4))[0]


def told(low: float, high: float, **more: object) -> Estimate:
    """Return an estimate with an interval."""
    middle = (low + high) / 2
    return Estimate(
        Horizon.H1, middle, middle - 1, middle + 1, low, high, "办法",
        years_used=(2020, 2021, 2022),
        **more,  # type: ignore[arg-type]
    )  # fmt: skip


@pytest.mark.parametrize(
    ("low", "high", "interval"),
    [
        (1645.8, 1788.4, "1,650—1,790"),
        (510.33, 519.14, "510.3—519.1"),
        (3277.6, 3725.3, "3,280—3,730"),
        (1000.04, 1000.05, "1,000.0—1,000.1"),
    ],
)
def test_an_interval_has_two_figures_of_its_width(low: float, high: float, interval: str) -> None:
    assert estimate_line(row(), told(low, high)).interval == interval


def test_a_percentage_keeps_its_digit_and_whole_units_have_none() -> None:
    growth = headline_rows(
        Figures().target("gdp", "FY", 6).actual("gdp", "2023-03", 6.7).snapshot(),
        PROVINCE,
        Month(2023, 3),
    )[0]
    line = estimate_line(growth, told(1.42, 16.54, backtest_mae=1.19, probability=0.4))
    assert (line.interval, line.error, line.chance) == ("1.4—16.5%", "1.2", "40%")
    assert "平均差 1.2 个百分点" in line.method
    companies = CATALOGUE.indicator("listed_companies")
    assert estimate_digits(told(2.2, 5.6), companies, Measure.AMOUNT) == 0


def test_an_interval_without_width_has_the_usual_digits() -> None:
    indicator = CATALOGUE.indicator("funds_in_place")
    assert estimate_digits(told(5.0, 5.0), indicator, Measure.AMOUNT) == 1
    assert estimate_digits(Estimate(Horizon.FY), indicator, Measure.AMOUNT) == 1


def test_a_chance_is_never_none_or_certain() -> None:
    assert [chance_words(p) for p in (None, 0.999, 0.0001, 0.5926)] == ["", ">99%", "<1%", "59%"]


def test_a_refused_estimate_has_only_its_sentence() -> None:
    refused = Estimate(Horizon.FY, refused="资料不足：……。")
    line = estimate_line(row(), refused)
    assert (line.day, line.interval, line.refused) == ("12 月 31 日", "", "资料不足：……。")
    assert point_words(row(), refused) == ""


def test_small_words() -> None:
    assert [day_words(h) for h in (Horizon.H1, Horizon.FY, Horizon.Q1)] == [
        "6 月 30 日", "12 月 31 日", "3 月 31 日",
    ]  # fmt: skip
    assert estimated(1645.8, -1) == "1,650"
    assert years_words((2017, 2018, 2020)) == "2017—2018、2020"
    assert years_words(()) == ""
