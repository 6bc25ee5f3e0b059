"""The board as a banner for articles: two words, one number, eight bars."""

from tracker import wording
from tracker.board import Board
from tracker.charts.board_rows import HURRY, RowWords, at_half, cumulative_words, sorted_rows
from tracker.charts.canvas import Box, Canvas, Stroked
from tracker.charts.frame import Captions, fitted
from tracker.charts.headline import OwnTitle, draw_own_title
from tracker.charts.marks import YearStrip, shortfall
from tracker.charts.style import Type
from tracker.headlines import below_half, lack_words
from tracker.indicators import Light
from tracker.periods import JUNE

MOST_ROWS = 8
_TIME_WORDS = {6: "时间过半", 12: "全年收官"}
_LEFT_WIDTH = 300.0
_BARS = (524.0, 870.7)
"""0 and 100 % of the task; the half line stands between, bars end before the numbers."""
_NAMES_RIGHT = 508.0
_NAMES_ROOM = 168.0
_VALUES_RIGHT = 864.0
_OWN_TITLE = OwnTitle(left=36, top=56, width=300, height=224, sizes=(62, 52, 44, 36, 30, 24))
_TOP, _BOTTOM = 44.0, 354.0


def draw_banner(canvas: Canvas, board: Board, captions: Captions, own_title: bool) -> None:
    """Draw headline, year strip and at most eight bars."""
    _draw_words(canvas, board, captions, own_title)
    _draw_bars(canvas, board)


def headline(board: Board) -> tuple[str, str]:
    """Return the two words of the headline: how far the time is, how far the tasks are."""
    month = board.as_of.month
    time_word = _TIME_WORDS.get(month, f"时间 {wording.share(board.as_of.time_share, 0)}%")
    if month == JUNE and board.tasks:
        past = board.tasks_past_half * 2 > board.tasks
        return time_word, "任务过半" if past else "任务未半"
    met = sum(row.progress.light == "green" for row in board.judged)
    return time_word, f"{met} 项达标"


def _draw_words(canvas: Canvas, board: Board, captions: Captions, own_title: bool) -> None:
    style, margin = canvas.style, canvas.style.preset.margin
    if own_title:
        draw_own_title(canvas, captions.title, _OWN_TITLE, style.colour("ink"))
    else:
        time_word, task_word = headline(board)
        size = style.preset.title_size
        canvas.text((margin, 85.7), time_word, style.type(size, 900, "time"))
        canvas.text((margin, 165.7), task_word, style.type(size, 900, "bar"))
        first, second = summary(board)
        canvas.text((margin, 236.3), first, style.type(27, 700))
        canvas.text((margin, 274.4), second, style.type(24, 400, "ink2"))
    strip = YearStrip(style.colour("time"), style.colour("track1"), style.colour("half"))
    box = Box(margin, 314, margin + _LEFT_WIDTH, 327)
    strip.draw(canvas, box, captions.as_of.month, tick=8, gap=2.4)
    as_of = captions.as_of
    source = (style.source or captions.source).rstrip("。").replace("数据：示例", "示例数据")
    words = f"截至 {as_of.year} 年 {as_of.month} 月，{source}"
    type_ = style.type(22, 400, "ink3")
    canvas.text((margin, 357), fitted(canvas, words, type_, _NAMES_RIGHT - margin), type_)


def summary(board: Board) -> tuple[str, str]:
    """Return the two small lines under the headline."""
    lacking = below_half(board)
    if at_half(board) and board.tasks:
        first = f"{board.tasks} 项累计任务 {board.tasks_past_half} 项过线"
        return first, lack_words(lacking[0]) if lacking else "全部过半"
    first = f"共 {len(board.judged)} 项指标"
    counts = ((Light.RED, "滞后"), (Light.YELLOW, "临界"), (Light.NONE, "待报"))
    words = [f"{board.lights[kind]} 项{word}" for kind, word in counts if board.lights[kind]]
    return first, "，".join(words[:2]) or "没有滞后"


def _chosen(board: Board) -> list[RowWords]:
    """Return the tasks to show: no ceilings, the ones to attend to kept when there are many."""
    tasks = [
        row
        for row in board.cumulative
        if row.progress.target is not None and not row.progress.is_ceiling
    ]
    urgent = sorted(tasks, key=lambda row: HURRY[row.progress.light])[:MOST_ROWS]
    rows = sorted_rows([row for row in tasks if row in urgent], growth=False)
    return [cumulative_words(row, at_half(board)) for row in rows]


def _draw_bars(canvas: Canvas, board: Board) -> None:
    style = canvas.style
    rows = _chosen(board)
    left, right = _BARS
    half = (left + right) / 2
    if not rows:
        canvas.text((left, 200), "还没有累计类任务", style.type(24, 400, "ink3"))
        return
    canvas.rect(Box(left, _TOP, half, _BOTTOM), style.shade(0.5))
    pitch = (_BOTTOM - _TOP + 2) / MOST_ROWS - 1
    label = canvas.text((half, 26), "半程 50%", style.type(22, 700), align="center")
    for index, row in enumerate(rows):
        _draw_bar(canvas, row, _TOP + 23 + index * pitch)
    if not at_half(board):
        x = left + board.as_of.time_share * (right - left)
        stroke = Stroked(2.2, style.colour("time"), (8.8, 6.6))
        canvas.line([(x, _TOP - 2), (x, _BOTTOM)], stroke)
        _draw_time_label(canvas, board, x, label)
    canvas.line([(half, _TOP - 2), (half, _BOTTOM)], Stroked(3.0, style.colour("half")))


def _draw_time_label(canvas: Canvas, board: Board, x: float, half_label: Box) -> None:
    type_ = canvas.style.type(22, 500, "time")
    words = f"{wording.share(board.as_of.time_share, 0)}%"
    wide = canvas.width_of(words, type_) / 2
    if board.as_of.month < JUNE:
        x = min(x, half_label.left - 8 - wide)
    else:
        x = min(max(x, half_label.right + 8 + wide), canvas.width - 36 - wide)
    canvas.text((x, 26), words, type_, align="center")


def _draw_bar(canvas: Canvas, row: RowWords, middle: float) -> None:
    style = canvas.style
    left, right = _BARS
    name_type = style.type(24, 500)
    canvas.text((_NAMES_RIGHT, middle), _short(canvas, row, name_type), name_type, align="right")
    value_type = style.type(24, 700, row.token)
    value = wording.DASH
    if row.share is not None:
        end = left + min(max(row.share, 0.0), 0.78) * (right - left)
        box = Box(left, middle - 8, end, middle + 8)
        if row.pending:
            canvas.outline(box, style.colour("none"), 1.4, canvas.background)
        else:
            value = f"{wording.share(row.share, 0, line=0.5)}%"
            canvas.rect(box, style.colour("bar"))
            if not row.ahead and row.pace is not None and row.share < row.pace:
                until = left + min(row.pace, 0.78) * (right - left)
                missing = Box(end, box.top, until, box.bottom)
                shortfall(canvas, missing, style.light_colour(row.light))
    canvas.text((_VALUES_RIGHT, middle), value, value_type, align="right")


def _short(canvas: Canvas, row: RowWords, type_: Type) -> str:
    """Return the short name, cut when even that is too long."""
    return fitted(canvas, row.names[-1], type_, _NAMES_ROOM)
