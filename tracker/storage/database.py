"""The ledger file itself: opening, refusing, pragmas, upgrading, and one transaction at a time."""

import sqlite3
import stat
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, Self

from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

from tracker.drafts import sweep
from tracker.errors import LedgerError
from tracker.storage.faults import told, understood
from tracker.storage.migrations import APPLICATION_ID, STEPS
from tracker.storage.new_file import building, create_empty
from tracker.storage.place import identity, refuse_another

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

    def __init__(self, path: Path, db: Database, read_only: bool) -> None:
        self.path = path
        self.read_only = read_only
        self._db = db
        self._opened = identity(path)
        self._version = self._own = self._foreign = 0

    @classmethod
    def create(cls, path: Path, steps: Migrations = STEPS) -> Self:
        """Create a ledger file with empty tables. Raises LedgerError when `path` exists."""
        create_empty(path)
        db = _connect(path, "mode=rw")
        with told(path), _closing_on_error(db):
            db.conn.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            _prepare(db)
            steps.apply(db)
        return cls(path, db, read_only=False)

    @classmethod
    def open(cls, path: Path, *, read_only: bool = False, steps: Migrations = STEPS) -> Self:
        """Open a ledger and bring it to the present form. Raises LedgerError with the reason."""
        _refuse_what_is_no_ledger(path)
        if not read_only and not is_writable(path):
            raise LedgerError(
                f"台账“{path}”或它所在的文件夹是只读的，不能填报；请改为可写，或复制一份再打开。"
            )
        db = _connect(path, _reading_mode(path) if read_only else "mode=rw")
        with told(path), understood(path), _closing_on_error(db):
            _refuse_foreign_or_newer(path, db, steps)
            if not read_only:
                sweep(path.absolute().parent)
                _prepare(db)
            _upgrade(path, db, steps, read_only)
        return cls(path, db, read_only)

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """Give the connection inside one transaction: all of it is written, or nothing is."""
        if self.read_only:
            raise LedgerError(f"台账“{self.path}”是以只读方式打开的，不能写入。")
        refuse_another(self.path, self._opened)
        with told(self.path), self._db.atomic():
            self._db.conn.execute(_TAKE_WRITE_LOCK)
            before = self._last_revision()
            yield self._db.conn
            self._own += self._last_revision() - before

    def rows(self, sql: str, parameters: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
        """Return all rows of one query. Raises LedgerError when the file cannot be read."""
        with told(self.path), understood(self.path):
            return self._db.conn.execute(sql, parameters).fetchall()

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
        (last,) = self._db.conn.execute("SELECT coalesce(max(rowid), 0) FROM revision").fetchone()
        return int(last)

    def close(self) -> None:
        """Close the file; SQLite folds the -wal file back in when this was the last connection."""
        self._db.close()


def is_writable(path: Path) -> bool:
    """Say whether the file and its folder have a write bit. (os.access is always true for root.)"""
    return all(place.stat().st_mode & _WRITE_BITS for place in (path, path.absolute().parent))


def _refuse_what_is_no_ledger(path: Path) -> None:
    if path.is_dir():
        raise LedgerError(f"“{path}”是一个文件夹，不是台账，请指定台账文件。")
    if not path.exists():
        raise LedgerError(f"找不到台账“{path}”；要新建台账，请用 guoban new {path}。")
    with told(path), path.open("rb") as file:
        header = file.read(len(_SQLITE_HEADER))
    if header != _SQLITE_HEADER:
        raise LedgerError(f"“{path}”不是双过半台账，请换一个文件，或用 guoban new 新建台账。")


def _reading_mode(path: Path) -> str:
    """Where no -shm file can be made beside it, SQLite must be told that nobody else writes."""
    left_wal = Path(f"{path}-wal").exists()
    return "mode=ro" if is_writable(path) or left_wal else "mode=ro&immutable=1"


def _connect(path: Path, mode: str) -> Database:
    with told(path):
        uri = f"{path.resolve().as_uri()}?{mode}"
        connection = sqlite3.connect(uri, uri=True, timeout=BUSY_SECONDS)
        db = Database(connection)
        connection.execute("PRAGMA foreign_keys = ON")
    return db


def _prepare(db: Database) -> None:
    db.enable_wal()
    db.conn.execute("PRAGMA synchronous = FULL")
    db.conn.execute(f"PRAGMA wal_autocheckpoint = {CHECKPOINT_PAGES}")


@contextmanager
def _closing_on_error(db: Database) -> Iterator[None]:
    try:
        yield
    except BaseException:
        db.close()
        raise


def _pragma(db: Database, name: str) -> int:
    return int(db.conn.execute(f"PRAGMA {name}").fetchone()[0])


def _refuse_foreign_or_newer(path: Path, db: Database, steps: Migrations) -> None:
    if _pragma(db, "application_id") != APPLICATION_ID:
        raise LedgerError(f"“{path}”不是双过半台账，请换一个文件，或用 guoban new 新建台账。")
    applied = {step.name for step in steps.applied(db)}
    ours = _names(steps)
    if applied - ours or _pragma(db, "user_version") > len(ours):
        raise LedgerError(
            f"台账“{path}”是由更新版本的程序写的，这个版本打不开；请升级程序后再打开。"
        )


def _names(steps: Migrations) -> set[str]:
    """All steps of the set: the ones an empty database would still need."""
    empty = Database(memory=True)
    try:
        return {step.name for step in steps.pending(empty)}
    finally:
        empty.close()


def _upgrade(path: Path, db: Database, steps: Migrations, read_only: bool) -> None:
    """Copy the file beside it, then take each pending step in a transaction of its own."""
    if not steps.pending(db):
        return
    if read_only:
        raise LedgerError(f"台账“{path}”是旧版本写的，要先在可写的位置打开一次完成升级。")
    copy = _copy_beside(path, db)
    try:
        steps.apply(db)
    except sqlite3.Error as error:
        raise LedgerError(
            f"台账“{path}”升级没有成功，文件保持原样；升级前的副本在“{copy}”。"
        ) from error


def _copy_beside(path: Path, db: Database) -> Path:
    version = _pragma(db, "user_version")
    number = 0
    while (copy := path.with_name(f"{path.name}.v{version}-{number}.bak")).exists():
        number += 1
    with building(copy) as draft:
        create_empty(draft)
        with closing(sqlite3.connect(draft)) as target:
            db.conn.backup(target)
    return copy
