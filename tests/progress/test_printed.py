"""No printed number contradicts the light beside it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.in_memory import PROVINCE, Figures
from tracker.indicators import Light
from tracker.periods import Month
from tracker.progress import (
    Progress,
    completion_words,
    gap_words,
    headline_rows,
    last_value_words,
    target_words,
    value_words,
    why,
)


def row(figures: Figures, as_of: str = "2023-06") -> Progress:
    """Return the first headline row."""
    return headline_rows(figures.snapshot(), PROVINCE, Month.parse(as_of))[0]


def test_just_short_of_half_is_never_printed_as_half() -> None:
    found = row(
        Figures().target("foreign_trade", "FY", 1000).actual("foreign_trade", "2023-06", 499.6)
    )
    assert (completion_words(found), gap_words(found)) == ("49.96%", "−0.04")
    assert found.light is Light.YELLOW


def test_just_below_yellow_is_not_printed_as_yellow() -> None:
    found = row(
        Figures().target("foreign_trade", "FY", 1000).actual("foreign_trade", "2023-06", 449.6)
    )
    assert (gap_words(found), found.light) == ("−5.04", Light.RED)


def test_a_growth_just_below_its_target_keeps_its_digit() -> None:
    found = row(
        Figures().target("loan_balance", "FY", 9).actual("loan_balance", "2023-06", 8.96, "growth")
    )
    assert (value_words(found), gap_words(found), target_words(found)) == (
        "8.96%",
        "−0.04",
        "≥9.0%",
    )


def test_a_ceiling_prints_room_or_excess() -> None:
    figures = Figures().target("cpi", "FY", 3, comparator="at_most").actual("cpi", "2023-06", 1.1)
    assert (gap_words(row(figures)), target_words(row(figures))) == ("余 1.9", "≤3.0%")
    over = Figures().target("energy_consumption", "FY", 8600, comparator="at_most")
    over.actual("energy_consumption", "2023-06", 4400)
    assert (gap_words(row(over)), target_words(row(over))) == ("超 1.2", "≤8,600")


def test_a_pending_row_prints_dashes_and_its_last_value() -> None:
    figures = (
        Figures().target("farmland_built", "FY", 360).actual("farmland_built", "2023-05", 119.2)
    )
    found = row(figures)
    assert (value_words(found), gap_words(found)) == ("—", "—")
    assert last_value_words(found) == "5 月 119.2"
    assert last_value_words(row(Figures().target("gdp", "FY", 6))) == ""


def test_without_target_there_is_no_gap_and_with_zero_no_share() -> None:
    bare = row(Figures().actual("gdp", "2023-06", 6.8))
    assert (gap_words(bare), target_words(bare), completion_words(bare)) == ("", "—", "")
    zero = row(Figures().target("foreign_trade", "FY", 0).actual("foreign_trade", "2023-06", 1))
    assert gap_words(zero) == "—"


def test_a_level_prints_its_gap_in_its_unit() -> None:
    figures = Figures().target("loan_balance", "FY", 27000, "amount")
    assert gap_words(row(figures.actual("loan_balance", "2023-06", 26851, "amount"))) == "−149"


@given(st.floats(0.1, 2000), st.integers(2, 12))
def test_the_printed_gap_falls_on_the_step_of_the_light(value: float, month: int) -> None:
    figures = Figures().target("foreign_trade", "FY", 1000)
    found = row(figures.actual("foreign_trade", f"2023-{month:02d}", value), f"2023-{month:02d}")
    assert found.pace_gap_pp is not None
    printed = float(gap_words(found).replace("−", "-").replace("+", "").replace(",", ""))
    # Beyond three further digits a number prints as the edge it has all but reached.
    near = any(abs(found.pace_gap_pp - edge) < 1e-4 for edge in (0.0, -5.0))
    light = Light.GREEN if printed >= 0 else Light.YELLOW if printed >= -5 else Light.RED
    assert near or light is found.light


@pytest.mark.parametrize("done", [499.6, 520.0])
def test_the_explanation_prints_the_same_numbers(done: float) -> None:
    found = row(
        Figures().target("foreign_trade", "FY", 1000).actual("foreign_trade", "2023-06", done)
    )
    assert completion_words(found) in why(found)


def test_a_ceiling_just_beyond_yellow_keeps_its_digit() -> None:
    over = Figures().target("cpi", "FY", 3, comparator="at_most").actual("cpi", "2023-06", 4.04)
    assert (gap_words(row(over)), row(over).light) == ("超 1.04", Light.RED)
