"""What must hold of an estimate for any past: monotone, free of order, free of units."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.forecast.test_estimate import FUNDS, flow, full_year

shares = st.lists(st.floats(0.2, 0.9), min_size=4, max_size=8)


@given(shares, st.floats(1, 1e6), st.floats(1.0, 100))
def test_more_done_by_now_never_means_less_in_the_end(parts, now, times):
    years = {2022 - n: (1000 * part, 1000) for n, part in enumerate(parts)}
    less, more = full_year(flow(years, now)), full_year(flow(years, now * times))
    assert more.point >= less.point * (1 - 1e-12)
    assert less.low80 <= less.low50 <= less.point <= less.high50 <= less.high80


@given(shares, st.floats(1, 1000))
def test_the_probability_falls_as_the_target_rises(parts, step):
    years = {2022 - n: (1000 * part, 1000) for n, part in enumerate(parts)}
    easy = full_year(flow(years).target("funds_in_place", "FY", 1000))
    hard = full_year(flow(years).target("funds_in_place", "FY", 1000 + step))
    assert hard.probability <= easy.probability + 1e-12


@given(st.permutations(sorted(FUNDS)))
def test_the_order_in_which_years_were_entered_does_not_matter(order):
    shuffled = full_year(flow({year: FUNDS[year] for year in order}))
    assert shuffled.point == pytest.approx(full_year(flow()).point)


@given(st.floats(1e-2, 1e4))
def test_another_unit_scales_the_estimate(scale):
    years = {y: (a * scale, d * scale) for y, (a, d) in FUNDS.items()}
    found = full_year(flow(years, 600 * scale))
    assert found.point == pytest.approx(full_year(flow()).point * scale)
