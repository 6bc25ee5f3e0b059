"""The log of a cell or a target: every entry ever made for it, with who, when and why."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Any

from tracker.edits import HistoryEntry, SettingChange
from tracker.imported import ImportedFile
from tracker.indicators import Basis, CellKey, Measure, Status, TargetKey
from tracker.periods import Month
from tracker.storage import actual_book, target_book
from tracker.storage.actual_book import ActualEntry, vintage_of
from tracker.storage.database import LedgerFile
from tracker.storage.moments import read_day, read_time
from tracker.storage.target_book import TargetEntry, version_of
from tracker.vintages import Vintage, current

_REVISION = """r.id, r.recorded_at, r.author, r.text, r.reason, r.reverts,
    EXISTS (SELECT 1 FROM withdrawn w WHERE w.revision = r.id)"""
_REVISION_WIDTH = 7
_LOG_OF_SETTINGS = f"""SELECT {_REVISION}, e.name, e.old_value, e.value
    FROM setting_entry e JOIN revision r ON r.id = e.revision
    WHERE substr(e.name, 1, length(?)) = ? ORDER BY e.id DESC LIMIT ?"""


def _log(table: str, columns: Sequence[str]) -> str:
    wanted = ", ".join(f"e.{column}" for column in columns)
    return f"""SELECT e.id, {_REVISION}, {wanted} FROM {table} e
        JOIN revision r ON r.id = e.revision
        WHERE e.region = ? AND e.year = ? AND e.indicator = ?"""


_LOG_OF_CELL = f"""{_log("actual_entry", actual_book.COLUMNS)}
    AND e.month = ? AND e.measure = ? AND e.basis = ? ORDER BY e.id DESC"""
_LOG_OF_ROW = f"""{_log("actual_entry", actual_book.COLUMNS)}
    AND e.measure = ? AND e.basis = ? ORDER BY e.id DESC LIMIT ?"""
_LOG_OF_TARGET = f"""{_log("target_entry", target_book.COLUMNS)}
    AND e.horizon = ? AND e.measure = ? AND e.tier = ? ORDER BY e.id DESC"""
_RECENT = f"""SELECT e.id, {_REVISION}, {", ".join(f"e.{c}" for c in actual_book.COLUMNS)}
    FROM actual_entry e JOIN revision r ON r.id = e.revision
    WHERE e.region = ? AND e.year IN (SELECT DISTINCT year FROM actual_entry WHERE region = ?)
    AND e.indicator = ? ORDER BY e.id DESC LIMIT ?"""

_ACTIVE_PLACES = """SELECT e.indicator, e.month, e.measure, e.basis
    FROM actual_entry e JOIN revision r ON r.id = e.revision
    WHERE e.region = ? AND e.year = ? AND r.reverts IS NULL
    AND e.revision NOT IN (SELECT revision FROM withdrawn)"""
_OF_MANY = " GROUP BY e.indicator, e.month, e.measure, e.basis HAVING count(*) > 1"
_OF_ONE = " AND e.indicator = ? AND e.month = ? AND e.measure = ? AND e.basis = ?"

_LAST_REVISION = "SELECT max(rowid) FROM revision"
_MOST_KEPT = 8

_STANDING = """SELECT entry FROM actual_current WHERE region = ? AND year = ? AND indicator = ?"""

_AUTHORS = """SELECT c.indicator, c.month, c.measure, c.basis, r.author
    FROM actual_current c JOIN actual_entry e ON e.id = c.entry
    JOIN revision r ON r.id = e.revision WHERE c.region = ? AND c.year = ?"""


class History:
    """Reads logs, newest first, with what an undo took back still in them."""

    def __init__(self, file: LedgerFile, today: Callable[[], date]) -> None:
        self._file = file
        self._today = today
        self._stamp: list[tuple[Any, ...]] = []
        self._kept: dict[tuple[CellKey, ...], tuple[HistoryEntry, ...]] = {}

    def of_cells(self, keys: Iterable[CellKey]) -> tuple[HistoryEntry, ...]:
        """Return the logs of cells, one behind the other; what stands is read once a series.

        Several parts of a window ask for the same log: it is kept until something is recorded.
        """
        asked = tuple(keys)
        stamp = self._file.rows(_LAST_REVISION)
        if stamp != self._stamp or len(self._kept) > _MOST_KEPT:
            self._kept.clear()
            self._stamp = stamp
        if asked not in self._kept:
            self._kept[asked] = self._read(asked)
        return self._kept[asked]

    def _read(self, keys: Iterable[CellKey]) -> tuple[HistoryEntry, ...]:
        rows: list[tuple[Any, ...]] = []
        for key in keys:
            place = (key.region, key.month.year, key.indicator)
            cell = (key.month.month, key.measure.value, key.basis.value)
            rows += self._file.rows(_LOG_OF_CELL, (*place, *cell))
        return self._actual_lines(rows)

    def of_row(self, key: CellKey, limit: int) -> tuple[HistoryEntry, ...]:
        """Return the last entries of a series in the year of a cell, of whatever month."""
        place = (key.region, key.month.year, key.indicator)
        series = (key.measure.value, key.basis.value, limit)
        return self._actual_lines(self._file.rows(_LOG_OF_ROW, (*place, *series)))

    def of_indicator(self, region: str, indicator: str, limit: int) -> tuple[HistoryEntry, ...]:
        """Return the last entries of one indicator in a region, of whatever month."""
        rows = self._file.rows(_RECENT, (region, region, indicator, limit))
        return self._actual_lines(rows)

    def revised_cells(
        self, region: str, year: int, among: Iterable[CellKey] | None = None
    ) -> frozenset[CellKey]:
        """Return the cells of a region's year that hold more than one vintage not withdrawn.

        `among` asks for these cells of it only.
        """
        if among is not None:
            return frozenset(key for key in among if self._is_revised(key))
        return frozenset(
            CellKey(indicator, region, Month(year, month), Measure(measure), Basis(basis))
            for indicator, month, measure, basis in self._file.rows(
                _ACTIVE_PLACES + _OF_MANY, (region, year)
            )
        )

    def _is_revised(self, key: CellKey) -> bool:
        cell = (key.indicator, key.month.month, key.measure.value, key.basis.value)
        asked = (key.region, key.month.year, *cell)
        return len(self._file.rows(f"{_ACTIVE_PLACES}{_OF_ONE} LIMIT 2", asked)) > 1

    def authors(self, region: str, year: int) -> dict[CellKey, str]:
        """Return who entered what stands in each cell of a region's year."""
        return {
            CellKey(name, region, Month(year, month), Measure(measure), Basis(basis)): author
            for name, month, measure, basis, author in self._file.rows(_AUTHORS, (region, year))
        }

    def of_settings(self, prefixes: Iterable[str], limit: int) -> tuple[SettingChange, ...]:
        """Return the last changes of settings whose names begin so, newest first."""
        found = [
            _setting_line(row)
            for prefix in prefixes
            for row in self._file.rows(_LOG_OF_SETTINGS, (prefix, prefix, limit))
        ]
        found.sort(key=lambda change: change.recorded_at, reverse=True)
        return tuple(found[:limit])

    def imports(self, limit: int) -> tuple[ImportedFile, ...]:
        """Return the last files that were imported, newest first."""
        from tracker.storage.import_log import imported_files

        return imported_files(self._file, limit)

    def of_target(self, key: TargetKey) -> tuple[HistoryEntry, ...]:
        """Return the log of one target; `published_on` is the day a version comes into force.

        The current version is the one in force today, or when its year begins if that is later.
        """
        place = (key.region, key.year, key.indicator)
        name = (*place, key.horizon.value, key.measure.value, key.tier.value)
        versions = [version_of(row) for row in self._file.rows(target_book.ACTIVE_OF_KEY, name)]
        day = max(self._today(), date(key.year, 1, 1))
        standing = target_book.in_force(versions, day)
        current_id = None if standing is None else standing.entry
        return tuple(
            _target_line(row, row[0] == current_id) for row in self._file.rows(_LOG_OF_TARGET, name)
        )

    def _actual_lines(self, rows: Sequence[tuple[Any, ...]]) -> tuple[HistoryEntry, ...]:
        entries = [(row, ActualEntry(*row[_REVISION_WIDTH + 1 :])) for row in rows]
        places = {(entry.region, entry.year, entry.indicator) for _, entry in entries}
        standing = {entry for at in places for (entry,) in self._file.rows(_STANDING, at)}
        blank = {entry.key for _, entry in entries}
        blank -= {entry.key for row, entry in entries if row[0] in standing}
        if blank:
            # A figure that was cleared stands nowhere, and still one of its entries is in force.
            standing |= self._in_force(places)
        return tuple(_actual_line(row, entry, row[0] in standing) for row, entry in entries)

    def _in_force(self, places: Iterable[tuple[str, int, str]]) -> set[int]:
        """Return the entries that decide what stands, those that leave a cell blank too."""
        cells: dict[CellKey, list[Vintage]] = {}
        for place in places:
            for row in self._file.rows(actual_book.ACTIVE_OF_INDICATOR, place):
                vintage = vintage_of(row)
                cells.setdefault(vintage.key, []).append(vintage)
        return {one.sequence for one in map(current, cells.values()) if one is not None}


