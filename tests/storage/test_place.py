"""The file under a running program: taken away, replaced, on a share, or written by another."""

import shutil
from pathlib import Path

import pytest

from tracker.edits import ActualEdit
from tracker.errors import LedgerError
from tracker.indicators import CellKey
from tracker.storage.place import is_on_share
from tracker.storage.store import Store


def test_a_ledger_that_was_taken_away_is_not_written(
    store: Store, funds: CellKey, path: Path
) -> None:
    path.rename(path.with_name("elsewhere.guoban"))
    with pytest.raises(LedgerError, match=r"被移走或删除了，没有写入"):
        store.record([ActualEdit(funds, 1.0)], "填报")


def test_a_ledger_that_was_replaced_is_not_written(
    store: Store, funds: CellKey, path: Path
) -> None:
    store.record([ActualEdit(funds, 1.0)], "填报")
    copy = path.with_name("copy.guoban")
    shutil.copy(path, copy)
    copy.replace(path)
    with pytest.raises(LedgerError, match=r"被换成了另一个文件"):
        store.record([ActualEdit(funds, 2.0)], "填报")


def test_two_programs_on_one_ledger_see_each_other(store: Store, funds: CellKey, reopened) -> None:
    other = reopened()
    before = other.seen_elsewhere()
    store.record([ActualEdit(funds, 754.1)], "填报")
    assert other.seen_elsewhere() != before
    held = other.snapshot().actual(funds)
    assert held is not None
    assert held.value == 754.1
    own = store.seen_elsewhere()
    store.record([ActualEdit(funds, 760.0)], "填报")
    assert store.seen_elsewhere() == own, "one's own writing is no news"
    reopened().close()
    assert store.seen_elsewhere() == own, "somebody who only looked is none either"


MOUNTS = """/dev/sda1 / ext4 rw 0 0
//server/share /mnt/共享\\040盘 cifs rw 0 0
host:/export /srv nfs4 rw 0 0
/dev/sdb1 /srv/local ext4 rw 0 0
"""


@pytest.mark.parametrize(
    ("place", "share"),
    [
        ("/home/a/l.guoban", False),
        ("/mnt/共享 盘/2023/l.guoban", True),
        ("/srv/l.guoban", True),
        ("/srv/local/l.guoban", False),
    ],
)
def test_a_network_share_is_told_from_a_disk(place: str, share: bool) -> None:
    assert is_on_share(Path(place), MOUNTS) is share


def test_this_machine_says_no_more_than_it_knows(tmp_path: Path) -> None:
    assert is_on_share(tmp_path / "l.guoban") in (True, False)
