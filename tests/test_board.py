"""The board: headline rows in two groups, what sums them up, and the sentence on top."""

import pytest

from tests.in_memory import NATION, PROVINCE, Figures
from tracker.board import board, short_names
from tracker.headlines import below_half, board_finding, half_finding, speed_words
from tracker.indicators import Light
from tracker.periods import Month


def april() -> Figures:
    """A province in April: two tasks ahead, one behind, one unreported, a ceiling, two rates."""
    figures = Figures()
    for indicator, target, done in (
        ("funds_in_place", 3000, 1046.5),
        ("foreign_trade", 620, 165.4),
        ("relocation_households", 34000, 7480),
    ):
        figures.target(indicator, "FY", target).actual(indicator, "2023-04", done)
    figures.target("farmland_built", "FY", 360).target("farmland_built", "M04", 72)
    figures.actual("farmland_built", "2023-03", 30.6)
    figures.target("energy_consumption", "FY", 8600, comparator="at_most")
    figures.actual("energy_consumption", "2023-04", 2815)
    figures.target("gdp", "FY", 6).actual("gdp", "2023-03", 6.7)
    figures.actual("gdp", "2023-03", 4.5, region=NATION)
    figures.target("cpi", "FY", 3, comparator="at_most").actual("cpi", "2023-04", 1.2)
    figures.actual("cpi", "2023-04", 1.0, region=NATION)
    return figures


def test_rows_stand_in_two_groups_in_the_catalogues_order() -> None:
    found = board(april().snapshot(), PROVINCE, Month(2023, 4))
    assert [row.progress.indicator.id for row in found.cumulative] == [
        "funds_in_place",
        "foreign_trade",
        "farmland_built",
        "relocation_households",
        "energy_consumption",
    ]
    assert [row.progress.indicator.id for row in found.growth] == ["gdp", "cpi"]


def test_lights_tasks_and_reports_are_counted() -> None:
    found = board(april().snapshot(), PROVINCE, Month(2023, 4))
    assert found.lights == {Light.GREEN: 4, Light.YELLOW: 0, Light.RED: 2, Light.NONE: 1}
    assert (found.tasks, found.tasks_past_half) == (4, 1)
    assert (found.due, found.reported) == (6, 5)
    assert speed_words(found) == "照现在速度 6 月底过半"


def test_needs_run_to_half_before_june_and_ceilings_have_none() -> None:
    found = {
        r.progress.indicator.id: r for r in board(april().snapshot(), PROVINCE, Month(2023, 4)).rows
    }
    assert found["foreign_trade"].need == pytest.approx(72.3)
    assert found["foreign_trade"].effort == pytest.approx(1.75, abs=0.005)
    assert (found["energy_consumption"].need, found["energy_consumption"].effort) == (None, None)
    assert found["gdp"].need == pytest.approx(5.3)
    assert found["farmland_built"].need is None


def test_from_june_on_needs_run_to_december() -> None:
    figures = Figures().target("foreign_trade", "FY", 620).actual("foreign_trade", "2023-06", 262.9)
    row = board(figures.snapshot(), PROVINCE, Month(2023, 6)).rows[0]
    assert row.need == pytest.approx((620 - 262.9) / 6)
    assert row.half_gap_pp == pytest.approx(262.9 / 6.2 - 50)


def test_the_nation_stands_on_the_same_axis_and_is_mirrored_for_ceilings() -> None:
    found = {
        r.progress.indicator.id: r for r in board(april().snapshot(), PROVINCE, Month(2023, 4)).rows
    }
    assert found["gdp"].nation_gap == pytest.approx(-1.5)
    assert found["cpi"].nation_gap == pytest.approx(2.0)
    assert found["funds_in_place"].nation_gap is None


def test_the_plan_tick_stands_at_as_of_even_when_the_figure_is_missing() -> None:
    found = {
        r.progress.indicator.id: r for r in board(april().snapshot(), PROVINCE, Month(2023, 4)).rows
    }
    assert found["farmland_built"].plan_tick == pytest.approx(0.2)
    assert found["funds_in_place"].plan_tick is None


def test_tags_name_ceiling_hard_task_yard_stick_and_period() -> None:
    figures = (
        april().target("loan_balance", "Q1", 8).actual("loan_balance", "2023-03", 8.9, "growth")
    )
    found = {
        r.progress.indicator.id: r.tags
        for r in board(figures.snapshot(), PROVINCE, Month(2023, 4)).rows
    }
    assert found["energy_consumption"] == ("上限",)
    assert found["gdp"] == ("一季度",)
    assert found["loan_balance"] == ("硬任务", "一季度")


def test_the_most_behind_come_first() -> None:
    found = board(april().snapshot(), PROVINCE, Month(2023, 4))
    assert [r.progress.indicator.short_name for r in found.most_behind] == ["避险搬迁", "外贸"]


def test_the_finding_names_time_counts_and_laggards() -> None:
    found = board(april().snapshot(), PROVINCE, Month(2023, 4))
    assert board_finding(found) == "时间过去三分之一，7 项指标 4 项达标；外贸、避险搬迁滞后"
    assert half_finding(found) == board_finding(found)


