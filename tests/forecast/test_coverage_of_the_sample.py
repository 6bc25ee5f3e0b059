"""The acceptance of the estimate on three seeds; `make bench` prints it for twenty."""

import pytest

from tests.bench.bench_estimate import published_lines, scores
from tracker.indicators import MeasureKind


@pytest.fixture(scope="module")
def held_out():
    return scores(range(1, 4), months=(4, 9))


@pytest.mark.parametrize("kind", [MeasureKind.FLOW, MeasureKind.RATE, MeasureKind.STOCK])
def test_the_80_percent_interval_holds_80_percent(held_out, kind):
    assert 0.75 <= held_out[kind, "in turn"].coverage80 <= 0.85


@pytest.mark.parametrize("design", ["in turn", "earlier"])
def test_flow_beats_run_rate_and_last_years_growth_by_a_fifth(held_out, design):
    score = held_out[MeasureKind.FLOW, design]
    assert score.better_than_simple >= 0.2
    assert score.better_than_last >= 0.2


def test_growth_beats_no_change(held_out):
    assert held_out[MeasureKind.RATE, "in turn"].better_than_simple > 0.1


def test_of_the_published_figures_nothing_is_guessed():
    *lines, told = published_lines()
    assert told.startswith("  told 0, refused")
    assert all(line.endswith("。") for line in lines)
