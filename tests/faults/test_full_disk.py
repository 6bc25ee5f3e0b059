"""A full disk: the sentence says so, what was there stays whole, and afterwards all goes on."""

from collections.abc import Callable
from datetime import date
from itertools import count
from pathlib import Path

import pytest

from tests.conftest import NOW, open_store
from tests.faults.conftest import Put
from tests.faults.places import Disk
from tracker.charts.export import export
from tracker.charts.gallery import ChartRequest
from tracker.edits import ActualEdit
from tracker.errors import ExportError, LedgerError, TrackerError
from tracker.exchange.tables_out.writing import write_file, write_folder
from tracker.indicators import CellKey
from tracker.ledgers import LedgerKind, device_id
from tracker.periods import Month
from tracker.storage.backups import Reason, back_up, restore
from tracker.storage.store import Store

ROOM = 64 * 1024
NOTE = "长" * 1500


def typed_until_refused(store: Store, cell: CellKey) -> tuple[float, str]:
    """Type ever higher values; return the last acknowledged one and the refusal."""
    for n in count(1):
        try:
            store.record([ActualEdit(cell, float(n), note=NOTE)], f"填 {n}")
        except LedgerError as error:
            return n - 1, str(error)
    raise AssertionError


def test_an_edit_is_refused_and_every_acknowledged_one_is_there(
    disk: Disk, ledger_on: Put, trade: CellKey
) -> None:
    path = ledger_on(disk.folder)
    with open_store(path) as store:
        disk.fill(ROOM)
        last, sentence = typed_until_refused(store, trade)
        assert last > 0
        assert path.name in sentence
        assert "没有写入" in sentence
        held = store.snapshot().actual(trade)
        assert held is not None
        assert held.value == last
    with open_store(path, read_only=True) as again:  # closing folded nothing in: no room
        held = again.snapshot().actual(trade)
        assert held is not None
        assert held.value == last
    disk.relieve()
    with open_store(path) as store:
        store.record([ActualEdit(trade, 5000.0)], "填报")
        assert store.verify() == []


def test_a_block_is_never_written_by_half(disk: Disk, ledger_on: Put, trade: CellKey) -> None:
    with open_store(ledger_on(disk.folder)) as store:
        block = [
            ActualEdit(trade._replace(month=Month(2023, month)), 77.0, note=NOTE)
            for month in range(2, 13)
        ]
        disk.fill(20 * 1024)
        with pytest.raises(LedgerError, match="没有写入"):
            store.record(block, "粘贴 11 格")
        months = [store.snapshot().actual(edit.key) for edit in block]
        assert 77.0 not in [held.value for held in months if held is not None]
        disk.relieve()
        assert len(store.record(block, "粘贴 11 格").cells) == 11


@pytest.mark.parametrize("what", ["backup", "restore"])
def test_no_half_copy_of_a_ledger_is_left(
    what: str, disk: Disk, ledger_on: Put, tmp_path: Path
) -> None:
    (tmp_path / "here").mkdir()
    path = ledger_on(tmp_path / "here")
    folder = disk.folder / "backups"
    folder.mkdir()

    def copy() -> None:
        if what == "backup":
            back_up(path, folder, NOW, Reason.WISH)
        else:
            restore(path, folder / "恢复.guoban")

    disk.fill(ROOM)
    with pytest.raises(LedgerError) as refused:
        copy()
    assert str(refused.value).endswith("。")
    assert list(folder.iterdir()) == []
    disk.relieve()
    copy()
    assert len(list(folder.iterdir())) == 1


def exports(store: Store, folder: Path) -> dict[str, Callable[[], object]]:
    """Return the ways in which files leave the program."""
    request = ChartRequest("trajectory", "620000", Month(2023, 4), date(2023, 7, 20),
                           indicator="foreign_trade", preset="slide")  # fmt: skip
    content = bytes(ROOM * 4)
    return {
        "图.png": lambda: export(store.snapshot(), request, folder / "图.png", force=True),
        "表.xlsx": lambda: write_file(folder / "表.xlsx", content, force=True),
        "整本": lambda: write_folder(folder / "整本", {"a.csv": content}, force=True),
    }


@pytest.mark.parametrize("name", ["图.png", "表.xlsx", "整本"])
def test_what_is_exported_is_whole_or_as_it_was(
    name: str, disk: Disk, ledger_on: Put, tmp_path: Path
) -> None:
    (tmp_path / "here").mkdir()
    with open_store(ledger_on(tmp_path / "here", LedgerKind.SAMPLE), read_only=True) as store:
        make = exports(store, disk.folder)[name]
        if name != "整本":
            (disk.folder / name).write_bytes(b"former")
        disk.fill(8 * 1024)
        with pytest.raises(ExportError) as refused:
            make()
        assert name in str(refused.value)
        assert "磁盘已满" in str(refused.value)
        left = {path.name: path.read_bytes() for path in disk.folder.iterdir()}
        assert left == ({} if name == "整本" else {name: b"former"})
        disk.relieve()
        make()
        assert (disk.folder / name).exists()


def test_a_new_ledger_that_does_not_fit_leaves_nothing(disk: Disk, ledger_on: Put) -> None:
    from tracker.catalogue import shipped_catalogue

    disk.fill(ROOM)
    with pytest.raises(LedgerError):
        Store.create(
            disk.folder / "新.guoban", shipped_catalogue(), {}, now=lambda: NOW, author="张三",
            device="d",
        )  # fmt: skip
    assert list(disk.folder.iterdir()) == []


def test_the_name_of_this_machine_is_whole_or_not_there(disk: Disk) -> None:
    disk.fill(0)
    with pytest.raises(TrackerError):
        device_id(disk.folder / "home")
    disk.relieve()
    assert device_id(disk.folder / "home") == device_id(disk.folder / "home")
