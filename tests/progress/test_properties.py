"""What must hold for any figures: more done is never worse, units change no verdict."""

from hypothesis import assume, given
from hypothesis import strategies as st

from tests.in_memory import PROVINCE, Figures
from tracker.indicators import Light
from tracker.periods import Month
from tracker.progress import headline_rows

ORDER = [Light.RED, Light.YELLOW, Light.GREEN]
amounts = st.floats(0.01, 1e9)
months = st.integers(2, 12)


def light(indicator: str, target: float, value: float, month: int, comparator: str) -> Light:
    """Return the headline light of one figure against one target."""
    figures = Figures().target(indicator, "FY", target, comparator=comparator)
    figures.actual(indicator, f"2023-{month:02d}", value)
    return headline_rows(figures.snapshot(), PROVINCE, Month(2023, month))[0].light


@given(amounts, amounts, amounts, months)
def test_more_done_never_makes_a_light_worse(
    target: float, value: float, more: float, month: int
) -> None:
    before = light("funds_in_place", target, value, month, "at_least")
    after = light("funds_in_place", target, value + more, month, "at_least")
    assert ORDER.index(after) >= ORDER.index(before)


@given(amounts, amounts, amounts, months)
def test_more_used_never_makes_a_ceiling_better(
    target: float, value: float, more: float, month: int
) -> None:
    before = light("energy_consumption", target, value, month, "at_most")
    after = light("energy_consumption", target, value + more, month, "at_most")
    assert ORDER.index(after) <= ORDER.index(before)


@given(amounts, amounts, months)
def test_ten_thousands_or_hundred_millions_give_one_verdict(
    target: float, value: float, month: int
) -> None:
    gap = (value / target - month / 12) * 100
    # Away from the edges, where a binary fraction may fall on either side.
    assume(min(abs(gap), abs(gap + 5)) > 1e-6)
    once = light("funds_in_place", target, value, month, "at_least")
    assert light("funds_in_place", target * 10_000, value * 10_000, month, "at_least") is once


@given(st.floats(-50, 50), st.floats(-50, 50), st.floats(0, 50))
def test_faster_growth_is_never_worse(target: float, value: float, more: float) -> None:
    before = light("retail_sales", target, value, 6, "at_least")
    after = light("retail_sales", target, value + more, 6, "at_least")
    assert ORDER.index(after) >= ORDER.index(before)
    ceiling = light("cpi", target, value, 6, "at_most")
    assert ORDER.index(light("cpi", target, value + more, 6, "at_most")) <= ORDER.index(ceiling)
