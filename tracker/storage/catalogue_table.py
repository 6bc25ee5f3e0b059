"""The catalogue inside a ledger: which indicators and regions it knows."""

import sqlite3
from dataclasses import astuple
from types import MappingProxyType
from typing import Any

from tracker.catalogue_words import shown_indicator, shown_region
from tracker.errors import LedgerError
from tracker.indicators import (
    Better,
    Catalogue,
    Indicator,
    Measure,
    MeasureKind,
    PaceName,
    Region,
    RegionLevel,
)
from tracker.periods import Calendar
from tracker.storage.database import LedgerFile

_ALIAS_MARK = ";"
_INDICATOR_COLUMNS = (
    "id", "name", "short_name", "kind", "judged_by", "unit", "decimals", "growth_decimals",
    "calendar", "better", "pace", "lever", "lead_department", "nature", "aggregation", "price",
    "tag", "in_sample", '"order"',
)  # fmt: skip
_REGION_COLUMNS = ("code", "name", "short_name", "level", "parent", '"order"', "aliases")


_INSERT_INDICATOR = (
    f"INSERT INTO indicator ({', '.join(_INDICATOR_COLUMNS)})"
    f" VALUES (?{', ?' * (len(_INDICATOR_COLUMNS) - 1)})"
)
_UPDATE_INDICATOR = (
    f"UPDATE indicator SET {', '.join(f'{name} = ?' for name in _INDICATOR_COLUMNS)} WHERE id = ?"
)

# An own indicator that was taken back keeps its row, for the journal refers to it; it belongs to
# the catalogue while its setting stands or (after a merge) while anything stands for it.
_STANDING = """FROM indicator i WHERE NOT EXISTS
    (SELECT 1 FROM setting_entry e WHERE e.name = 'indicator.' || i.id)
    OR EXISTS (SELECT 1 FROM setting s WHERE s.name = 'indicator.' || i.id)
    OR EXISTS (SELECT 1 FROM actual_current a WHERE a.indicator = i.id)
    OR EXISTS (SELECT 1 FROM target_current t WHERE t.indicator = i.id)
    ORDER BY "order", id"""


def indicator_row(connection: sqlite3.Connection, name: str) -> tuple[Any, ...] | None:
    """Return the row of an indicator, taken back or not; None when there is none."""
    columns = ", ".join(_INDICATOR_COLUMNS)
    row: tuple[Any, ...] | None = connection.execute(
        f"SELECT {columns} FROM indicator WHERE id = ?", (name,)
    ).fetchone()
    return row


def indicator_rows(file: LedgerFile) -> list[tuple[Any, ...]]:
    """Return the row of every indicator, taken back or not."""
    return file.rows(f"SELECT {', '.join(_INDICATOR_COLUMNS)} FROM indicator")


def put_indicator(connection: sqlite3.Connection, indicator: Indicator) -> None:
    """Write the row of one indicator, or write it anew, inside an open transaction."""
    row = astuple(indicator)
    if indicator_row(connection, indicator.id) is None:
        connection.execute(_INSERT_INDICATOR, row)
    else:  # replaced in place: figures refer to it
        connection.execute(_UPDATE_INDICATOR, (*row, indicator.id))


def write_catalogue(connection: sqlite3.Connection, catalogue: Catalogue) -> None:
    """Write a catalogue into the empty tables of a new ledger, inside an open transaction."""
    connection.executemany(
        _INSERT_INDICATOR, (astuple(indicator) for indicator in catalogue.indicators.values())
    )
    connection.executemany(
        f"INSERT INTO region ({', '.join(_REGION_COLUMNS)})"
        f" VALUES (?{', ?' * (len(_REGION_COLUMNS) - 1)})",
        (
            (*astuple(region)[:-1], _ALIAS_MARK.join(region.aliases))
            for region in catalogue.regions.values()
        ),
    )


def read_catalogue(file: LedgerFile) -> Catalogue:
    """Read the catalogue of a ledger, indicators in their order; raises LedgerError."""
    try:
        return _read(file)
    except ValueError as error:
        raise LedgerError(f"台账“{file.path}”的指标目录已损坏，请改用备份副本。") from error


def _read(file: LedgerFile) -> Catalogue:
    rows = file.rows(f"SELECT {', '.join(_INDICATOR_COLUMNS)} {_STANDING}")
    indicators = [shown_indicator(_indicator(row)) for row in rows]
    regions = [
        Region(code, name, short_name, RegionLevel(level), parent, order, _aliases(aliases))
        for code, name, short_name, level, parent, order, aliases in file.rows(
            f"SELECT {', '.join(_REGION_COLUMNS)} FROM region ORDER BY rowid"
        )
    ]
    return Catalogue(
        MappingProxyType({indicator.id: indicator for indicator in indicators}),
        MappingProxyType({region.code: shown_region(region) for region in regions}),
    )


def _indicator(row: tuple[Any, ...]) -> Indicator:
    name, full, short, kind, judged_by, unit, decimals, growth_decimals, *rest = row
    calendar, better, pace, lever, department, nature, aggregation, price, tag, *rest = rest
    in_sample, order = rest
    return Indicator(
        name, full, short, MeasureKind(kind), Measure(judged_by), unit, decimals, growth_decimals,
        Calendar(calendar), Better(better), PaceName(pace),
        lever, department, nature, aggregation, price, tag, bool(in_sample), order,
    )  # fmt: skip


def _aliases(text: str) -> tuple[str, ...]:
    return tuple(text.split(_ALIAS_MARK)) if text else ()
