"""What targets bring about in words, and what typing over a target makes."""

from dataclasses import replace
from datetime import date

import pytest

from tests.in_memory import PROVINCE, Figures
from tracker.desk.target_review import double_half_words
from tracker.desk.target_typing import target_edit, typed_target
from tracker.exchange.target_text import TargetText, read_target
from tracker.indicators import Comparator, Measure, TargetKey
from tracker.periods import Horizon, Month
from tracker.progress import headline_rows

APRIL, JUNE = Month(2023, 4), Month(2023, 6)
KEY = TargetKey("funds_in_place", PROVINCE, 2023, Horizon.FY, Measure.AMOUNT)


def verdict(held: Figures, as_of: Month) -> str:
    rows = headline_rows(held.snapshot(), PROVINCE, as_of)
    return double_half_words(next(row for row in rows if row.indicator.id == "funds_in_place"))


@pytest.mark.parametrize(
    ("half_year", "year", "words"),
    [
        (1500, 3000, "双过半"),
        (1500, 4000, "完成半年计划、年度未过半"),
        (1800, 3000, "年度过半、未达半年计划"),
        (1800, 4000, "未过半"),
    ],
)
def test_four_verdicts_at_the_end_of_june(half_year, year, words) -> None:
    held = Figures().actual("funds_in_place", "2023-06", 1652.8)
    held.target("funds_in_place", "H1", half_year).target("funds_in_place", "FY", year)
    assert verdict(held, JUNE) == words


def test_before_june_it_is_what_each_month_must_bring() -> None:
    held = (
        Figures().actual("funds_in_place", "2023-04", 1046.5).target("funds_in_place", "FY", 3000)
    )
    assert verdict(held, APRIL) == "过半须月均 226.8 亿元"
    ahead = Figures().actual("funds_in_place", "2023-04", 1600).target("funds_in_place", "FY", 3000)
    assert verdict(ahead, APRIL) == "任务已过半"
    empty = Figures().target("funds_in_place", "FY", 3000)
    assert verdict(empty, APRIL) == ""


def test_growth_has_no_double_half() -> None:
    held = Figures().actual("gdp", "2023-03", 6.7).target("gdp", "FY", 6)
    assert double_half_words(headline_rows(held.snapshot(), PROVINCE, APRIL)[0]) == ""


def test_a_bare_number_keeps_the_comparator_that_stands_there() -> None:
    held = Figures().target("funds_in_place", "FY", 3000, comparator="about").snapshot()
    edit = target_edit(held, KEY, APRIL, TargetText(3100))
    assert edit is not None
    assert (edit.value, edit.comparator) == (3100, Comparator.ABOUT)
    assert target_edit(held, KEY, APRIL, TargetText(3000)) is None


def test_a_new_target_of_an_indicator_that_is_better_low_is_a_ceiling() -> None:
    key = KEY._replace(indicator="energy_consumption")
    edit = target_edit(Figures().snapshot(), key, APRIL, TargetText(8600))
    assert edit is not None
    assert edit.comparator is Comparator.AT_MOST


def test_blank_withdraws_and_nothing_stays_nothing() -> None:
    held = Figures().target("funds_in_place", "FY", 3000)
    edit = target_edit(held.snapshot(), KEY, APRIL, None)
    assert edit is not None
    assert edit.value is None
    assert target_edit(Figures().snapshot(), KEY, APRIL, None) is None


def test_typing_over_a_withdrawn_target_wins_over_the_withdrawal() -> None:
    held = Figures().target("funds_in_place", "FY", 3000, effective_on=date(2023, 2, 1))
    held.targets.append(replace(held.targets[0], withdrawn=True))
    edit = target_edit(held.snapshot(), KEY, APRIL, TargetText(2800))
    assert edit is not None
    assert edit.effective_on == date(2023, 2, 1)


@pytest.mark.parametrize("text", ["3000", "≤8600", "9左右", "5—6", "-3"])
def test_a_target_reads_back_as_it_is_written(text) -> None:
    read = read_target(text, "亿元")
    assert read is not None
    edit = target_edit(Figures().snapshot(), KEY, APRIL, read)
    assert edit is not None
    held = Figures().target("funds_in_place", "FY", read.value, comparator=edit.comparator)
    target = replace(held.targets[0], upper=read.upper)
    assert typed_target(target) == text
