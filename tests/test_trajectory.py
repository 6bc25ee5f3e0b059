"""The course of one indicator over a year."""

import pytest

from tests.in_memory import NATION, PROVINCE, Figures
from tracker.periods import Horizon, Month
from tracker.trajectory import Point, trajectory


def funds() -> Figures:
    """到位资金 with stage targets, four months and last year."""
    figures = Figures()
    for horizon, value in (("Q1", 600), ("H1", 1500), ("Q3", 2250), ("FY", 3000)):
        figures.target("funds_in_place", horizon, value)
    for month, value in ((2, 412.6), (3, 754.1), (4, 1046.5)):
        figures.actual("funds_in_place", f"2023-{month:02d}", value)
    for month, value in ((2, 254.0), (3, 456.8), (12, 2286.4)):
        figures.actual("funds_in_place", f"2022-{month:02d}", value)
    return figures


def test_a_cumulative_line_starts_at_nothing_and_follows_the_plan_through_its_stages() -> None:
    course = trajectory(funds().snapshot(), "funds_in_place", PROVINCE, Month(2023, 4))
    assert course.points == (Point(0, 0.0), Point(2, 412.6), Point(3, 754.1), Point(4, 1046.5))
    assert course.plan == tuple(
        Point(month, value) for month, value in ((0, 0), (3, 600), (6, 1500), (9, 2250), (12, 3000))
    )
    assert course.last_year[-1] == Point(12, 2286.4)
    assert course.merges_jan_feb


def test_half_and_what_it_lacks() -> None:
    course = trajectory(funds().snapshot(), "funds_in_place", PROVINCE, Month(2023, 4))
    assert (course.half, course.half_gap) == (1500, 453.5)
    assert course.year_gap == pytest.approx(1953.5)
    assert course.needed_per_month == pytest.approx(226.75)
    assert course.average == pytest.approx(261.625)
    assert course.effort == pytest.approx(0.867, abs=1e-3)


def test_stages_that_are_over_are_judged_the_running_one_shows_how_far_and_later_ones_wait() -> (
    None
):
    stages = trajectory(funds().snapshot(), "funds_in_place", PROVINCE, Month(2023, 4)).stages
    quarter, half, three, year = stages
    assert (quarter.horizon, quarter.actual, quarter.met) == (Horizon.Q1, 754.1, True)
    assert quarter.completion == pytest.approx(1.2568, abs=1e-4)
    assert half.completion == pytest.approx(0.6977, abs=1e-4)
    assert half.met is None
    assert (three.actual, year.completion) == (None, None)


def test_a_missing_month_is_named_and_not_drawn() -> None:
    figures = funds().actual("funds_in_place", "2023-06", 1652.8)
    course = trajectory(figures.snapshot(), "funds_in_place", PROVINCE, Month(2023, 6))
    assert course.missing == (5,)
    assert [point.month for point in course.points] == [0, 2, 3, 4, 6]


def test_a_pending_month_promises_nothing() -> None:
    course = trajectory(funds().snapshot(), "funds_in_place", PROVINCE, Month(2023, 5))
    assert (course.half_gap, course.average, course.effort) == (None, None, None)
    assert course.missing == (5,)


def test_growth_has_a_target_line_and_the_nation_and_no_half() -> None:
    figures = Figures().target("retail_sales", "FY", 8).actual("retail_sales", "2023-02", 5.1)
    figures.actual("retail_sales", "2023-03", 6.6).actual("retail_sales", "2022-03", 1.0)
    figures.actual("retail_sales", "2023-03", 5.8, region=NATION)
    course = trajectory(figures.snapshot(), "retail_sales", PROVINCE, Month(2023, 3))
    assert not course.cumulative
    assert course.points == (Point(2, 5.1), Point(3, 6.6))
    assert course.nation == (Point(3, 5.8),)
    assert (course.half, course.annual, course.plan) == (None, 8, ())
    assert course.last_year == (Point(3, 1.0),)


def test_without_target_or_figures_there_is_still_an_empty_course() -> None:
    course = trajectory(Figures().snapshot(), "retail_sales", PROVINCE, Month(2023, 3))
    assert (course.points, course.stages, course.annual) == ((), (), None)
