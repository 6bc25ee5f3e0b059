"""The ledger as it was at given heads of its chains: what an edition reads."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from tracker.indicators import Actual, CellKey, Target
from tracker.snapshot import SeriesName, Slice
from tracker.storage.actual_book import vintage_of
from tracker.storage.chain import Revision, seal
from tracker.storage.database import LedgerFile
from tracker.storage.faults import understood
from tracker.storage.packets.packet import BOOKS
from tracker.storage.standing import withdrawn_by
from tracker.storage.target_book import version_of
from tracker.vintages import Vintage, current

Heads = Mapping[str, tuple[int, str]]

_ACTUALS = """SELECT e.revision, e.id, e.indicator, e.region, e.year, e.month, e.measure, e.basis,
    e.value, e.status, e.published_on, e.source, e.note, r.recorded_at
    FROM actual_entry e JOIN revision r ON r.id = e.revision
    WHERE r.reverts IS NULL AND e.region = ? AND e.year = ? ORDER BY e.id"""
_TARGETS = """SELECT e.revision, e.region, e.year, e.indicator, e.horizon, e.measure, e.tier, e.id,
    e.value, e.comparator, e.upper, e.tolerance, e.effective_on, e.document, e.reason, e.source,
    e.reference, e.due_on, r.recorded_at
    FROM target_entry e JOIN revision r ON r.id = e.revision
    WHERE r.reverts IS NULL AND e.region = ? AND e.year = ? ORDER BY e.id"""
_SETTINGS = """SELECT e.revision, e.name, e.value FROM setting_entry e
    JOIN revision r ON r.id = e.revision WHERE r.reverts IS NULL ORDER BY e.id"""


def heads_of(file: LedgerFile) -> dict[str, tuple[int, str]]:
    """Return how far each device's chain has come."""
    rows = file.rows(
        "SELECT device_id, sequence, hash FROM revision r WHERE sequence ="
        " (SELECT max(sequence) FROM revision s WHERE s.device_id = r.device_id)"
    )
    return {device: (number, seal_of) for device, number, seal_of in rows}


def altered(file: LedgerFile, heads: Heads) -> list[str]:
    """Return a sentence for everything behind the heads that is not as it was sealed."""
    told: list[str] = []
    columns = ", ".join(Revision._fields)
    for device, (number, link) in heads.items():
        rows = file.rows(
            f"SELECT {columns} FROM revision WHERE device_id = ? AND sequence <= ?"
            " ORDER BY sequence",
            (device, number),
        )
        if len(rows) < number or rows[-1][-1] != link:
            told.append(f"设备 {device} 的流水不是冻结时的样子：第 {number} 条对不上。")
        for row in rows:
            revision = Revision(*row)
            entries = [
                file.rows(
                    f"SELECT {', '.join(names)} FROM {table} WHERE revision = ?"
                    " ORDER BY position, id",
                    (revision.id,),
                )
                for table, names in BOOKS
            ]
            if seal(revision, *entries) != revision.hash:
                told.append(
                    f"{revision.recorded_at[:10]} 的修订“{revision.text}”"
                    f"（第 {revision.sequence} 条）在程序外被改动过。"
                )
    return told


class FrozenLoader:
    """Loads what stood when the chains had come as far as their heads."""

    def __init__(self, file: LedgerFile, heads: Heads, known_on: date | None) -> None:
        self._file = file
        self._known_on = known_on
        rows = file.rows("SELECT id, device_id, sequence FROM revision")
        behind = {name for name, device, number in rows if number <= heads.get(device, (0, ""))[0]}
        undos = file.rows(
            "SELECT id, reverts FROM revision WHERE reverts IS NOT NULL"
            " ORDER BY recorded_at DESC, device_id, sequence DESC"
        )
        gone = withdrawn_by([(a, b) for a, b in undos if a in behind])
        self._active = behind - gone

    def settings(self) -> dict[str, str]:
        """Return the ledger's settings of that time."""
        held: dict[str, str | None] = {}
        for revision, name, value in self._file.rows(_SETTINGS):
            if revision in self._active:
                held[name] = value
        return {name: value for name, value in held.items() if value is not None}

    def load_actuals(self, region: str, year: int) -> Slice:
        """Return the actuals of a region and year as they stood."""
        vintages: dict[CellKey, list[Vintage]] = {}
        with understood(self._file.path):
            for row in self._rows(_ACTUALS, region, year):
                vintage = vintage_of(row)
                vintages.setdefault(vintage.key, []).append(vintage)
        series: dict[SeriesName, dict[int, Actual]] = {}
        for key, held in vintages.items():
            standing = current(held, self._known_on)
            actual = None if standing is None else standing.actual
            if actual is not None:
                name = SeriesName(key.indicator, key.measure, key.basis)
                series.setdefault(name, {})[key.month.month] = actual
        return series

    def load_targets(self, region: str, year: int) -> tuple[Target, ...]:
        """Return the versions of targets of that time, oldest recorded first."""
        with understood(self._file.path):
            targets = [version_of(row).target for row in self._rows(_TARGETS, region, year)]
        if self._known_on is None:
            return tuple(targets)
        return tuple(one for one in targets if one.effective_on <= self._known_on)

    def _rows(self, sql: str, region: str, year: int) -> list[tuple[Any, ...]]:
        rows = self._file.rows(sql, (region, year))
        return [row[1:] for row in rows if row[0] in self._active]
