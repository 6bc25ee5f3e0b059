"""Where a ledger's backups lie, what their names say, and which there are."""

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from tracker.errors import LedgerError
from tracker.storage.faults import told
from tracker.storage.moments import BEIJING

SUFFIX = ".guoban"
_NAME = re.compile(r"(?P<at>\d{8}-\d{6})(?:-(?P<number>\d+))?_(?P<reason>[a-z]+)\.guoban")
_STAMP = "%Y%m%d-%H%M%S"


class Reason(StrEnum):
    """Why a backup was made; part of its file's name."""

    START = "start"
    EDITING = "editing"
    IMPORT = "import"
    MERGE = "merge"
    MIGRATION = "migration"
    RESTORE = "restore"
    WISH = "wish"

    @property
    def label(self) -> str:
        """The word on the screen."""
        return {
            Reason.START: "启动时",
            Reason.EDITING: "填报中",
            Reason.IMPORT: "导入前",
            Reason.MERGE: "合并前",
            Reason.MIGRATION: "升级前",
            Reason.RESTORE: "恢复前",
            Reason.WISH: "手动",
        }[self]


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup that was proved when it was made. `at` is Beijing time, `size` in bytes."""

    path: Path
    at: datetime
    reason: Reason
    size: int


def backup_folder(ledger: Path, root: Path) -> Path:
    """Return the folder of a ledger's backups under a root folder; it may not exist yet.

    It is named after the file and after its first revision, so that a ledger that was moved or
    renamed on the way keeps what belongs to it and two of one name never mix. Raises LedgerError.
    """
    with read_only(ledger) as connection:
        row = connection.execute(
            "SELECT id FROM revision ORDER BY recorded_at, device_id, sequence LIMIT 1"
        ).fetchone()
    return root / ("empty" if row is None else row[0][-12:])


def backups_in(folder: Path) -> tuple[Backup, ...]:
    """Return the backups of a folder, newest first; none where there is no folder yet."""
    found = []
    with told(folder):
        if not folder.is_dir():
            return ()
        for path in folder.iterdir():
            named = _NAME.fullmatch(path.name)
            if named is not None and named["reason"] in set(Reason):
                at = datetime.strptime(named["at"], _STAMP).replace(tzinfo=BEIJING)
                number = int(named["number"] or 0)
                found.append(
                    (at, number, Backup(path, at, Reason(named["reason"]), path.stat().st_size))
                )
    return tuple(one for *_, one in sorted(found, key=lambda row: row[:2], reverse=True))


def new_name(folder: Path, at: datetime, reason: Reason) -> Path:
    """Return a name that no backup of this second has yet."""
    stamp = at.astimezone(BEIJING).strftime(_STAMP)
    path = folder / f"{stamp}_{reason}{SUFFIX}"
    number = 1
    while path.exists():
        path = folder / f"{stamp}-{number}_{reason}{SUFFIX}"
        number += 1
    return path


@contextmanager
def read_only(path: Path) -> Iterator[sqlite3.Connection]:
    """Open a ledger to read it, however old its form. Raises LedgerError."""
    with told(path):
        if not path.is_file():
            raise LedgerError(f"找不到台账“{path}”，请检查文件名。")
    with told(path), closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as it:
        yield it
