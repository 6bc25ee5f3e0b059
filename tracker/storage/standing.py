"""What stands, worked out from the journal alone: after a merge, or for a salvaged ledger."""

import sqlite3
from collections.abc import Iterable

from tracker.storage.actual_book import COLUMNS as ACTUAL_COLUMNS
from tracker.storage.actual_book import ActualBook, ActualEntry
from tracker.storage.indicator_book import IndicatorBook
from tracker.storage.setting_book import ACTIVE_OF_ALL as ACTIVE_SETTINGS
from tracker.storage.setting_book import SettingBook
from tracker.storage.target_book import COLUMNS as TARGET_COLUMNS
from tracker.storage.target_book import TargetBook, TargetEntry

UNDOS = """SELECT id, reverts FROM revision WHERE reverts IS NOT NULL
    ORDER BY recorded_at DESC, device_id, sequence DESC"""
"""Every revision that takes another back, the last first."""


def withdrawn_by(undos: Iterable[tuple[str, str]]) -> set[str]:
    """Replay the undos (rows of UNDOS): one that stands takes its revision out of force."""
    gone: set[str] = set()
    for name, reverted in undos:
        if name not in gone:
            gone.add(reverted)
    return gone


def work_out_again(connection: sqlite3.Connection) -> None:
    """Write the withdrawn revisions and all values that stand anew, inside an open transaction."""
    gone = withdrawn_by(connection.execute(UNDOS).fetchall())
    held = {name for (name,) in connection.execute("SELECT id FROM revision")}
    connection.execute("DELETE FROM withdrawn")
    connection.executemany(
        "INSERT INTO withdrawn VALUES (?)", ((name,) for name in sorted(gone & held))
    )
    for table in ("actual_current", "target_current", "setting"):
        connection.execute(f"DELETE FROM {table}")
    actuals, targets = ActualBook(connection), TargetBook(connection)
    cells = connection.execute(f"SELECT {', '.join(ACTUAL_COLUMNS)} FROM actual_entry").fetchall()
    actuals.refresh(actuals.vintages({ActualEntry(*row).key for row in cells}))
    tasks = connection.execute(f"SELECT {', '.join(TARGET_COLUMNS)} FROM target_entry").fetchall()
    targets.refresh(targets.versions({TargetEntry(*row).key for row in tasks}))
    SettingBook(connection).refresh(dict(connection.execute(ACTIVE_SETTINGS)))
    indicators = IndicatorBook(connection)
    indicators.restore()  # rows that figures refer to, also of indicators taken back since
    indicators.refresh(dict(connection.execute("SELECT name, value FROM setting")))
