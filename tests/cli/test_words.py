"""Words typed at the command line, by code or Chinese name; unknown ones say what is possible."""

from collections.abc import Callable

import pytest

from tracker.cli import words
from tracker.errors import BadValue, UnknownName
from tracker.indicators import Basis, Comparator, Measure, Status, Tier


@pytest.mark.parametrize(
    ("read", "text", "meaning"),
    [
        (words.measure, "growth", Measure.GROWTH),
        (words.measure, "位次", Measure.RANK),
        (words.target_measure, "increment", Measure.INCREMENT),
        (words.basis, "Month", Basis.MONTH),
        (words.basis, "累计", Basis.YTD),
        (words.status, "final", Status.FINAL),
        (words.status, "快报", Status.FLASH),
        (words.comparator, "at_most", Comparator.AT_MOST),
        (words.comparator, "≤", Comparator.AT_MOST),
        (words.tier, "stretch", Tier.STRETCH),
    ],
)
def test_a_word_is_read_by_code_or_name(
    read: Callable[[str], object], text: str, meaning: object
) -> None:
    assert read(text) is meaning


@pytest.mark.parametrize(
    ("read", "text", "possible"),
    [
        (words.measure, "increment", "rank（位次）"),
        (words.target_measure, "speed", "increment（增量）"),
        (words.basis, "weekly", "balance（余额）"),
        (words.status, "rumour", "estimate（预计）"),
        (words.comparator, "exactly", "about（左右）"),
        (words.tier, "roof", "floor（确保）"),
    ],
)
def test_an_unknown_word_says_what_is_possible(
    read: Callable[[str], object], text: str, possible: str
) -> None:
    with pytest.raises(UnknownName) as error:
        read(text)
    assert text in str(error.value)
    assert possible in str(error.value)


def test_a_date_is_written_with_year_first() -> None:
    assert words.optional_day(None) is None
    assert str(words.optional_day("2023-01-15")) == "2023-01-15"
    with pytest.raises(BadValue, match="15/1/2023"):
        words.day("15/1/2023")
