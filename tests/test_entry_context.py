"""What surrounds a cell: closed months with their reason, and how a number arose."""

from datetime import date

import pytest

from tests.in_memory import CATALOGUE, PROVINCE, Figures
from tracker.entry_context import (
    closed_reason,
    count_entered,
    entry_basis,
    entry_indicators,
    entry_measure,
    equation,
    month_name,
)
from tracker.indicators import Basis, CellKey, Measure
from tracker.periods import Month

TODAY = date(2023, 5, 20)
TRADE = CATALOGUE.indicator("foreign_trade")
GDP = CATALOGUE.indicator("gdp")
REVENUE = CATALOGUE.indicator("fiscal_revenue")
GRAIN = CATALOGUE.indicator("grain_output")
CPI = CATALOGUE.indicator("cpi")
LOANS = CATALOGUE.indicator("loan_balance")


def key(indicator: str, month: int, measure: str = "amount", basis: str = "ytd") -> CellKey:
    return CellKey(indicator, PROVINCE, Month(2023, month), Measure(measure), Basis(basis))


@pytest.mark.parametrize(
    ("indicator", "basis", "month", "words"),
    [
        (TRADE, "ytd", 1, "请填在 1—2 月"),
        (TRADE, "month", 2, "合并报"),
        (GDP, "ytd", 4, "只填 3、6、9、12 月"),
        (GDP, "month", 3, "没有当月数"),
        (GRAIN, "ytd", 6, "只填 12 月"),
        (REVENUE, "ytd", 6, "还没到"),
    ],
)
def test_a_closed_cell_says_why(indicator, basis, month, words) -> None:
    assert words in closed_reason(indicator, Basis(basis), Month(2023, month), TODAY)


@pytest.mark.parametrize(
    ("indicator", "basis", "month"),
    [(TRADE, "ytd", 2), (TRADE, "month", 3), (GDP, "ytd", 3), (REVENUE, "ytd", 1)],
)
def test_open_cells_have_nothing_to_say(indicator, basis, month) -> None:
    assert closed_reason(indicator, Basis(basis), Month(2023, month), TODAY) == ""


def test_the_month_is_the_difference_of_two_cumulative_values() -> None:
    held = Figures().actual("funds_in_place", "2023-03", 754.1)
    snapshot = held.actual("funds_in_place", "2023-04", 1046.5).snapshot()
    words = equation(snapshot, key("funds_in_place", 4))
    assert words == "当月 = 1,046.5 − 754.1 = 292.4 亿元"


def test_the_cumulative_value_is_the_sum_when_months_are_entered() -> None:
    held = Figures().actual("fiscal_revenue", "2023-01", 100.0)
    snapshot = held.actual("fiscal_revenue", "2023-02", 78.3, basis="month").snapshot()
    words = equation(snapshot, key("fiscal_revenue", 2, basis="month"))
    assert words == "累计 = 100.0 + 78.3 = 178.3 亿元"
    assert equation(snapshot, key("fiscal_revenue", 1, basis="month")) == ""
    assert equation(snapshot, key("fiscal_revenue", 3, basis="month")) == ""


def test_a_balance_is_held_against_last_december() -> None:
    held = Figures().actual("loan_balance", "2022-12", 25000, "amount")
    snapshot = held.actual("loan_balance", "2023-03", 26851, "amount").snapshot()
    words = equation(snapshot, key("loan_balance", 3, basis="balance"))
    assert words == "比年初增加 = 26,851 − 25,000 = 1,851 亿元"
    assert equation(snapshot, key("loan_balance", 4, basis="balance")) == ""


def test_a_growth_is_held_against_the_figure_before_it() -> None:
    held = Figures().actual("industrial_output", "2023-03", 7.8)
    snapshot = held.actual("industrial_output", "2023-04", 7.4).snapshot()
    words = equation(snapshot, key("industrial_output", 4, "growth"))
    assert words == "比 1—3 月 −0.4 百分点"
    assert equation(snapshot, key("industrial_output", 3, "growth")) == ""
    assert equation(snapshot, key("industrial_output", 2, "growth")) == ""


def test_first_and_single_figures_have_no_equation() -> None:
    snapshot = Figures().actual("foreign_trade", "2023-02", 76.9).snapshot()
    assert equation(snapshot, key("foreign_trade", 2)) == ""
    assert equation(snapshot, key("foreign_trade", 3)) == ""
    assert equation(snapshot, key("gdp", 3, "rank", "")) == ""


def test_rows_are_the_core_indicators_and_those_with_something_entered() -> None:
    core = {one.id for one in entry_indicators(Figures().snapshot(), PROVINCE, 2023)}
    assert len(core) == 17
    held = Figures().actual("exports", "2022-12", 5.0).target("grain_output", "FY", 250)
    more = {one.id for one in entry_indicators(held.snapshot(), PROVINCE, 2023)}
    assert more - core == {"exports", "grain_output"}


def test_a_percentage_has_one_value_only() -> None:
    assert entry_measure(CPI, None) is Measure.GROWTH
    assert entry_measure(CPI, Measure.AMOUNT) is None
    assert entry_measure(CPI, Measure.RANK) is Measure.RANK
    assert entry_measure(GDP, Measure.AMOUNT) is Measure.AMOUNT


def test_a_balance_and_a_rank_have_their_own_basis() -> None:
    assert entry_basis(LOANS, Measure.AMOUNT, Basis.MONTH) is Basis.BALANCE
    assert entry_basis(GDP, Measure.RANK, Basis.MONTH) is Basis.NONE
    assert entry_basis(TRADE, Measure.AMOUNT, Basis.MONTH) is Basis.MONTH


def test_due_and_filled_are_counted_without_the_closed() -> None:
    snapshot = Figures().actual("foreign_trade", "2023-04", 165.4).snapshot()
    keys = [key("foreign_trade", 4), key("fiscal_revenue", 4), key("gdp", 4, "growth")]
    counted = count_entered(snapshot, keys, TODAY)
    assert (counted.due, counted.filled) == (2, 1)


def test_a_merged_february_is_called_by_both_months() -> None:
    assert month_name(TRADE, 2) == "1—2 月"
    assert month_name(REVENUE, 2) == "2 月"
