"""The bulletin as a .docx in the faces of official documents."""

import io
from collections.abc import Iterable
from datetime import date, datetime, time

from tracker import wording
from tracker.bulletin import Bulletin
from tracker.bulletin.draft import Draft
from tracker.charts.archive import redated
from tracker.meeting_pack.document import set_page, set_styles

Sections = Iterable[tuple[str, Iterable[str]]]
"""Heads, each with its paragraphs."""


def bulletin_document(made: Bulletin, made_on: date, mark: str = "") -> bytes:
    """Return the .docx; the same bulletin and day give the same bytes. `mark` is 内部资料."""
    sections = (
        (one.head, ["".join(s.text for s in paragraph) for paragraph in one.paragraphs])
        for one in made.sections
    )
    return _document(made.title, sections, made_on, mark)


def draft_document(draft: Draft, made_on: date, mark: str = "") -> bytes:
    """Return the .docx of the sentences that people have chosen and worded."""
    chosen = [line for line in draft.lines if line.chosen]
    heads = dict.fromkeys(line.head for line in chosen)
    sections = ((head, ["".join(x.text for x in chosen if x.head == head)]) for head in heads)
    return _document(draft.title, sections, made_on, mark)


def _document(title: str, sections: Sections, made_on: date, mark: str) -> bytes:
    from docx import Document
    from docx.shared import Pt

    paper = Document()
    set_page(paper)
    about = paper.core_properties
    about.title, about.author, about.last_modified_by = title, "双过半", "双过半"
    about.comments = ""
    about.created = about.modified = datetime.combine(made_on, time())
    set_styles(paper)
    if mark:
        paper.add_paragraph(mark, style="Caption")
    paper.add_heading(title, 0)
    for number, (head, paragraphs) in enumerate(sections, 1):
        paper.add_heading(f"{wording.ordinal(number)}、{head}", 2)
        for text in paragraphs:
            line = paper.add_paragraph(text)
            line.paragraph_format.first_line_indent = Pt(24)
    held = io.BytesIO()
    paper.save(held)
    return redated(held.getvalue(), made_on)
