"""The health of a ledger file: its pages, its chain, and the values that stand."""

from pathlib import Path

from tracker.storage.backups.folder import read_only
from tracker.storage.store import Store

_MOST = 20


def page_faults(path: Path) -> list[str]:
    """Return a sentence for each fault SQLite finds in the pages of a file. Raises LedgerError."""
    with read_only(path) as connection:
        rows = connection.execute(f"PRAGMA integrity_check({_MOST})").fetchall()
    return [
        f"台账“{path}”有损坏的页（{word}），请从备份恢复，或运行 guoban salvage。"
        for (word,) in rows
        if word != "ok"
    ]


def faults(store: Store) -> list[str]:
    """Return everything that is wrong with an open ledger, a finished sentence each."""
    return page_faults(store.path) or store.verify()
