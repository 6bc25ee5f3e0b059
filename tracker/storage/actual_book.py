"""The journal's book of actuals: which entries a batch makes, and which value then stands."""

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from functools import lru_cache
from itertools import groupby
from typing import Any, NamedTuple

from tracker.edits import ActualEdit
from tracker.indicators import Basis, CellKey, Measure, Status
from tracker.periods import Month
from tracker.storage.moments import day_text, read_day, read_time, time_text
from tracker.vintages import Vintage, current

COLUMNS = (
    "position", "indicator", "region", "year", "month", "measure", "basis", "old_value", "value",
    "status", "published_on", "source", "note",
)  # fmt: skip
"""The hashed columns of actual_entry, in the order the chain knows them."""

_ACTIVE = """SELECT e.id, e.indicator, e.region, e.year, e.month, e.measure, e.basis, e.value,
    e.status, e.published_on, e.source, e.note, r.recorded_at
    FROM actual_entry e JOIN revision r ON r.id = e.revision
    WHERE r.reverts IS NULL AND e.revision NOT IN (SELECT revision FROM withdrawn)"""
ACTIVE_OF_SLICE = f"{_ACTIVE} AND e.region = ? AND e.year = ? ORDER BY e.id"
ACTIVE_OF_INDICATOR = f"{_ACTIVE} AND e.region = ? AND e.year = ? AND e.indicator = ? ORDER BY e.id"
_ACTIVE_OF_CELL = f"""{_ACTIVE} AND e.region = ? AND e.year = ? AND e.indicator = ?
    AND e.month = ? AND e.measure = ? AND e.basis = ? ORDER BY e.id"""
_FEW = 8
"""Cells that are looked up one by one: what was typed into their neighbours costs nothing then."""

_INSERT = f"""INSERT INTO actual_entry (id, revision, {", ".join(COLUMNS)})
    VALUES (?, ?{", ?" * len(COLUMNS)})"""
_PUT_CURRENT = f"INSERT OR REPLACE INTO actual_current VALUES (?{', ?' * 12})"
_DROP_CURRENT = """DELETE FROM actual_current WHERE region = ? AND year = ? AND indicator = ?
    AND measure = ? AND basis = ? AND month = ?"""

_Group = tuple[str, int, str]
Vintages = dict[CellKey, list[Vintage]]


@lru_cache(maxsize=4096)
def _cell_key(
    indicator: str, region: str, year: int, month: int, measure: str, basis: str
) -> CellKey:
    """Make a key once: the entries of a cell all have the same."""
    return CellKey(indicator, region, Month(year, month), Measure(measure), Basis(basis))


class ActualEntry(NamedTuple):
    """One row of actual_entry without its id and revision; the fields are COLUMNS."""

    position: int
    indicator: str
    region: str
    year: int
    month: int
    measure: str
    basis: str
    old_value: float | None
    value: float | None
    status: str
    published_on: str | None
    source: str
    note: str

    @property
    def key(self) -> CellKey:
        """The cell the entry belongs to."""
        return _cell_key(
            self.indicator, self.region, self.year, self.month, self.measure, self.basis
        )


def vintage_of(row: Sequence[Any]) -> Vintage:
    """Make a Vintage of a row of ACTIVE_OF_SLICE or ACTIVE_OF_INDICATOR."""
    number, indicator, region, year, month, measure, basis, value, status, day, *rest = row
    source, note, recorded_at = rest
    key = _cell_key(indicator, region, year, month, measure, basis)
    return Vintage(
        key, value, Status(status), read_day(day), source, note, read_time(recorded_at), number
    )