def test_in_june_the_finding_counts_tasks_past_half() -> None:
    figures = Figures()
    for indicator, target, done in (
        ("funds_in_place", 3000, 1652.8),
        ("foreign_trade", 620, 262.9),
        ("relocation_households", 34000, 15980),
    ):
        figures.target(indicator, "FY", target).actual(indicator, "2023-06", done)
    found = board(figures.snapshot(), PROVINCE, Month(2023, 6))
    assert half_finding(found) == "时间过半，3 项累计任务 1 项过半；外贸差 7.6 个百分点"
    assert [r.progress.indicator.short_name for r in below_half(found)] == ["外贸", "避险搬迁"]
    assert speed_words(found) == "6 月底年度任务过半"


@pytest.mark.parametrize(
    ("value", "words"),
    [(1.2, "没有滞后"), (3.5, "CPI临界"), (None, "CPI待报")],
)
def test_without_laggards_the_finding_says_what_is_close_or_missing(
    value: float | None, words: str
) -> None:
    figures = Figures().target("cpi", "FY", 3, comparator="at_most")
    if value is not None:
        figures.actual("cpi", "2023-04", value)
    assert board_finding(board(figures.snapshot(), PROVINCE, Month(2023, 4))).endswith(words)


def test_all_tasks_past_half_need_no_second_clause() -> None:
    figures = (
        Figures().target("funds_in_place", "FY", 3000).actual("funds_in_place", "2023-06", 1652.8)
    )
    found = board(figures.snapshot(), PROVINCE, Month(2023, 6))
    assert half_finding(found) == "时间过半，1 项累计任务 1 项过半"
    figures.target("foreign_trade", "FY", 620)
    found = board(figures.snapshot(), PROVINCE, Month(2023, 6))
    assert half_finding(found) == "时间过半，2 项累计任务 1 项过半、1 项未报"


def test_an_empty_board_has_no_finding() -> None:
    found = board(Figures().snapshot(), PROVINCE, Month(2023, 4))
    assert (board_finding(found), found.rows) == ("", ())


def test_long_lists_of_names_are_cut() -> None:
    figures = Figures()
    for indicator in ("gdp", "retail_sales", "industrial_output", "fixed_investment"):
        figures.target(indicator, "FY", 9).actual(indicator, "2023-06", 1)
    found = board(figures.snapshot(), PROVINCE, Month(2023, 6))
    assert short_names(found.growth).endswith("等 4 项")


def test_tasks_already_past_half_or_without_speed_are_counted_right() -> None:
    figures = Figures().target("funds_in_place", "FY", 3000)
    figures.actual("funds_in_place", "2023-04", 1600)
    figures.target("foreign_trade", "H1", 300).actual("foreign_trade", "2023-04", 10)
    found = board(figures.snapshot(), PROVINCE, Month(2023, 4))
    assert (found.tasks, found.tasks_past_half) == (2, 1)
    assert found.cumulative[1].tags == ("上半年",)
    assert found.cumulative[1].need == pytest.approx(145)


def test_without_a_target_an_indicator_stands_in_its_group_and_counts_for_no_light() -> None:
    figures = Figures().actual("funds_in_place", "2023-04", 1600).actual("gdp", "2023-03", 6.7)
    found = board(figures.snapshot(), PROVINCE, Month(2023, 4))
    assert (len(found.cumulative), len(found.growth), found.judged) == (1, 1, ())
    assert set(found.lights.values()) == {0}
    assert (found.due, found.reported) == (0, 0)


def test_about_is_a_tag() -> None:
    figures = Figures().target("gdp", "FY", 5, comparator="about").actual("gdp", "2023-03", 6.7)
    assert board(figures.snapshot(), PROVINCE, Month(2023, 3)).growth[0].tags == ("左右",)


def test_a_shorter_task_fills_its_part_of_the_years_ruler() -> None:
    figures = Figures().target("funds_in_place", "H1", 1500).target("foreign_trade", "Q1", 600)
    figures.actual("funds_in_place", "2023-04", 1200).actual("foreign_trade", "2023-03", 754.1)
    rows = board(figures.snapshot(), PROVINCE, Month(2023, 4)).cumulative
    assert rows[0].ruler_share == pytest.approx(0.8 / 2)
    assert rows[0].ruler_pace == pytest.approx(4 / 12)
    assert rows[1].ruler_share == pytest.approx(754.1 / 600 / 4)
    assert rows[1].ruler_pace == pytest.approx(3 / 12)


def test_a_row_measured_anew_since_a_year_ago_is_tagged() -> None:
    figures = Figures(settings={"break.gdp": "2022-07"}).target("gdp", "FY", 6)
    snapshot = figures.actual("gdp", "2023-03", 6.7).snapshot()
    tags = board(snapshot, PROVINCE, Month(2023, 4)).growth[0].tags
    assert tags[-1] == "不可比"
    assert "不可比" not in board(snapshot, PROVINCE, Month(2023, 9)).growth[0].tags
