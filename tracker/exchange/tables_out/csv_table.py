"""The 台账 as one .csv, for whoever opens it next; UTF-8 with a mark, as spreadsheets want it."""

import csv
import io
from collections.abc import Sequence

from tracker.exchange.tables_out.ledger_table import all_heads, printed_rows
from tracker.exchange.tables_out.ledger_workbook import Page
from tracker.exchange.tables_out.safe_text import csv_text
from tracker.wording import plain


def ledger_csv(held: Sequence[Page]) -> bytes:
    """Return the rows of all pages under one head, the region's name before each."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(["地区", *all_heads()])
    for page in held:
        for row in printed_rows(page.rows):
            writer.writerow([csv_text(page.name), *map(_cell, row)])
    return out.getvalue().encode("utf-8-sig")


def _cell(cell: str | float | None) -> str:
    if cell is None:
        return ""
    return csv_text(cell) if isinstance(cell, str) else plain(cell).replace("−", "-")
