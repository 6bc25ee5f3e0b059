"""The three yard-sticks side by side."""

import pytest

from tests.in_memory import PROVINCE, Figures
from tracker.indicators import Light, PaceName
from tracker.periods import Month
from tracker.progress import Progress, headline_rows
from tracker.progress.yardsticks import YardStick, yardstick_words, yardsticks


def sticks(figures: Figures, indicator: str = "fiscal_revenue") -> tuple[YardStick, ...]:
    """Hold March's row of an indicator against all three."""
    snapshot = figures.snapshot()
    row: Progress = headline_rows(snapshot, PROVINCE, Month(2023, 3), only=indicator)[0]
    return yardsticks(snapshot, row)


def revenue() -> Figures:
    """29 of 100 in March, with a first-quarter target and three past years."""
    figures = Figures().target("fiscal_revenue", "FY", 100).target("fiscal_revenue", "Q1", 20)
    figures.actual("fiscal_revenue", "2023-03", 29)
    for year, part in ((2020, 28), (2021, 33), (2022, 30)):
        figures.actual("fiscal_revenue", f"{year}-03", part)
        figures.actual("fiscal_revenue", f"{year}-12", 100)
    return figures


def test_each_says_its_pace_gap_and_light_and_one_is_chosen() -> None:
    linear, plan, seasonal = sticks(revenue())
    assert (linear.pace, linear.gap_pp, linear.chosen) == (0.25, pytest.approx(4), True)
    assert (plan.pace, plan.gap_pp, plan.light) == (0.2, pytest.approx(9), Light.GREEN)
    assert (seasonal.pace, seasonal.light, seasonal.chosen) == (0.3, Light.YELLOW, False)


def test_past_years_show_their_band_and_which_they_are() -> None:
    seasonal = sticks(revenue())[2]
    assert (seasonal.band, seasonal.years) == ((0.28, 0.33), (2020, 2021, 2022))
    assert yardstick_words(seasonal) == ("按往年应完成 30.0%（3 年 28.0%—33.0%），欠 1.0 个百分点")
    assert yardstick_words(sticks(revenue())[0]) == "按序时应完成 25.0%，超 4.0 个百分点"


def test_past_years_refuse_with_fewer_than_three() -> None:
    figures = Figures().target("fiscal_revenue", "FY", 100)
    seasonal = sticks(figures.actual("fiscal_revenue", "2023-03", 29))[2]
    assert (seasonal.pace, seasonal.light, seasonal.band) == (None, Light.NONE, None)
    assert "台账里有 0 年" in yardstick_words(seasonal)


def test_a_ceiling_is_mirrored_and_the_ledgers_choice_is_marked() -> None:
    figures = Figures(settings={"pace.energy_consumption": "plan"})
    figures.target("energy_consumption", "FY", 8600, comparator="at_most")
    linear, plan, _ = sticks(
        figures.actual("energy_consumption", "2023-03", 2118), "energy_consumption"
    )
    assert linear.gap_pp == pytest.approx(0.372, abs=1e-3)
    assert (plan.name, plan.chosen) == (PaceName.PLAN, True)


def test_rates_and_pending_rows_have_no_yard_sticks() -> None:
    assert sticks(Figures().target("gdp", "FY", 6).actual("gdp", "2023-03", 6.7), "gdp") == ()
    assert sticks(Figures().target("fiscal_revenue", "FY", 100)) == ()
