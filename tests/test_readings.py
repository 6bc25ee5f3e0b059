"""累计 and 当月 derive from each other when the chain is complete, and growth from amounts."""

import pytest

from tests.in_memory import PROVINCE, Figures
from tracker.indicators import Basis, Measure
from tracker.periods import Month
from tracker.readings import Reading, month_disagrees, reading, series_of


def read(
    figures: Figures, indicator: str, month: str, basis: Basis | None = None
) -> Reading | None:
    """Read an amount."""
    return reading(
        figures.snapshot(), indicator, PROVINCE, Measure.AMOUNT, Month.parse(month), basis
    )


def test_single_months_add_up_from_january() -> None:
    figures = Figures().actual("fiscal_revenue", "2023-01", 100, basis="month")
    figures.actual("fiscal_revenue", "2023-02", 80, basis="month")
    assert read(figures, "fiscal_revenue", "2023-02") == Reading(180, derived=True)


def test_single_months_add_up_from_the_last_cumulative_figure() -> None:
    figures = Figures().actual("foreign_trade", "2023-02", 76.9)
    figures.actual("foreign_trade", "2023-03", 47.9, basis="month")
    found = read(figures, "foreign_trade", "2023-03")
    assert found is not None
    assert found.value == pytest.approx(124.8)


def test_a_gap_in_the_chain_gives_no_number() -> None:
    figures = Figures().actual("fiscal_revenue", "2023-01", 100, basis="month")
    figures.actual("fiscal_revenue", "2023-03", 80, basis="month")
    assert read(figures, "fiscal_revenue", "2023-03") is None


def test_a_merged_february_is_no_single_month() -> None:
    figures = Figures().actual("foreign_trade", "2023-02", 76.9)
    assert read(figures, "foreign_trade", "2023-02", Basis.MONTH) is None
    figures.actual("foreign_trade", "2022-03", 40, basis="month")
    figures.actual("foreign_trade", "2022-02", 40, basis="month")
    assert read(figures, "foreign_trade", "2022-03") is None


def test_january_alone_is_its_cumulative_figure() -> None:
    figures = Figures().actual("fiscal_revenue", "2023-01", 100)
    assert read(figures, "fiscal_revenue", "2023-01", Basis.MONTH) == Reading(100, derived=True)


def test_a_month_needs_the_month_before() -> None:
    figures = Figures().actual("fiscal_revenue", "2023-03", 262.7)
    assert read(figures, "fiscal_revenue", "2023-03", Basis.MONTH) is None
    assert read(figures, "fiscal_revenue", "2023-04", Basis.MONTH) is None


def test_quarters_and_balances_have_no_single_months() -> None:
    figures = Figures().actual("gdp", "2023-03", 2670.7, "amount")
    figures.actual("loan_balance", "2023-03", 26851, "amount")
    assert read(figures, "gdp", "2023-03", Basis.MONTH) is None
    assert read(figures, "loan_balance", "2023-03", Basis.MONTH) is None
    assert read(figures, "loan_balance", "2023-04") is None


def test_published_growth_is_never_recomputed_and_real_growth_never_derived() -> None:
    figures = Figures().actual("gdp", "2023-03", 2670.7, "amount")
    figures.actual("gdp", "2022-03", 2500, "amount")
    snapshot = figures.snapshot()
    assert reading(snapshot, "gdp", PROVINCE, Measure.GROWTH, Month(2023, 3)) is None
    figures = Figures().actual("retail_sales", "2023-03", 110, "amount")
    figures.actual("retail_sales", "2022-03", 100, "amount")
    derived = reading(figures.snapshot(), "retail_sales", PROVINCE, Measure.GROWTH, Month(2023, 3))
    assert derived == Reading(10.0, derived=True)
    figures.actual("retail_sales", "2023-03", 9.2)
    held = reading(figures.snapshot(), "retail_sales", PROVINCE, Measure.GROWTH, Month(2023, 3))
    assert held is not None
    assert (held.value, held.derived) == (9.2, False)


@pytest.mark.parametrize("base", [0.0, -5.0])
def test_a_base_of_nothing_or_less_gives_no_growth(base: float) -> None:
    figures = Figures().actual("retail_sales", "2023-03", 110, "amount")
    figures.actual("retail_sales", "2022-03", base, "amount")
    snapshot = figures.snapshot()
    assert reading(snapshot, "retail_sales", PROVINCE, Measure.GROWTH, Month(2023, 3)) is None


def test_a_silently_revised_earlier_month_is_noticed() -> None:
    figures = Figures().actual("fiscal_revenue", "2023-02", 178.3)
    figures.actual("fiscal_revenue", "2023-03", 262.7)
    figures.actual("fiscal_revenue", "2023-03", 80.0, basis="month")
    series = series_of(figures.snapshot(), "fiscal_revenue", PROVINCE)
    assert month_disagrees(series, Month(2023, 3)) == pytest.approx(4.4)
    assert month_disagrees(series, Month(2023, 2)) is None
    figures = Figures().actual("fiscal_revenue", "2023-03", 262.7)
    figures.actual("fiscal_revenue", "2023-03", 80.0, basis="month")
    assert (
        month_disagrees(series_of(figures.snapshot(), "fiscal_revenue", PROVINCE), Month(2023, 3))
        is None
    )
    figures.actual("fiscal_revenue", "2023-02", 182.65)
    assert (
        month_disagrees(series_of(figures.snapshot(), "fiscal_revenue", PROVINCE), Month(2023, 3))
        is None
    )


def test_a_place_is_counted_among_the_regions_beside_it() -> None:
    figures = Figures()
    for code, growth in (("620100", 5.0), ("620200", 7.0), ("620300", 5.0), ("620400", 4.0)):
        figures.actual("gdp", "2023-06", growth, region=code)
    figures.actual("gdp", "2023-06", 9.0).actual("cpi", "2023-06", 1.0, region="620100")
    figures.actual("cpi", "2023-06", 2.0, region="620200")
    snapshot = figures.snapshot()

    def place(region: str, indicator: str = "gdp") -> tuple[float, bool] | None:
        found = reading(snapshot, indicator, region, Measure.RANK, Month(2023, 6))
        return None if found is None else (found.value, found.derived)

    codes = ("620100", "620200", "620300", "620400")
    assert [place(code) for code in codes] == [(2, True), (1, True), (2, True), (4, True)]
    assert place("620500") is None, "it has no growth itself"
    assert place(PROVINCE) is None, "the provinces beside it are not held"
    assert place("620100", "cpi") == (1, True), "lower is better"
    figures.actual("gdp", "2023-06", 3, measure="rank", region="620100")
    snapshot = figures.snapshot()
    assert place("620100") == (3, False), "an entered place wins"
    alone = Figures().actual("gdp", "2023-06", 5.0, region="620100").snapshot()
    assert reading(alone, "gdp", "620100", Measure.RANK, Month(2023, 6)) is None
