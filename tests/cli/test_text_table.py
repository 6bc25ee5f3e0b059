"""Columns line up in a terminal where a Chinese character is two wide."""

from tracker.cli.text_table import align, width


def test_a_chinese_character_is_as_wide_as_two_digits() -> None:
    assert width("亿元") == width("1234")
    assert width("（推算）") == 8
    assert width("−0.3") == 4


def test_names_stand_left_and_numbers_right() -> None:
    table = align(("指标", "值"), [("贷款", "26851"), ("GDP", "6.7")], frozenset({"值"}))
    assert table.splitlines() == ["指标     值", "贷款  26851", "GDP     6.7"]


def test_a_column_that_says_nothing_is_left_out() -> None:
    assert align(("甲", "乙", "丙"), [("1", "", "3")], frozenset()) == "甲  丙\n1   3"
