"""The estimate: what it says, what it refuses, and that a person can redo it."""

from math import exp, log, sqrt
from statistics import fmean, stdev

import pytest

from tests.in_memory import PROVINCE, Figures
from tracker.forecast import Estimate, at_current_speed, estimate
from tracker.forecast.student import t_quantile
from tracker.periods import Horizon, Month
from tracker.trajectory import headline_of

APRIL = Month(2023, 4)
FUNDS = {2019: (400, 1000), 2020: (450, 1200), 2021: (500, 1250), 2022: (520, 1290)}
LANZHOU = "620100"
RETAIL = {2018: (7.2, 7.4), 2019: (7, 7.7), 2020: (-12, -1.8), 2021: (20, 11.1), 2022: (3, 3.2)}


def flow(years=FUNDS, now=600.0, indicator="funds_in_place", region=PROVINCE) -> Figures:
    """Hold April and December of past years, and this April."""
    figures = Figures()
    for year, (april, december) in years.items():
        figures.actual(indicator, f"{year}-04", april, region=region)
        figures.actual(indicator, f"{year}-12", december, region=region)
    return figures.actual(indicator, "2023-04", now, region=region)


def growth(years, now, indicator="retail_sales", region=PROVINCE) -> Figures:
    return flow(years, now, indicator, region)


def full_year(figures: Figures, indicator="funds_in_place", region=PROVINCE) -> Estimate:
    found = estimate(figures.snapshot(), indicator, region, APRIL)
    return next(one for one in found if one.horizon is Horizon.FY)


