"""The arithmetic of domain.md section 4, rule by rule."""

from datetime import date

import pytest

from tests.in_memory import NATION, PROVINCE, Figures
from tracker.indicators import Light, Measure, PaceName
from tracker.periods import Horizon, Month
from tracker.progress import (
    Progress,
    RowKey,
    Rule,
    assess,
    headline_rows,
    indicator_rows,
    light_word,
    rows,
    why,
)


def only(figures: Figures, as_of: str, indicator: str | None = None) -> Progress:
    """Return the one headline row (of an indicator)."""
    found = headline_rows(figures.snapshot(), PROVINCE, Month.parse(as_of))
    return next(r for r in found if indicator is None or r.indicator.id == indicator)


class TestWhichMonthIsJudged:
    def test_a_monthly_series_that_lacks_the_month_is_pending_with_its_last_value(self) -> None:
        row = only(
            Figures()
            .actual("fiscal_revenue", "2023-03", 262.7)
            .target("fiscal_revenue", "FY", 965),
            "2023-04",
        )
        assert (row.light, light_word(row), row.pending) == (Light.NONE, "待报", True)
        assert (row.value, row.month) == (262.7, Month(2023, 3))
        assert row.completion == pytest.approx(262.7 / 965)
        assert (row.gap, row.pace_gap_pp, row.needed_per_month, row.effort) == (None,) * 4
        assert "4月的数未报" in why(row)

    def test_a_quarterly_series_in_april_is_judged_at_the_quarter(self) -> None:
        row = only(Figures().actual("gdp", "2023-03", 6.7).target("gdp", "FY", 6), "2023-04")
        assert (row.light, row.month) == (Light.GREEN, Month(2023, 3))
        assert row.judged_earlier

    def test_a_quarterly_series_without_its_quarter_is_pending(self) -> None:
        row = only(Figures().target("gdp", "FY", 6), "2023-05")
        assert (row.light, row.value, row.pending) == (Light.NONE, None, True)
        assert "本年还没有数据" in why(row)

    def test_nothing_is_due_in_january_of_a_merged_series(self) -> None:
        row = only(Figures().target("foreign_trade", "FY", 620), "2023-01")
        assert (row.light, row.month) == (Light.NONE, None)

    def test_a_past_horizon_needs_its_own_month_and_never_a_later_one(self) -> None:
        figures = Figures().actual("funds_in_place", "2023-04", 1046.5)
        row = only(figures.target("funds_in_place", "Q1", 600), "2023-04")
        assert (row.light, row.pending, row.final) == (Light.NONE, True, True)

    def test_a_past_horizon_keeps_its_judgement(self) -> None:
        figures = Figures().actual("funds_in_place", "2023-03", 754.1)
        row = only(figures.target("funds_in_place", "Q1", 600), "2023-05")
        assert (row.light, row.final) == (Light.GREEN, True)


