"""What a merge changes is named for a command line, and said in words for people."""

from dataclasses import replace
from datetime import date

import pytest

from tests.in_memory import CATALOGUE
from tracker.filing.marks import Mark
from tracker.indicators import Basis, CellKey, Comparator, Measure, Target, TargetKey, Tier
from tracker.periods import Horizon, Month
from tracker.storage.packets import MergeKey, held_words, key_words, merge_name

FUNDS = CellKey("funds_in_place", "620000", Month(2023, 5), Measure.AMOUNT, Basis.YTD)
TASK = TargetKey("funds_in_place", "620000", 2023, Horizon.FY, Measure.AMOUNT)
TARGET = Target(TASK, 3000.0, Comparator.AT_LEAST, date(2023, 1, 1))


@pytest.mark.parametrize(
    ("key", "name", "words"),
    [
        (FUNDS, "funds_in_place/620000/2023-05/amount/ytd", "甘肃招商引资 2023-05"),
        (
            FUNDS._replace(measure=Measure.GROWTH),
            "funds_in_place/620000/2023-05/growth/ytd",
            "甘肃招商引资同比 2023-05",
        ),
        (TASK, "funds_in_place/620000/2023-FY/amount/target", "甘肃招商引资 2023 年全年目标"),
        (
            TASK._replace(tier=Tier.STRETCH),
            "funds_in_place/620000/2023-FY/amount/stretch",
            "甘肃招商引资 2023 年全年力争目标",
        ),
        ("lock.2023-04", "lock.2023-04", "封账 2023-04"),
        ("footnote", "footnote", "设置 footnote"),
        (FUNDS._replace(indicator="own_1"), "own_1/620000/2023-05/amount/ytd", "甘肃own_1 2023-05"),
    ],
)
def test_keys_are_named(key: MergeKey, name: str, words: str) -> None:
    assert merge_name(key) == name
    assert key_words(key, CATALOGUE) == words


def test_figures_keep_every_digit_and_blank_is_said() -> None:
    assert held_words(None, FUNDS, CATALOGUE) == "空"
    assert held_words(1046.512, FUNDS, CATALOGUE) == "1046.512", "two that round alike are two"
    assert held_words(7.0, FUNDS._replace(indicator="own_1"), CATALOGUE) == "7"


def test_targets_are_printed_as_in_tables_with_the_day_of_a_later_version() -> None:
    assert held_words(TARGET, TASK, CATALOGUE) == "3,000"
    later = replace(TARGET, effective_on=date(2023, 7, 1))
    assert held_words(later, TASK, CATALOGUE) == "3,000（7 月 1 日起）"
    assert held_words(TARGET, TASK._replace(indicator="own_1"), CATALOGUE) == "3000"


def test_records_of_filing_show_who_when_and_why() -> None:
    mark = Mark("王处", date(2023, 7, 20), "4 月通报已印发").written()
    assert held_words(mark, "lock.2023-04", CATALOGUE) == "王处 2023-07-20 4 月通报已印发"
    assert held_words("12", "due_day.省财政厅", CATALOGUE) == "12"
    assert held_words("x" * 60, "footnote", CATALOGUE) == "x" * 39 + "…"
    assert held_words("{}", "footnote", CATALOGUE) == "{}"
