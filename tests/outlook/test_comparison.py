"""Against last year, the nation, and earlier years."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.in_memory import NATION, PROVINCE, Figures
from tracker.outlook.comparison import (
    Base,
    Beside,
    PaceBeside,
    against_nation,
    nation_words,
    pace_beside_last_year,
    pace_words,
    record_words,
    record_years,
    two_year_average,
)
from tracker.periods import Month
from tracker.progress import Progress
from tracker.readings import series_of
from tracker.trajectory import headline_of

JUNE = Month(2023, 6)


def row(figures: Figures, indicator: str, region: str = PROVINCE) -> Progress:
    return headline_of(figures.snapshot(), indicator, region, JUNE)


class TestPaceBesideLastYear:
    def funds(self) -> Figures:
        figures = Figures().actual("funds_in_place", "2023-06", 1500)
        figures.actual("funds_in_place", "2022-06", 1000)
        return figures.target("funds_in_place", "FY", 3000)

    def found(self, figures: Figures) -> PaceBeside | None:
        return pace_beside_last_year(figures.snapshot(), row(figures, "funds_in_place"))

    def test_shares_of_the_two_targets(self):
        found = self.found(self.funds().target("funds_in_place", "FY", 2200, year=2022))
        assert found.base is Base.TARGET
        assert found.difference_pp == pytest.approx(50 - 1000 / 22)
        assert pace_words(found) == "进度比去年同期快4.5个百分点"

    def test_else_of_what_last_year_came_to(self):
        found = self.found(self.funds().actual("funds_in_place", "2022-12", 1800))
        assert found.base is Base.OUTCOME
        assert pace_words(found) == ("进度比去年同期慢5.6个百分点（去年未设目标，按全期实际计）")

    def test_level(self):
        assert pace_words(PaceBeside(0.5, 0.4999, Base.TARGET)) == "进度与去年同期持平"

    def test_unknown_without_last_years_figure_whole_or_this_years_task(self):
        assert self.found(self.funds()) is None
        nothing_then = Figures().actual("funds_in_place", "2023-06", 1500)
        assert self.found(nothing_then) is None
        assert self.found(nothing_then.target("funds_in_place", "FY", 3000)) is None


class TestAgainstTheNation:
    def test_higher_lower_level(self):
        figures = (
            Figures().actual("gdp", "2023-06", 6.7).actual("gdp", "2023-06", 4.5, region=NATION)
        )
        found = against_nation(figures.snapshot(), row(figures, "gdp"))
        assert nation_words(found) == "比全国高2.2个百分点"
        assert nation_words(Beside(4.0, 4.5)) == "比全国低0.5个百分点"
        assert nation_words(Beside(4.5, 4.5)) == "与全国持平"

    def test_only_of_rates_that_the_nation_has_too(self):
        figures = Figures().actual("gdp", "2023-06", 6.7).actual("funds_in_place", "2023-06", 1)
        snapshot = figures.snapshot()
        assert against_nation(snapshot, row(figures, "gdp")) is None
        assert against_nation(snapshot, row(figures, "funds_in_place")) is None
        figures.actual("gdp", "2023-06", 4.5, region=NATION)
        assert against_nation(figures.snapshot(), row(figures, "gdp", NATION)) is None


class TestRecords:
    def found(self, *growths: float, gap: bool = False) -> int | None:
        figures = Figures()
        for back, growth in enumerate(growths):
            if not (gap and back == 1):
                figures.actual("retail_sales", f"{2023 - back}-06", growth)
        return record_years(figures.snapshot(), row(figures, "retail_sales"))

    def test_as_many_years_as_are_held_and_lower(self):
        assert self.found(9, 8, 7) == 3
        assert self.found(9, 8, 7, 9.5, 1) == 3
        assert self.found(9, *range(8)) == 9

    def test_not_of_two_years_nor_across_a_gap_nor_when_equal(self):
        assert self.found(9, 8) is None
        assert self.found(9, 8, 7, 6, gap=True) is None
        assert self.found(9, 9, 7, 6) is None

    def test_not_across_a_break(self):
        figures = Figures()
        for back in range(6):
            figures.actual("retail_sales", f"{2023 - back}-06", 9 - back)
        figures.settings["break.retail_sales"] = "2021-01"
        assert record_years(figures.snapshot(), row(figures, "retail_sales")) == 3

    def test_not_while_pending(self):
        figures = Figures().target("retail_sales", "FY", 8)
        assert record_years(figures.snapshot(), row(figures, "retail_sales")) is None

    def test_a_ledger_of_many_years_is_read_to_twelve(self):
        assert self.found(100, *range(60)) == 12

    def test_words(self):
        figures = Figures().actual("retail_sales", "2023-06", 9)
        figures.actual("funds_in_place", "2023-06", 9)
        assert record_words(row(figures, "retail_sales"), 5) == "创近五年增速新高"
        assert record_words(row(figures, "funds_in_place"), 3) == "创近三年同期新高"


class TestTwoYearAverage:
    def average(self, now: float, before: float | None, **settings: str) -> float | None:
        figures = Figures(settings=settings).actual("retail_sales", "2021-06", now)
        if before is not None:
            figures.actual("retail_sales", "2020-06", before)
        series = series_of(figures.snapshot(), "retail_sales", PROVINCE)
        return two_year_average(series, Month(2021, 6))

    def test_the_geometric_mean(self):
        assert self.average(23.0, -11.4) == 4.4

    def test_none_across_a_break(self):
        assert self.average(23.0, -11.4, **{"break.retail_sales": "2021-01"}) is None

    def test_none_without_both_or_after_a_total_loss(self):
        assert self.average(23.0, None) is None
        assert self.average(23.0, -100.0) is None


@given(st.floats(-90, 200), st.floats(-90, 200))
def test_the_average_lies_between_the_two_years(now, before):
    found = TestTwoYearAverage().average(now, before)
    assert min(now, before) - 0.051 <= found <= max(now, before) + 0.051
