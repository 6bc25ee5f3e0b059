"""The catalogue inside a ledger: which indicators and regions it knows."""

import sqlite3
from dataclasses import astuple
from types import MappingProxyType
from typing import Any

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


def write_catalogue(connection: sqlite3.Connection, catalogue: Catalogue) -> None:
    """Write a catalogue into the empty tables of a new ledger, inside an open transaction."""
    connection.executemany(
        f"INSERT INTO indicator ({', '.join(_INDICATOR_COLUMNS)})"
        f" VALUES (?{', ?' * (len(_INDICATOR_COLUMNS) - 1)})",
        (astuple(indicator) for indicator in catalogue.indicators.values()),
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
    indicators = [
        _indicator(row)
        for row in file.rows(
            f'SELECT {", ".join(_INDICATOR_COLUMNS)} FROM indicator ORDER BY "order", id'
        )
    ]
    regions = [
        Region(code, name, short_name, RegionLevel(level), parent, order, _aliases(aliases))
        for code, name, short_name, level, parent, order, aliases in file.rows(
            f"SELECT {', '.join(_REGION_COLUMNS)} FROM region ORDER BY rowid"
        )
    ]
    return Catalogue(
        MappingProxyType({indicator.id: indicator for indicator in indicators}),
        MappingProxyType({region.code: region for region in regions}),
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