class ActualBook:
    """Reads and writes actuals inside the journal's open transaction."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def vintages(self, keys: Iterable[CellKey]) -> Vintages:
        """Return the active vintages of each cell, oldest first; [] for a blank one."""
        wanted: Vintages = {key: [] for key in keys}
        if len(wanted) <= _FEW:
            return {key: self._of_cell(key) for key in wanted}
        for group, _ in groupby(sorted(map(_group, wanted))):
            for row in self._connection.execute(ACTIVE_OF_INDICATOR, group):
                vintage = vintage_of(row)
                if vintage.key in wanted:
                    wanted[vintage.key].append(vintage)
        return wanted

    def _of_cell(self, key: CellKey) -> list[Vintage]:
        cell = (key.month.month, key.measure.value, key.basis.value)
        rows = self._connection.execute(_ACTIVE_OF_CELL, (*_group(key), *cell))
        return [vintage_of(row) for row in rows]

    def enter(
        self, edits: Sequence[ActualEdit], at: datetime
    ) -> tuple[list[ActualEntry], Vintages]:
        """Return the entries a batch really makes, and all vintages of the cells it touches."""
        held = self.vintages(edit.key for edit in edits)
        number = self.last_id()
        entries: list[ActualEntry] = []
        touched: Vintages = {}
        for edit in edits:
            vintages = held[edit.key]
            before = current(vintages)
            value = None if edit.value is None else float(edit.value) + 0.0
            new = Vintage(
                edit.key, value, edit.status, edit.published_on, edit.source, edit.note, at,
                number + 1,
            )  # fmt: skip
            if _changes_nothing(vintages, before, new):
                continue
            number += 1
            entries.append(_entry(len(entries), before, new))
            vintages.append(new)
            touched[edit.key] = vintages
        return entries, touched

    def audit(self, before: Vintages, after: Vintages) -> list[ActualEntry]:
        """Return what taking back or restoring a revision did to each cell, for the log only."""
        entries: list[ActualEntry] = []
        for key, vintages in after.items():
            old, new = current(before[key]), current(vintages)
            value = None if new is None else new.value
            shown = new or old
            if shown is not None:  # pragma: no branch - one side holds the revision's own figure
                entries.append(_entry(len(entries), old, shown)._replace(value=value))
        return entries

    def append(self, revision: str, entries: Sequence[ActualEntry]) -> None:
        """Write entries, numbered on from the last one ever given."""
        first = self.last_id() + 1
        self._connection.executemany(
            _INSERT, ((first + n, revision, *entry) for n, entry in enumerate(entries))
        )

    def refresh(self, vintages: Mapping[CellKey, Sequence[Vintage]]) -> None:
        """Write the value that stands in each cell; a blank cell has no row."""
        standing = {key: current(held) for key, held in vintages.items()}
        blank = [
            key for key, vintage in standing.items() if vintage is None or vintage.value is None
        ]
        self._connection.executemany(_DROP_CURRENT, map(_current_key, blank))
        self._connection.executemany(
            _PUT_CURRENT,
            (
                current_row(vintage)
                for vintage in standing.values()
                if vintage is not None and vintage.value is not None
            ),
        )

    def keys_of(self, revision: str) -> list[CellKey]:
        """Return the cells that a revision entered."""
        rows = self._connection.execute(
            f"SELECT {', '.join(COLUMNS)} FROM actual_entry WHERE revision = ? ORDER BY position",
            (revision,),
        )
        return [ActualEntry(*row).key for row in rows]

    def last_id(self) -> int:
        """Return the last number ever given to an entry."""
        row = self._connection.execute(
            "SELECT seq FROM sqlite_sequence WHERE name = 'actual_entry'"
        ).fetchone()
        return 0 if row is None else int(row[0])


def current_row(vintage: Vintage) -> tuple[Any, ...]:
    """Return the row of actual_current for the vintage that stands."""
    return (
        *_current_key(vintage.key), vintage.value, vintage.status.value,
        day_text(vintage.published_on), vintage.source, vintage.note,
        time_text(vintage.recorded_at), vintage.sequence,
    )  # fmt: skip


def _group(key: CellKey) -> _Group:
    return (key.region, key.month.year, key.indicator)


def _current_key(key: CellKey) -> tuple[str, int, str, str, str, int]:
    month = key.month
    return (
        key.region, month.year, key.indicator, key.measure.value, key.basis.value, month.month
    )  # fmt: skip


def _entry(position: int, before: Vintage | None, new: Vintage) -> ActualEntry:
    key = new.key
    return ActualEntry(
        position, key.indicator, key.region, key.month.year, key.month.month,
        key.measure.value, key.basis.value, None if before is None else before.value, new.value,
        new.status.value, day_text(new.published_on), new.source, new.note,
    )  # fmt: skip


def _content(vintage: Vintage) -> tuple[Any, ...]:
    return (
        vintage.value, vintage.status, vintage.published_on, vintage.source, vintage.note
    )  # fmt: skip


def _changes_nothing(vintages: Sequence[Vintage], before: Vintage | None, new: Vintage) -> bool:
    """Blank stays blank, or the same figure is held already and entering it again wins nothing.

    Typing an old value back over a newer one does win, so it is entered again.
    """
    if new.value is None:
        return before is None or before.value is None
    if before is None or _content(new) not in map(_content, vintages):
        return False
    after = current([*vintages, new])
    return after is not None and _content(after) == _content(before)