class TestPace:
    def test_plan_runs_straight_through_every_shorter_target(self) -> None:
        figures = Figures().actual("farmland_built", "2023-05", 119.2)
        figures.target("farmland_built", "FY", 360).target("farmland_built", "M04", 72)
        figures.target("farmland_built", "H1", 187.2)
        row = only(figures, "2023-05", "farmland_built")
        assert row.pace_name is PaceName.PLAN
        assert row.pace == pytest.approx((72 + 187.2) / 2 / 360)

    def test_plan_without_shorter_targets_is_a_straight_line(self) -> None:
        figures = Figures().actual("farmland_built", "2023-06", 190.1)
        row = only(figures.target("farmland_built", "FY", 360), "2023-06")
        assert row.pace == pytest.approx(0.5)

    def test_a_stage_counts_where_a_month_ends_with_it(self) -> None:
        figures = Figures().actual("farmland_built", "2023-03", 30)
        figures.target("farmland_built", "FY", 360).target("farmland_built", "M03", 28.8)
        figures.target("farmland_built", "Q1", 30)
        assert only(figures, "2023-03").pace == pytest.approx(30 / 360)

    def test_the_yard_stick_chosen_in_the_ledger_wins(self) -> None:
        figures = Figures(settings={"pace.farmland_built": "linear"})
        figures.actual("farmland_built", "2023-03", 30).target("farmland_built", "FY", 360)
        assert only(figures, "2023-03").pace_name is PaceName.LINEAR

    def test_seasonal_is_the_median_of_three_complete_years(self) -> None:
        figures = Figures(settings={"pace.fiscal_revenue": "seasonal"})
        for year, part in ((2020, 30), (2021, 40), (2022, 20)):
            figures.actual("fiscal_revenue", f"{year}-03", part)
            figures.actual("fiscal_revenue", f"{year}-12", 100)
        figures.actual("fiscal_revenue", "2023-03", 29).target("fiscal_revenue", "FY", 100)
        row = only(figures, "2023-03")
        assert (row.pace_name, row.pace) == (PaceName.SEASONAL, pytest.approx(0.3))
        assert row.light is Light.YELLOW

    def test_seasonal_with_two_years_gives_way_to_linear_and_says_so(self) -> None:
        figures = Figures(settings={"pace.fiscal_revenue": "seasonal"})
        for year in (2021, 2022):
            figures.actual("fiscal_revenue", f"{year}-03", 30)
            figures.actual("fiscal_revenue", f"{year}-12", 100)
        figures.actual("fiscal_revenue", "2023-03", 29).target("fiscal_revenue", "FY", 100)
        assert only(figures, "2023-03").pace_name is PaceName.LINEAR

    def test_a_plan_to_nothing_is_no_yard_stick(self) -> None:
        figures = Figures().target("farmland_built", "FY", 0)
        row = only(figures.actual("farmland_built", "2023-04", 5), "2023-04")
        assert (row.pace, row.light) == (None, Light.NONE)


class TestFlow:
    def test_a_task_within_five_points_of_its_pace_is_yellow(self) -> None:
        figures = Figures().target("fiscal_revenue", "FY", 1200)
        figures.actual("fiscal_revenue", "2023-03", 240)
        row = only(figures, "2023-03")
        assert row.pace_gap_pp == pytest.approx(-5)
        assert row.light is Light.YELLOW
        assert "欠序时5.0个百分点" in why(row)

    def test_nothing_is_needed_once_the_task_is_done(self) -> None:
        figures = Figures().target("fiscal_revenue", "FY", 100)
        row = only(figures.actual("fiscal_revenue", "2023-03", 130), "2023-03")
        assert (row.needed_per_month, row.effort) == (0.0, None)
        assert row.completion == pytest.approx(1.3)

    def test_no_effort_is_told_when_nothing_was_done(self) -> None:
        figures = Figures().target("fiscal_revenue", "FY", 100)
        row = only(figures.actual("fiscal_revenue", "2023-03", 0), "2023-03")
        assert (row.effort, row.light) == (None, Light.RED)

    def test_a_target_of_zero_is_no_target_and_never_a_share(self) -> None:
        figures = Figures().target("fiscal_revenue", "FY", 0)
        row = only(figures.actual("fiscal_revenue", "2023-03", 5), "2023-03")
        assert (row.completion, row.pace, row.light) == (None, None, Light.NONE)
        assert light_word(row) == "未设目标"
        assert "没有可比的份额" in why(row)

    @pytest.mark.parametrize(("value", "light"), [(0, Light.GREEN), (1, Light.RED)])
    def test_a_ceiling_of_zero_is_judged_by_the_amount(self, value: float, light: Light) -> None:
        figures = Figures().target("energy_consumption", "FY", 0, comparator="at_most")
        assert (
            only(figures.actual("energy_consumption", "2023-03", value), "2023-03").light is light
        )

    def test_a_ceiling_passed_is_said_so(self) -> None:
        figures = Figures().target("energy_consumption", "FY", 1200, comparator="at_most")
        row = only(figures.actual("energy_consumption", "2023-03", 330), "2023-03")
        assert row.pace_gap_pp == pytest.approx(-2.5)
        assert "上限超出2.5个百分点" in why(row)

    def test_a_finished_task_of_about_is_met_inside_its_tolerance(self) -> None:
        figures = Figures().target("urban_jobs", "FY", 1200, comparator="about")
        row = only(figures.actual("urban_jobs", "2023-12", 1190), "2023-12")
        assert row.gap == pytest.approx(2)
        assert row.light is Light.GREEN

    def test_a_finished_task_of_about_is_missed_outside_it(self) -> None:
        figures = Figures().target("urban_jobs", "FY", 1200, comparator="about", tolerance=5.0)
        row = only(figures.actual("urban_jobs", "2023-12", 1190), "2023-12")
        assert row.light is Light.YELLOW

    def test_the_lowest_tier_lights_and_the_others_are_marks(self) -> None:
        figures = Figures().target("fiscal_revenue", "FY", 100, tier="stretch")
        figures.target("fiscal_revenue", "FY", 80, tier="floor")
        row = only(figures.actual("fiscal_revenue", "2023-06", 41), "2023-06")
        assert row.light is Light.GREEN
        assert row.target is not None
        assert row.target.value == 80
        assert [mark.value for mark in row.marks] == [100]

    def test_history_is_judged_by_the_version_then_in_force(self) -> None:
        figures = Figures().target("fiscal_revenue", "FY", 100)
        figures.target("fiscal_revenue", "FY", 80, effective_on=date(2023, 7, 1))
        figures.actual("fiscal_revenue", "2023-06", 45).actual("fiscal_revenue", "2023-07", 50)
        june, july = only(figures, "2023-06"), only(figures, "2023-07")
        assert june.target is not None
        assert july.target is not None
        assert (june.target.value, july.target.value) == (100, 80)

    def test_a_withdrawn_target_is_gone(self) -> None:
        figures = Figures().target("fiscal_revenue", "FY", 100)
        figures.target("fiscal_revenue", "FY", 0, withdrawn=True)
        row = only(figures.actual("fiscal_revenue", "2023-06", 45), "2023-06")
        assert (row.horizon, light_word(row)) == (None, "未设目标")


