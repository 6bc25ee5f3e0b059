"""Typed figures."""

import pytest

from tests.in_memory import CATALOGUE
from tracker.errors import BadValue
from tracker.exchange.entry_text import read_figure
from tracker.indicators import Measure

TRADE = CATALOGUE.indicator("foreign_trade")


def test_figures_and_blanks() -> None:
    assert read_figure("1,046.5", TRADE, Measure.AMOUNT) == 1046.5
    assert read_figure("-8%", TRADE, Measure.GROWTH) == -8
    assert read_figure("0", TRADE, Measure.AMOUNT) == 0
    assert read_figure(" ", TRADE, Measure.AMOUNT) is None


@pytest.mark.parametrize(
    ("text", "measure"),
    [("—", "amount"), ("1.2.3", "amount"), ("61.2万", "amount"), ("0", "rank"), ("2.5", "rank")],
)
def test_what_is_no_figure_is_refused(text, measure) -> None:
    with pytest.raises(BadValue):
        read_figure(text, TRADE, Measure(measure))
