"""Making a backup: SQLite copies the pages, the copy is opened and read, then it gets its name."""

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from datetime import datetime
from pathlib import Path

from tracker.errors import LedgerError
from tracker.storage.backups.folder import Backup, Reason, new_name, read_only
from tracker.storage.faults import told
from tracker.storage.form import APPLICATION_ID
from tracker.storage.new_file import building

_PRIVATE = 0o700
_LARGEST = "actual_entry"
"""The table that holds nearly all of a large ledger."""


def back_up(ledger: Path, folder: Path, at: datetime, reason: Reason) -> Backup:
    """Copy a ledger into a folder (made when missing) and prove the copy.

    Another program may be writing meanwhile: the copy is one state of the file, never a mixture.
    Raises LedgerError, naming the file that is in the way, and leaves nothing half-made.
    """
    with told(folder):
        folder.mkdir(parents=True, exist_ok=True, mode=_PRIVATE)
        path = new_name(folder, at, reason)
    with building(path) as draft:
        copy_pages(ledger, draft)
        prove(draft, ledger)
    return Backup(path, at, reason, path.stat().st_size)


def copy_pages(source: Path, target: Path) -> None:
    """Copy a ledger page by page into a new private file, its -wal file folded in."""
    with told(target):
        target.touch(mode=0o600, exist_ok=False)
        with read_only(source) as connection, closing(sqlite3.connect(target)) as copy:
            connection.backup(copy)
            # The copy must not depend on a -wal file that a person forgets to take along.
            copy.execute("PRAGMA journal_mode = DELETE")


def prove(copy: Path, source: Path) -> None:
    """Raise LedgerError unless a copy opens as a whole ledger.

    The entries and their indexes take as long as all the rest, so they are held against each
    other on a thread of their own; SQLite lets both run at once.
    """
    from concurrent.futures import ThreadPoolExecutor

    with told(copy), closing(_reading(copy)) as connection:
        (application,) = connection.execute("PRAGMA application_id").fetchone()
        if application != APPLICATION_ID:
            raise LedgerError(f"“{source}”不是双过半台账，没有备份。")
        tables = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        others = [f"integrity_check({name})" for (name,) in tables if name != _LARGEST]
        with ThreadPoolExecutor(1) as beside:
            largest = beside.submit(_is_whole, copy, [f"integrity_check({_LARGEST})"])
            # quick_check sees every page and row, and the pages that no table owns.
            whole = _is_whole(copy, ["quick_check(1)", *others])
            whole = largest.result() and whole
    if not whole:
        raise LedgerError(f"台账“{source}”有损坏的页，备份没有保留；请运行 guoban salvage。")


def _reading(copy: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{copy.resolve().as_uri()}?mode=ro", uri=True)


def _is_whole(copy: Path, checks: Sequence[str]) -> bool:
    """Run checks on a connection of the thread's own."""
    with closing(_reading(copy)) as connection:
        return all(connection.execute(f"PRAGMA {check}").fetchone() == ("ok",) for check in checks)