class TestDoubleHalf:
    @pytest.mark.parametrize(
        ("plan", "year", "done", "verdict"),
        [
            (1500.0, 3000.0, 1652.8, "双过半"),
            (1500.0, 3400.0, 1652.8, "完成半年计划、年度未过半"),
            (1700.0, 3000.0, 1652.8, "年度过半、未达半年计划"),
            (1700.0, 3400.0, 1652.8, "未过半"),
            (None, 3000.0, 1652.8, "双过半"),
            (None, 3400.0, 1652.8, "未过半"),
            (1500.0, 3000.0, None, "6月未报"),
        ],
    )
    def test_four_verdicts_and_no_figure(
        self, plan: float | None, year: float, done: float | None, verdict: str
    ) -> None:
        figures = Figures().target("funds_in_place", "FY", year)
        figures.actual("funds_in_place", "2023-07", 9000)
        if plan is not None:
            figures.target("funds_in_place", "H1", plan)
        if done is not None:
            figures.actual("funds_in_place", "2023-06", done)
        row = only(figures, "2023-07")
        assert row.double_half is not None
        assert row.double_half.verdict == verdict

    @pytest.mark.parametrize(("done", "verdict"), [(1600, "完成半年计划"), (1400, "未过半")])
    def test_it_stands_on_the_half_year_row_when_only_that_exists(
        self, done: float, verdict: str
    ) -> None:
        figures = Figures().target("funds_in_place", "H1", 1500)
        row = only(figures.actual("funds_in_place", "2023-06", done), "2023-06")
        assert row.horizon is Horizon.H1
        assert row.double_half is not None
        assert (row.double_half.half_met, row.double_half.verdict) == (None, verdict)

    def test_before_june_it_is_a_projection_on_the_annual_row_alone(self) -> None:
        figures = Figures().target("funds_in_place", "FY", 3000)
        figures.target("funds_in_place", "H1", 1500).actual("funds_in_place", "2023-04", 1046.5)
        found = indicator_rows(figures.snapshot(), "funds_in_place", PROVINCE, Month(2023, 4))
        half_year, year = found
        assert half_year.double_half is None
        assert year.double_half is not None
        assert (year.double_half.plan_met, year.double_half.half_met) == (None, None)
        assert year.double_half.needed_per_month == pytest.approx(226.75)

    def test_a_half_year_plan_alone_projects_nothing(self) -> None:
        figures = Figures().target("funds_in_place", "H1", 1500)
        row = only(figures.actual("funds_in_place", "2023-04", 1046.5), "2023-04")
        assert row.double_half is not None
        assert row.double_half.needed_per_month is None

    def test_a_pending_row_projects_nothing(self) -> None:
        figures = Figures().target("funds_in_place", "FY", 3000)
        row = only(figures.actual("funds_in_place", "2023-03", 754.1), "2023-04")
        assert row.double_half is not None
        assert row.double_half.needed_per_month is None

    def test_a_yearly_series_has_no_half(self) -> None:
        row = only(Figures().target("grain_output", "FY", 250), "2023-06")
        assert row.double_half is None


