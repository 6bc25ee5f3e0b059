"""How much is to spare before a light changes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.in_memory import PROVINCE, Figures
from tracker.indicators import Light
from tracker.lights import presets
from tracker.outlook.margin import margin, margin_words
from tracker.periods import Month
from tracker.progress import Progress
from tracker.progress.rows import headline_rows

JUNE = Month(2023, 6)


def row(figures: Figures, preset: str = "默认", as_of: Month = JUNE) -> Progress:
    return headline_rows(figures.snapshot(), PROVINCE, as_of, presets()[preset])[0]


def funds(value: float, comparator: str = "at_least") -> Progress:
    figures = Figures().actual("funds_in_place", "2023-06", value)
    return row(figures.target("funds_in_place", "FY", 3000, comparator=comparator))


def retail(value: float, preset: str = "默认") -> Progress:
    figures = Figures().actual("retail_sales", "2023-06", value)
    return row(figures.target("retail_sales", "FY", 8), preset)


class TestTasks:
    def test_green_says_how_much_is_to_spare(self):
        found = margin(funds(1545))
        assert found.lacking is None
        assert found.spare.light is Light.YELLOW
        assert found.spare.pp == pytest.approx(1.5)
        assert found.spare.amount == pytest.approx(45)
        assert found.spare.months == pytest.approx(0.18)
        assert margin_words(funds(1545), found) == (
            "再少45.0亿元（相当于0.2个月的任务）就转为临界。"
        )

    def test_yellow_looks_both_ways(self):
        found = margin(funds(1440))
        assert found.spare.amount == pytest.approx(90)
        assert found.lacking.amount == pytest.approx(60)
        assert margin_words(funds(1440), found) == (
            "再少90.0亿元（相当于0.4个月的任务）就转为滞后；"
            "再多60.0亿元（相当于0.2个月的任务）可升为达标。"
        )

    def test_red_has_nothing_to_lose(self):
        found = margin(funds(900))
        assert found.spare is None
        assert found.lacking.light is Light.YELLOW
        assert found.lacking.amount == pytest.approx(450)
        assert margin_words(funds(900), found).startswith("再多450.0亿元")

    def test_two_greens_are_one_light(self):
        figures = Figures().actual("funds_in_place", "2023-06", 1400)
        found = margin(row(figures.target("funds_in_place", "FY", 3000), "银川2025"))
        assert found.spare.pp == pytest.approx(10 - 100 / 30)
        assert found.lacking is None

    def test_a_ceiling(self):
        figures = Figures().actual("energy_consumption", "2023-06", 4214)
        found = row(figures.target("energy_consumption", "FY", 8600, comparator="at_most"))
        assert margin_words(found, margin(found)) == (
            "再多86万吨标煤（相当于0.1个月的任务）就转为临界。"
        )
        figures = Figures().actual("energy_consumption", "2023-06", 4386)
        found = row(figures.target("energy_consumption", "FY", 8600, comparator="at_most"))
        assert "少用86万吨标煤（相当于0.1个月的任务）可升为达标" in margin_words(
            found, margin(found)
        )


class TestGrowth:
    def test_points_only(self):
        found = margin(retail(8.3))
        assert (found.spare.amount, found.spare.months) == (None, None)
        assert margin_words(retail(8.3), found) == "再降0.3个百分点就转为临界。"
        assert margin_words(retail(7.5), margin(retail(7.5))) == (
            "再降0.5个百分点就转为滞后；再高0.5个百分点可升为达标。"
        )

    def test_the_edge_itself_has_nothing_to_spare(self):
        assert margin(retail(8.0)).spare.pp == 0

    def test_a_ceiling(self):
        figures = Figures().actual("cpi", "2023-06", 3.4)
        found = row(figures.target("cpi", "FY", 3, comparator="at_most"))
        assert margin_words(found, margin(found)) == (
            "再升0.6个百分点就转为滞后；回落0.4个百分点可升为达标。"
        )


class TestNone:
    def test_where_the_light_hangs_on_more_than_a_gap(self):
        assert margin(retail(8.3, "天津2022")) is None
        figures = Figures().actual("gdp", "2023-06", 3, measure="rank")
        assert margin(row(figures.target("gdp", "FY", 5, measure="rank"))) is None
        assert margin(row(Figures().target("funds_in_place", "FY", 3000))) is None

    def test_a_finished_task_inside_its_tolerance(self):
        figures = Figures().actual("funds_in_place", "2023-12", 2980)
        figures.target("funds_in_place", "FY", 3000, comparator="about")
        assert margin(row(figures, as_of=Month(2023, 12))) is None

    def test_a_ceiling_of_nothing(self):
        figures = Figures().actual("energy_consumption", "2023-06", 0)
        assert (
            margin(row(figures.target("energy_consumption", "FY", 0, comparator="at_most"))) is None
        )


@given(st.floats(1e-3, 3000))
def test_taking_a_little_more_than_is_to_spare_changes_the_light(value):
    found = margin(funds(value))
    if found.spare is not None and found.spare.amount < value - 1:
        assert funds(value - found.spare.amount - 1e-3).light is found.spare.light
        assert funds(value - found.spare.amount * 0.999).light is funds(value).light
