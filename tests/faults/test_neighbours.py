"""Several programs on one ledger: all may read, writes come one after the other, no lock stays."""

import os
import signal
import sqlite3
from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

import pytest

from tests.conftest import NOW, open_store
from tests.faults.conftest import Put
from tests.faults.places import as_somebody
from tracker.edits import ActualEdit
from tracker.errors import LedgerError
from tracker.indicators import CellKey
from tracker.storage import database
from tracker.storage.store import Store

EDITS = 25


@pytest.fixture
def path(ledger_on: Put, tmp_path: Path) -> Path:
    return ledger_on(tmp_path)


def forked(work: Callable[[], object]) -> int:
    """Work in another process; return its number."""
    child = os.fork()
    if child:
        return child
    code = 1
    try:
        work()
        code = 0
    finally:
        os._exit(code)


def value_of(store: Store, cell: CellKey) -> float | None:
    held = store.snapshot().actual(cell)
    return None if held is None else held.value


def test_two_programs_that_write_at_once_lose_nothing(path: Path, trade: CellKey) -> None:
    def write(cell: CellKey) -> None:
        with open_store(path) as store:
            for n in range(1, EDITS + 1):
                store.record([ActualEdit(cell, float(n))], f"填 {n}")

    cells = (trade, trade._replace(region="620100"), trade._replace(region="620200"))
    children = [forked(partial(write, cell)) for cell in cells]
    for child in children:
        assert os.waitpid(child, 0)[1] == 0
    with open_store(path) as store:
        assert [value_of(store, cell) for cell in cells] == [EDITS] * len(cells)
        assert store.verify() == [], "one device, one chain, written by three programs"
        columns, rows = store.contents.journal_tables()["revision"]
        at = columns.index("sequence")
        numbers = [row[at] for row in rows[-len(cells) * EDITS :]]
        assert numbers == list(range(numbers[0], numbers[0] + len(numbers)))


def test_each_window_sees_what_the_other_wrote_and_both_may_read(
    path: Path, trade: CellKey
) -> None:
    with open_store(path) as one, open_store(path) as other, open_store(path, read_only=True) as it:
        one.record([ActualEdit(trade, 1.0)], "填报")
        assert value_of(other, trade) == value_of(it, trade) == 1.0
        other.record([ActualEdit(trade, 2.0)], "填报")
        assert value_of(one, trade) == value_of(it, trade) == 2.0
        with pytest.raises(LedgerError, match="只读"):
            it.record([ActualEdit(trade, 3.0)], "填报")


def test_a_lock_that_another_holds_is_told_and_can_be_waited_for(
    path: Path, trade: CellKey, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "BUSY_SECONDS", 0.05)
    other = sqlite3.connect(path)
    with open_store(path) as store:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(LedgerError, match=r"正被另一个程序占用，没有写入"):
            store.record([ActualEdit(trade, 1.0)], "填报")
        assert value_of(store, trade) == 165.4, "a lock on writing forbids nobody to read"
        other.rollback()
        other.close()
        assert store.record([ActualEdit(trade, 1.0)], "填报")


def test_the_lock_of_a_killed_program_needs_no_hand_to_delete_it(
    path: Path, trade: CellKey
) -> None:
    reading, writing = os.pipe()

    def hold() -> None:
        connection = sqlite3.connect(path)
        connection.execute("BEGIN EXCLUSIVE")
        connection.execute("DELETE FROM withdrawn")
        os.write(writing, b"!")
        signal.pause()

    child = forked(hold)
    assert os.read(reading, 1) == b"!"
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    with open_store(path) as store:
        assert store.record([ActualEdit(trade, 1.0)], "填报")
        assert store.verify() == []


@pytest.mark.skipif(os.geteuid() != 0, reason="a second user wants root to make one")
def test_a_second_user_is_told_that_the_ledger_is_not_theirs(
    path: Path, trade: CellKey, tmp_path: Path
) -> None:
    for folder in (tmp_path, tmp_path.parent, tmp_path.parent.parent):
        folder.chmod(folder.stat().st_mode | 0o011)
    with open_store(path) as store:
        store.record([ActualEdit(trade, 1.0)], "填报")

        def other() -> str:
            try:
                with open_store(path) as mine:
                    return str(value_of(mine, trade))
            except LedgerError as error:
                return str(error)

        told = as_somebody(other)
        assert path.name in told
        assert "权限" in told or "只读" in told, told
        store.record([ActualEdit(trade, 2.0)], "填报")


def _same(at: datetime) -> datetime:
    return at


def test_a_clock_set_back_keeps_the_order_of_what_was_typed(path: Path, trade: CellKey) -> None:
    times = [NOW, NOW - timedelta(days=400), NOW - timedelta(days=30), NOW - timedelta(days=800)]
    for n, at in enumerate(times, start=1):
        with Store.open(path, now=partial(_same, at), author="张三", device="d") as store:
            store.record([ActualEdit(trade, float(n))], f"填 {n}")
            assert value_of(store, trade) == n
            assert store.verify() == []
            saved = store.last_saved
            assert saved is not None
            assert saved >= NOW
