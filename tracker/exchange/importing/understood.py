"""What one table was taken for, so that a person sees it before anything is written."""

from collections.abc import Iterable, Sequence
from typing import TypeVar

from tracker.exchange.importing.context import Context
from tracker.exchange.importing.heads import Heads
from tracker.exchange.importing.lanes import Lane
from tracker.exchange.importing.layout import Table
from tracker.exchange.importing.ledger_match import Found
from tracker.exchange.importing.plan import Understood
from tracker.exchange.importing.table_reader import RowFigures
from tracker.exchange.sheets import Sheet, address
from tracker.periods import Month

LONG_FORM = "一行一个数"
_Said = TypeVar("_Said")


def understood(
    table: Table,
    heads: Heads,
    context: Context,
    rows: Sequence[RowFigures],
    targets: Sequence[Found],
) -> Understood:
    """Say what a table was read as; one that gave no figure, by what stands around it."""
    readings = [lane.reading for lane in _lanes(rows)]
    kinds = dict.fromkeys(
        (one.indicator.id, one.measure, one.basis, one.unit, one.assumed_unit) for one in readings
    )
    months = {one.month for one in readings}
    around = () if readings or context.measure is None else (context.measure,)
    return Understood(
        table.sheet.name,
        _area(table),
        _direction(heads),
        _distinct(one[0] for one in kinds) or tuple(one for one in (context.indicator,) if one),
        _distinct(one[1] for one in kinds) or around,
        _distinct(one[2] for one in kinds),
        _distinct(one[3] for one in kinds) or context.units,
        _ends(months),
        sum(len(row.strip.slots) for row in rows) + len(targets),
        any(one[4] for one in kinds),
    )


def understood_long_form(
    sheet: Sheet, header: int, figures: int, months: Iterable[Month]
) -> Understood:
    """Say that a sheet is in the program's own long form."""
    area = f"{address(header, 0)}:{address(len(sheet.rows) - 1, len(sheet.rows[0]) - 1)}"
    return Understood(sheet.name, area, LONG_FORM, (), (), (), (), _ends(set(months)), figures)


def _lanes(rows: Iterable[RowFigures]) -> list[Lane]:
    """Return every lane once; rows of one kind share theirs."""
    kinds = {id(row.lanes): row.lanes for row in rows}.values()
    return list({id(lane): lane for lanes in kinds for lane in lanes}.values())


def _area(table: Table) -> str:
    rows = [*table.header_rows, *table.body]
    columns = [*table.head_columns, *table.value_columns]
    return f"{address(min(rows), min(columns))}:{address(max(rows), max(columns))}"


def _direction(heads: Heads) -> str:
    """Say which way the table lies: 地区向下，月份向右."""
    down, across = heads.rows.values(), heads.columns.values()
    named = []
    for words, facets in (("向下", down), ("向右", across)):
        said = [
            name
            for name, held in (
                ("地区", any(one.region for one in facets)),
                ("指标", any(one.indicator for one in facets)),
                ("月份", any(one.period for one in facets)),
            )
            if held
        ]
        if said:
            named.append("、".join(said) + words)
    return "，".join(named)


def _ends(months: set[Month]) -> tuple[Month, ...]:
    """Return the first and the last month, or none."""
    return (min(months), max(months)) if months else ()


def _distinct(values: Iterable[_Said]) -> tuple[_Said, ...]:
    return tuple(dict.fromkeys(values))
