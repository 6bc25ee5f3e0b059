"""Two years of growth beside the nation, and what a poster tells of a quarter."""

import pytest

from tests.in_memory import NATION, PROVINCE, Figures
from tracker.errors import ExportError
from tracker.periods import Month
from tracker.plots.drive import drive
from tracker.plots.growth_course import growth_course

APRIL = Month(2023, 4)


def industry() -> Figures:
    held = Figures().target("industrial_output", "FY", 6.5)
    for month, own, nation in (("2022-11", 5.6, 3.8), ("2023-03", 7.8, 3.0), ("2023-04", 7.4, 3.6)):
        held.actual("industrial_output", month, own)
        held.actual("industrial_output", month, nation, region=NATION)
    return held.actual("industrial_output", "2023-03", 6, "rank")


def test_both_years_stand_beside_the_nation() -> None:
    course = growth_course(industry().snapshot(), "industrial_output", PROVINCE, APRIL)
    assert [year.year for year in course.years] == [2022, 2023]
    assert course.years[0].missing == (2, 3, 4, 5, 6, 7, 8, 9, 10, 12)
    assert course.last is not None
    assert (course.last.value, course.beside_last) == (7.4, 3.6)
    assert round(course.target_gap or 0, 1) == 0.9


def test_the_last_quarter_has_its_gap_and_rank() -> None:
    stage = growth_course(industry().snapshot(), "industrial_output", PROVINCE, APRIL).stage
    assert stage is not None
    assert (stage.horizon, stage.value, stage.beside, stage.rank) == ("Q1", 7.8, 3.0, 6)


def test_below_the_province_the_province_is_compared() -> None:
    held = industry().actual("industrial_output", "2023-04", 5.0, region="620100")
    course = growth_course(held.snapshot(), "industrial_output", "620100", APRIL)
    assert course.beside is not None
    assert course.beside.code == PROVINCE


def test_without_any_growth_there_is_nothing_to_follow() -> None:
    with pytest.raises(ExportError, match="都没有增速"):
        growth_course(Figures().snapshot(), "gdp", PROVINCE, APRIL)


def test_a_poster_tells_growth_with_ranks_and_tasks_met_at_the_stage() -> None:
    held = industry().target("funds_in_place", "Q1", 600).target("loan_balance", "FY", 9)
    held.actual("funds_in_place", "2023-03", 754.1)
    told = drive(held.snapshot(), PROVINCE, APRIL)
    assert told.stage == Month(2023, 3)
    assert [(one.value, one.nation, one.rank) for one in told.growth] == [(7.8, 3.0, 6)]
    assert [(one.value, one.goal, one.by_pace) for one in told.tasks] == [(754.1, 600.0, False)]
    assert [one.target.value for one in told.hard] == [9.0]
    states = {state.lever: (state.met, state.total) for state in told.levers}
    assert states["工业"] == (1, 1)


def test_without_a_target_met_tasks_ahead_of_pace_are_told() -> None:
    held = Figures().target("fiscal_revenue", "FY", 1200).actual("fiscal_revenue", "2023-04", 500.0)
    (task,) = drive(held.snapshot(), PROVINCE, APRIL).tasks
    assert (task.value, round(task.goal, 6), task.by_pace) == (500.0, 400.0, True)


def test_an_empty_ledger_has_nothing_to_tell() -> None:
    assert drive(Figures().snapshot(), PROVINCE, APRIL).is_blank
