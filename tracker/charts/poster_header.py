"""The header block of the poster: slogan, the year so far, and the days left to half."""

from datetime import date

from tracker.charts.canvas import Box, Canvas, Stroked
from tracker.charts.frame import Captions, period_title
from tracker.charts.headline import OwnTitle, draw_own_title
from tracker.charts.marks import YearStrip
from tracker.charts.style import Type
from tracker.periods import JUNE, MONTHS_IN_YEAR

BLOCK_HEIGHT = 628.0
_OWN_TITLE = OwnTitle(left=72, top=124, width=936, height=330, sizes=(138, 116, 96, 80, 64, 48))
_STRIP_TOP, _STRIP_BOTTOM = 516.0, 546.0
_CELL_GAP = 4.0
_WORDS_Y = 481.6
_LINES_Y = (213.0, 367.0)


def draw_header(canvas: Canvas, captions: Captions) -> None:
    """Draw the block with its words; the canvas background is the paper again afterwards."""
    style = canvas.style
    ground = style.colour("header")
    canvas.rect(Box(0, 0, canvas.width, BLOCK_HEIGHT), ground)
    paper, canvas.background = canvas.background, ground
    margin = style.preset.margin
    made = captions.made_on
    side = Type(28, 400, style.colour("headerside"))
    day = f"{made.year} 年 {made.month} 月 {made.day} 日"
    end = canvas.text((canvas.width - margin, 88.2), day, side, align="right").left
    place = Type(30, 500, style.colour("headertext"))
    words = f"{captions.place} {period_title(captions.as_of)}"
    if margin + canvas.width_of(words, place) < end - 20:
        canvas.text((margin, 88.2), words, place)
    _draw_title(canvas, captions.title)
    _draw_year(canvas, captions)
    canvas.background = paper


def _draw_title(canvas: Canvas, title: str) -> None:
    """Set a slogan of two parts in two lines, anything else as large as it fits."""
    style = canvas.style
    parts = title.split("，")
    type_ = Type(style.preset.title_size, 900, style.colour("headertext"))
    room = canvas.width - 2 * style.preset.margin
    if len(parts) == len(_LINES_Y) and all(canvas.width_of(p, type_) <= room for p in parts):
        for y, part in zip(_LINES_Y, parts, strict=True):
            canvas.text((style.preset.margin, y), part, type_)
    else:
        draw_own_title(canvas, title, _OWN_TITLE, style.colour("headertext"))


def _draw_year(canvas: Canvas, captions: Captions) -> None:
    """Draw the year strip up to today, or to the as-of month when today lies in another half."""
    style, margin, as_of = canvas.style, canvas.style.preset.margin, captions.as_of
    made = captions.made_on
    counting = (made.year, 0) == (as_of.year, max(0, made.month - JUNE))
    passed = made.month - 1 if counting else as_of.month
    time, text = style.colour("headertime"), style.colour("headertext")
    strip = YearStrip(time, style.colour("headerempty"), text)
    box = Box(margin, _STRIP_TOP, canvas.width - margin, _STRIP_BOTTOM)
    middles = strip.draw(canvas, box, passed, tick=43, gap=_CELL_GAP, tick_width=6)
    now = made.month if counting else as_of.month
    for month, middle in zip(range(1, MONTHS_IN_YEAR + 1), middles, strict=True):
        colour = time if month <= now else style.colour("headerside")
        type_ = Type(24, 700 if month == now else 400, colour)
        words = f"{month} 月" if month == 1 else str(month)
        canvas.text((middle, 569.5), words, type_, align="center")
    bold = Type(26, 700, text)
    day = canvas.text((canvas.width / 2 + 18, _WORDS_Y), "6 月 30 日", bold)
    canvas.text((day.right + 26, _WORDS_Y), "时间过半，任务过半", bold)
    if counting:
        _draw_today(canvas, made, middles)


def _draw_today(canvas: Canvas, made: date, middles: list[float]) -> None:
    """Fill the present month up to today, mark today and count the days to half."""
    style = canvas.style
    time = style.colour("headertime")
    cell = middles[1] - middles[0] - _CELL_GAP
    days = (date(made.year + made.month // 12, made.month % 12 + 1, 1) - made.replace(day=1)).days
    left = middles[made.month - 1] - cell / 2
    today = left + cell * made.day / days
    canvas.rect(Box(left, _STRIP_TOP, today, _STRIP_BOTTOM), time)
    canvas.line([(today, _STRIP_TOP - 16), (today, _STRIP_BOTTOM)], Stroked(4, time))
    rest = (date(made.year, JUNE, 30) - made).days
    right = canvas.width / 2 - 12
    words = f"还有 {rest} 天" if rest else "就在今天"
    bold = Type(26, 700, time)
    start = canvas.text((right, _WORDS_Y), words, bold, align="right").left
    if rest:
        canvas.text((start - 18, _WORDS_Y), "今天", Type(26, 400, time), align="right")
