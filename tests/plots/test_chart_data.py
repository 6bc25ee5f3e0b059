"""图中数据: the table behind a chart says what the chart shows, and pastes into a spreadsheet."""

from dataclasses import dataclass

import pytest

from tests.in_memory import PROVINCE, Figures
from tracker.errors import UnknownName
from tracker.indicators import RegionLevel
from tracker.periods import Month
from tracker.plots.chart_data import ChartTable, chart_table
from tracker.snapshot import Snapshot


@dataclass(frozen=True)
class Picture:
    """What names a picture."""

    chart: str
    as_of: Month
    indicator: str | None = None
    region: str = PROVINCE
    level: RegionLevel | None = None


def trajectory_of(indicator: str, snapshot: Snapshot, month: int = 4) -> ChartTable:
    return chart_table(snapshot, Picture("trajectory", Month(2023, month), indicator))


@pytest.fixture
def funds() -> Snapshot:
    """Return 招商引资到位资金 as in the design: three figures, four stages, two years."""
    held = Figures()
    for month, value in (("02", 412.6), ("03", 754.1), ("04", 1046.5)):
        held.actual("funds_in_place", f"2023-{month}", value)
    for month, value in (("02", 254.0), ("03", 456.8), ("04", 634.0), ("06", 1066.0)):
        held.actual("funds_in_place", f"2022-{month}", value)
    for horizon, value in (("Q1", 600), ("H1", 1500), ("Q3", 2250), ("FY", 3000)):
        held.target("funds_in_place", horizon, value)
    return held.snapshot()


def test_a_trajectory_shows_the_months_so_far_and_the_stages_to_come(funds: Snapshot) -> None:
    table = trajectory_of("funds_in_place", funds)
    assert table.note == "亿元，累计"
    assert table.columns == ("", "1—2 月", "3 月", "4 月", "6 月", "9 月", "12 月")
    assert table.rows == (
        ("2023 年", "412.6", "754.1", "1,046.5", "", "", ""),
        ("计划", "400.0", "600.0", "900.0", "1,500.0", "2,250.0", "3,000.0"),
        ("2022 年", "254.0", "456.8", "634.0", "1,066.0", "", ""),
    )
    assert table.emphasis == 0


def test_a_month_that_was_due_and_is_not_reported_is_a_dash(funds: Snapshot) -> None:
    table = trajectory_of("funds_in_place", funds, month=5)
    assert dict(zip(table.columns, table.rows[0], strict=True))["5 月"] == "—"


def test_a_growth_series_has_targets_at_its_stages_only_and_the_nation_below() -> None:
    held = Figures().target("gdp", "Q1", 6.0).target("gdp", "FY", 6.0)
    held.actual("gdp", "2023-03", 6.7).actual("gdp", "2023-03", 4.5, region="100000")
    table = trajectory_of("gdp", held.snapshot())
    assert table.note == "%，累计同比"
    assert table.columns == ("", "3 月", "6 月", "12 月")
    assert table.rows == (
        ("2023 年", "6.7", "", ""),
        ("目标", "6.0", "", "6.0"),
        ("全国", "4.5", "", ""),
    )


def test_a_derived_value_is_marked_and_the_note_says_so() -> None:
    held = Figures().target("loan_balance", "FY", 9)
    held.actual("loan_balance", "2023-03", 26851, "amount").actual(
        "loan_balance", "2022-03", 24658, "amount"
    )
    table = trajectory_of("loan_balance", held.snapshot(), month=3)
    assert table.note == "%，月末余额同比；* 为推算"
    assert table.rows[0][1:4] == ("—", "—", "8.9*")


def test_an_indicator_without_figures_still_names_its_year() -> None:
    table = trajectory_of("funds_in_place", Figures().snapshot(), month=2)
    assert table.rows == (("2023 年", "—", "", ""),)


def test_the_board_lists_value_target_share_gap_and_light() -> None:
    held = Figures().target("funds_in_place", "FY", 3000).target("cpi", "FY", 3, None, "at_most")
    held.actual("funds_in_place", "2023-04", 960.0).actual("cpi", "2023-04", 0.9)
    held.target("fiscal_revenue", "FY", 965)
    table = chart_table(held.snapshot(), Picture("board", Month(2023, 4)))
    rows = {row[0].partition("（")[0]: row[1:] for row in table.rows}
    assert rows["招商引资到位资金(省外)"] == ("960.0", "3,000", "亿元", "32.0%", "−1.3", "临界")
    assert rows["居民消费价格涨幅"] == ("0.9", "≤3.0%", "%", "", "余 2.1", "达标")
    assert rows["一般公共预算收入"][3:] == ("—", "—", "待报")


def test_copied_text_has_numbers_that_a_spreadsheet_reads(funds: Snapshot) -> None:
    lines = trajectory_of("funds_in_place", funds).text().splitlines()
    assert lines[0] == "亿元，累计\t1—2 月\t3 月\t4 月\t6 月\t9 月\t12 月"
    assert lines[1] == "2023 年\t412.6\t754.1\t1046.5\t\t\t"


def test_copied_text_writes_minus_and_plus_as_spreadsheets_do() -> None:
    table = ChartTable("", ("指标", "差"), (("甲", "−1.3"), ("乙", "+2.0"), ("丙", "余 2.1")))
    assert table.text() == "指标\t差\n甲\t-1.3\n乙\t2.0\n丙\t余 2.1"


def test_a_chart_that_is_not_there_is_told() -> None:
    with pytest.raises(UnknownName, match="没有数据表"):
        chart_table(Figures().snapshot(), Picture("pie", Month(2023, 4)))
