"""The journal's book of targets: every version with the day it comes into force."""

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any, NamedTuple

from tracker.edits import TargetEdit
from tracker.indicators import Comparator, Measure, Target, TargetKey, Tier
from tracker.periods import Horizon
from tracker.storage.moments import day_text, read_day, read_time, time_text

COLUMNS = (
    "position", "indicator", "region", "year", "horizon", "measure", "tier", "old_value", "value",
    "comparator", "upper", "tolerance", "effective_on", "document", "reason", "source", "reference",
    "due_on",
)  # fmt: skip
"""The hashed columns of target_entry, in the order the chain knows them."""

_ACTIVE = """SELECT e.region, e.year, e.indicator, e.horizon, e.measure, e.tier, e.id, e.value,
    e.comparator, e.upper, e.tolerance, e.effective_on, e.document, e.reason, e.source,
    e.reference, e.due_on, r.recorded_at FROM target_entry e JOIN revision r ON r.id = e.revision
    WHERE r.reverts IS NULL AND e.revision NOT IN (SELECT revision FROM withdrawn)"""
ACTIVE_OF_ALL = f"{_ACTIVE} ORDER BY e.id"
ACTIVE_OF_KEY = f"""{_ACTIVE} AND e.region = ? AND e.year = ? AND e.indicator = ?
    AND e.horizon = ? AND e.measure = ? AND e.tier = ? ORDER BY e.id"""

_INSERT = f"""INSERT INTO target_entry (id, revision, {", ".join(COLUMNS)})
    VALUES (?, ?{", ?" * len(COLUMNS)})"""
_PUT_CURRENT = f"INSERT INTO target_current VALUES (?{', ?' * 17})"
_DROP_CURRENT = """DELETE FROM target_current WHERE region = ? AND year = ? AND indicator = ?
    AND horizon = ? AND measure = ? AND tier = ?"""


class Version(NamedTuple):
    """A version of a target and the number of the entry that made it."""

    entry: int
    target: Target


Versions = dict[TargetKey, list[Version]]


class TargetEntry(NamedTuple):
    """One row of target_entry without its id and revision; the fields are COLUMNS."""

    position: int
    indicator: str
    region: str
    year: int
    horizon: str
    measure: str
    tier: str
    old_value: float | None
    value: float | None
    comparator: str
    upper: float | None
    tolerance: float | None
    effective_on: str
    document: str
    reason: str
    source: str
    reference: str
    due_on: str | None

    @property
    def key(self) -> TargetKey:
        """The target the entry belongs to."""
        return TargetKey(
            self.indicator,
            self.region,
            self.year,
            Horizon(self.horizon),
            Measure(self.measure),
            Tier(self.tier),
        )


def version_of(row: Sequence[Any]) -> Version:
    """Make a Version of a row of target_current, or of the active entries."""
    region, year, indicator, horizon, measure, tier, number, value, comparator, *rest = row
    upper, tolerance, effective_on, document, reason, source, reference, due_on, at = rest
    target = Target(
        TargetKey(indicator, region, year, Horizon(horizon), Measure(measure), Tier(tier)),
        0.0 if value is None else value,
        Comparator(comparator),
        date.fromisoformat(effective_on),
        upper,
        tolerance,
        document,
        reason,
        source,
        reference,
        read_day(due_on),
        withdrawn=value is None,
        recorded_at=read_time(at),
    )
    return Version(number, target)


def in_force(versions: Iterable[Version], day: date) -> Version | None:
    """Return the version in force on a day; among those of one day the last entered."""
    begun = [version for version in versions if version.target.effective_on <= day]
    return max(begun, key=lambda held: (held.target.effective_on, held.entry), default=None)


