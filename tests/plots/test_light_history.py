"""The history of lights: a cell for every month a figure was due in, and how long a light lasts."""

from tests.in_memory import PROVINCE, WITH_CATCH_UP, Figures
from tracker.indicators import Light
from tracker.periods import Month
from tracker.plots.history_tables import heat_table
from tracker.plots.light_history import light_history

JUNE = Month(2023, 6)


def figures() -> Figures:
    held = Figures().target("fiscal_revenue", "FY", 1200).target("gdp", "FY", 6.0)
    for month, value in ((1, 100.0), (2, 180.0), (3, 250.0), (5, 480.0), (6, 540.0)):
        held.actual("fiscal_revenue", f"2023-{month:02d}", value)
    return held.actual("gdp", "2023-03", 6.5).actual("gdp", "2023-06", 5.5)


def test_january_and_february_are_one_column_and_a_missing_month_is_pending() -> None:
    history = light_history(figures().snapshot(), PROVINCE, JUNE)
    revenue = history.rows[0]
    assert [cell.month.month for cell in revenue.cells] == [2, 3, 4, 5, 6]
    assert revenue.cells[0].first == Month(2023, 1)
    lights = [cell.light for cell in revenue.cells]
    assert lights == [Light.YELLOW, Light.YELLOW, Light.NONE, Light.YELLOW, Light.YELLOW]
    assert revenue.cells[2].gap_pp is None
    assert (Month(2023, 1), Month(2023, 2)) in history.columns


def test_the_age_counts_equal_lights_from_the_end() -> None:
    history = light_history(figures().snapshot(), PROVINCE, JUNE)
    assert [row.age for row in history.rows] == [2, 1]


def test_a_quarterly_cell_covers_three_months() -> None:
    gdp = light_history(figures().snapshot(), PROVINCE, JUNE).rows[1]
    assert [(cell.first.month, cell.month.month) for cell in gdp.cells] == [(1, 3), (4, 6)]
    assert gdp.at(Month(2023, 5)) == gdp.cells[1]
    assert gdp.light is Light.YELLOW


def test_lights_are_counted_by_month() -> None:
    history = light_history(figures().snapshot(), PROVINCE, JUNE)
    assert history.count(Light.YELLOW, JUNE) == 2
    assert history.count(Light.GREEN, Month(2023, 3)) == 1


def test_without_targets_there_is_no_history() -> None:
    held = Figures().actual("gdp", "2023-03", 6.5)
    assert light_history(held.snapshot(), PROVINCE, JUNE).rows == ()


def test_a_red_month_made_good_later_is_marked_where_the_rule_says_so() -> None:
    held = Figures().target("fiscal_revenue", "FY", 1200)
    for month, value in ((1, 20.0), (2, 90.0), (3, 310.0), (4, 320.0)):
        held.actual("fiscal_revenue", f"2023-{month:02d}", value)
    for month, value in ((11, 900.0), (12, 1200.0)):
        held.actual("fiscal_revenue", f"2022-{month:02d}", value)
    held.target("fiscal_revenue", "FY", 1200, year=2022)
    assert not light_history(held.snapshot(), PROVINCE, JUNE).has_caught_up
    held.settings = {"lights.preset": "补欠", "lights.rules": WITH_CATCH_UP}
    (row,) = light_history(held.snapshot(), PROVINCE, JUNE).rows
    marked = {str(cell.month): cell.caught_up for cell in row.cells if cell.light is Light.RED}
    assert marked == {"2022-11": True, "2023-02": True, "2023-04": False}
    table = heat_table(light_history(held.snapshot(), PROVINCE, JUNE))
    assert table.rows[0][table.columns.index("2023-01—02")] == "▲ 补 −9.2"