class TestFlow:
    def test_it_can_be_redone_with_a_pocket_calculator(self):
        steps = [log(december / april) for april, december in FUNDS.values()]
        spread = stdev(steps) * sqrt(1 + 1 / 4) * t_quantile(0.9, 3)
        found = full_year(flow())
        assert found.refused is None
        assert found.point == pytest.approx(600 * exp(fmean(steps)))
        assert found.low80 == pytest.approx(600 * exp(fmean(steps) - spread))
        assert found.high80 == pytest.approx(600 * exp(fmean(steps) + spread))
        assert found.years_used == (2019, 2020, 2021, 2022)
        assert found.method == "按本地近4年1—4月累计占1—12月的比重（几何平均）及其离散程度推算"

    def test_its_error_is_that_of_each_year_estimated_from_the_others(self):
        errors = []
        for year, (april, december) in FUNDS.items():
            others = [log(d / a) for y, (a, d) in FUNDS.items() if y != year]
            errors.append(abs(april * exp(fmean(others)) - december))
        assert full_year(flow()).backtest_mae == pytest.approx(fmean(errors))

    def test_the_half_year_is_estimated_until_june(self):
        horizons = [
            e.horizon for e in estimate(flow().snapshot(), "funds_in_place", PROVINCE, APRIL)
        ]
        assert horizons == [Horizon.H1, Horizon.FY]
        july = estimate(flow().snapshot(), "funds_in_place", PROVINCE, Month(2023, 7))
        assert [e.horizon for e in july] == [Horizon.FY]
        assert estimate(flow().snapshot(), "funds_in_place", PROVINCE, Month(2023, 12)) == ()

    def test_two_years_are_too_few(self):
        found = full_year(flow({y: FUNDS[y] for y in (2021, 2022)}))
        assert found.point is None
        assert found.refused == (
            "资料不足：预计需要至少3个年份的4月数和12月数且大于0，招商引资到位资金(省外)只有2年。"
        )

    def test_a_year_with_a_hole_does_not_count(self):
        figures = flow({y: FUNDS[y] for y in (2020, 2021, 2022)})
        figures.actual("funds_in_place", "2019-04", 400)
        assert full_year(figures).years_used == (2020, 2021, 2022)

    def test_nor_does_a_year_measured_anew_on_the_way(self):
        figures = flow()
        figures.settings["break.funds_in_place"] = "2020-08 2022-01"
        assert full_year(figures).years_used == (2019, 2021, 2022)

    def test_years_that_had_brought_nothing_by_now_have_no_ratio(self):
        years = {**FUNDS, 2018: (0, 900)}
        assert full_year(flow(years)).years_used == (2019, 2020, 2021, 2022)

    def test_single_months_that_add_up_are_as_good(self):
        figures = flow()
        figures.actuals.pop()
        for month in range(1, 5):
            figures.actual("fiscal_revenue", f"2023-{month:02d}", 30, basis="month")
        for year, (april, december) in FUNDS.items():
            figures.actual("fiscal_revenue", f"{year}-04", april / 5)
            figures.actual("fiscal_revenue", f"{year}-12", december / 5)
        found = full_year(figures, "fiscal_revenue")
        assert found.point == pytest.approx(full_year(flow()).point / 5)

    def test_nothing_done_yet_carries_nowhere(self):
        assert full_year(flow(now=0)).refused == (
            "资料不足：招商引资到位资金(省外)到4月累计不大于0，不能由占比推算。"
        )

    def test_too_early_in_the_season(self):
        early = {year: (10, 1000 + year) for year in FUNDS}
        assert full_year(flow(early, now=12)).refused == (
            "为时太早：往年到4月平均不足全年的5%，不作预计。"
        )

    def test_a_month_not_reported_is_not_replaced_by_an_earlier_one(self):
        figures = flow()
        figures.actuals.pop()
        figures.actual("funds_in_place", "2023-03", 500)
        assert full_year(figures).refused == (
            "资料不足：招商引资到位资金(省外)2023年4月的数未报，报来后再作预计。"
        )

    def test_what_never_fell_is_not_said_to_fall(self):
        sure = {2019: (90, 100), 2020: (60, 100), 2021: (99, 100), 2022: (50, 100)}
        found = full_year(flow(sure, now=80).target("funds_in_place", "FY", 70))
        assert found.low80 == 80
        assert found.probability == pytest.approx(1)

    def test_corrections_downwards_may_come_again(self):
        fell = {2019: (100, 98), 2020: (100, 99), 2021: (100, 97)}
        assert full_year(flow(fell, now=100)).high50 < 100

    def test_equal_years_leave_the_error_of_rounding(self):
        same = dict.fromkeys(FUNDS, (1, 5))
        found = full_year(flow(same, now=1, indicator="listed_companies"), "listed_companies")
        assert found.point == pytest.approx(5)
        assert found.low80 < 5 < found.high80

    def test_a_region_is_drawn_towards_its_level_as_far_as_the_level_agrees(self):
        def region(code: str, shift: float) -> Figures:
            years = {y: (a, d * (1 + shift * (y % 2))) for y, (a, d) in FUNDS.items()}
            return flow(years, region=code)

        figures = Figures()
        codes = ["620100", "620200", "620300", "620400", "620500"]
        for place, code in enumerate(codes):
            figures.actuals += region(code, (place - 2) * 0.05).actuals
        found = full_year(figures, region=LANZHOU)
        assert "比重向同级各地靠拢" in found.method
        alone = full_year(region(LANZHOU, -0.1), region=LANZHOU)
        assert alone.point < found.point
        assert found.high80 - found.low80 == pytest.approx(
            (alone.high80 - alone.low80) * found.point / alone.point
        )

    def test_regions_that_do_the_same_are_at_one(self):
        figures = Figures()
        for code in ("620100", "620200", "620300", "620400"):
            figures.actuals += flow(region=code).actuals
        found = full_year(figures, region=LANZHOU)
        assert found.point == pytest.approx(full_year(flow()).point)
        assert "靠拢" not in found.method


class TestGrowth:
    def test_what_stands_out_returns_along_a_line(self):
        found = full_year(growth(RETAIL, 5.0), "retail_sales")
        assert found.refused is None
        assert -1.8 < found.point < 11.1
        assert "4月每高出常年1个百分点，到12月平均回落" in found.method
        further = full_year(growth(RETAIL, 15.0), "retail_sales")
        assert further.high80 - further.low80 > found.high80 - found.low80

    def test_growth_that_keeps_adding_is_said_to_rise(self):
        rising = {2019: (1, 2), 2020: (2, 4), 2021: (3, 6), 2022: (4, 8.5)}
        assert "平均再升" in full_year(growth(rising, 3.0), "retail_sales").method

    def test_equal_starts_make_no_line(self):
        flat = {2019: (5, 6), 2020: (5, 7), 2021: (5, 5), 2022: (5, 6)}
        assert full_year(growth(flat, 9.0), "retail_sales").point == pytest.approx(10)

    def test_three_years_leave_it_where_it_is(self):
        three = {y: RETAIL[y] for y in (2019, 2021, 2022)}
        found = full_year(growth(three, 5.0), "retail_sales")
        assert found.point == 5.0
        assert found.method == "中值与4月持平，区间按本地近3年4月到12月变化的大小推算"
        reach = sqrt(fmean([0.7**2, 8.9**2, 0.2**2])) * t_quantile(0.9, 3)
        assert found.high80 == pytest.approx(5 + reach)

    def test_a_balance_has_no_base_effect(self):
        found = full_year(growth(RETAIL, 8.0, "loan_balance"), "loan_balance")
        assert found.point == 8.0
        assert len(found.years_used) == 5

    def test_without_own_years_the_regions_beside_it_speak(self):
        figures = growth({}, 6.0, region=LANZHOU)
        for code in ("620200", "620300"):
            figures.actuals += growth(
                {2020: (4, 5), 2021: (6, 5), 2022: (5, 7)}, 1, region=code
            ).actuals
        found = full_year(figures, "retail_sales", LANZHOU)
        assert "同级各地（本地年份不足）近3年" in found.method
        assert found.backtest_mae == pytest.approx(fmean([1, 1, 2]))

    def test_or_nobody_does(self):
        assert full_year(growth({2022: (4, 5)}, 6.0), "retail_sales").refused == (
            "资料不足：预计需要至少3个年份的4月数和12月数，"
            "社会消费品零售总额只有1年，同级各地合起来也不够。"
        )

    def test_a_quarterly_series_in_april_starts_from_march(self):
        figures = Figures()
        for year, (march, december) in RETAIL.items():
            figures.actual("gdp", f"{year}-03", march).actual("gdp", f"{year}-12", december)
        found = full_year(figures.actual("gdp", "2023-03", 5.0), "gdp")
        assert "3月" in found.method
        in_january = estimate(figures.snapshot(), "gdp", PROVINCE, Month(2023, 1))
        assert in_january[0].refused == "为时太早：地区生产总值2023年还没有到第一个报数月。"


