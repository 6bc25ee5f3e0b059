"""The ledger file itself: opening, refusing, pragmas, upgrading, and one transaction at a time."""

import os
import sqlite3
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from tracker.drafts import sweep
from tracker.errors import LedgerError
from tracker.storage.faults import told, understood
from tracker.storage.form import APPLICATION_ID, has_present_form
from tracker.storage.new_file import create_empty
from tracker.storage.place import identity, refuse_another

if TYPE_CHECKING:
    from tracker.storage.light_import import Migrations

BUSY_SECONDS = 2.0
"""How long to wait for another program that is just writing."""

CHECKPOINT_PAGES = 4000
"""Folding the -wal file back in takes longer than a keystroke should wait: do it after some
hundred edits (16 MB), not after sixty as SQLite would. Every commit is on disk either way."""

_SQLITE_HEADER = b"SQLite format 3\x00"
_WRITE_BITS = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH

_TAKE_WRITE_LOCK = "DELETE FROM withdrawn WHERE 0"
"""A write that does nothing. As the first statement of a transaction it makes everything read
afterwards safe from another writer, which SQLite's plain BEGIN does not."""


class LedgerFile:
    """An open ledger file. It belongs to the thread that opened it."""

    def __init__(self, path: Path, connection: sqlite3.Connection, read_only: bool) -> None:
        self.path = path
        self.read_only = read_only
        self._connection = connection
        self._opened = identity(path)
        self._version = self._own = self._foreign = 0

    @classmethod
    def create(cls, path: Path, steps: "Migrations | None" = None) -> Self:
        """Create a ledger file with empty tables. Raises LedgerError when `path` exists.

        `steps` stands in for those of this version.
        """
        from tracker.storage.upgrading import lay_out

        create_empty(path)
        connection = _connect(path, "mode=rw")
        with told(path), _closing_on_error(connection):
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            _prepare(connection)
            lay_out(connection, steps)
        return cls(path, connection, read_only=False)

    @classmethod
    def open(
        cls, path: Path, *, read_only: bool = False, steps: "Migrations | None" = None
    ) -> Self:
        """Open a ledger and bring it to the present form. Raises LedgerError with the reason."""
        _refuse_what_is_no_ledger(path)
        if not read_only and not is_writable(path):
            raise LedgerError(
                f"台账“{path}”或它所在的文件夹是只读的，不能填报；请改为可写，或复制一份再打开。"
            )
        connection = _connect(path, _reading_mode(path) if read_only else "mode=rw")
        with told(path), understood(path), _closing_on_error(connection):
            present = steps is None and has_present_form(connection)
            if not present:
                from tracker.storage import upgrading

                upgrading.refuse_foreign_or_newer(path, connection, steps)
            if not read_only:
                sweep(path.absolute().parent)
                _prepare(connection)
            if not present:
                upgrading.upgrade(path, connection, steps, read_only=read_only)
        return cls(path, connection, read_only)

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """Give the connection inside one transaction: all of it is written, or nothing is."""
        if self.read_only:
            raise LedgerError(f"台账“{self.path}”是以只读方式打开的，不能写入。")
        refuse_another(self.path, self._opened)
        with told(self.path), _atomic(self._connection):
            self._connection.execute(_TAKE_WRITE_LOCK)
            before = self._last_revision()
            yield self._connection
            self._own += self._last_revision() - before

    def rows(self, sql: str, parameters: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
        """Return all rows of one query. Raises LedgerError when the file cannot be read."""
        with told(self.path), understood(self.path):
            return self._connection.execute(sql, parameters).fetchall()

    def seen_elsewhere(self) -> int:
        """Return a number that changes whenever another connection has recorded something.

        SQLite's own number (data_version) also moves when one that only read is closed, so the
        revisions are looked up then, less those recorded here.
        """
        ((version,),) = self.rows("PRAGMA data_version")
        if version != self._version:
            self._version = int(version)
            self._foreign = self._last_revision() - self._own
        return self._foreign

    def _last_revision(self) -> int:
        (last,) = self._connection.execute(
            "SELECT coalesce(max(rowid), 0) FROM revision"
        ).fetchone()
        return int(last)

    def close(self) -> None:
        """Close the file; SQLite folds the -wal file back in when this was the last connection."""
        self._connection.close()


def is_writable(path: Path) -> bool:
    """Say whether this user may write the file and in its folder. Raises LedgerError.

    The write bits are asked, too: for root alone, os.access is always true.
    """
    with told(path):
        places = (path, path.absolute().parent)
        return all(
            place.stat().st_mode & _WRITE_BITS and os.access(place, os.W_OK) for place in places
        )


def _refuse_what_is_no_ledger(path: Path) -> None:
    with told(path):
        if path.is_dir():
            raise LedgerError(f"“{path}”是一个文件夹，不是台账，请指定台账文件。")
        if not path.exists():
            raise LedgerError(f"找不到台账“{path}”；要新建台账，请用 guoban new {path}。")
        with path.open("rb") as file:
            header = file.read(len(_SQLITE_HEADER))
    if header != _SQLITE_HEADER:
        raise LedgerError(f"“{path}”不是双过半台账，请换一个文件，或用 guoban new 新建台账。")


def _reading_mode(path: Path) -> str:
    """Where no -shm file can be made beside it, SQLite must be told that nobody else writes."""
    left_wal = Path(f"{path}-wal").exists()
    return "mode=ro" if is_writable(path) or left_wal else "mode=ro&immutable=1"


def _connect(path: Path, mode: str) -> sqlite3.Connection:
    with told(path):
        uri = f"{path.resolve().as_uri()}?{mode}"
        connection = sqlite3.connect(uri, uri=True, timeout=BUSY_SECONDS)
        connection.execute("PRAGMA foreign_keys = ON")
        # Without it INSERT OR REPLACE would get past the triggers that refuse DELETE.
        connection.execute("PRAGMA recursive_triggers = ON")
    return connection


def _prepare(connection: sqlite3.Connection) -> None:
    ((mode,),) = connection.execute("PRAGMA journal_mode").fetchall()
    if mode != "wal":
        connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute(f"PRAGMA wal_autocheckpoint = {CHECKPOINT_PAGES}")


@contextmanager
def _atomic(connection: sqlite3.Connection) -> Iterator[None]:
    """Commit what is done inside, or take all of it back. (A ROLLBACK trigger may have already.)"""
    connection.execute("BEGIN")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        connection.rollback()
        raise


@contextmanager
def _closing_on_error(connection: sqlite3.Connection) -> Iterator[None]:
    try:
        yield
    except BaseException:
        connection.close()
        raise
