"""Workbooks: the numbers behind pictures as .xlsx, a sheet for each.

Numbers are numbers with the digits that the picture shows. Whatever else is text stays text: a
name that begins with = + - or @ is never a formula.
"""

import io
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import TYPE_CHECKING

from tracker import wording
from tracker.plots.chart_data import ChartTable

if TYPE_CHECKING:
    import xlsxwriter
    from xlsxwriter.worksheet import Worksheet

_NUMBER = re.compile(r"([+−-]?)(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?(%?)(\*?)")
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
_SHEET_REFUSED = re.compile(r"[\[\]:*?/\\]")
_LONGEST_SHEET = 31
_WIDEST = 48
_A4 = 9
"""Excel's number for the paper."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: its tab, a title, lines under it, and a table."""

    name: str
    title: str
    lines: tuple[str, ...]
    table: ChartTable


def workbook(sheets: Sequence[Sheet], made_on: date) -> bytes:
    """Return an .xlsx with a tab for each sheet; the same sheets and day give the same bytes."""
    import xlsxwriter

    held = io.BytesIO()
    with xlsxwriter.Workbook(held, {"in_memory": True, "strings_to_formulas": False}) as book:
        book.set_properties({"title": "图中数据", "created": datetime.combine(made_on, time())})
        taken: set[str] = set()
        for sheet in sheets:
            _Writer(book, sheet, _tab(sheet.name, taken)).write()
    return held.getvalue()


def number_of(cell: str) -> tuple[float, str] | None:
    """Return the number that a printed cell is, and the format that prints it so; else None."""
    match = _NUMBER.fullmatch(cell.strip())
    if match is None:
        return None
    sign, whole, part, percent, mark = match.groups()
    value = float(f"{whole.replace(',', '')}.{part or 0}")
    value = -value if sign in ("−", "-") else value
    digits = "." + "0" * len(part) if part else ""
    shape = f"{'#,##0' if ',' in whole else '0'}{digits}{percent}"
    if sign == "+":
        shape = f"+{shape};-{shape};{shape}"
    if mark:
        shape = f'{shape}"{mark}"'
    return (value / 100 if percent else value), shape


class _Writer:
    """Writes one sheet."""

    def __init__(self, book: "xlsxwriter.Workbook", sheet: Sheet, tab: str) -> None:
        self._book = book
        self._sheet = sheet
        self._page: Worksheet = book.add_worksheet(tab)
        self._formats: dict[str, object] = {}

    def write(self) -> None:
        """Write title, lines and table, and give the columns their widths."""
        sheet, page, table = self._sheet, self._page, self._sheet.table
        page.set_landscape()
        page.set_paper(_A4)
        page.fit_to_pages(1, 0)
        self._text(0, 0, sheet.title, {"bold": True, "font_size": 14})
        row = 1
        for line in (*sheet.lines, table.note):
            if line:
                self._text(row, 0, line, {"font_color": "#6B655B"})
                row += 1
        row += 1
        for column, head in enumerate(table.columns):
            side = "left" if column == 0 else "right"
            self._text(row, column, head, {"bold": True, "bottom": 1, "align": side})
        for line_cells in table.rows:
            row += 1
            for column, cell in enumerate(line_cells):
                self._cell(row, column, cell)
        for column in range(len(table.columns)):
            cells = [table.columns[column], *(line[column] for line in table.rows)]
            page.set_column(column, column, min(_WIDEST, max(map(_width, cells)) + 2))

    def _cell(self, row: int, column: int, cell: str) -> None:
        found = number_of(cell) if column else None
        if found is not None:
            value, shape = found
            self._page.write_number(row, column, value, self._format({"num_format": shape}))
        elif cell:
            self._text(row, column, cell, {"align": "right"} if column else {})

    def _text(self, row: int, column: int, text: str, look: Mapping[str, object]) -> None:
        """Write text as text; what a spreadsheet would take for a formula is marked as quoted."""
        if text.startswith(_FORMULA_STARTS) and text != wording.DASH:
            look = {**look, "quote_prefix": True}
        self._page.write_string(row, column, text, self._format(look))

    def _format(self, look: Mapping[str, object]) -> object:
        key = repr(sorted(look.items()))
        if key not in self._formats:
            self._formats[key] = self._book.add_format({"font_name": "等线", **look})
        return self._formats[key]


def _tab(name: str, taken: set[str]) -> str:
    """Return a name that Excel takes for a tab, different from those taken."""
    clean = _SHEET_REFUSED.sub("-", name).strip("' ")[:_LONGEST_SHEET] or "数据"
    number, found = 1, clean
    while found.casefold() in taken:
        number += 1
        ending = f"({number})"
        found = clean[: _LONGEST_SHEET - len(ending)] + ending
    taken.add(found.casefold())
    return found


def _width(text: str) -> float:
    return sum(1 if ord(letter) < 0x2000 else 2 for letter in text)