class TestRate:
    def test_growth_needed_in_the_rest_is_estimated_by_time_without_amounts(self) -> None:
        figures = Figures().actual("gdp", "2023-03", 6.7).target("gdp", "FY", 6)
        row = only(figures, "2023-04")
        assert row.growth_needed == pytest.approx(5.3)
        assert row.growth_needed_estimated

    def test_growth_needed_is_exact_with_last_years_amounts(self) -> None:
        figures = Figures().actual("retail_sales", "2023-04", 7.4).target("retail_sales", "FY", 8)
        figures.actual("retail_sales", "2022-04", 120, "amount")
        figures.actual("retail_sales", "2022-06", 200, "amount")
        row = only(figures, "2023-04")
        assert row.growth_needed == pytest.approx((1.08 * 200 - 1.074 * 120) / 80 * 100 - 100)
        assert not row.growth_needed_estimated

    def test_amounts_that_do_not_rise_are_no_base(self) -> None:
        figures = Figures().actual("retail_sales", "2023-04", 7.4).target("retail_sales", "FY", 8)
        figures.actual("retail_sales", "2022-04", 200, "amount")
        figures.actual("retail_sales", "2022-06", 200, "amount")
        assert only(figures, "2023-04").growth_needed_estimated

    def test_amounts_at_current_prices_are_no_base_for_real_growth(self) -> None:
        figures = Figures().actual("gdp", "2023-03", 6.7).target("gdp", "FY", 6)
        figures.actual("gdp", "2022-03", 2500, "amount").actual("gdp", "2022-06", 5300, "amount")
        assert only(figures, "2023-03").growth_needed_estimated

    def test_from_june_on_the_rest_runs_to_december(self) -> None:
        figures = Figures().actual("retail_sales", "2023-06", 7.8).target("retail_sales", "FY", 8)
        assert only(figures, "2023-06").growth_needed == pytest.approx(8.2)

    def test_in_december_no_rest_is_left(self) -> None:
        figures = Figures().actual("retail_sales", "2023-12", 7.8).target("retail_sales", "FY", 8)
        assert only(figures, "2023-12").growth_needed is None

    def test_a_stock_needs_its_target_itself(self) -> None:
        figures = Figures().actual("loan_balance", "2023-04", 9.1, "growth")
        assert only(figures.target("loan_balance", "FY", 9), "2023-04").growth_needed == 9

    def test_a_point_below_is_yellow_and_more_is_red(self) -> None:
        for value, light in ((7.0, Light.YELLOW), (6.9, Light.RED), (8.0, Light.GREEN)):
            figures = Figures().actual("retail_sales", "2023-04", value)
            row = only(figures.target("retail_sales", "FY", 8), "2023-04")
            assert row.light is light
            assert row.rule is Rule.RATE

    def test_about_has_half_a_point_of_grace_in_the_good_direction(self) -> None:
        figures = Figures().actual("gdp", "2023-06", 4.6).target("gdp", "FY", 5, comparator="about")
        assert only(figures, "2023-06").gap == pytest.approx(0.1)
        lower = Figures().actual("urban_unemployment", "2023-06", 5.7)
        lower.target("urban_unemployment", "FY", 5.5, comparator="about")
        assert only(lower, "2023-06").gap == pytest.approx(0.3)

    @pytest.mark.parametrize(("value", "gap"), [(1.5, 0.0), (0.7, -0.3), (3.5, -0.5)])
    def test_inside_a_range_the_gap_is_nothing(self, value: float, gap: float) -> None:
        figures = Figures().target("cpi", "FY", 1, comparator="range", upper=3.0)
        row = only(figures.actual("cpi", "2023-06", value), "2023-06")
        assert row.gap == pytest.approx(gap)

    def test_a_rate_entered_as_amount_in_percent_follows_rate_rules(self) -> None:
        figures = Figures().actual("urban_unemployment", "2023-06", 5.6, "amount")
        figures.target("urban_unemployment", "FY", 5.5, "amount", "at_most")
        row = only(figures, "2023-06")
        assert (row.rule, row.light, row.completion) == (Rule.RATE, Light.YELLOW, None)

    def test_a_tie_says_so(self) -> None:
        figures = Figures().actual("gdp", "2023-06", 6.0).target("gdp", "FY", 6)
        assert "正好达到" in why(only(figures, "2023-06"))


