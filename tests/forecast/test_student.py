"""Student's t against the printed tables."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.forecast.student import t_cdf, t_quantile


@pytest.mark.parametrize(
    ("freedom", "ninety", "three_quarters"),
    [(1, 3.078, 1.000), (2, 1.886, 0.816), (3, 1.638, 0.765), (4, 1.533, 0.741), (9, 1.383, 0.703)],
)
def test_the_table(freedom, ninety, three_quarters):
    assert t_quantile(0.9, freedom) == pytest.approx(ninety, abs=6e-4)
    assert t_quantile(0.75, freedom) == pytest.approx(three_quarters, abs=6e-4)


@given(st.floats(-50, 50), st.floats(0, 10), st.integers(1, 12))
def test_it_rises_and_is_symmetric(value, more, freedom):
    assert t_cdf(value + more, freedom) >= t_cdf(value, freedom) - 1e-12
    assert t_cdf(value, freedom) + t_cdf(-value, freedom) == pytest.approx(1)


@given(st.floats(0.51, 0.99), st.integers(1, 12))
def test_the_quantile_undoes_it(probability, freedom):
    assert t_cdf(t_quantile(probability, freedom), freedom) == pytest.approx(probability)


def test_the_ends():
    assert t_cdf(float("inf"), 3) == pytest.approx(1)
    assert t_cdf(float("-inf"), 4) == pytest.approx(0)
