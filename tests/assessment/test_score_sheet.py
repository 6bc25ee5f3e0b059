"""Score sheets: every rule of the schemes, redone by hand."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.in_memory import PROVINCE, Figures
from tracker.assessment import (
    Adjustment,
    Scheme,
    SchemeKind,
    department_sheets,
    read_schemes,
    scheme_of,
    schemes,
    score_sheet,
)
from tracker.errors import BadValue, UnknownName
from tracker.indicators import MeasureKind
from tracker.periods import Horizon, Month
from tracker.snapshot import Snapshot

JUNE = Month(2023, 6)
LANZHOU = "620100"


def scheme(*indicators: str, kind: str = "completion", cap: float | None = 1.0) -> Scheme:
    """Give every indicator ten points."""
    return Scheme("试", SchemeKind(kind), cap, dict.fromkeys(indicators, 10.0), 5.0, 10.0)


def line(figures: Figures, used: Scheme, region: str = PROVINCE, horizon: Horizon = Horizon.H1):
    (found,) = score_sheet(figures.snapshot(), used, region, JUNE, horizon).lines
    return found


def funds(value: float, target: float = 600, comparator: str = "at_least", **more) -> Figures:
    figures = Figures().actual("funds_in_place", "2023-06", value)
    return figures.target("funds_in_place", "H1", target, comparator=comparator, **more)


def retail(value: float, target: float) -> Figures:
    figures = Figures().actual("retail_sales", "2023-06", value)
    return figures.target("retail_sales", "H1", target)


class TestCompletion:
    def test_the_arithmetic_is_written_out(self):
        found = line(funds(450), scheme("funds_in_place"))
        assert found.f == pytest.approx(0.75)
        assert found.points == pytest.approx(7.5)
        assert found.arithmetic == "450.0÷600＝0.750；10分×0.750＝7.50分"

    @pytest.mark.parametrize(("cap", "f"), [(1.0, 1.0), (1.2, 1.2), (None, 1.5)])
    def test_it_is_capped(self, cap, f):
        found = line(funds(900), scheme("funds_in_place", cap=cap))
        assert found.f == pytest.approx(f)
        assert ("封顶" in found.arithmetic) is (cap is not None)

    @pytest.mark.parametrize(
        ("used", "f"), [(8600, 1.0), (4300, 1.2), (9460, 0.9), (17200, 0.0), (20000, 0.0)]
    )
    def test_a_ceiling_is_two_minus(self, used, f):
        figures = Figures().actual("energy_consumption", "2023-06", used)
        figures.target("energy_consumption", "H1", 8600, comparator="at_most")
        assert line(figures, scheme("energy_consumption", cap=1.2)).f == pytest.approx(f)

    @pytest.mark.parametrize(("growth", "f"), [(-1.0, 1.0), (-3.0, 0.0)])
    def test_a_target_of_nothing_or_a_fall_is_met_or_not(self, growth, f):
        assert line(retail(growth, -2.0), scheme("retail_sales")).f == f

    def test_negative_growth_against_a_growth_target_is_nothing(self):
        found = line(retail(-1.5, 8), scheme("retail_sales"))
        assert found.f == 0
        assert "不计负分" in found.arithmetic

    @pytest.mark.parametrize(("value", "f"), [(500, 1.0), (550, 1.0), (400, 0.8), (660, 0.9)])
    def test_inside_a_range_is_one(self, value, f):
        figures = funds(value, 500, "range", upper=600)
        assert line(figures, scheme("funds_in_place")).f == pytest.approx(f)

    def test_a_range_without_an_upper_end_is_a_point(self):
        assert line(funds(450, 500, "range"), scheme("funds_in_place")).f == pytest.approx(0.9)

    @pytest.mark.parametrize(("value", "f"), [(595, 1.0), (540, 0.9), (606, 1.01)])
    def test_about_is_met_inside_its_tolerance(self, value, f):
        figures = funds(value, 600, "about")
        assert line(figures, scheme("funds_in_place", cap=1.2)).f == pytest.approx(f)

    @pytest.mark.parametrize(("value", "f"), [(3.3, 1.0), (6.0, 0.0), (2.4, 1.2)])
    def test_about_where_less_is_better(self, value, f):
        figures = Figures().actual("cpi", "2023-06", value)
        figures.target("cpi", "H1", 3, comparator="about")
        assert line(figures, scheme("cpi", cap=1.2)).f == pytest.approx(f)

    def test_a_place_counts_like_a_ceiling(self):
        figures = Figures().actual("gdp", "2023-06", 5, measure="rank")
        figures.target("gdp", "H1", 4, measure="rank")
        assert line(figures, scheme("gdp")).f == pytest.approx(0.75)

    def test_a_relative_target_is_held_against_its_threshold(self):
        figures = Figures().actual("retail_sales", "2023-06", 4.0)
        figures.target("retail_sales", "H1", 1, comparator="above_nation")
        missing = line(figures, scheme("retail_sales"))
        assert missing.arithmetic == "缺全国同期的数，不计分"
        figures.actual("retail_sales", "2023-06", 7.0, region="100000")
        assert line(figures, scheme("retail_sales")).f == pytest.approx(0.5)


class TestWithoutData:
    def test_it_is_named_and_not_rescaled(self):
        figures = funds(450).target("retail_sales", "H1", 8)
        used = scheme("funds_in_place", "retail_sales", "gdp")
        sheet = score_sheet(figures.snapshot(), used, PROVINCE, JUNE, Horizon.H1)
        assert [found.arithmetic for found in sheet.lines[1:]] == [
            "本期的数未报，不计分",
            "未设本期目标，不计分",
        ]
        assert sheet.coverage_words == "1项有数据 / 共3项"
        assert (sheet.points, sheet.weight_with_data) == (pytest.approx(7.5), 10)
        assert sheet.total_words == "得分7.50，1项有数据 / 共3项"


class TestMilestone:
    @pytest.mark.parametrize(
        ("horizon", "stage", "f"), [("H1", 2, 1.0), ("Q1", 1, 0.0), ("FY", 1, None)]
    )
    def test_done_late_or_not_yet_due(self, horizon, stage, f):
        figures = Figures().actual("gdp", "2023-06", stage, measure="amount")
        figures.target("gdp", horizon, 2, measure="amount")
        catalogue = figures.snapshot().catalogue
        gdp = replace(catalogue.indicator("gdp"), kind=MeasureKind.MILESTONE)
        known = replace(catalogue, indicators={**catalogue.indicators, "gdp": gdp})
        snapshot = Snapshot(known, figures, {})
        sheet = score_sheet(snapshot, scheme("gdp"), PROVINCE, JUNE, Horizon(horizon))
        assert sheet.lines[0].f == f


class TestAllOrNothing:
    @pytest.mark.parametrize(("value", "f"), [(600, 1.0), (599.9, 0.0)])
    def test_met_or_not(self, value, f):
        assert line(funds(value), scheme("funds_in_place", kind="all_or_nothing")).f == f


class TestByRank:
    def test_each_place_costs_a_twentieth(self):
        figures = Figures()
        for code, growth in (("620100", 5.0), ("620200", 7.0), ("620300", 5.0)):
            figures.actual("retail_sales", "2023-06", growth, region=code)
        found = line(figures, scheme("retail_sales", kind="by_rank"), LANZHOU)
        assert found.arithmetic == "3个地区中并列第2，1－0.05×1＝0.95；10分×0.950＝9.50分"
        absent = line(figures, scheme("retail_sales", kind="by_rank"), "620400")
        assert absent.arithmetic == "没有位次可比，不计分"

    def test_tasks_are_ranked_by_completion_and_rates_as_they_are(self):
        figures = Figures()
        for code, amount, rate in (("620100", 50, 5.6), ("620200", 60, 5.4)):
            figures.actual("funds_in_place", "2023-06", amount, region=code)
            figures.target("funds_in_place", "FY", 100, region=code)
            figures.actual("urban_unemployment", "2023-06", rate, region=code)
        used = scheme("funds_in_place", "urban_unemployment", kind="by_rank")
        lines = score_sheet(figures.snapshot(), used, LANZHOU, JUNE, Horizon.FY).lines
        assert [found.f for found in lines] == [pytest.approx(0.95)] * 2

    def test_an_entered_place_wins(self):
        figures = Figures().actual("gdp", "2023-06", 25, measure="rank")
        found = line(figures, scheme("gdp", kind="by_rank"))
        assert found.f == 0
        assert found.arithmetic.startswith("位次第25")

    def test_before_anything_is_due(self):
        sheet = score_sheet(
            Figures().snapshot(),
            scheme("gdp", kind="by_rank"),
            PROVINCE,
            Month(2023, 2),
            Horizon.Q1,
        )
        assert sheet.lines[0].arithmetic == "本期还没有应报的数，不计分"


class TestByHand:
    def sheet(self, *changes: Adjustment):
        used = scheme("funds_in_place")
        return score_sheet(funds(450).snapshot(), used, PROVINCE, JUNE, Horizon.H1, changes)

    def test_bonus_and_deduction_are_capped_and_added_up(self):
        sheet = self.sheet(
            Adjustment(4, "获国务院表彰"), Adjustment(3, "承办现场会"), Adjustment(-2, "迟报两次")
        )
        assert (sheet.bonus, sheet.deduction) == (5, 2)
        assert sheet.total == pytest.approx(10.5)
        assert sheet.total_words == ("得分7.50＋加分5.00－扣分2.00＝10.50，1项有数据 / 共1项")

    @pytest.mark.parametrize(("points", "said"), [(3, "加3.00分"), (-1, "扣1.00分")])
    def test_none_without_a_reason(self, points, said):
        with pytest.raises(BadValue, match=f"{said}没有写理由"):
            self.sheet(Adjustment(points, " "))


class TestDepartments:
    def test_each_has_its_own_lines_and_adjustments(self):
        used = scheme("funds_in_place", "fiscal_revenue", "gdp")
        changes = [Adjustment(1, "报数及时", "省财政厅"), Adjustment(2, "全省")]
        sheets = department_sheets(funds(450).snapshot(), used, PROVINCE, JUNE, Horizon.H1, changes)
        assert [sheet.department for sheet in sheets] == ["省经济合作中心", "省财政厅", "省统计局"]
        assert [sheet.total for sheet in sheets] == [pytest.approx(7.5), 1, 0]


class TestSchemes:
    def test_five_ship_and_their_weights_add_up_to_a_hundred(self):
        assert list(schemes()) == [
            "完成率计分",
            "完成率计分（封顶1.2）",
            "完成率计分（不封顶）",
            "达标计分",
            "位次计分",
        ]
        assert [found.cap for found in schemes().values()] == [1.0, 1.2, None, 1.0, 1.0]
        assert {sum(found.weights.values()) for found in schemes().values()} == {100.0}

    def test_the_ledgers_own_copy_wins(self):
        own = '["位次计分"]\nkind = "by_rank"\nweights = { gdp = 1 }\n'
        assert dict(scheme_of({"assessment.schemes": own}, "位次计分").weights) == {"gdp": 1.0}
        assert scheme_of({}, "达标计分").kind is SchemeKind.ALL_OR_NOTHING

    def test_an_unknown_one_names_those_there_are(self):
        with pytest.raises(UnknownName, match="没有计分办法“别的”，可用：完成率计分"):
            scheme_of({}, "别的")

    @pytest.mark.parametrize(
        "text",
        [
            "[",
            '["a"]\nkind = "x"\nweights = {}',
            '["a"]\nkind = "by_rank"',
            "a = 1",
            '["a"]\nkind = "by_rank"\nweights = { gdp = -1 }',
        ],
    )
    def test_a_spoilt_copy_is_told(self, text):
        with pytest.raises(BadValue, match="计分办法读不懂"):
            read_schemes(text)


@given(st.floats(0, 1e6), st.floats(0, 1e6), st.floats(0.01, 1e6))
def test_more_done_never_scores_less(value, more, target):
    used = scheme("funds_in_place", cap=None)
    assert line(funds(value + more, target), used).points >= line(funds(value, target), used).points


@given(st.floats(0.1, 1e3), st.floats(0.1, 1e3), st.floats(0.1, 1e3))
def test_another_unit_scores_the_same(value, target, scale):
    used = scheme("funds_in_place", cap=1.2)
    once = line(funds(value, target), used).points
    assert line(funds(value * scale, target * scale), used).points == pytest.approx(once)
