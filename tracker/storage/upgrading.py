"""Bringing a file to the present form: empty tables for a new one, missing steps for an old one.

Loaded only when a file has to be made or changed; see `form`.
"""

import sqlite3
from contextlib import closing
from pathlib import Path

from tracker.errors import LedgerError
from tracker.storage.form import APPLICATION_ID, pragma
from tracker.storage.light_import import Database, Migrations
from tracker.storage.migrations import STEPS
from tracker.storage.new_file import building, create_empty


def lay_out(connection: sqlite3.Connection, steps: Migrations | None) -> None:
    """Make the tables of a new ledger."""
    (steps or STEPS).apply(_spoken_to(connection))


def refuse_foreign_or_newer(
    path: Path, connection: sqlite3.Connection, steps: Migrations | None
) -> None:
    """Raise LedgerError for a file that is no ledger, or one of a later version."""
    if pragma(connection, "application_id") != APPLICATION_ID:
        raise LedgerError(f"“{path}”不是双过半台账，请换一个文件，或用 guoban new 新建台账。")
    chosen = steps or STEPS
    applied = {step.name for step in chosen.applied(_spoken_to(connection))}
    ours = _names(chosen)
    if applied - ours or pragma(connection, "user_version") > len(ours):
        raise LedgerError(
            f"台账“{path}”是由更新版本的程序写的，这个版本打不开；请升级程序后再打开。"
        )


def upgrade(
    path: Path, connection: sqlite3.Connection, steps: Migrations | None, *, read_only: bool
) -> None:
    """Copy the file beside it, then take each pending step in a transaction of its own."""
    chosen, db = steps or STEPS, _spoken_to(connection)
    if not chosen.pending(db):
        return
    if read_only:
        raise LedgerError(f"台账“{path}”是旧版本写的，要先在可写的位置打开一次完成升级。")
    copy = _copy_beside(path, connection)
    try:
        chosen.apply(db)
    except sqlite3.Error as error:
        raise LedgerError(
            f"台账“{path}”升级没有成功，文件保持原样；升级前的副本在“{copy}”。"
        ) from error


def _spoken_to(connection: sqlite3.Connection) -> Database:
    return Database(connection, execute_plugins=False)


def _names(steps: Migrations) -> set[str]:
    """All steps of the set: the ones an empty database would still need."""
    with closing(sqlite3.connect(":memory:")) as empty:
        return {step.name for step in steps.pending(_spoken_to(empty))}


def _copy_beside(path: Path, connection: sqlite3.Connection) -> Path:
    version = pragma(connection, "user_version")
    number = 0
    while (copy := path.with_name(f"{path.name}.v{version}-{number}.bak")).exists():
        number += 1
    with building(copy) as draft:
        create_empty(draft)
        with closing(sqlite3.connect(draft)) as target:
            connection.backup(target)
    return copy
