"""Lines of the log in words."""

from datetime import UTC, datetime

import pytest

from tests.in_memory import CATALOGUE, PROVINCE
from tracker.desk.history_words import history_words
from tracker.edits import HistoryEntry
from tracker.indicators import Basis, CellKey, Measure, Status, TargetKey
from tracker.periods import Horizon, Month

TRADE = CATALOGUE.indicator("foreign_trade")
CELL = CellKey("foreign_trade", PROVINCE, Month(2023, 3), Measure.AMOUNT, Basis.YTD)
TARGET = TargetKey("foreign_trade", PROVINCE, 2023, Horizon.H1, Measure.AMOUNT)


def line(key, old, new, status=Status.FLASH, **more) -> str:
    entry = HistoryEntry(
        "r", datetime(2023, 4, 21, tzinfo=UTC), "", "", more.pop("reason", ""), key, old, new,
        status, None, "", more.pop("note", ""), **more,
    )  # fmt: skip
    return history_words(entry, TRADE)


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        (123.9, 124.8, "3 月 123.9 改为 124.8，快报"),
        (None, 76.9, "3 月 76.9，快报"),
        (124.8, None, "3 月 清空（原 124.8），快报"),
        (None, None, "3 月 清空，快报"),
    ],
)
def test_a_cell(old, new, words) -> None:
    assert line(CELL, old, new) == words


def test_basis_measure_note_and_undo_are_named() -> None:
    february = CELL._replace(month=Month(2023, 2), measure=Measure.GROWTH, basis=Basis.MONTH)
    assert line(february, None, 6.2, note="据海关") == "1—2 月当月 同比 6.2，快报，据海关"
    assert line(CELL, 124.8, 123.9, reverts="r0") == "3 月 124.8 改为 123.9，撤销或恢复"


def test_a_target_keeps_the_digits_it_was_set_with() -> None:
    words = line(TARGET, 300.0, 310.0, status=None, reason="省政府调整")
    assert words == "上半年 300 改为 310，省政府调整"
