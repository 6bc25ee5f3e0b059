"""The journal's book of settings: the ledger's own title, yard-sticks and the like."""

import sqlite3
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from tracker.edits import SettingEdit

COLUMNS = ("position", "name", "old_value", "value")
"""The hashed columns of setting_entry, in the order the chain knows them."""

ACTIVE_OF_ALL = """SELECT e.name, e.value FROM setting_entry e JOIN revision r ON r.id = e.revision
    WHERE r.reverts IS NULL AND e.revision NOT IN (SELECT revision FROM withdrawn)
    ORDER BY e.id"""

Settings = dict[str, str | None]


class SettingEntry(NamedTuple):
    """One row of setting_entry without its id and revision; the fields are COLUMNS."""

    position: int
    name: str
    old_value: str | None
    value: str | None


class SettingBook:
    """Reads and writes settings inside the journal's open transaction."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def values(self, names: Iterable[str]) -> Settings:
        """Return what each setting was last set to by an active entry; None for unset."""
        last: Settings = dict(self._connection.execute(ACTIVE_OF_ALL))
        return {name: last.get(name) for name in names}

    def enter(self, edits: Sequence[SettingEdit]) -> tuple[list[SettingEntry], Settings]:
        """Return the entries that a batch really makes, and the settings it leaves behind."""
        held = self.values([edit.name for edit in edits])
        entries: list[SettingEntry] = []
        for edit in edits:
            if held[edit.name] != edit.value:
                entries.append(SettingEntry(len(entries), edit.name, held[edit.name], edit.value))
                held[edit.name] = edit.value
        touched = {entry.name for entry in entries}
        return entries, {name: held[name] for name in touched}

    def audit(self, before: Settings, after: Settings) -> list[SettingEntry]:
        """Return what taking a revision back or restoring it did to each setting."""
        return [
            SettingEntry(position, name, before[name], value)
            for position, (name, value) in enumerate(after.items())
        ]

    def append(self, revision: str, entries: Sequence[SettingEntry]) -> None:
        """Write entries."""
        self._connection.executemany(
            f"INSERT INTO setting_entry (revision, {', '.join(COLUMNS)}) VALUES (?, ?, ?, ?, ?)",
            ((revision, *entry) for entry in entries),
        )

    def refresh(self, settings: Settings) -> None:
        """Write the value that stands for each setting; an unset one has no row."""
        self._connection.executemany(
            "DELETE FROM setting WHERE name = ?", ((name,) for name in settings)
        )
        self._connection.executemany(
            "INSERT INTO setting VALUES (?, ?)",
            ((name, value) for name, value in settings.items() if value is not None),
        )

    def keys_of(self, revision: str) -> list[str]:
        """Return the settings that a revision changed."""
        rows = self._connection.execute(
            "SELECT name FROM setting_entry WHERE revision = ? ORDER BY position", (revision,)
        )
        return [name for (name,) in rows]
