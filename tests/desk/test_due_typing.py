"""A due date is typed as people write it; the version it makes keeps the day of the one before."""

from dataclasses import replace
from datetime import date

import pytest

from tests.in_memory import CATALOGUE, PROVINCE, Figures
from tracker.desk.due_typing import due_edit, read_due, typed_due
from tracker.errors import BadValue
from tracker.indicators import Measure, MeasureKind, TargetKey
from tracker.periods import Horizon, Month
from tracker.snapshot import Snapshot
from tracker.wording import target_text

KEY = TargetKey("gdp", PROVINCE, 2023, Horizon.FY, Measure.AMOUNT)
TASK = replace(CATALOGUE.indicator("gdp"), kind=MeasureKind.MILESTONE, judged_by=Measure.AMOUNT)
MAY = Month(2023, 5)


def snapshot(figures: Figures) -> Snapshot:
    known = replace(CATALOGUE, indicators={**CATALOGUE.indicators, "gdp": TASK})
    return Snapshot(known, figures, {})


@pytest.mark.parametrize(
    "text", ["2023-07-10", "7月10日", "7-10", "7.10", "2023年7月10日", "2023/7/10", " 7 月 10 日 "]
)
def test_dates_as_people_write_them(text: str) -> None:
    assert read_due(text, 2023) == date(2023, 7, 10)


def test_another_year_may_be_named_and_done_means_the_period() -> None:
    assert read_due("2024-01-05", 2023) == date(2024, 1, 5)
    assert read_due("完成", 2023) is None
    assert read_due("2", 2023) is None
    for wrong in ("不久", "2023-02-30", "13月1日", "10"):
        with pytest.raises(BadValue, match="不是时限"):
            read_due(wrong, 2023)


def test_a_due_date_makes_a_version_and_another_replaces_it() -> None:
    empty = snapshot(Figures())
    first = due_edit(empty, KEY, MAY, "7月10日")
    assert first is not None
    assert (first.value, first.due_on) == (2.0, date(2023, 7, 10))
    assert due_edit(empty, KEY, MAY, " ") is None
    held = snapshot(Figures().target("gdp", "FY", 2.0, measure="amount", due_on=date(2023, 7, 10)))
    assert due_edit(held, KEY, MAY, "2023-07-10") is None, "nothing would change"
    later = due_edit(held, KEY, MAY, "8月1日")
    assert later is not None
    assert (later.due_on, later.effective_on) == (date(2023, 8, 1), date(2023, 1, 1))
    open_end = due_edit(held, KEY, MAY, "完成")
    assert open_end is not None
    assert open_end.due_on is None
    withdrawn = due_edit(held, KEY, MAY, "")
    assert withdrawn is not None
    assert withdrawn.value is None


def test_it_is_printed_and_typed_again() -> None:
    dated = Figures().target("gdp", "FY", 2.0, measure="amount", due_on=date(2023, 7, 10))
    bare = Figures().target("gdp", "FY", 2.0, measure="amount")
    (one,), (other,) = dated.targets, bare.targets
    assert (typed_due(one), typed_due(other)) == ("2023-07-10", "完成")
    assert (target_text(one, TASK), target_text(other, TASK)) == ("7月10日", "完成")
