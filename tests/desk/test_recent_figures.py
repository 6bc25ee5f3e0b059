"""近 12 期 and 上年同期 as the pane prints them."""

from tests.in_memory import CATALOGUE, PROVINCE, Figures
from tracker.desk.recent_figures import RecentFigures, recent_figures
from tracker.indicators import CellKey, Measure
from tracker.periods import Month


def recent(held: Figures, indicator: str, month: str) -> RecentFigures:
    known = CATALOGUE.indicator(indicator)
    basis = known.basis_of(known.judged_by)
    key = CellKey(indicator, PROVINCE, Month.parse(month), known.judged_by, basis)
    return recent_figures(held.snapshot(), key)


def test_twelve_due_periods_up_to_the_cell_across_years() -> None:
    held = Figures()
    for year in (2021, 2022, 2023):
        for month in (3, 6, 9, 12):
            held.actual("gdp", f"{year}-{month:02d}", year - 2020 + month / 10)
    found = recent(held, "gdp", "2023-12")
    assert len(found.periods) == 12
    assert found.periods[0].label == "2021 年 3 月"
    assert found.periods[-1].text == "4.2"
    assert found.year_before == "上年同期 3.2%"
    assert found.range_words == "最低 1.3　最高 4.2"


def test_a_period_without_a_figure_is_a_gap_and_those_before_the_first_are_left_out() -> None:
    held = (
        Figures().actual("foreign_trade", "2023-02", 76.9).actual("foreign_trade", "2023-04", 165)
    )
    found = recent(held, "foreign_trade", "2023-05")
    assert [period.value for period in found.periods] == [76.9, None, 165, None]
    assert [period.text for period in found.periods] == ["76.9", "未报", "165.0", "未报"]
    assert found.periods[0].label == "2023 年 1—2 月"
    assert found.year_before == ""


def test_an_amount_last_year_carries_its_unit() -> None:
    held = Figures().actual("foreign_trade", "2022-04", 155.7)
    assert CATALOGUE.indicator("foreign_trade").judged_by is Measure.AMOUNT
    assert recent(held, "foreign_trade", "2023-04").year_before == "上年同期 155.7 亿元"