class TestStockAndRank:
    def test_a_level_is_met_missed_by_a_hundredth_or_missed(self) -> None:
        for value, light in ((100, Light.GREEN), (99, Light.YELLOW), (98, Light.RED)):
            figures = Figures().actual("loan_balance", "2023-06", value, "amount")
            row = only(figures.target("loan_balance", "FY", 100, "amount"), "2023-06")
            assert (row.rule, row.light) == (Rule.LEVEL, light)

    def test_a_level_of_zero_is_judged_by_its_gap(self) -> None:
        figures = Figures().actual("loan_balance", "2023-06", 5, "amount")
        assert (
            only(figures.target("loan_balance", "FY", 0, "amount"), "2023-06").light is Light.GREEN
        )

    def test_an_increment_starts_from_last_december(self) -> None:
        figures = Figures().actual("loan_balance", "2022-12", 25000, "amount")
        figures.actual("loan_balance", "2023-06", 26200, "amount")
        row = only(figures.target("loan_balance", "FY", 2000, "increment"), "2023-06")
        assert (row.value, row.completion, row.rule) == (1200, 0.6, Rule.INCREMENT)

    def test_an_increment_without_base_is_no_number(self) -> None:
        figures = Figures().actual("loan_balance", "2023-06", 26200, "amount")
        row = only(figures.target("loan_balance", "FY", 2000, "increment"), "2023-06")
        assert (row.value, light_word(row)) == (None, "无基数")
        assert "无基数" in why(row)

    def test_a_rank_may_be_two_places_behind(self) -> None:
        for value, light in ((5, Light.GREEN), (7, Light.YELLOW), (8, Light.RED)):
            figures = Figures().actual("gdp", "2023-06", value, "rank")
            row = only(figures.target("gdp", "FY", 5, "rank"), "2023-06")
            assert (row.rule, row.light) == (Rule.RANK, light)
            assert f"第{value}" in why(row)