class TargetBook:
    """Reads and writes targets inside the journal's open transaction."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def versions(self, keys: Iterable[TargetKey]) -> Versions:
        """Return the active versions of each target, oldest first; [] where there is none."""
        return {
            key: [
                version_of(row)
                for row in self._connection.execute(ACTIVE_OF_KEY, _current_key(key))
            ]
            for key in keys
        }

    def enter(
        self, edits: Sequence[TargetEdit], at: datetime
    ) -> tuple[list[TargetEntry], Versions]:
        """Return the entries a batch really makes, and all versions of the targets it touches."""
        held = self.versions({edit.key for edit in edits})
        number = self.last_id()
        entries: list[TargetEntry] = []
        touched: Versions = {}
        for edit in edits:
            versions = held[edit.key]
            before = in_force(versions, edit.effective_date)
            if _changes_nothing(before, edit):
                continue
            number += 1
            version = Version(number, _target(edit, at))
            entries.append(_entry(len(entries), before, version.target))
            versions.append(version)
            touched[edit.key] = versions
        return entries, touched

    def audit(self, before: Versions, after: Versions) -> list[TargetEntry]:
        """Return what taking back or restoring a revision did to each target, for the log only."""
        entries: list[TargetEntry] = []
        for key, versions in after.items():
            changed = set(before[key]) ^ set(versions)
            day = max(version.target.effective_on for version in changed)
            old, new = in_force(before[key], day), in_force(versions, day)
            value = None if new is None else _value(new.target)
            shown = new or old
            if shown is not None:  # pragma: no branch - one side holds the revision's own version
                entries.append(_entry(len(entries), old, shown.target)._replace(value=value))
        return entries

    def append(self, revision: str, entries: Sequence[TargetEntry]) -> None:
        """Write entries, numbered on from the last one ever given."""
        first = self.last_id() + 1
        self._connection.executemany(
            _INSERT, ((first + n, revision, *entry) for n, entry in enumerate(entries))
        )

    def refresh(self, versions: Mapping[TargetKey, Sequence[Version]]) -> None:
        """Write the active versions of each target."""
        self._connection.executemany(_DROP_CURRENT, map(_current_key, versions))
        self._connection.executemany(
            _PUT_CURRENT, (current_row(version) for held in versions.values() for version in held)
        )

    def keys_of(self, revision: str) -> list[TargetKey]:
        """Return the targets that a revision entered."""
        rows = self._connection.execute(
            f"SELECT {', '.join(COLUMNS)} FROM target_entry WHERE revision = ? ORDER BY position",
            (revision,),
        )
        return [TargetEntry(*row).key for row in rows]

    def last_id(self) -> int:
        """Return the last number ever given to an entry."""
        row = self._connection.execute(
            "SELECT seq FROM sqlite_sequence WHERE name = 'target_entry'"
        ).fetchone()
        return 0 if row is None else int(row[0])


def current_row(version: Version) -> tuple[Any, ...]:
    """Return the row of target_current for an active version."""
    number, target = version
    if target.recorded_at is None:  # pragma: no cover - every version here came through an entry
        raise ValueError(target)
    return (
        *_current_key(target.key), number, _value(target), target.comparator.value, target.upper,
        target.tolerance, target.effective_on.isoformat(), target.document, target.reason,
        target.source, target.reference, day_text(target.due_on),
        time_text(target.recorded_at),
    )  # fmt: skip


def _current_key(key: TargetKey) -> tuple[str, int, str, str, str, str]:
    return (
        key.region, key.year, key.indicator, key.horizon.value, key.measure.value, key.tier.value
    )  # fmt: skip


def _value(target: Target) -> float | None:
    return None if target.withdrawn else target.value


def _number(value: float | None) -> float | None:
    """A float as SQLite gives it back: never an int, never −0.0."""
    return None if value is None else float(value) + 0.0


def _target(edit: TargetEdit, at: datetime) -> Target:
    return Target(
        edit.key,
        _number(edit.value) or 0.0,
        edit.comparator,
        edit.effective_date,
        _number(edit.upper),
        _number(edit.tolerance),
        edit.document,
        edit.reason,
        edit.source,
        edit.reference,
        edit.due_on,
        withdrawn=edit.value is None,
        recorded_at=at,
    )


def _entry(position: int, before: Version | None, new: Target) -> TargetEntry:
    key = new.key
    return TargetEntry(
        position, key.indicator, key.region, key.year, key.horizon.value, key.measure.value,
        key.tier.value, None if before is None else _value(before.target), _value(new),
        new.comparator.value, new.upper, new.tolerance, new.effective_on.isoformat(),
        new.document, new.reason, new.source, new.reference, day_text(new.due_on),
    )  # fmt: skip


def _changes_nothing(before: Version | None, edit: TargetEdit) -> bool:
    """Say whether the version in force already says this; a text left empty claims nothing new."""
    if before is None or before.target.withdrawn:
        return edit.value is None
    held = before.target
    return (
        (edit.value, edit.comparator, edit.upper, edit.tolerance, edit.effective_date)
        == (held.value, held.comparator, held.upper, held.tolerance, held.effective_on)
        and (edit.reference, edit.due_on) == (held.reference, held.due_on)
        and edit.document in ("", held.document)
        and edit.reason in ("", held.reason)
        and edit.source in ("", held.source)
    )
