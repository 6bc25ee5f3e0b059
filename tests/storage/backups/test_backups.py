"""Backups: proved copies, thinned by age, restored into a new file and compared first."""

import sqlite3
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from tests.storage.conftest import DEVICE, Clock
from tracker.edits import ActualEdit
from tracker.errors import LedgerError
from tracker.indicators import CellKey
from tracker.storage.backups import (
    Backup,
    Reason,
    back_up,
    backup_folder,
    backups_in,
    differences,
    restore,
    swap,
    thin,
)
from tracker.storage.backups.keeping import to_keep
from tracker.storage.moments import BEIJING
from tracker.storage.store import Store


def test_a_backup_of_an_open_ledger_holds_the_last_edit(
    store: Store, clock: Clock, funds: CellKey, tmp_path: Path
) -> None:
    store.record([ActualEdit(funds, 754.1)], "填报")
    made = back_up(store.path, tmp_path / "b", clock(), Reason.WISH)
    assert backups_in(tmp_path / "b") == (made,)
    assert made.path.stat().st_mode & 0o777 == 0o600
    assert [path.name for path in (tmp_path / "b").iterdir()] == [made.path.name]
    with Store.open(made.path, now=clock, author="李四", device=DEVICE) as copy:
        held = copy.snapshot().actual(funds)
        assert held is not None
        assert held.value == 754.1
        assert copy.verify() == []


def test_two_backups_of_one_second_both_stay(store: Store, clock: Clock, tmp_path: Path) -> None:
    first = back_up(store.path, tmp_path, clock(), Reason.IMPORT)
    second = back_up(store.path, tmp_path, clock(), Reason.IMPORT)
    assert backups_in(tmp_path) == (second, first)


def test_a_damaged_ledger_is_never_kept_as_a_backup(
    store: Store, clock: Clock, funds: CellKey, tmp_path: Path
) -> None:
    store.record([ActualEdit(funds, 1.0)], "填报")
    store.close()
    connection = sqlite3.connect(store.path)
    (page,) = connection.execute(
        "SELECT rootpage FROM sqlite_master WHERE name = 'actual_entry_by_cell'"
    ).fetchone()
    connection.close()
    with store.path.open("r+b") as file:
        file.seek((page - 1) * 4096 + 8)
        file.write(b"\x07" * 64)
    with pytest.raises(LedgerError, match=r"salvage|损坏"):
        back_up(store.path, tmp_path / "b", clock(), Reason.START)
    assert list((tmp_path / "b").iterdir()) == []


def test_the_folder_follows_the_ledger_not_its_name(
    store: Store, clock: Clock, tmp_path: Path
) -> None:
    before = backup_folder(store.path, tmp_path)
    store.close()
    moved = store.path.rename(tmp_path / "moved.guoban")
    assert backup_folder(moved, tmp_path) == before


def made(at: datetime) -> Backup:
    return Backup(Path(f"{at:%Y%m%d-%H%M%S}_editing.guoban"), at, Reason.EDITING, 1)


def test_all_of_two_days_stay_then_days_weeks_and_months() -> None:
    now = datetime(2023, 12, 31, 12, tzinfo=BEIJING)
    hourly = [made(now - timedelta(hours=hour)) for hour in range(24 * 400)]
    keep = to_keep(hourly, now)
    young = [one for one in keep if one.at > now - timedelta(days=2)]
    assert len(young) == 48
    days = {one.at.date() for one in keep if one.at <= now - timedelta(days=2)}
    assert len([day for day in days if (now.date() - day).days <= 14]) >= 12
    assert min(days) < now.date() - timedelta(days=7 * 30)
    assert len(keep) <= 48 + 12 + 10 + 9


def test_the_last_backup_stays_however_old_it_is() -> None:
    now = datetime(2023, 12, 31, 12, tzinfo=BEIJING)
    old = made(now - timedelta(days=4000))
    assert to_keep([old], now) == {old}


def test_weeks_without_work_cost_no_daily_backup() -> None:
    now = datetime(2023, 12, 31, 12, tzinfo=BEIJING)
    rare = [made(now - timedelta(days=30 * n)) for n in range(1, 9)]
    assert to_keep(rare, now) == set(rare)


def test_thinning_deletes_files_and_nothing_else(tmp_path: Path) -> None:
    now = datetime(2023, 12, 31, 12, tzinfo=BEIJING)
    for hour in range(24 * 3, 24 * 5):
        at = now - timedelta(hours=hour)
        (tmp_path / f"{at:%Y%m%d-%H%M%S}_editing.guoban").write_bytes(b"x")
    (tmp_path / "mine.guoban").write_bytes(b"x")
    gone = thin(backups_in(tmp_path), now)
    assert len(gone) == 48 - len(backups_in(tmp_path))
    assert len(backups_in(tmp_path)) == 3
    assert (tmp_path / "mine.guoban").exists()


def test_restoring_makes_a_new_file_and_tells_what_differs(
    store: Store, clock: Clock, funds: CellKey, tmp_path: Path
) -> None:
    store.record([ActualEdit(funds, 754.1)], "先填")
    backup = back_up(store.path, tmp_path / "b", clock(), Reason.WISH)
    clock.move(minutes=5)
    store.record([ActualEdit(funds, 760.0)], "后改")
    restored = tmp_path / "restored.guoban"
    restore(backup.path, restored)
    told = differences(store.path, restored)
    assert told.only_here == ("2023-07-20 09:35 张三 后改",)
    assert told.only_there == ()
    assert told.values == 1
    assert not differences(restored, backup.path)
    with pytest.raises(LedgerError, match="已经存在"):
        restore(backup.path, restored)


def test_swapping_keeps_the_former_ledger_whole(
    store: Store, clock: Clock, funds: CellKey, tmp_path: Path, path: Path
) -> None:
    store.record([ActualEdit(funds, 1.0)], "先填")
    backup = back_up(path, tmp_path / "b", clock(), Reason.WISH)
    store.record([ActualEdit(funds, 2.0)], "后改")
    store.close()
    restored = tmp_path / "restored.guoban"
    restore(backup.path, restored)
    kept = swap(restored, path, clock())
    assert not restored.exists()
    assert not differences(path, backup.path)
    assert differences(kept, path).only_here == ("2023-07-20 09:30 张三 后改",)