class TestRefusedByKind:
    def test_a_place_is_not_estimated(self):
        figures = Figures().target("gdp", "FY", 5, measure="rank")
        assert full_year(figures, "gdp").refused == "地区生产总值按位次考核，不作预计。"

    def test_nor_a_half_year_that_is_never_reported(self):
        figures = Figures().actual("grain_output", "2022-12", 250)
        found = estimate(figures.snapshot(), "grain_output", PROVINCE, APRIL)
        assert found[0].refused == "粮食总产量没有6月的数，不作上半年预计。"


class TestProbability:
    @pytest.mark.parametrize(
        ("comparator", "more", "low", "high"),
        [
            ("at_least", {}, 0.5, 1.0),
            ("at_most", {}, 0.0, 0.5),
            ("about", {"tolerance": 100.0}, 0.5, 1.0),
            ("range", {"upper": 1600.0}, 0.3, 1.0),
            ("range", {}, 0.0, 0.0),
        ],
    )
    def test_it_is_that_of_the_target_in_force(self, comparator, more, low, high):
        figures = flow().target("funds_in_place", "FY", 1450, comparator=comparator, **more)
        found = full_year(figures)
        assert low <= found.probability <= high

    def test_about_the_other_way_round(self):
        figures = growth(RETAIL, 2.0, "cpi").target("cpi", "FY", 3, comparator="about")
        assert 0 < full_year(figures, "cpi").probability < 1

    def test_a_task_of_nothing_is_met(self):
        assert full_year(flow().target("funds_in_place", "FY", 0)).probability == 1

    def test_above_last_year_is_known_beforehand(self):
        figures = growth(RETAIL, 5.0)
        figures.target("retail_sales", "FY", 0, comparator="above_previous")
        assert 0 < full_year(figures, "retail_sales").probability < 1

    @pytest.mark.parametrize("comparator", ["above_nation", "in_step", "above_previous"])
    def test_what_the_nation_will_do_is_not(self, comparator):
        years = {y: ends for y, ends in RETAIL.items() if y != 2022}
        figures = growth(years, 5.0).target("retail_sales", "FY", 0, comparator=comparator)
        assert full_year(figures, "retail_sales").probability is None

    def test_without_a_target_there_is_none(self):
        assert full_year(flow()).probability is None


class TestAtCurrentSpeed:
    def row(self, figures: Figures, indicator="funds_in_place", as_of=APRIL):
        return headline_of(figures.snapshot(), indicator, PROVINCE, as_of)

    def test_plain_arithmetic(self):
        row = self.row(flow().target("funds_in_place", "FY", 3000))
        assert at_current_speed(row) == 1800
        assert at_current_speed(row, Horizon.H1) == 900

    def test_not_of_what_does_not_accumulate_is_pending_or_is_over(self):
        assert at_current_speed(self.row(growth({}, 5.0), "retail_sales")) is None
        assert at_current_speed(self.row(Figures().target("funds_in_place", "FY", 3000))) is None
        assert at_current_speed(self.row(flow()), Horizon.Q1) is None
