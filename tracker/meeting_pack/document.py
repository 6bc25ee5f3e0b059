"""The pack's .docx: the finding lines, then each picture under its finding, with 替代文字."""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any

from tracker import wording
from tracker.charts.archive import redated
from tracker.meeting_pack.words import PictureWords

if TYPE_CHECKING:
    from docx.document import Document

_PAGE_MM = (210, 297)
_MARGINS_MM = (25, 20, 28, 26)
"""Top, bottom, left, right: the sides of official documents, and room for two pictures a page."""
_WIDEST_MM = 148.0
_HIGHEST_MM = 200.0
_TITLE_FONT, _HEAD_FONT, _BODY_FONT = "SimHei", "SimHei", "FangSong"


@dataclass(frozen=True, slots=True)
class DocumentPicture:
    """A picture for the document: PNG, its height ÷ width, and its words."""

    png: bytes
    aspect: float
    words: PictureWords


@dataclass(frozen=True, slots=True)
class Letter:
    """The words round the pictures: title, finding lines, and the closing lines."""

    title: str
    findings: tuple[str, ...]
    closing: tuple[str, ...]


def document(letter: Letter, pictures: Sequence[DocumentPicture], made_on: date) -> bytes:
    """Return a .docx on A4; the same words, pictures and day give the same bytes."""
    from docx import Document

    paper = Document()
    set_page(paper)
    about = paper.core_properties
    about.title, about.author, about.last_modified_by = letter.title, "双过半", "双过半"
    about.comments = ""
    about.created = about.modified = datetime.combine(made_on, time())
    set_styles(paper)
    paper.add_heading(letter.title, 0)
    for line in letter.findings:
        paper.add_paragraph(line)
    for number, picture in enumerate(pictures, 1):
        _add(paper, picture, f"{wording.ordinal(number)}、{picture.words.subject}")
    for line in letter.closing:
        paper.add_paragraph(line, style="Caption")
    held = io.BytesIO()
    paper.save(held)
    return redated(held.getvalue(), made_on)


def set_page(paper: "Document") -> None:
    """Set A4 and the margins of official documents."""
    from docx.shared import Mm

    section = paper.sections[0]
    section.page_width, section.page_height = (Mm(side) for side in _PAGE_MM)
    top, bottom, left, right = (Mm(side) for side in _MARGINS_MM)
    section.top_margin, section.bottom_margin = top, bottom
    section.left_margin, section.right_margin = left, right


def set_styles(paper: "Document") -> None:
    """Set title, heads, body and closing lines in the faces that Word and WPS have."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Pt, RGBColor

    looks = (
        ("Normal", _BODY_FONT, 12, False),
        ("Title", _TITLE_FONT, 20, False),
        ("Heading 2", _HEAD_FONT, 13, False),
        ("Caption", _BODY_FONT, 10.5, False),
    )
    for name, face, points, bold in looks:
        style: Any = paper.styles[name]
        style.font.name, style.font.size, style.font.bold = face, Pt(points), bold
        style.font.color.rgb = RGBColor(0x1F, 0x1D, 0x1A)
        _face_everywhere(style.element.get_or_add_rPr(), face)
    normal: Any = paper.styles["Normal"]
    normal.paragraph_format.line_spacing = 1.25
    normal.paragraph_format.space_after = Pt(3)
    head: Any = paper.styles["Heading 2"]
    head.paragraph_format.space_before = Pt(9)
    title: Any = paper.styles["Title"]
    title.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
    _drop_rule(title)


def _face_everywhere(properties: Any, face: str) -> None:
    """Use a face for Chinese and for heads too, which else follow the template's theme."""
    from docx.oxml.ns import qn

    fonts = properties.get_or_add_rFonts()
    for name in list(fonts.attrib):
        del fonts.attrib[name]
    for script in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.set(qn(f"w:{script}"), face)


def _drop_rule(style: Any) -> None:
    """Take the template's blue rule from under the title."""
    from docx.oxml.ns import qn

    paragraph = style.element.get_or_add_pPr()
    for border in paragraph.findall(qn("w:pBdr")):
        paragraph.remove(border)


def _add(paper: "Document", picture: DocumentPicture, head: str) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Mm

    paper.add_heading(head, 2)
    for line in picture.words.told:
        paper.add_paragraph(line).paragraph_format.keep_with_next = True
    wide = min(_WIDEST_MM, _HIGHEST_MM / picture.aspect)
    shape = paper.add_picture(io.BytesIO(picture.png), width=Mm(wide))
    paper.paragraphs[-1].alignment = WD_ALIGN_PARAGRAPH.CENTER
    about = shape._inline.docPr
    about.set("title", picture.words.title)
    about.set("descr", picture.words.alt_text)
