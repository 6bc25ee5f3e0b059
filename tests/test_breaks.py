"""不可比: nothing is derived, compared or paced across a break of a series."""

import pytest

from tests.in_memory import PROVINCE, Figures
from tracker.breaks import break_words, breaks_of, crosses, with_break, without_break
from tracker.errors import UnknownName
from tracker.indicators import Basis, Measure
from tracker.periods import Month
from tracker.progress import headline_rows
from tracker.progress.yardsticks import yardsticks
from tracker.readings import Reading, reading


def broken(indicator: str, *months: str) -> Figures:
    """Figures of a ledger in which a series is measured anew from these months."""
    return Figures(settings={f"break.{indicator}": " ".join(months)})


def read(
    figures: Figures, measure: Measure, month: str, basis: str | None = None
) -> Reading | None:
    """Read 社零."""
    on = None if basis is None else Basis(basis)
    return reading(figures.snapshot(), "retail_sales", PROVINCE, measure, Month.parse(month), on)


def test_growth_is_not_derived_across_a_break() -> None:
    figures = broken("retail_sales", "2023-01").actual("retail_sales", "2023-03", 110, "amount")
    figures.actual("retail_sales", "2022-03", 100, "amount")
    assert read(figures, Measure.GROWTH, "2023-03") is None
    figures.actual("retail_sales", "2023-03", 9.2)
    published = read(figures, Measure.GROWTH, "2023-03")
    assert published is not None
    assert published.value == 9.2


def test_a_month_is_not_taken_from_two_sides_of_a_break() -> None:
    figures = broken("retail_sales", "2023-04").actual("retail_sales", "2023-03", 100, "amount")
    figures.actual("retail_sales", "2023-04", 150, "amount")
    assert read(figures, Measure.AMOUNT, "2023-04", "month") is None
    figures.actual("retail_sales", "2023-05", 200, "amount")
    after = read(figures, Measure.AMOUNT, "2023-05", "month")
    assert after is not None
    assert after.value == 50


def test_months_are_not_added_up_across_a_break() -> None:
    figures = broken("retail_sales", "2023-03").actual("retail_sales", "2023-02", 80, "amount")
    figures.actual("retail_sales", "2023-03", 40, "amount", basis="month")
    assert read(figures, Measure.AMOUNT, "2023-03") is None


def test_an_increment_has_no_base_before_a_break() -> None:
    figures = broken("loan_balance", "2023-01").actual("loan_balance", "2022-12", 100, "amount")
    figures.actual("loan_balance", "2023-03", 120, "amount")
    snapshot = figures.snapshot()
    assert reading(snapshot, "loan_balance", PROVINCE, Measure.INCREMENT, Month(2023, 3)) is None


def test_a_broken_year_is_no_past_year_for_the_seasonal_yard_stick() -> None:
    figures = broken("fiscal_revenue", "2021-06").target("fiscal_revenue", "FY", 100)
    figures.actual("fiscal_revenue", "2023-03", 29)
    for year in (2019, 2020, 2021, 2022):
        figures.actual("fiscal_revenue", f"{year}-03", 30)
        figures.actual("fiscal_revenue", f"{year}-12", 100)
    snapshot = figures.snapshot()
    row = headline_rows(snapshot, PROVINCE, Month(2023, 3))[0]
    assert yardsticks(snapshot, row)[2].years == (2019, 2020, 2022)


def test_growth_still_needed_is_estimated_when_the_base_is_broken() -> None:
    figures = broken("retail_sales", "2023-01").target("retail_sales", "FY", 8)
    figures.actual("retail_sales", "2023-04", 7.4)
    figures.actual("retail_sales", "2022-04", 120, "amount")
    figures.actual("retail_sales", "2022-06", 200, "amount")
    assert headline_rows(figures.snapshot(), PROVINCE, Month(2023, 4))[0].growth_needed_estimated


def test_breaks_are_kept_in_order_and_can_be_taken_away() -> None:
    months = breaks_of({"break.gdp": "2023-01 2019-01"}, "gdp")
    assert months == (Month(2019, 1), Month(2023, 1))
    assert with_break(months, Month(2021, 1)) == "2019-01 2021-01 2023-01"
    assert without_break(months, Month(2019, 1)) == "2023-01"
    assert without_break((Month(2019, 1),), Month(2019, 1)) is None
    assert crosses(months, Month(2022, 12), Month(2023, 1))
    assert not crosses(months, Month(2023, 1), Month(2023, 2))
    with pytest.raises(UnknownName, match="someday"):
        breaks_of({"break.gdp": "someday"}, "gdp")


def test_a_break_is_said_for_its_year_with_the_reason() -> None:
    settings = {"break.gdp": "2023-01", "break_reason.gdp": "口径调整"}
    assert break_words(settings, "gdp", 2023) == "2023 年 1 月起不可比（口径调整）"
    assert break_words(settings, "gdp", 2022) == ""
    assert break_words({"break.gdp": "2023-01"}, "gdp", 2023) == "2023 年 1 月起不可比"
