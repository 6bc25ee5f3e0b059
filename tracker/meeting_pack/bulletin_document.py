"""The bulletin as a .docx in the faces of official documents."""

import io
from datetime import date, datetime, time

from tracker import wording
from tracker.bulletin import Bulletin
from tracker.charts.archive import redated
from tracker.meeting_pack.document import set_page, set_styles


def bulletin_document(made: Bulletin, made_on: date) -> bytes:
    """Return the .docx; the same bulletin and day give the same bytes."""
    from docx import Document
    from docx.shared import Pt

    paper = Document()
    set_page(paper)
    about = paper.core_properties
    about.title, about.author, about.last_modified_by = made.title, "双过半", "双过半"
    about.comments = ""
    about.created = about.modified = datetime.combine(made_on, time())
    set_styles(paper)
    paper.add_heading(made.title, 0)
    for number, section in enumerate(made.sections, 1):
        paper.add_heading(f"{wording.ordinal(number)}、{section.head}", 2)
        for paragraph in section.paragraphs:
            line = paper.add_paragraph("".join(sentence.text for sentence in paragraph))
            line.paragraph_format.first_line_indent = Pt(24)
    held = io.BytesIO()
    paper.save(held)
    return redated(held.getvalue(), made_on)
