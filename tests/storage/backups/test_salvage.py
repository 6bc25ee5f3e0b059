"""Salvage: what can be read of a damaged ledger is read, and what is lost is said."""

import os
from pathlib import Path

import pytest

from tests.storage.conftest import DEVICE, Clock
from tracker.edits import ActualEdit
from tracker.errors import LedgerError
from tracker.indicators import CellKey
from tracker.storage.backups.salvage import salvage
from tracker.storage.store import Store

PAGE = 4096


def value_in(path: Path, key: CellKey) -> float | None:
    with Store.open(path, now=Clock(), author="王五", device=DEVICE) as store:
        held = store.snapshot().actual(key)
    return None if held is None else held.value


@pytest.fixture
def filled(store: Store, clock: Clock, funds: CellKey, path: Path) -> Path:
    """A ledger of many small revisions, closed."""
    for value in range(300):
        clock.move(minutes=1)
        month = funds.month.plus(-(value % 3))
        store.record([ActualEdit(funds._replace(month=month), float(value + 1))], f"第{value}次")
    store.revert(store.record([ActualEdit(funds, 9999.0)], "打错").revision, "撤销")
    store.close()
    return path


def test_a_whole_ledger_comes_out_whole(filled: Path, tmp_path: Path, funds: CellKey) -> None:
    result = salvage(filled, tmp_path / "out.guoban")
    assert result.findings == ()
    assert result.left_out == 0
    assert result.rows["数据记录"] == 302
    assert value_in(tmp_path / "out.guoban", funds) == value_in(filled, funds) == 298.0


def test_bad_pages_cost_only_what_stood_on_them(
    filled: Path, tmp_path: Path, funds: CellKey
) -> None:
    pages = filled.stat().st_size // PAGE
    with filled.open("r+b") as file:
        for page in (pages // 2, pages // 2 + 1, pages - 2):
            file.seek(page * PAGE)
            file.write(os.urandom(PAGE))
    before = filled.read_bytes()
    result = salvage(filled, tmp_path / "out.guoban")
    assert filled.read_bytes() == before
    assert result.rows["修订"] > 150
    assert result.findings
    assert value_in(tmp_path / "out.guoban", funds) is not None


def test_a_truncated_ledger_gives_its_first_part(filled: Path, tmp_path: Path) -> None:
    size = filled.stat().st_size
    os.truncate(filled, size - size // 4)
    result = salvage(filled, tmp_path / "out.guoban")
    assert 0 < result.rows["修订"] <= 303


def test_a_file_without_a_catalogue_is_refused_and_nothing_is_left(tmp_path: Path) -> None:
    wreck = tmp_path / "wreck.guoban"
    wreck.write_bytes(b"SQLite format 3\x00" + os.urandom(20000))
    with pytest.raises(LedgerError, match=r"wreck\.guoban"):
        salvage(wreck, tmp_path / "out.guoban")
    assert [path.name for path in tmp_path.iterdir()] == ["wreck.guoban"]