class TestWords:
    def test_a_rate_says_how_far_it_is_and_a_ceiling_how_much_room_is_left(self) -> None:
        figures = Figures().actual("loan_balance", "2023-03", 26851, "amount")
        figures.actual("loan_balance", "2022-03", 24658, "amount").target("loan_balance", "FY", 9)
        assert why(only(figures, "2023-03")) == (
            "截至2023年3月，各项贷款余额同比8.9%（推算），全年目标≥9%，"
            "低于目标0.1个百分点，亮灯为临界。"
        )
        prices = Figures().actual("cpi", "2023-06", 3.4)
        prices.target("cpi", "FY", 3, comparator="at_most")
        assert "超出0.4个百分点" in why(only(prices, "2023-06"))

    def test_a_pace_by_past_years_or_plan_is_named_without_a_division(self) -> None:
        figures = (
            Figures().actual("farmland_built", "2023-04", 80).target("farmland_built", "M04", 72)
        )
        sentence = why(only(figures.target("farmland_built", "FY", 360), "2023-04"))
        assert "按计划应为20.0%，超计划2.2个百分点" in sentence

    def test_an_indicator_without_anything_still_explains_itself(self) -> None:
        key = RowKey("gdp", PROVINCE, Measure.GROWTH, 2023, None)
        row = assess(Figures().snapshot(), key, Month(2023, 3))
        assert why(row) == "没有数据，2023年未设目标，不亮灯。"
        assert row.key == key


class TestHeadline:
    def test_growth_takes_the_target_that_ends_now_then_the_year_then_the_next_then_the_last(
        self,
    ) -> None:
        figures = Figures()
        for month in (2, 3, 4, 6, 7, 10):
            figures.actual("loan_balance", f"2023-{month:02d}", 8.9, "growth")
        figures.target("loan_balance", "Q1", 8).target("loan_balance", "H1", 8.5)
        assert only(figures, "2023-03").horizon is Horizon.Q1
        assert only(figures, "2023-04").horizon is Horizon.H1
        assert only(figures, "2023-10").horizon is Horizon.H1
        figures.target("loan_balance", "FY", 9)
        assert only(figures, "2023-04").horizon is Horizon.FY
        assert only(figures, "2023-06").horizon is Horizon.H1

    def test_a_flow_takes_the_year_then_the_next_then_the_last(self) -> None:
        figures = Figures().actual("funds_in_place", "2023-03", 754.1)
        figures.target("funds_in_place", "Q1", 600).target("funds_in_place", "Q3", 2000)
        assert only(figures, "2023-03").horizon is Horizon.Q1
        assert only(figures, "2023-04").horizon is Horizon.Q3
        assert only(figures, "2023-11").horizon is Horizon.Q3

    def test_an_indicator_without_target_comes_last_with_its_figure(self) -> None:
        figures = Figures().actual("funds_in_place", "2023-03", 754.1)
        figures.actual("cpi", "2023-03", 1.4).actual("gdp", "2023-03", 5, "rank")
        figures.target("cpi", "FY", 3, comparator="at_most")
        found = rows(figures.snapshot(), PROVINCE, Month(2023, 3))
        assert [row.indicator.id for row in found] == ["cpi", "funds_in_place", "gdp"]
        bare = found[1]
        assert (bare.horizon, bare.target, bare.value) == (None, None, 754.1)
        assert light_word(bare) == "未设目标"
        assert "未设目标" in why(bare)
        assert [row.headline for row in found] == [True] * 3

    def test_figures_only_later_in_the_year_are_not_shown_yet(self) -> None:
        figures = Figures().actual("funds_in_place", "2023-06", 754.1)
        assert rows(figures.snapshot(), PROVINCE, Month(2023, 3)) == []
        assert headline_rows(figures.snapshot(), PROVINCE, Month(2023, 3)) == []

    def test_the_nation_is_judged_like_any_region(self) -> None:
        figures = Figures().actual("gdp", "2023-06", 5.5, region=NATION)
        figures.target("gdp", "FY", 5, comparator="about", region=NATION)
        row = rows(figures.snapshot(), NATION, Month(2023, 6))[0]
        assert row.gap == pytest.approx(1.0)


def test_one_indicator_can_be_read_alone() -> None:
    figures = Figures().actual("cpi", "2023-03", 1.4).actual("gdp", "2023-03", 6.7)
    figures.target("cpi", "FY", 3, comparator="at_most").target("gdp", "FY", 6)
    assert [
        row.indicator.id
        for row in indicator_rows(figures.snapshot(), "gdp", PROVINCE, Month(2023, 3))
    ] == ["gdp"]
