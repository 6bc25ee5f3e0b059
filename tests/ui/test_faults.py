"""Faults under the open window: it says what happened, keeps what was typed, and goes on."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import open_store
from tests.faults.places import SizeLimit
from tests.ui.grid_hands import Hands
from tracker.indicators import Basis, CellKey, Measure
from tracker.ledgers import LedgerKind
from tracker.periods import Month
from ui import main_window

TRADE = CellKey("foreign_trade", "620000", Month(2023, 4), Measure.AMOUNT, Basis.YTD)


def value_in(path: Path) -> float:
    with open_store(path, read_only=True) as store:
        held = store.snapshot().actual(TRADE)
        assert held is not None
        return held.value


@pytest.fixture
def window(open_window: Callable[..., Any]) -> Any:
    return open_window(LedgerKind.SAMPLE, page="entry", as_of="2023-04")


def test_a_full_disk_keeps_the_text_in_its_cell_and_later_takes_it(window: Any) -> None:
    hands = Hands(window.page)
    path = window.session.store.path
    disk = SizeLimit(path.parent)
    disk.fill(0)
    try:
        hands.enter("foreign_trade", 4, "170")
    finally:
        disk.relieve()
    assert "没有写入" in window.page.error_bar.sentence.text()
    assert window.page.table.problems
    assert hands.text("foreign_trade", 4) == "170"
    assert value_in(path) == 165.4
    hands.enter("foreign_trade", 4, "171")
    assert not window.page.table.problems
    assert value_in(path) == 171.0


def test_a_ledger_replaced_under_the_window_refuses_the_edit_and_leaves_the_new_file_alone(
    window: Any,
) -> None:
    path = window.session.store.path
    other = path.with_name("other.guoban")
    shutil.copy(path, other)
    other.replace(path)
    before = path.read_bytes()
    Hands(window.page).enter("foreign_trade", 4, "170")
    assert "被换成了另一个文件" in window.page.error_bar.sentence.text()
    assert window.page.table.problems
    assert path.read_bytes() == before


def test_a_ledger_on_a_network_share_is_warned_of(
    window: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(main_window, "is_on_share", lambda path: path == window.session.store.path)
    window.watch_backups()
    said, why = window.status.place
    assert said == "▲ 网络盘"
    assert "最好放在本机" in why


def test_two_windows_on_one_ledger_write_in_turn_and_both_see_it_all(
    window: Any, open_window: Callable[..., Any]
) -> None:
    other = open_window(path=window.session.store.path, page="entry", as_of="2023-04")
    for number, typing, reading in ((170.0, window, other), (171.5, other, window)):
        Hands(typing.page).enter("foreign_trade", 4, str(number))
        reading.page.grid.view.setFocus()
        reading.neighbours.look()
        assert Hands(reading.page).text("foreign_trade", 4) == f"{number:.1f}"
    assert value_in(window.session.store.path) == 171.5
    assert window.session.store.verify() == []
