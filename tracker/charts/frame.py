"""Frame: what every chart has around its plot. Title, subtitle, year strip and footer."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from tracker import wording
from tracker.charts.canvas import Box, Canvas
from tracker.charts.marks import YearStrip, light
from tracker.charts.style import Type
from tracker.indicators import Light
from tracker.periods import Month

PRODUCT = "双过半"
_PERIODS = {1: " 1 月", 3: "一季度", 6: "上半年", 9: "前三季度", 12: "全年"}
_BREAKS = "；，：。"


@dataclass(frozen=True, slots=True)
class Captions:
    """The words of a picture besides its plot.

    `notes` is how to read it, `source` ends the footer (示例 must be in it for sample figures),
    `place` is the region's name.
    """

    title: str
    subtitle: str
    notes: str
    source: str
    place: str
    as_of: Month
    made_on: date

    @property
    def imprint(self) -> str:
        """The right end of the footer: 双过半 · 2023-07-18 出图."""
        return f"{PRODUCT} · {self.made_on.isoformat()} 出图"


@dataclass(frozen=True, slots=True)
class FrameLayout:
    """Where the frame's parts stand: middles of text lines, the strip's box, sizes in px."""

    title_y: float
    title_pitch: float
    subtitle_gap: float
    strip_width: float
    strip_top: float
    strip_height: float
    strip_gap: float
    strip_text_y: float
    strip_text_size: float
    strip_long: bool
    footer_y: tuple[float, ...]
    footer_size: float


LAYOUTS = {
    "slide": FrameLayout(96.2, 54, 56.2, 300, 78, 12, 2.4, 115.8, 20, True, (1035.5,), 18),
    "a4": FrameLayout(117.3, 52, 48.8, 200, 102, 10, 2, 134.5, 18, False, (1601.5, 1635.5), 18),
    "square": FrameLayout(78, 48, 48.5, 190, 64, 9, 2, 95, 18, False, (1010, 1039), 18),
    "word": FrameLayout(60, 40, 40, 180, 46, 9, 2, 77, 18, False, (752, 779), 18),
}


def break_title(canvas: Canvas, title: str, room: float) -> list[str]:
    """Break a title that is too long after punctuation, as many lines as the preset allows.

    The comma at the break is dropped, as headlines do.
    """
    type_ = canvas.style.type(canvas.style.preset.title_size, 700)
    if canvas.style.preset.title_lines == 1 or canvas.width_of(title, type_) <= room:
        return [title]
    cuts = [index for index, letter in enumerate(title[:-1]) if letter in _BREAKS]
    if not cuts:
        return [title]

    def longest(cut: int) -> float:
        parts = (title[:cut], title[cut + 1 :])
        return max(canvas.width_of(part, type_) for part in parts)

    cut = min(cuts, key=longest)
    return [title[:cut], title[cut + 1 :]]


LightKey = tuple[tuple[Light, str], ...]
"""What the lights of a picture mean, in its footer."""


def draw_frame(canvas: Canvas, captions: Captions, with_lights: bool, key: LightKey = ()) -> float:
    """Draw title, subtitle, strip and footer; returns the middle of the subtitle."""
    style, preset = canvas.style, canvas.style.preset
    layout = LAYOUTS[preset.id]
    right = canvas.width - preset.margin
    room = right - layout.strip_width - preset.margin - 24
    y = layout.title_y
    for index, line in enumerate(break_title(canvas, captions.title, room)):
        y = layout.title_y + index * layout.title_pitch
        if style.titled:
            canvas.text((preset.margin, y), line, style.type(preset.title_size, 700))
    y += layout.subtitle_gap
    canvas.text(
        (preset.margin, y), captions.subtitle, style.type(preset.subtitle_size, 400, "ink2")
    )
    _strip(canvas, captions.as_of, layout)
    _footer(canvas, captions, layout, key if with_lights else ())
    return y


def _strip(canvas: Canvas, as_of: Month, layout: FrameLayout) -> None:
    style = canvas.style
    right = canvas.width - style.preset.margin
    strip = YearStrip(style.colour("time"), style.colour("track1"), style.colour("half"))
    box = Box(
        right - layout.strip_width,
        layout.strip_top,
        right,
        layout.strip_top + layout.strip_height,
    )
    strip.draw(canvas, box, as_of.month, tick=7 if layout.strip_long else 6, gap=layout.strip_gap)
    text = f"截至 {as_of.month} 月 · {'时间过 ' if layout.strip_long else ''}{time_text(as_of)}"
    canvas.text(
        (right, layout.strip_text_y),
        text,
        style.type(layout.strip_text_size, 500, "time"),
        align="right",
    )


def time_text(as_of: Month) -> str:
    """Print the share of the year that is over: 33.3%, 50%, 75%."""
    share = wording.share(as_of.time_share)
    return f"{share.removesuffix('.0')}%"


def period_title(as_of: Month) -> str:
    """Name January to as-of with its year: 2023 年上半年, 2023 年 1—4 月."""
    period = _PERIODS.get(as_of.month, f" 1—{as_of.month} 月")
    return f"{as_of.year} 年{period}"


def _footer(canvas: Canvas, captions: Captions, layout: FrameLayout, key: LightKey) -> None:
    style, margin = canvas.style, canvas.style.preset.margin
    type_ = style.type(layout.footer_size, 400, "ink3")
    pen, y = float(margin), layout.footer_y[0]
    if key:
        pen = light_key(canvas, (pen, y), layout.footer_size, key) + 26
    if len(layout.footer_y) > 1:
        pen, y = float(margin), layout.footer_y[-1]
    end = canvas.text((canvas.width - margin, y), captions.imprint, type_, align="right").left
    source = canvas.style.source or captions.source
    notes = captions.notes
    if len(layout.footer_y) > 1 and not key and notes:
        room = canvas.width - 2 * margin
        notes, first = "", fitted(canvas, notes, type_, room)
        canvas.text((margin, layout.footer_y[0]), first, type_)
    words = notes + source
    if canvas.width_of(words, type_) > end - 20 - pen:
        words = fitted(canvas, source, type_, end - 20 - pen)
    canvas.text((pen, y), words, type_)


def fitted(canvas: Canvas, text: str, type_: Type, room: float) -> str:
    """Cut a text with an ellipsis to fit."""
    if canvas.width_of(text, type_) <= room:
        return text
    while len(text) > 1 and canvas.width_of(text + "…", type_) > room:
        text = text[:-1]
    return text + "…"


def fitting_words(canvas: Canvas, choices: Sequence[str]) -> str:
    """Return the first subtitle that fits between the margins, else the last one cut short."""
    preset = canvas.style.preset
    type_ = canvas.style.type(preset.subtitle_size, 400)
    room = canvas.width - 2 * preset.margin
    whole = (words for words in choices if canvas.width_of(words, type_) <= room)
    return next(whole, "") or fitted(canvas, choices[-1], type_, room)


def light_key(canvas: Canvas, at: tuple[float, float], size: float, key: LightKey) -> float:
    """Draw the key of the lights with its thresholds; returns where it ends."""
    style = canvas.style
    type_ = style.type(size, 400, "ink3")
    x, y = at
    end = x
    for kind, words in key:
        light(canvas, (x + size * 0.44, y), kind, size * 0.42)
        end = canvas.text((x + size * 1.22, y), words, type_).right
        x = end + 20
    return end
