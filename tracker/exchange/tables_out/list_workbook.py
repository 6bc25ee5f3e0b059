"""A list of a stage as .xlsx: one sheet, frozen head, filter, text never a formula, A4 across."""

import io
from datetime import date, datetime, time

from tracker.exchange.tables_out.safe_text import starts_like_a_formula
from tracker.inspection.stage_list import StageList

_A4 = 9
_HEAD_ROW = 2
_NARROW, _WIDE = 12, 36
_LONGEST = 24


def list_workbook(held: StageList, made_on: date) -> bytes:
    """Return the .xlsx of a list; the same list and day give the same bytes."""
    import xlsxwriter

    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False}) as book:
        book.set_properties({"title": held.title, "created": datetime.combine(made_on, time())})
        sheet = book.add_worksheet(held.title[:31])
        face = {"font_name": "等线"}
        head = {**face, "bold": True, "bg_color": "#F0EDE6", "border": 1, "valign": "vcenter"}
        cell = {**face, "border": 1, "valign": "top", "text_wrap": True}
        looks = {
            (right, quoted): book.add_format(
                {**cell, "align": "right" if right else "left", "quote_prefix": quoted}
            )
            for right in (False, True)
            for quoted in (False, True)
        }
        big = book.add_format({**face, "bold": True, "font_size": 14})
        sheet.write_string(0, 0, held.title, big)
        sample = "（示例数据）" if held.sample else ""
        note = book.add_format({**face, "font_color": "#6B655B"})
        sheet.write_string(1, 0, held.sentence + sample, note)
        for column, text in enumerate(held.heads):
            sheet.write_string(_HEAD_ROW, column, text, book.add_format(head))
            longest = max((len(line.cells[column]) for line in held.lines), default=0)
            width = _WIDE if text in held.wide else min(_LONGEST, max(_NARROW, 2 * longest))
            sheet.set_column(column, column, width)
        for row, line in enumerate(held.lines, _HEAD_ROW + 1):
            for column, text in enumerate(line.cells):
                right = held.heads[column] in held.right
                sheet.write_string(row, column, text, looks[right, starts_like_a_formula(text)])
        sheet.freeze_panes(_HEAD_ROW + 1, 0)
        sheet.autofilter(_HEAD_ROW, 0, _HEAD_ROW + len(held.lines), len(held.heads) - 1)
        sheet.set_landscape()
        sheet.set_paper(_A4)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(0, _HEAD_ROW)
        sheet.set_footer("&L&A&R第 &P 页，共 &N 页")
    return out.getvalue()
