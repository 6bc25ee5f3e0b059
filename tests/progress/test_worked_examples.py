"""The worked examples of domain.md section 7, each from its inputs."""

import pytest

from tests.in_memory import NATION, PROVINCE, Figures
from tracker.indicators import Basis, Light, Measure
from tracker.periods import Horizon, Month
from tracker.progress import Progress, indicator_rows, light_word
from tracker.readings import reading


def row(
    figures: Figures, indicator: str, as_of: str, horizon: str, region: str = PROVINCE
) -> Progress:
    """Return one row of an indicator."""
    found = indicator_rows(figures.snapshot(), indicator, region, Month.parse(as_of))
    return next(progress for progress in found if progress.horizon == horizon)


def test_funds_in_place_first_quarter() -> None:
    figures = Figures().actual("funds_in_place", "2023-03", 754.1)
    figures.target("funds_in_place", "Q1", 600)
    found = indicator_rows(figures.snapshot(), "funds_in_place", PROVINCE, Month(2023, 3))
    assert [progress.horizon for progress in found] == [Horizon.Q1]
    quarter = found[0]
    assert quarter.completion == pytest.approx(1.2568, abs=5e-5)
    assert quarter.gap == pytest.approx(154.1)
    assert quarter.light is Light.GREEN
    assert quarter.headline


def test_loans_meet_the_quarter_and_miss_the_year_by_a_tenth() -> None:
    figures = Figures().actual("loan_balance", "2023-03", 8.9, "growth")
    figures.target("loan_balance", "Q1", 8).target("loan_balance", "FY", 9)
    quarter = row(figures, "loan_balance", "2023-03", "Q1")
    year = row(figures, "loan_balance", "2023-03", "FY")
    assert (quarter.light, quarter.headline) == (Light.GREEN, True)
    assert quarter.gap == pytest.approx(0.9)
    assert (year.light, year.headline) == (Light.YELLOW, False)
    assert year.gap == pytest.approx(-0.1)


def test_loan_growth_is_derived_from_balances_and_rounded_before_comparing() -> None:
    figures = Figures().actual("loan_balance", "2023-03", 26851, "amount")
    figures.actual("loan_balance", "2022-03", 24658, "amount").target("loan_balance", "FY", 8.9)
    found = reading(figures.snapshot(), "loan_balance", PROVINCE, Measure.GROWTH, Month(2023, 3))
    assert found is not None
    assert (found.value, found.derived) == (8.9, True)
    assert row(figures, "loan_balance", "2023-03", "FY").light is Light.GREEN


def test_gdp_against_its_target() -> None:
    figures = Figures().actual("gdp", "2023-03", 6.7).actual("gdp", "2023-03", 5, "rank")
    figures.actual("gdp", "2023-03", 4.5, region=NATION).target("gdp", "FY", 6)
    assert row(figures, "gdp", "2023-03", "FY").gap == pytest.approx(0.7)


def test_listed_project_investment_is_past_half_without_a_plan() -> None:
    figures = Figures().actual("listed_project_investment", "2023-06", 3004)
    year = row(
        figures.target("listed_project_investment", "FY", 5666),
        "listed_project_investment",
        "2023-06",
        "FY",
    )
    assert year.completion == pytest.approx(0.5302, abs=5e-5)
    assert year.pace_gap_pp == pytest.approx(3.02, abs=5e-3)
    assert year.double_half is not None
    assert (year.double_half.half_met, year.double_half.plan_met) == (True, None)
    assert year.double_half.verdict == "双过半"
    assert year.needed_per_month == pytest.approx(443.7, abs=0.05)


def test_industrial_investment_against_the_target_of_ten_months() -> None:
    figures = Figures().actual("industrial_investment", "2024-10", 16.1)
    figures.target("industrial_investment", "M10", 12, year=2024)
    ten = row(figures, "industrial_investment", "2024-10", "M10")
    assert (ten.light, ten.headline) == (Light.GREEN, True)
    assert ten.gap == pytest.approx(4.1)


def test_consumer_prices_stay_under_their_ceiling() -> None:
    figures = Figures().actual("cpi", "2023-06", 0.7, region=NATION)
    figures.target("cpi", "FY", 3, comparator="at_most", region=NATION)
    year = row(figures, "cpi", "2023-06", "FY", NATION)
    assert year.gap == pytest.approx(2.3)
    assert year.light is Light.GREEN
    assert year.growth_needed is None


def test_listed_companies_lack_one_to_half() -> None:
    figures = Figures().actual("listed_companies", "2023-06", 2)
    year = row(figures.target("listed_companies", "FY", 5), "listed_companies", "2023-06", "FY")
    assert year.double_half is not None
    assert year.double_half.half_met is False
    assert year.double_half.verdict == "未过半"


def test_december_alone_follows_from_two_cumulative_figures() -> None:
    figures = Figures().actual("funds_in_place", "2023-11", 5676.69)
    figures.actual("funds_in_place", "2023-12", 5961.27)
    single = reading(
        figures.snapshot(),
        "funds_in_place",
        PROVINCE,
        Measure.AMOUNT,
        Month(2023, 12),
        Basis.MONTH,
    )
    assert single is not None
    assert single.value == pytest.approx(284.58)
    assert single.derived


def test_energy_ceiling_in_april() -> None:
    figures = Figures().actual("energy_consumption", "2023-04", 2815)
    figures.target("energy_consumption", "FY", 8600, comparator="at_most")
    year = row(figures, "energy_consumption", "2023-04", "FY")
    assert year.completion == pytest.approx(0.3273, abs=5e-5)
    assert year.pace_gap_pp == pytest.approx(0.60, abs=5e-3)
    assert year.light is Light.GREEN
    assert (year.effort, year.double_half) == (None, None)
    assert year.needed_per_month == pytest.approx((8600 - 2815) / 8)


def test_foreign_trade_in_april_needs_nearly_twice_the_speed() -> None:
    figures = Figures().actual("foreign_trade", "2023-04", 165.4)
    year = row(figures.target("foreign_trade", "FY", 620), "foreign_trade", "2023-04", "FY")
    assert year.pace_gap_pp == pytest.approx(-6.66, abs=5e-3)
    assert (year.light, light_word(year)) == (Light.RED, "滞后")
    assert year.double_half is not None
    assert year.double_half.verdict == ""
    assert year.double_half.needed_per_month == pytest.approx(72.3)
    assert year.double_half.effort == pytest.approx(1.75, abs=5e-3)
