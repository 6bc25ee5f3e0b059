"""Numbers and words as people read them (DESIGN section 3, domain sections 4 and 8)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker import wording


@pytest.mark.parametrize(
    ("value", "decimals", "text"),
    [
        (0.25, 1, "0.3"),
        (8.894, 1, "8.9"),
        (1234.5, 1, "1,234.5"),
        (-6.66, 1, "−6.7"),
        (-0.04, 1, "−0.04"),
        (0.04, 1, "0.04"),
        (0.0, 1, "0.0"),
        (-0.0, 1, "0.0"),
        (2.675, 2, "2.68"),
        (1e-12, 1, "0.0"),
    ],
)
def test_numbers_round_half_up_and_never_hide_a_sign(
    value: float, decimals: int, text: str
) -> None:
    assert wording.number(value, decimals) == text


def test_a_slip_of_any_size_is_printed() -> None:
    assert wording.number(-1e27, 0) == "−1" + ",000" * 9
    assert wording.round_half_up(1e300, 1) == 1e300


def test_differences_carry_a_sign_and_exact_zero_none() -> None:
    assert wording.number(1.6, 1, signed=True) == "+1.6"
    assert wording.number(0, 1, signed=True) == "0.0"
    assert wording.gap_text(-6.7) == "−6.7"
    assert wording.gap_text(0.6, ceiling=True) == "余 0.6"
    assert wording.gap_text(-0.4, ceiling=True) == "超 0.4"


@pytest.mark.parametrize(
    ("fraction", "line", "text"),
    [
        (0.4996, 0.5, "49.96"),
        (0.49996, 0.5, "49.996"),
        (0.9996, None, "99.96"),
        (0.5, 0.5, "50.0"),
        (0.3488, 0.5, "34.9"),
        (1.2568, None, "125.7"),
    ],
)
def test_a_share_never_prints_the_line_it_has_not_reached(
    fraction: float, line: float | None, text: str
) -> None:
    assert wording.share(fraction, line=line) == text


@given(st.floats(-1e9, 1e9), st.integers(0, 3))
def test_a_printed_number_is_on_the_same_side_of_zero(value: float, decimals: int) -> None:
    text = wording.number(value, decimals)
    assert text.startswith(wording.MINUS) == (value < 0 and text.strip("−0.,") != "")


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (600.0, "600"),
        (26851, "26851"),
        (5676.69, "5676.69"),
        (-8.0, "−8"),
        (1e15, "1000000000000000"),
    ],
)
def test_plain_numbers_keep_just_the_digits_entered(value: float, text: str) -> None:
    assert wording.plain(value) == text


@pytest.mark.parametrize(
    ("rank", "text"), [(1, "一"), (10, "十"), (13, "十三"), (20, "二十"), (31, "三十一"), (0, "0")]
)
def test_ranks_are_written_in_chinese(rank: int, text: str) -> None:
    assert wording.ordinal(rank) == text


def test_official_style_drops_spaces_beside_chinese_and_commas_in_numbers() -> None:
    screen = "招商引资 1,046.5 亿元，完成 34.9%；PPT 16:9"
    assert wording.official(screen) == "招商引资1046.5亿元，完成34.9%；PPT 16:9"


def test_entered_figures_keep_every_digit() -> None:
    assert wording.entered(42.45, 1) == "42.45"
    assert wording.entered(8, 1) == "8.0"
    assert wording.multiplier(0.8668) == "×0.87"
