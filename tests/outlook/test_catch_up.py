"""补欠: a red month whose own task later figures reached."""

from dataclasses import replace

import pytest

from tests.in_memory import CATALOGUE, PROVINCE, Figures
from tracker.indicators import MeasureKind
from tracker.outlook.catch_up import caught_up
from tracker.periods import Month
from tracker.snapshot import Snapshot

APRIL, JULY = Month(2023, 4), Month(2023, 7)


def asked(figures: Figures, indicator: str, month: Month = APRIL, as_of: Month = JULY):
    return caught_up(figures.snapshot(), indicator, PROVINCE, month, as_of)


def funds(april: float, later: float) -> Figures:
    """April should have brought 1,000 of 3,000."""
    figures = Figures().target("funds_in_place", "FY", 3000)
    figures.actual("funds_in_place", "2023-04", april)
    return figures.actual("funds_in_place", "2023-06", later)


@pytest.mark.parametrize(
    ("april", "later", "found"),
    [(700, 1000, True), (700, 999, False), (900, 1600, False), (1000, 1600, False)],
)
def test_a_task_that_was_red_and_is_reached_later(april, later, found):
    assert asked(funds(april, later), "funds_in_place") is found


def test_only_by_the_as_of_month_and_inside_the_year():
    assert not asked(funds(700, 1000), "funds_in_place", as_of=Month(2023, 5))
    assert not asked(funds(700, 1000), "funds_in_place", as_of=Month(2024, 7))


def test_growth_that_comes_up_to_its_target():
    figures = Figures().target("retail_sales", "FY", 8)
    figures.actual("retail_sales", "2023-04", 6.0).actual("retail_sales", "2023-06", 8.0)
    assert asked(figures, "retail_sales")


def test_what_a_ceiling_used_is_not_given_back():
    figures = Figures().target("energy_consumption", "FY", 8600, comparator="at_most")
    figures.actual("energy_consumption", "2023-04", 4000)
    assert not asked(figures.actual("energy_consumption", "2023-06", 4100), "energy_consumption")


def test_a_task_without_a_share_has_no_month_of_its_own():
    figures = Figures().target("energy_consumption", "FY", 0, comparator="at_most")
    figures.actual("energy_consumption", "2023-04", 10)
    assert not asked(figures.actual("energy_consumption", "2023-05", 10), "energy_consumption")


def test_a_place_won_back():
    figures = Figures().target("gdp", "FY", 5, measure="rank")
    figures.actual("gdp", "2023-03", 9, measure="rank").actual("gdp", "2023-06", 5, measure="rank")
    assert asked(figures, "gdp", Month(2023, 3))


def test_a_milestone_done_late():
    figures = Figures().target("gdp", "Q1", 2, measure="amount")
    figures.actual("gdp", "2023-06", 2, measure="amount")
    gdp = replace(CATALOGUE.indicator("gdp"), kind=MeasureKind.MILESTONE)
    known = replace(CATALOGUE, indicators={**CATALOGUE.indicators, "gdp": gdp})
    snapshot = Snapshot(known, figures, {})
    assert caught_up(snapshot, "gdp", PROVINCE, Month(2023, 5), Month(2023, 7))


def test_nothing_to_ask_about():
    assert not asked(Figures(), "funds_in_place")
