"""The pack's .pptx: one chart a slide, its title as text that can be edited, 替代文字 on it."""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any

from tracker.charts.archive import redated
from tracker.charts.presets import SLIDE, preset
from tracker.charts.style import chart_style
from tracker.meeting_pack.words import PictureWords

if TYPE_CHECKING:
    from pptx.presentation import Presentation

FONT = "Microsoft YaHei"
_EMU_PER_PX = 6350
"""1920 px are 13⅓ inch."""
_TITLE_ONLY = 5
"""The layout of the library's template that has a title and nothing else."""
_TITLE_BOX = (72, 62, 1440, 70)
"""Where the slide layout has its title: left, top, width, height in px."""
_TITLE_POINTS = SLIDE.title_size / 2
_BESIDE = (96, 120, 640, 700)
"""Where the title of an upright picture stands, beside it."""


@dataclass(frozen=True, slots=True)
class SlidePicture:
    """A picture for a slide: PNG, its preset, and its words. 16:9 ones come without a title."""

    png: bytes
    preset: str
    words: PictureWords


def slides(pictures: Sequence[SlidePicture], paper: str | None, made_on: date, name: str) -> bytes:
    """Return a .pptx of 16:9; the same pictures and day give the same bytes."""
    from pptx import Presentation

    deck = Presentation()
    _widen(deck)
    about = deck.core_properties
    about.title, about.author, about.last_modified_by = name, "双过半", "双过半"
    about.created = about.modified = datetime.combine(made_on, time())
    for picture in pictures:
        _add(deck, picture, paper)
    held = io.BytesIO()
    deck.save(held)
    return redated(held.getvalue(), made_on)


def _widen(deck: "Presentation") -> None:
    """Make the template's 4:3 pages 16:9, with what stands on master and layouts."""
    from pptx.util import Emu

    before = deck.slide_width or 1
    deck.slide_width, deck.slide_height = Emu(1920 * _EMU_PER_PX), Emu(1080 * _EMU_PER_PX)
    factor = 1920 * _EMU_PER_PX / before
    for page in (deck.slide_master, *deck.slide_layouts):
        for shape in page.placeholders:
            if shape.has_text_frame and shape.width is not None:
                left, top, height = shape.left, shape.top, shape.height
                shape.left, shape.width = round(left * factor), round(shape.width * factor)
                shape.top, shape.height = top, height


def _add(deck: "Presentation", picture: SlidePicture, paper: str | None) -> None:
    style = chart_style(preset(picture.preset), paper)
    slide = deck.slides.add_slide(deck.slide_layouts[_TITLE_ONLY])
    slide.background.fill.solid()
    slide.background.fill.fore_color.rgb = _rgb(style.paper_colour)
    wide = style.preset.width * SLIDE.height == style.preset.height * SLIDE.width
    _set_title(slide, picture.words.title, style.colour("ink"), _TITLE_BOX if wide else _BESIDE)
    _place(slide, picture, deck.slide_width or 0, deck.slide_height or 0)
    notes = "\n".join((*picture.words.told, picture.words.alt_text))
    slide.notes_slide.notes_text_frame.text = notes


def _set_title(slide: Any, title: str, ink: str, box: tuple[int, int, int, int]) -> None:
    """Write the title where the picture has left room for it."""
    from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
    from pptx.util import Pt

    shape = slide.shapes.title
    shape.left, shape.top, shape.width, shape.height = (part * _EMU_PER_PX for part in box)
    frame = shape.text_frame
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    frame.vertical_anchor = MSO_ANCHOR.MIDDLE
    frame.word_wrap = True
    frame.text = title
    paragraph = frame.paragraphs[0]
    paragraph.alignment = PP_ALIGN.LEFT
    letters = paragraph.runs[0].font
    letters.size, letters.bold, letters.name = Pt(_TITLE_POINTS), True, FONT
    letters.color.rgb = _rgb(ink)
    # The library only sets the Latin face; Chinese follows the East Asian one.
    _add_east_asian(letters)


def _rgb(colour: str) -> Any:
    from pptx.dml.color import RGBColor

    make: Any = RGBColor  # the library leaves its constructor untyped
    return make(*(int(colour[start : start + 2], 16) for start in (1, 3, 5)))


def _add_east_asian(letters: Any) -> None:
    from pptx.oxml.ns import qn

    properties = letters._element
    face = properties.makeelement(qn("a:ea"), {"typeface": FONT})
    properties.find(qn("a:latin")).addnext(face)


def _place(slide: Any, picture: SlidePicture, width: int, height: int) -> None:
    """Put the picture on the slide, as large as fits, at the right; the title lies above it."""
    shape = slide.shapes.add_picture(io.BytesIO(picture.png), 0, 0)
    factor = min(width / shape.width, height / shape.height)
    shape.width, shape.height = round(shape.width * factor), round(shape.height * factor)
    shape.left, shape.top = width - shape.width, (height - shape.height) // 2
    shape.name = picture.words.title
    shape._element.nvPicPr.cNvPr.set("descr", picture.words.alt_text)
    tree = slide.shapes._spTree
    tree.remove(shape._element)
    tree.insert(2, shape._element)  # behind the title
