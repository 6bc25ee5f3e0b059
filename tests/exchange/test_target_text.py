"""Typed targets: comparators before and after, ranges, and what is refused."""

import pytest

from tracker.errors import BadValue
from tracker.exchange.target_text import TargetText, read_target
from tracker.indicators import Comparator


@pytest.mark.parametrize(
    ("text", "unit", "value", "comparator"),
    [
        ("3,000", "亿元", 3000, None),
        ("9", "%", 9, None),
        ("-3.5", "%", -3.5, None),
        ("≤8600", "万吨标煤", 8600, Comparator.AT_MOST),
        ("<=8600", "万吨标煤", 8600, Comparator.AT_MOST),
        ("不超过 3%", "%", 3, Comparator.AT_MOST),
        ("3%以内", "%", 3, Comparator.AT_MOST),
        (">=9", "%", 9, Comparator.AT_LEAST),
        ("≥ 9%", "%", 9, Comparator.AT_LEAST),
        ("9%以上", "%", 9, Comparator.AT_LEAST),
        ("9%左右", "%", 9, Comparator.ABOUT),
        ("约9", "%", 9, Comparator.ABOUT),
    ],
)
def test_a_comparator_may_stand_on_either_side(text, unit, value, comparator) -> None:
    assert read_target(text, unit) == TargetText(value, comparator)


@pytest.mark.parametrize("text", ["5—6%", "5-6", "5~6", "5%-6%", "5至6"])
def test_two_numbers_are_a_range(text) -> None:
    assert read_target(text, "%") == TargetText(5, Comparator.RANGE, 6)


def test_negative_ranges_are_understood() -> None:
    assert read_target("-3—-1", "%") == TargetText(-3, Comparator.RANGE, -1)


def test_blank_is_no_target() -> None:
    assert read_target("  ", "%") is None


@pytest.mark.parametrize("text", ["待定", "1.2.3", "≥", "9%左右吧", "12—10", "5—很多6"])
def test_other_text_is_refused_with_a_sentence(text) -> None:
    with pytest.raises(BadValue) as caught:
        read_target(text, "%")
    assert str(caught.value).endswith("。")
