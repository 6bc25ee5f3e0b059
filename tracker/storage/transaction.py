"""One open transaction of the journal: entries, their seal, and the values that then stand."""

import secrets
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import NamedTuple

from tracker.edits import ActualEdit, Changes, Edit, SettingEdit, TargetEdit
from tracker.errors import UnknownName
from tracker.filing.locks import refuse_locked
from tracker.periods import Month
from tracker.storage.actual_book import ActualBook, ActualEntry, Vintages
from tracker.storage.chain import FIRST_LINK, Revision, seal
from tracker.storage.indicator_book import IndicatorBook
from tracker.storage.moments import read_time, time_text
from tracker.storage.setting_book import SettingBook, SettingEntry, Settings
from tracker.storage.signature import Signature
from tracker.storage.target_book import TargetBook, TargetEntry, Versions
from tracker.storage.uuid7 import RANDOM_BYTES, uuid7


class Note(NamedTuple):
    """What a revision says of itself; `reverts` names the revision it takes back."""

    text: str
    reason: str = ""
    reverts: str | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """Everything that decides the current values of the keys a revision touches."""

    actuals: Vintages = field(default_factory=dict)
    targets: Versions = field(default_factory=dict)
    settings: Settings = field(default_factory=dict)

    def changes(self, revision: str) -> Changes:
        """Name the keys, as the changes of a revision."""
        return Changes(
            revision, frozenset(self.actuals), frozenset(self.targets), frozenset(self.settings)
        )


@dataclass(frozen=True, slots=True)
class Entries:
    """The rows one revision appends to the three books."""

    actuals: Sequence[ActualEntry] = ()
    targets: Sequence[TargetEntry] = ()
    settings: Sequence[SettingEntry] = ()

    def __bool__(self) -> bool:
        return bool(self.actuals or self.targets or self.settings)


class Transaction:
    """The steps of recording and reverting, inside a transaction that someone else commits."""

    def __init__(self, connection: sqlite3.Connection, signature: Signature) -> None:
        self._connection = connection
        self._signature = signature
        self._actuals = ActualBook(connection)
        self._targets = TargetBook(connection)
        self._settings = SettingBook(connection)
        self._indicators = IndicatorBook(connection)
        self._at = self._time_to_record()

    def enter(self, edits: Sequence[Edit]) -> tuple[Entries, Standing]:
        """Return the entries that a batch really makes, and what then decides the values."""
        actuals, vintages = self._actuals.enter(
            [edit for edit in edits if isinstance(edit, ActualEdit)], self._at
        )
        targets, versions = self._targets.enter(
            [edit for edit in edits if isinstance(edit, TargetEdit)], self._at
        )
        settings, values = self._settings.enter(
            [edit for edit in edits if isinstance(edit, SettingEdit)]
        )
        self._indicators.guard(values)
        return Entries(actuals, targets, settings), Standing(vintages, versions, values)

    def append(self, entries: Entries, note: Note) -> str:
        """Write a sealed revision with its entries; return its id."""
        revision = self._next_revision(note)
        seal_of_all = seal(revision, entries.actuals, entries.targets, entries.settings)
        self._connection.execute(
            f"INSERT INTO revision VALUES (?{', ?' * (len(revision) - 1)})",
            revision._replace(hash=seal_of_all),
        )
        self._actuals.append(revision.id, entries.actuals)
        self._targets.append(revision.id, entries.targets)
        self._settings.append(revision.id, entries.settings)
        return revision.id

    def refresh(self, standing: Standing) -> None:
        """Write the values that stand now."""
        self._actuals.refresh(standing.actuals)
        self._targets.refresh(standing.targets)
        self._settings.refresh(standing.settings)
        self._indicators.refresh(standing.settings)

    def refuse_locked(self, months: Iterable[Month]) -> None:
        """Raise BadValue when one of the months is locked, as the ledger stands now."""
        locks = self._connection.execute(
            "SELECT name, value FROM setting WHERE name >= 'lock.' AND name < 'lock/'"
        )
        refuse_locked(dict(locks), months)

    def line_of(self, revision: str) -> list[str]:
        """Return a revision, the one it reverts, the one that reverts, …, down to the first.

        Only the last of them entered figures. Raises UnknownName.
        """
        line = [revision]
        while True:
            row = self._connection.execute(
                "SELECT reverts FROM revision WHERE id = ?", (line[-1],)
            ).fetchone()
            if row is None:
                raise UnknownName(f"台账里没有修订“{revision}”，请从历史里选一条。")
            if row[0] is None:
                return line
            line.append(row[0])

    def is_withdrawn(self, revision: str) -> bool:
        """Say whether an undo took the revision back."""
        row = self._connection.execute("SELECT 1 FROM withdrawn WHERE revision = ?", (revision,))
        return row.fetchone() is not None

    def take_back(self, line: Sequence[str]) -> None:
        """Withdraw the first of a line; that puts the second in force again, and so on down."""
        self._connection.executemany(
            # One of the line may be withdrawn by an undo of its own already.
            "INSERT OR IGNORE INTO withdrawn VALUES (?)",
            ((name,) for name in line[::2]),
        )
        self._connection.executemany(
            "DELETE FROM withdrawn WHERE revision = ?", ((name,) for name in line[1::2])
        )

    def standing_of(self, revision: str) -> Standing:
        """Return what decides the values of every key that a revision entered."""
        return Standing(
            self._actuals.vintages(self._actuals.keys_of(revision)),
            self._targets.versions(self._targets.keys_of(revision)),
            self._settings.values(self._settings.keys_of(revision)),
        )

    def guard(self, standing: Standing) -> None:
        """Raise BadValue when an indicator would go that still has figures or targets."""
        self._indicators.guard(standing.settings)

    def audit(self, before: Standing, after: Standing) -> Entries:
        """Return the entries that tell what a revert did; they are never figures themselves."""
        return Entries(
            self._actuals.audit(before.actuals, after.actuals),
            self._targets.audit(before.targets, after.targets),
            self._settings.audit(before.settings, after.settings),
        )

    def _time_to_record(self) -> datetime:
        """Return now, or the latest time in the ledger when the clock was set back.

        Otherwise an older figure would win over one typed after it.
        """
        (last,) = self._connection.execute("SELECT max(recorded_at) FROM revision").fetchone()
        now = read_time(time_text(self._signature.now()))
        return now if last is None else max(now, read_time(last))

    def _next_revision(self, note: Note) -> Revision:
        author, device, _ = self._signature
        row = self._connection.execute(
            "SELECT sequence, hash FROM revision WHERE device_id = ?"
            " ORDER BY sequence DESC LIMIT 1",
            (device,),
        ).fetchone()
        sequence, prev_hash = (row[0] + 1, row[1]) if row else (1, FIRST_LINK)
        name = str(uuid7(self._at, sequence, secrets.token_bytes(RANDOM_BYTES)))
        return Revision(
            name, device, sequence, time_text(self._at), author, note.text, note.reason,
            note.reverts, prev_hash, "",
        )  # fmt: skip
