"""Restoring: into a new file first, compared with what stands, and only then put in its place."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from tracker.storage.backups.folder import read_only
from tracker.storage.backups.making import copy_pages, prove
from tracker.storage.faults import told
from tracker.storage.moments import read_time
from tracker.storage.new_file import building

_REVISIONS = "SELECT id, recorded_at, author, text FROM revision"
_ACTUALS = """SELECT region, year, month, indicator, measure, basis, value FROM actual_current"""


@dataclass(frozen=True, slots=True)
class Difference:
    """What two ledgers do not share: revisions of either, newest first, and values that differ."""

    only_here: tuple[str, ...]
    only_there: tuple[str, ...]
    values: int

    def __bool__(self) -> bool:
        return bool(self.only_here or self.only_there or self.values)


def restore(backup: Path, path: Path) -> None:
    """Copy a backup into a new file and prove it. Raises LedgerError when `path` exists."""
    with building(path) as draft:
        copy_pages(backup, draft)
        prove(draft, backup)


def differences(here: Path, there: Path) -> Difference:
    """Compare two ledgers: each revision as a line (time, author, text), and the values held."""
    ours, theirs = _rows(here, _REVISIONS), _rows(there, _REVISIONS)
    values = set(_rows(here, _ACTUALS)) ^ set(_rows(there, _ACTUALS))
    cells = {row[:6] for row in values}
    return Difference(_lines(ours, theirs), _lines(theirs, ours), len(cells))


def swap(restored: Path, ledger: Path, at: datetime) -> Path:
    """Put a restored file in a ledger's place; return where the former ledger is kept.

    No program may have the ledger open. Both steps are renames in one folder: whatever happens
    between them, both files are whole. Raises LedgerError.
    """
    kept = ledger.with_name(f"{ledger.stem}.{at:%Y%m%d-%H%M%S}.before-restore{ledger.suffix}")
    with told(ledger):
        for end in ("-wal", "-shm"):
            side = Path(f"{ledger}{end}")
            if side.exists():
                side.rename(f"{kept}{end}")
        ledger.replace(kept)
        restored.replace(ledger)
    return kept


def _rows(path: Path, sql: str) -> list[tuple[Any, ...]]:
    with read_only(path) as connection:
        return connection.execute(sql).fetchall()


def _lines(ours: Sequence[tuple[Any, ...]], theirs: Sequence[tuple[Any, ...]]) -> tuple[str, ...]:
    known = {row[0] for row in theirs}
    extra = sorted((row for row in ours if row[0] not in known), key=lambda r: r[1], reverse=True)
    return tuple(f"{read_time(at):%Y-%m-%d %H:%M} {author} {text}" for _, at, author, text in extra)
