"""累计与当月 as the pane prints it."""

from dataclasses import replace

from tests.in_memory import CATALOGUE, NATION, PROVINCE, WITH_CATCH_UP, Figures
from tracker.desk.month_table import month_table
from tracker.indicators import Measure, MeasureKind
from tracker.periods import Month
from tracker.snapshot import Snapshot


def test_a_flow_shows_cumulative_month_and_growth() -> None:
    held = (
        Figures().actual("foreign_trade", "2023-02", 76.9).actual("foreign_trade", "2023-03", 124.8)
    )
    held.actual("foreign_trade", "2022-03", 118.7)
    table = month_table(held.snapshot(), "foreign_trade", PROVINCE, Month(2023, 4))
    assert table.heads == ("累计", "当月", "累计同比")
    assert [line.label for line in table.lines] == ["1—2 月", "3 月", "4 月"]
    assert table.lines[0].values == ("76.9", "76.9", "—")
    assert table.lines[1].values == ("124.8", "47.9", "+5.1%")
    assert table.lines[1].derived == (False, True, True)
    assert table.lines[2].values == ("—", "—", "—")


def test_a_balance_shows_what_it_grew_by() -> None:
    held = Figures().actual("loan_balance", "2022-12", 25000, "amount")
    held.actual("loan_balance", "2023-01", 25500.25, "amount")
    table = month_table(held.snapshot(), "loan_balance", PROVINCE, Month(2023, 1))
    assert table.title == "余额与同比"
    assert table.lines[0].values == ("25,500.25", "+500", "—")


def test_a_rate_stands_beside_the_nation() -> None:
    held = Figures().actual("gdp", "2023-03", 6.7).actual("gdp", "2023-03", 4.5, region=NATION)
    table = month_table(held.snapshot(), "gdp", PROVINCE, Month(2023, 5))
    assert [line.values for line in table.lines] == [("6.7%", "—", "4.5%")]
    own = month_table(held.snapshot(), "gdp", NATION, Month(2023, 5))
    assert own.lines[0].values == ("4.5%", "—", "—")


def test_the_first_quarter_is_not_a_month() -> None:
    held = Figures().actual("direct_financing", "2023-03", 40)
    table = month_table(held.snapshot(), "direct_financing", PROVINCE, Month(2023, 3))
    assert table.lines[0].values == ("40.0", "—", "—")


def test_a_red_month_made_good_later_says_so_where_the_rule_has_it() -> None:
    held = Figures().target("fiscal_revenue", "FY", 1200)
    for month, value in ((1, 20.0), (2, 90.0), (3, 310.0)):
        held.actual("fiscal_revenue", f"2023-{month:02d}", value)
    table = month_table(held.snapshot(), "fiscal_revenue", PROVINCE, Month(2023, 3))
    assert [line.mark for line in table.lines] == ["", "", ""]
    held.settings = {"lights.preset": "补欠", "lights.rules": WITH_CATCH_UP}
    table = month_table(held.snapshot(), "fiscal_revenue", PROVINCE, Month(2023, 3))
    assert [line.mark for line in table.lines] == ["▲ 补", "▲ 补", ""]


def test_places_and_stages_have_one_column() -> None:
    rank = replace(CATALOGUE.indicator("cpi"), kind=MeasureKind.RANK, judged_by=Measure.RANK)
    task = replace(CATALOGUE.indicator("fiscal_revenue"), kind=MeasureKind.MILESTONE)
    known = {**CATALOGUE.indicators, "cpi": rank, "fiscal_revenue": task}
    held = Figures().actual("cpi", "2023-03", 7, measure="rank")
    held.actual("fiscal_revenue", "2023-01", 0.0).actual("fiscal_revenue", "2023-03", 2.0)
    snapshot = Snapshot(replace(CATALOGUE, indicators=known), held, {})
    places = month_table(snapshot, "cpi", PROVINCE, Month(2023, 3))
    assert (places.title, places.heads) == ("逐月位次", ("", "", "位次"))
    assert [(line.label, line.values[2]) for line in places.lines] == [
        ("1 月", "—"),
        ("2 月", "—"),
        ("3 月", "7"),
    ]
    stages = month_table(snapshot, "fiscal_revenue", PROVINCE, Month(2023, 3))
    assert stages.title == "逐月状态"
    assert [line.values[2] for line in stages.lines] == ["未启动", "—", "完成"]
