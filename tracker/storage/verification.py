"""Proof that a ledger says what was entered: the chain is whole and the current values follow."""

from collections.abc import Iterable, Iterator
from dataclasses import astuple
from itertools import groupby
from typing import Any

from tracker.errors import TrackerError
from tracker.indicators import CellKey
from tracker.own_indicators import INDICATOR_SETTING, read_indicator
from tracker.storage import actual_book, setting_book, target_book
from tracker.storage.actual_book import ACTIVE_OF_SLICE, current_row, vintage_of
from tracker.storage.catalogue_table import indicator_rows
from tracker.storage.chain import FIRST_LINK, Revision, seal
from tracker.storage.database import LedgerFile
from tracker.storage.moments import read_time
from tracker.storage.standing import UNDOS, withdrawn_by
from tracker.vintages import Vintage, current

_Row = tuple[Any, ...]

_BOOKS = (
    ("actual_entry", actual_book.COLUMNS),
    ("target_entry", target_book.COLUMNS),
    ("setting_entry", setting_book.COLUMNS),
)


def findings(file: LedgerFile) -> list[str]:
    """Return a finished sentence for everything that was changed outside the journal."""
    return [*_chain(file), *_strays(file), *_withdrawals(file), *_values(file)]


def _chain(file: LedgerFile) -> Iterator[str]:
    columns = ", ".join(Revision._fields)
    rows = file.rows(f"SELECT {columns} FROM revision ORDER BY device_id, sequence")
    for device, revisions in groupby(map(Revision._make, rows), key=lambda row: row.device_id):
        sequence, link = 0, FIRST_LINK
        for revision in revisions:
            for missing in range(sequence + 1, revision.sequence):
                yield f"设备 {device} 的第 {missing} 条修订缺失，请从备份恢复。"
            if revision.sequence == sequence + 1 and revision.prev_hash != link:
                yield f"{_name(revision)}与它前一条对不上，前一条可能被换过。"
            if seal(revision, *(_entries(file, revision.id))) != revision.hash:
                yield f"{_name(revision)}的内容被改动过，请从备份恢复。"
            sequence, link = revision.sequence, revision.hash


def _entries(file: LedgerFile, revision: str) -> list[list[_Row]]:
    return [
        file.rows(
            f"SELECT {', '.join(columns)} FROM {table} WHERE revision = ? ORDER BY position, id",
            (revision,),
        )
        for table, columns in _BOOKS
    ]


def _name(revision: Revision) -> str:
    at = read_time(revision.recorded_at)
    return f"{at:%Y-%m-%d %H:%M} 的修订“{revision.text}”（第 {revision.sequence} 条）"


def _strays(file: LedgerFile) -> Iterator[str]:
    """Entries of no revision, and numbers given to entries that are gone from the end."""
    for table, _ in _BOOKS:
        ((count,),) = file.rows(
            f"SELECT count(*) FROM {table} WHERE revision NOT IN (SELECT id FROM revision)"
        )
        if count:
            yield f"有 {count} 条记录找不到所属的修订，那条修订被删除了，请从备份恢复。"
        ((given, last),) = file.rows(
            "SELECT coalesce((SELECT seq FROM sqlite_sequence WHERE name = ?), 0),"
            f" (SELECT coalesce(max(id), 0) FROM {table})",
            (table,),
        )
        if given != last:
            yield "最后的修订连同它的记录被删除了，请从备份恢复。"


def _withdrawals(file: LedgerFile) -> Iterator[str]:
    """Hold what is kept as taken back against what the undos say."""
    expected = withdrawn_by(file.rows(UNDOS))
    kept = {name for (name,) in file.rows("SELECT revision FROM withdrawn")}
    for name in sorted(expected ^ kept):
        yield f"修订 {name} 的撤销状态与流水不符，请从备份恢复。"


def _values(file: LedgerFile) -> Iterator[str]:
    """Recompute every value that stands and compare with what is kept beside the journal."""
    for region, year, indicator, measure, _, month in _differing(
        _standing_actuals(file), file.rows("SELECT * FROM actual_current"), 6
    ):
        cell = f"{region} {indicator} {year}-{month:02d} {measure}"
        yield f"{cell} 的现值与流水不符，请从备份恢复。"
    versions = map(target_book.version_of, file.rows(target_book.ACTIVE_OF_ALL))
    kept = file.rows("SELECT * FROM target_current")
    for key in _differing(map(target_book.current_row, versions), kept, 6):
        yield f"{' '.join(map(str, key))} 的目标与流水不符，请从备份恢复。"
    active = dict(file.rows(setting_book.ACTIVE_OF_ALL)).items()
    settings = (pair for pair in active if pair[1] is not None)
    for (name,) in _differing(settings, file.rows("SELECT * FROM setting"), 1):
        yield f"设置 {name} 与流水不符，请从备份恢复。"
    yield from _own_indicators(file)


def _own_indicators(file: LedgerFile) -> Iterator[str]:
    """Hold the rows of own indicators against the settings that define them."""
    held = {row[0]: row for row in indicator_rows(file)}
    for setting, text in file.rows(
        "SELECT name, value FROM setting WHERE name LIKE ? || '%'", (INDICATOR_SETTING,)
    ):
        try:
            expected = astuple(read_indicator(setting, text))
        except TrackerError as error:
            yield str(error)
            continue
        if held.get(expected[0]) != expected:
            yield f"指标 {expected[0]} 的定义与流水不符，请从备份恢复。"


def _standing_actuals(file: LedgerFile) -> Iterator[_Row]:
    for place in file.rows("SELECT DISTINCT region, year FROM actual_entry"):
        cells: dict[CellKey, list[Vintage]] = {}
        for row in file.rows(ACTIVE_OF_SLICE, place):
            vintage = vintage_of(row)
            cells.setdefault(vintage.key, []).append(vintage)
        standing = filter(None, map(current, cells.values()))
        yield from (current_row(vintage) for vintage in standing if vintage.value is not None)


def _differing(expected: Iterable[_Row], kept: Iterable[_Row], key_width: int) -> list[_Row]:
    """Return the keys (first columns) of rows that only one side has, in order."""
    return sorted({row[:key_width] for row in set(expected) ^ set(kept)})
