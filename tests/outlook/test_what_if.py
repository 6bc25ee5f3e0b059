"""What if July brings x: the sentence an office asks for, and its arithmetic."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.in_memory import PROVINCE, Figures
from tracker.outlook.what_if import WhatIf, what_if
from tracker.periods import Horizon, Month

JUNE = Month(2023, 6)


def funds(value: float = 1500, target: float = 3000, **more) -> Figures:
    figures = Figures().actual("funds_in_place", "2023-06", value)
    return figures.target("funds_in_place", "FY", target, **more)


def asked(figures: Figures, amount: float, indicator="funds_in_place", **more) -> WhatIf:
    return what_if(figures.snapshot(), indicator, PROVINCE, JUNE, amount, **more)


class TestAmounts:
    def test_the_months_after_it_share_what_is_left(self):
        found = asked(funds(), 300)
        assert (found.months, found.reached, found.lacking) == ((7, 7), 1800, 1200)
        assert (found.months_left, found.needed) == (5, 240)
        assert found.effort == pytest.approx(240 / (1800 / 7))
        assert not found.met
        assert found.sentence == (
            "若7月完成300亿元，1—7月累计1800亿元，距全年目标3000亿元还差1200亿元，"
            "8—12月月均须完成240亿元，为前7个月月均的0.93倍。"
        )

    def test_it_may_be_enough(self):
        assert asked(funds(), 1600).sentence.endswith("达到全年目标3000亿元，超100亿元。")
        exactly = asked(funds(), 1500)
        assert exactly.met
        assert exactly.sentence.endswith("达到全年目标3000亿元。")

    def test_the_last_month_leaves_none_after_it(self):
        figures = Figures().actual("funds_in_place", "2023-05", 100)
        figures.target("funds_in_place", "H1", 300)
        found = what_if(
            figures.snapshot(), "funds_in_place", PROVINCE, JUNE, 50, horizon=Horizon.H1
        )
        assert (found.months, found.needed, found.months_left) == ((6, 6), None, 0)
        assert found.sentence.endswith("还差150亿元，已没有余下的月份。")

    def test_before_any_figure_it_is_the_first_period(self):
        figures = Figures().target("funds_in_place", "FY", 3000)
        found = asked(figures, 0)
        assert found.months == (1, 2)
        assert found.effort is None
        assert found.sentence == (
            "若1—2月完成0亿元，1—2月累计0亿元，距全年目标3000亿元还差3000亿元，"
            "3—12月月均须完成300亿元。"
        )

    def test_whole_units_are_rounded_up(self):
        figures = Figures().actual("listed_companies", "2023-06", 2)
        figures.target("listed_companies", "FY", 4.5)
        assert "还差2家，8—12月月均须完成0.3家" in asked(figures, 1, "listed_companies").sentence

    def test_a_ceiling_says_what_may_be_used(self):
        figures = Figures().actual("energy_consumption", "2023-06", 4200)
        figures.target("energy_consumption", "FY", 8600, comparator="at_most")
        found = asked(figures, 700, "energy_consumption")
        assert (found.needed, found.effort, found.met) == (740, None, True)
        assert found.sentence.endswith(
            "距全年上限8600万吨标煤还有3700万吨标煤，8—12月月均不得超过740万吨标煤。"
        )
        over = asked(figures, 4500, "energy_consumption")
        assert not over.met
        assert over.sentence.endswith("已超全年上限8600万吨标煤100万吨标煤。")

    def test_an_increment_is_counted_from_december(self):
        figures = Figures().actual("loan_balance", "2023-06", 26000, measure="amount")
        figures.actual("loan_balance", "2022-12", 25000, measure="amount")
        figures.target("loan_balance", "FY", 2000, measure="increment")
        assert asked(figures, 200, "loan_balance").reached == 1200


class TestGrowth:
    def test_the_rest_must_grow(self):
        figures = Figures().actual("retail_sales", "2023-06", 7.0).target("retail_sales", "FY", 8)
        found = asked(figures, 7.0, "retail_sales")
        assert found.estimated
        assert found.needed == pytest.approx((8 - 7 / 12 * 7) / (5 / 12))
        assert found.sentence == (
            "若1—7月增长7%，低于全年目标8%1个百分点，8—12月须增长9.4%（估算）。"
        )

    def test_exactly_where_last_years_amounts_are_held(self):
        figures = Figures().actual("retail_sales", "2023-06", 7.0).target("retail_sales", "FY", 8)
        figures.actual("retail_sales", "2022-07", 500, measure="amount")
        figures.actual("retail_sales", "2022-12", 1000, measure="amount")
        found = asked(figures, 7.0, "retail_sales")
        assert (found.needed, found.estimated) == (pytest.approx(9.0), False)

    def test_above_level_or_ceiling(self):
        figures = (
            Figures().actual("cpi", "2023-06", 0.7).target("cpi", "FY", 3, comparator="at_most")
        )
        found = asked(figures, 0.7, "cpi")
        assert found.met
        assert found.sentence == "若1—7月增长0.7%，低于全年目标≤3%2.3个百分点。"
        assert asked(figures, 3.5, "cpi").sentence.endswith("高于全年目标≤3%0.5个百分点。")
        assert asked(figures, 3.0, "cpi").sentence.endswith("与全年目标≤3%持平。")

    def test_a_balance_must_show_the_growth_itself(self):
        figures = Figures().actual("loan_balance", "2023-11", 8.9).target("loan_balance", "FY", 9)
        found = what_if(figures.snapshot(), "loan_balance", PROVINCE, Month(2023, 11), 8.8)
        assert found.sentence == "若1—12月增长8.8%，低于全年目标9%0.2个百分点。"

    def test_a_rate_without_growth(self):
        figures = Figures().actual("urban_unemployment", "2023-06", 5.3)
        figures.target("urban_unemployment", "FY", 5.5, comparator="at_most")
        assert asked(figures, 5.4, "urban_unemployment").sentence == (
            "若1—7月为5.4%，低于全年目标≤5.5%0.1个百分点。"
        )


class TestRefused:
    @pytest.mark.parametrize(
        ("figures", "why"),
        [
            (Figures().actual("funds_in_place", "2023-06", 1), "未设全年目标，不能推算。"),
            (funds(comparator="range", upper=4000), "的目标不是数量或增速，不能推算。"),
        ],
    )
    def test_with_a_sentence(self, figures, why):
        assert asked(figures, 1).refused.endswith(why)

    def test_a_place(self):
        figures = Figures().target("gdp", "FY", 5, measure="rank")
        assert "不是数量或增速" in asked(figures, 1, "gdp").refused

    def test_what_is_over(self):
        figures = funds().target("funds_in_place", "H1", 1400)
        found = asked(figures, 1, horizon=Horizon.H1)
        assert found.refused.endswith("到上半年已没有未报的月份，不能推算。")
        december = Figures().actual("funds_in_place", "2023-12", 1)
        december.target("funds_in_place", "FY", 2)
        at = what_if(december.snapshot(), "funds_in_place", PROVINCE, Month(2023, 12), 1)
        assert at.refused is not None


@given(st.floats(0, 2000), st.floats(0, 2000))
def test_the_more_july_brings_the_less_is_needed(amount, more):
    assert asked(funds(), amount + more).needed <= asked(funds(), amount).needed


@given(st.floats(0, 1e4), st.floats(0.01, 100))
def test_another_unit_scales_what_is_needed(amount, scale):
    once = asked(funds(), amount).needed
    assert asked(funds(1500 * scale, 3000 * scale), amount * scale).needed == pytest.approx(
        once * scale, abs=1e-6 * scale
    )
