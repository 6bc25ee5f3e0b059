"""The long form on a sheet: one figure or target a row, under the program's own column names."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from tracker.edits import ActualEdit, TargetEdit
from tracker.entry_context import closed_reason
from tracker.errors import BadValue, TrackerError
from tracker.exchange.entry_text import check_figure
from tracker.exchange.importing.ledger_match import Found
from tracker.exchange.importing.plan import Remark
from tracker.exchange.long_form import actual_edit, target_edit
from tracker.exchange.numerals import is_blank, says_none
from tracker.exchange.sheets import Cell, Sheet, address
from tracker.indicators import Basis, Catalogue, Measure, MeasureKind

_FIGURE = frozenset({"indicator", "region_code", "month", "value"})
_TARGET = frozenset({"indicator", "region_code", "year", "horizon", "value"})
_LOOKED_AT = 20


@dataclass(slots=True)
class LongRows:
    """What a sheet in long form gives."""

    found: list[Found] = field(default_factory=list)
    problems: list[Remark] = field(default_factory=list)


def header_row(sheet: Sheet) -> int | None:
    """Return the row with the program's own column names; None: the sheet is no long form."""
    for number, row in enumerate(sheet.rows[:_LOOKED_AT]):
        if "indicator" not in row:
            continue
        names = set(map(_name, row))
        if names >= _FIGURE or names >= _TARGET:
            return number
    return None


def read_long_rows(sheet: Sheet, header: int, catalogue: Catalogue, today: date) -> LongRows:
    """Read every row below the header; one that cannot be understood is told and left out."""
    names = [_name(cell) for cell in sheet.rows[header]]
    is_target = set(names) >= _TARGET
    column = names.index("value")
    out = LongRows()
    for number in range(header + 1, len(sheet.rows)):
        cells = sheet.rows[number]
        if number in sheet.hidden_rows or all(cell == "" for cell in cells):
            continue
        row = dict(zip(names, map(_text, names, cells), strict=True))
        text = row["value"]
        if not is_target and (is_blank(text) or says_none(text)):
            continue
        try:
            edit = _target(row, catalogue) if is_target else _actual(row, catalogue, today)
        except TrackerError as error:
            out.problems.append(Remark(sheet.name, address(number, column), str(error)))
            continue
        tagged = is_target or bool(row.get("status") or row.get("published_on"))
        out.found.append(Found(edit, tagged, sheet.name, number, column))
    return out


def _actual(row: Mapping[str, str], catalogue: Catalogue, today: date) -> ActualEdit:
    edit = actual_edit(row, catalogue)
    key = edit.key
    indicator = catalogue.indicator(key.indicator)
    closed = closed_reason(indicator, key.basis, key.month, today)
    if closed:
        raise BadValue(closed)
    if edit.value is not None:
        check_figure(edit.value, key.measure)
    if key.measure is Measure.RANK:
        usual: Sequence[Basis] = (Basis.NONE,)
    elif indicator.kind is MeasureKind.STOCK:
        usual = (Basis.BALANCE,)
    else:
        usual = (Basis.YTD, Basis.MONTH)
    if key.basis not in usual:
        raise BadValue(
            f"{indicator.short_name}没有“{key.basis}”这个口径，请改用 {usual[0] or '空白'}。"
        )
    return edit


def _target(row: Mapping[str, str], catalogue: Catalogue) -> TargetEdit:
    edit = target_edit(row, catalogue)
    key = edit.key
    indicator = catalogue.indicator(key.indicator)
    if not indicator.calendar.is_due(key.horizon.end_month):
        raise BadValue(
            f"{indicator.short_name}在{key.horizon.end_month}月没有数，"
            f"不能有{key.horizon.label}目标；请换一个期别。"
        )
    if edit.value is None:
        raise BadValue(f"{indicator.short_name}的目标没有写值，请补上。")
    check_figure(edit.value, key.measure)
    return edit


def _name(cell: Cell) -> str:
    return str(cell).strip().lower()


def _text(name: str, cell: Cell) -> str:
    """Return a cell as the csv files have it: whole numbers without .0, a date as a month."""
    if isinstance(cell, bool):
        return str(cell)
    if isinstance(cell, int | float):
        return f"{cell:.15g}"
    if isinstance(cell, date):
        return f"{cell:%Y-%m}" if name == "month" else f"{cell:%Y-%m-%d}"
    return str(cell).strip()
