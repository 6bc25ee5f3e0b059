"""Salvage: read what can be read of a damaged ledger, row by row, into a new one."""

import shutil
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tracker.drafts import draft_of
from tracker.errors import LedgerError
from tracker.storage.database import LedgerFile
from tracker.storage.faults import told
from tracker.storage.indicator_book import IndicatorBook
from tracker.storage.new_file import building
from tracker.storage.standing import work_out_again
from tracker.storage.verification import findings

_TABLES = ("indicator", "region", "revision", "actual_entry", "target_entry", "setting_entry")
"""What cannot be worked out from something else, each after what it refers to."""

_LABELS = {
    "indicator": "指标",
    "region": "地区",
    "revision": "修订",
    "actual_entry": "数据记录",
    "target_entry": "目标记录",
    "setting_entry": "设置记录",
}
_FURTHEST_ROW = 1 << 40
_HEADER = 100
_LONGEST = 1 << 34
_Row = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Salvaged:
    """What came out: rows read by kind, entries left out, and what the new ledger lacks."""

    rows: Mapping[str, int]
    left_out: int
    findings: tuple[str, ...]


def salvage(damaged: Path, path: Path) -> Salvaged:
    """Read a damaged ledger into a new file `path`; the damaged one is only read.

    A row on a bad page is skipped, and with it what belongs to it; the values that stand are
    worked out again from the rows that were read. Raises LedgerError when nothing can be read,
    or when `path` exists.
    """
    with told(damaged):
        if not damaged.is_file():
            raise LedgerError(f"找不到台账“{damaged}”，请检查文件名。")
    with (
        told(damaged),
        _readable_copy(damaged, path.parent) as copy,
        closing(_opened(copy)) as source,
        building(path) as draft,
    ):
        file = LedgerFile.create(draft)
        try:
            with file.writing() as target:
                target.execute("PRAGMA defer_foreign_keys = ON")
                counts = {name: _carry(source, target, name) for name in _TABLES}
                if not counts["region"] or not counts["indicator"]:
                    raise LedgerError(f"台账“{damaged}”的目录读不出来，抢救不了；请改用备份副本。")
                IndicatorBook(target).restore()
                left_out = _drop_orphans(target)
                work_out_again(target)
            found = tuple(findings(file))
        finally:
            file.close()
    return Salvaged({_LABELS[name]: n for name, n in counts.items()}, left_out, found)


@contextmanager
def _readable_copy(damaged: Path, folder: Path) -> Iterator[Path]:
    """Copy the file, its -wal file too, filled up to the length its header promises.

    SQLite reads nothing at all of a file that is shorter; and the damaged one stays as it is.
    """
    place = draft_of(folder / "salvage")
    place.mkdir(mode=0o700)
    try:
        copy = place / "copy"
        shutil.copyfile(damaged, copy)
        wal = Path(f"{damaged}-wal")
        if wal.exists():
            shutil.copyfile(wal, f"{copy}-wal")
        with copy.open("r+b") as file:
            header = file.read(_HEADER)
            page_size = int.from_bytes(header[16:18], "big")
            promised = int.from_bytes(header[28:32], "big") * (
                65536 if page_size == 1 else page_size
            )
            if copy.stat().st_size < promised < _LONGEST:
                file.truncate(promised)
        yield copy
    finally:
        shutil.rmtree(place, ignore_errors=True)


def _opened(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(f"{path.resolve().as_uri()}?mode=rw", uri=True)
    connection.text_factory = lambda raw: raw.decode("utf-8", "replace")
    return connection


def _carry(source: sqlite3.Connection, target: sqlite3.Connection, table: str) -> int:
    columns = [f'"{row[1]}"' for row in target.execute(f"PRAGMA table_info({table})")]
    names, marks = ", ".join(columns), ", ".join("?" * len(columns))
    before = target.total_changes
    for row in _readable(source, table, names):
        try:
            target.execute(f"INSERT OR IGNORE INTO {table} ({names}) VALUES ({marks})", row)
        except sqlite3.IntegrityError:
            continue  # a row that a bad page has turned into nonsense
    return target.total_changes - before


def _readable(source: sqlite3.Connection, table: str, names: str) -> Iterator[_Row]:
    """Yield the rows of a table; where a page is bad, go on behind it."""
    after, step = -1, 1
    while after < _FURTHEST_ROW:
        try:
            rows = source.execute(
                f"SELECT rowid, {names} FROM {table} NOT INDEXED WHERE rowid > ? ORDER BY rowid",
                (after,),
            )
            for rowid, *row in rows:
                yield tuple(row)
                after, step = rowid, 1
        except sqlite3.DatabaseError:
            # The width of the hole is not known: look ever further behind it.
            after, step = after + step, step * 2
        else:
            return


def _drop_orphans(target: sqlite3.Connection) -> int:
    """Delete the entries whose revision, indicator or region was lost; return their number.

    The ledger is new and not yet in anybody's hands, so its triggers may be lifted for it.
    """
    triggers = target.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
    held = triggers.fetchall()
    for name, _ in held:
        target.execute(f"DROP TRIGGER {name}")
    lost = 0
    places = (
        " OR indicator NOT IN (SELECT id FROM indicator) OR region NOT IN (SELECT code FROM region)"
    )
    for table, further in (
        ("actual_entry", places), ("target_entry", places), ("setting_entry", ""),
    ):  # fmt: skip
        lost += target.execute(
            f"DELETE FROM {table} WHERE revision NOT IN (SELECT id FROM revision){further}"
        ).rowcount
    lost += target.execute(
        "DELETE FROM revision WHERE reverts IS NOT NULL"
        " AND reverts NOT IN (SELECT id FROM revision)"
    ).rowcount
    for _, sql in held:
        target.execute(sql)
    return lost