def _setting_line(row: Sequence[Any]) -> SettingChange:
    revision, recorded_at, author, text, reason, reverts, withdrawn, name, old, new = row
    return SettingChange(
        revision, read_time(recorded_at), author, text, reason, name, old, new,
        reverts or "", bool(withdrawn),
    )  # fmt: skip


def _actual_line(row: Sequence[Any], entry: ActualEntry, is_current: bool) -> HistoryEntry:
    _, revision, recorded_at, author, text, reason, reverts, withdrawn, *_ = row
    return HistoryEntry(
        revision, read_time(recorded_at), author, text, reason, entry.key, entry.old_value,
        entry.value, Status(entry.status), read_day(entry.published_on), entry.source, entry.note,
        reverts or "", bool(withdrawn), is_current,
    )  # fmt: skip


def _target_line(row: Sequence[Any], is_current: bool) -> HistoryEntry:
    _, revision, recorded_at, author, text, reason, reverts, withdrawn, *columns = row
    entry = TargetEntry(*columns)
    return HistoryEntry(
        revision, read_time(recorded_at), author, text, entry.reason or reason, entry.key,
        entry.old_value, entry.value, None, read_day(entry.effective_on), entry.source,
        entry.document, reverts or "", bool(withdrawn), is_current,
    )  # fmt: skip
