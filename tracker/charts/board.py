"""The board chart 双过半标尺: where every indicator stands against half and against its target."""

from dataclasses import dataclass

from matplotlib.figure import Figure

from tracker.board import Board
from tracker.charts.board_banner import draw_banner
from tracker.charts.board_layouts import TABLES
from tracker.charts.board_poster import draw_poster
from tracker.charts.board_table import draw_table
from tracker.charts.canvas import Canvas
from tracker.charts.frame import Captions, draw_frame
from tracker.charts.light_keys import board_key
from tracker.charts.style import ChartStyle


@dataclass(frozen=True, slots=True)
class BoardPicture:
    """What the board chart shows: the rows and the words round them.

    `own_title` is set when a person wrote the title; banner and poster then print it too.
    """

    board: Board
    captions: Captions
    own_title: bool = False


def draw_board(picture: BoardPicture, style: ChartStyle) -> Canvas:
    """Draw the board in a preset; the canvas keeps the record of its texts."""
    canvas = Canvas(style)
    if style.preset.id == "banner":
        draw_banner(canvas, picture.board, picture.captions, picture.own_title)
    elif style.preset.id == "poster":
        draw_poster(canvas, picture.board, picture.captions, picture.own_title)
    else:
        subtitle_y = draw_frame(canvas, picture.captions, True, board_key(picture.board))
        layout = TABLES[style.preset.id]
        draw_table(canvas, picture.board, layout, top=subtitle_y + layout.head_gap)
    return canvas


def board_figure(picture: BoardPicture, style: ChartStyle) -> Figure:
    """Return the figure of the board chart."""
    return draw_board(picture, style).figure
