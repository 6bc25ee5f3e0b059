"""The board as a poster: a header block with the year, then both groups."""

from tracker.board import Board
from tracker.charts.board_banner import headline
from tracker.charts.board_layouts import POSTER
from tracker.charts.board_table import draw_table
from tracker.charts.canvas import Box, Canvas
from tracker.charts.frame import Captions, fitted, light_key, period_title, time_text
from tracker.charts.headline import OwnTitle, draw_own_title
from tracker.charts.light_keys import board_key
from tracker.charts.marks import YearStrip
from tracker.charts.style import Type
from tracker.periods import MONTHS_IN_YEAR

_BLOCK_HEIGHT = 628.0
_OWN_TITLE = OwnTitle(left=72, top=124, width=936, height=330, sizes=(138, 116, 96, 80, 64, 48))


def draw_poster(canvas: Canvas, board: Board, captions: Captions, own_title: bool) -> None:
    """Draw the header block, the table and the footer."""
    canvas.rect(Box(0, 0, canvas.width, _BLOCK_HEIGHT), canvas.style.colour("header"))
    paper = canvas.background
    canvas.background = canvas.style.colour("header")
    _draw_head(canvas, board, captions, own_title)
    _draw_year(canvas, board)
    canvas.background = paper
    draw_table(canvas, board, POSTER, top=_BLOCK_HEIGHT + POSTER.head_gap)
    _draw_footer(canvas, board, captions)


def _draw_head(canvas: Canvas, board: Board, captions: Captions, own_title: bool) -> None:
    margin = canvas.style.preset.margin
    right = canvas.width - margin
    canvas.text(
        (margin, 88.2),
        f"{captions.place} {period_title(captions.as_of)}",
        Type(30, 500, canvas.style.colour("headertext")),
    )
    passed = f"截至 {board.as_of.month} 月，时间过 {time_text(board.as_of)}"
    canvas.text(
        (right, 88.2), passed, Type(28, 400, canvas.style.colour("headerside")), align="right"
    )
    if own_title:
        draw_own_title(canvas, captions.title, _OWN_TITLE, canvas.style.colour("headertext"))
        return
    for index, word in enumerate(headline(board)):
        type_ = Type(canvas.style.preset.title_size, 900, canvas.style.colour("headertext"))
        canvas.text((margin, 209 + index * 155), word, type_)


def _draw_year(canvas: Canvas, board: Board) -> None:
    """Draw the year strip with its months and the half."""
    margin = canvas.style.preset.margin
    strip = YearStrip(
        canvas.style.colour("headertime"),
        canvas.style.colour("headerempty"),
        canvas.style.colour("headertext"),
    )
    box = Box(margin, 516, canvas.width - margin, 546)
    middles = strip.draw(canvas, box, board.as_of.month, tick=43, gap=4, tick_width=6)
    for month, middle in zip(range(1, MONTHS_IN_YEAR + 1), middles, strict=True):
        passed = month <= board.as_of.month
        weight = 700 if month == board.as_of.month else 400
        type_ = Type(
            24,
            weight,
            canvas.style.colour("headertime") if passed else canvas.style.colour("headerside"),
        )
        words = f"{month} 月" if month == 1 else str(month)
        canvas.text((middle, 569.5), words, type_, align="center")
    type_ = Type(26, 700, canvas.style.colour("headertext"))
    day = canvas.text((canvas.width / 2 + 18, 481.6), "6 月 30 日", type_)
    canvas.text((day.right + 26, 481.6), "时间过半，任务过半", type_)


def _draw_footer(canvas: Canvas, board: Board, captions: Captions) -> None:
    style, margin = canvas.style, canvas.style.preset.margin
    type_ = style.type(24, 400, "ink3")
    light_key(canvas, (margin, 1832), 24, board_key(board))
    canvas.text((canvas.width - margin, 1874), captions.imprint, type_, align="right")
    room = canvas.width - 2 * margin - canvas.width_of(captions.imprint, type_) - 24
    canvas.text((margin, 1874), fitted(canvas, style.source or captions.source, type_, room), type_)
