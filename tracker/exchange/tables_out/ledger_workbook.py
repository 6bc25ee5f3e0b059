"""The 台账 as .xlsx: a sheet a region, frozen head, filter, lights as words on their tint, A4."""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any

from tracker.exchange.tables_out.ledger_table import (
    AFTER,
    HEADS,
    MONTHS,
    LedgerRow,
    all_heads,
    ledger_table,
    printed_rows,
)
from tracker.exchange.tables_out.safe_text import starts_like_a_formula
from tracker.indicators import Measure
from tracker.periods import STAGES, Month
from tracker.snapshot import Snapshot
from tracker.wording import LIGHT_WORDS

if TYPE_CHECKING:
    import xlsxwriter
    from xlsxwriter.worksheet import Worksheet

_A4 = 9
_HEAD_ROW = 2
_WIDTHS = (5, 26, 7, 9, 16)
_TINTS = {"green": "#E2F1EB", "yellow": "#FBF0D8", "red": "#FAE8E4", "none": "#F0EDE6"}
_INKS = {"green": "#17694F", "yellow": "#7F5200", "red": "#A42C22", "none": "#6B655B"}


@dataclass(frozen=True, slots=True)
class Page:
    """One sheet to be: its region's name and its rows."""

    name: str
    rows: Sequence[LedgerRow]


def pages(snapshot: Snapshot, regions: Sequence[str], as_of: Month) -> list[Page]:
    """Return the sheets of regions that have something to show. Raises UnknownName."""
    found = [Page(snapshot.region(c).name, ledger_table(snapshot, c, as_of)) for c in regions]
    return [page for page in found if any(row.says_something for row in page.rows)]


def ledger_workbook(title: str, held: Sequence[Page], as_of: Month, made_on: date) -> bytes:
    """Return the .xlsx of the pages; the same pages and day give the same bytes."""
    import xlsxwriter

    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False}) as book:
        book.set_properties({"title": title, "created": datetime.combine(made_on, time())})
        for page in held:
            _Sheet(book, page, as_of, title).write()
    return out.getvalue()


class _Sheet:
    """Writes one region's sheet."""

    def __init__(self, book: "xlsxwriter.Workbook", page: Page, as_of: Month, title: str) -> None:
        self._book = book
        self._page = page
        self._as_of = as_of
        self._title = title
        self._sheet: Worksheet = book.add_worksheet(page.name[:31])
        self._formats: dict[str, Any] = {}

    def write(self) -> None:
        """Write title, heads, rows and what makes it pleasant to read and print."""
        sheet, heads = self._sheet, all_heads()
        year, month = self._as_of.year, self._as_of.month
        big = self._format(bold=True, font_size=14)
        sheet.write_string(0, 0, f"{self._page.name} {year} 年主要指标台账", big)
        note = f"{self._title}，截至 {year} 年 {month} 月；累计为 1 月起的累计，同比为 %。"
        sheet.write_string(1, 0, note, self._format(font_color="#6B655B"))
        head = self._format(bold=True, bg_color="#F0EDE6", border=1, text_wrap=True,
                            align="center", valign="vcenter")  # fmt: skip
        for column, text in enumerate(heads):
            sheet.write_string(_HEAD_ROW, column, text, head)
        for number, (row, cells) in enumerate(
            zip(self._page.rows, printed_rows(self._page.rows), strict=True), _HEAD_ROW + 1
        ):
            self._write_row(number, row, cells)
        self._dress(len(heads))

    def _write_row(self, number: int, row: LedgerRow, cells: list[str | float | None]) -> None:
        first_month = len(HEADS) + len(STAGES)
        after = first_month + len(MONTHS)
        digits = row.indicator.decimals_of(row.measure)
        shape = f"{'0' if row.measure is Measure.GROWTH else '#,##0'}{_point(digits)}"
        for column, cell in enumerate(cells):
            name = "General"
            if len(HEADS) <= column < after:
                name = shape
            elif column == after:
                name = "0.0%"
            elif column in (after + 1, after + 2):
                name = "+0.0;-0.0;0.0"
            if cell is None:
                self._sheet.write_blank(number, column, None, self._format(border=1))
            elif isinstance(cell, str):
                self._text(number, column, cell)
            else:
                self._sheet.write_number(
                    number, column, cell, self._format(border=1, num_format=name)
                )

    def _text(self, row: int, column: int, text: str) -> None:
        quoted = {"quote_prefix": True} if starts_like_a_formula(text) else {}
        side = "right" if column >= len(HEADS) else "left"
        self._sheet.write_string(row, column, text, self._format(border=1, align=side, **quoted))

    def _dress(self, columns: int) -> None:
        sheet, last = self._sheet, _HEAD_ROW + len(self._page.rows)
        sheet.freeze_panes(_HEAD_ROW + 1, 2)
        sheet.autofilter(_HEAD_ROW, 0, last, columns - 1)
        for column, width in enumerate(_WIDTHS):
            sheet.set_column(column, column, width)
        sheet.set_column(len(HEADS), columns - len(AFTER) - 1, 10)
        sheet.set_column(columns - len(AFTER), columns - 1, 11)
        sheet.set_landscape()
        sheet.set_paper(_A4)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(0, _HEAD_ROW)
        sheet.set_footer("&L&A&R第 &P 页，共 &N 页")
        light = columns - 1
        for one, word in LIGHT_WORDS.items():
            sheet.conditional_format(
                _HEAD_ROW + 1, light, last, light,
                {"type": "text", "criteria": "containing", "value": word,
                 "format": self._book.add_format(
                     {"bg_color": _TINTS[one.value], "font_color": _INKS[one.value]})},
            )  # fmt: skip

    def _format(self, **look: object) -> Any:
        key = repr(sorted(look.items()))
        if key not in self._formats:
            self._formats[key] = self._book.add_format({"font_name": "等线", **look})
        return self._formats[key]


def _point(digits: int) -> str:
    return "." + "0" * digits if digits else ""
