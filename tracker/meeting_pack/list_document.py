"""A list of a stage as a .docx in the faces of official documents: sentence, then the table."""

import io
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any

from tracker.charts.archive import redated
from tracker.inspection.stage_list import StageList
from tracker.meeting_pack.document import set_page, set_styles

if TYPE_CHECKING:
    from docx.table import Table

_CELL_PT = 9
_WIDE_SHARE = 3.0
_LEAST_SHARE, _MOST_SHARE = 0.8, 2.0
_LETTERS_A_SHARE = 6


def list_document(held: StageList, made_on: date) -> bytes:
    """Return the .docx on A4 across; the same list and day give the same bytes."""
    from docx import Document
    from docx.enum.section import WD_ORIENT

    paper = Document()
    set_page(paper)
    page = paper.sections[0]
    page.orientation = WD_ORIENT.LANDSCAPE
    page.page_width, page.page_height = page.page_height, page.page_width
    about = paper.core_properties
    about.title, about.author, about.last_modified_by = held.title, "双过半", "双过半"
    about.comments = ""
    about.created = about.modified = datetime.combine(made_on, time())
    set_styles(paper)
    paper.add_heading(held.title, 0)
    paper.add_paragraph(f"{held.sentence}。")
    if held.lines:
        _fill(paper.add_table(len(held.lines) + 1, len(held.heads), "Table Grid"), held)
    if held.sample:
        paper.add_paragraph("示例数据", style="Caption")
    out = io.BytesIO()
    paper.save(out)
    return redated(out.getvalue(), made_on)


def _fill(table: "Table", held: StageList) -> None:
    """Write heads and cells; the head is repeated on every page."""
    from docx.oxml import OxmlElement
    from docx.shared import Mm

    table.autofit = False
    shares = [_share(held, column) for column in range(len(held.heads))]
    room_mm = 297 - 28 - 26
    for row, cells in zip(table.rows, [held.heads, *(one.cells for one in held.lines)],
                          strict=True):  # fmt: skip
        for cell, text, share in zip(row.cells, cells, shares, strict=True):
            cell.width = Mm(room_mm * share / sum(shares))
            _write(cell, text, bold=cells is held.heads)
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def _write(cell: Any, text: str, *, bold: bool) -> None:
    from docx.shared import Pt

    paragraph = cell.paragraphs[0]
    paragraph.paragraph_format.first_line_indent = Pt(0)
    run = paragraph.add_run(text)
    run.bold = bold
    run.font.size = Pt(_CELL_PT)


def _share(held: StageList, column: int) -> float:
    """Return how much of the page's width a column gets, in shares."""
    if held.heads[column] in held.wide:
        return _WIDE_SHARE
    longest = max(len(cells[column]) for cells in (held.heads, *(x.cells for x in held.lines)))
    return min(_MOST_SHARE, max(_LEAST_SHARE, longest / _LETTERS_A_SHARE))
