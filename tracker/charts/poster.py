"""The poster 海报: the drive in brief for a phone, in sections told by the figures."""

from dataclasses import dataclass

from matplotlib.figure import Figure

from tracker import wording
from tracker.charts.canvas import Box, Canvas, Stroked
from tracker.charts.frame import Captions, fitted
from tracker.charts.marks import light
from tracker.charts.poster_header import BLOCK_HEIGHT, draw_header
from tracker.charts.poster_words import (
    LEVER_WORDS,
    beside_text,
    growth_head,
    growth_text,
    hard_text,
    task_goal,
    task_notes,
    task_value,
    tasks_head,
    tasks_note,
)
from tracker.charts.style import ChartStyle
from tracker.indicators import Indicator, Light, Measure
from tracker.plots.drive import Drive, GrowthBeside, LeverState, TaskMet

_MOST_GROWTH, _MOST_TASKS = 3, 2
_BARS = (308.6, 738.0)
_GROWTH_REACH = 280.0
_GROWTH_ROW, _TASK_ROW, _LEVER_ROW = 110.0, 121.0, 68.0
_HEAD, _RULE = 59.0, 101.5
_SECTION_GAP = -14.8
_BOX_TOP, _BOX_BOTTOM = 1756.5, 1820.0


@dataclass(frozen=True, slots=True)
class PosterPicture:
    """What the poster shows."""

    drive: Drive
    captions: Captions


def draw_poster(picture: PosterPicture, style: ChartStyle) -> Canvas:
    """Draw the poster; the canvas keeps the record of its texts."""
    canvas = Canvas(style)
    draw_header(canvas, picture.captions)
    _Poster(canvas, picture.drive).draw()
    _draw_footer(canvas, picture.captions)
    return canvas


def poster_figure(picture: PosterPicture, style: ChartStyle) -> Figure:
    """Return the figure of the poster."""
    return draw_poster(picture, style).figure


def _draw_footer(canvas: Canvas, captions: Captions) -> None:
    style, margin = canvas.style, canvas.style.preset.margin
    type_ = style.type(24, 400, "ink3")
    canvas.text((canvas.width - margin, 1874), captions.imprint, type_, align="right")
    room = canvas.width - 2 * margin - canvas.width_of(captions.imprint, type_) - 24
    words = style.source or captions.source
    canvas.text((margin, 1874), fitted(canvas, words, type_, room), type_)


class _Poster:
    """Draws the sections from top to bottom; one without figures is left out."""

    def __init__(self, canvas: Canvas, drive: Drive) -> None:
        self._canvas = canvas
        self._drive = drive
        self._left = float(canvas.style.preset.margin)
        self._right = canvas.width - canvas.style.preset.margin

    def draw(self) -> None:
        """Draw growth, tasks, levers and the hard tasks."""
        drive = self._drive
        y = BLOCK_HEIGHT
        if drive.growth:
            y = self._draw_growth(y)
        if drive.tasks:
            y = self._draw_tasks(y)
        if any(state.total for state in drive.levers):
            self._draw_levers(y)
        if drive.hard:
            self._draw_hard()

    def _draw_section(self, y: float, head: str, note: str) -> float:
        """Write a section's head over a thick rule; returns the rule's height."""
        canvas, style = self._canvas, self._canvas.style
        end = canvas.text((self._left, y + _HEAD), head, style.type(42, 700)).right
        type_ = style.type(26, 400, "ink2")
        room = self._right - end - 24
        if note:
            words = fitted(canvas, note, type_, room)
            canvas.text((self._right, y + _HEAD + 4.5), words, type_, align="right")
        rule = y + _RULE
        stroke = Stroked(3.0, style.colour("half"))
        canvas.line([(self._left, rule), (self._right, rule)], stroke)
        return rule

    def _hairline(self, y: float, left: float | None = None, right: float | None = None) -> None:
        ends = [(left or self._left, y), (right or self._right, y)]
        self._canvas.line(ends, Stroked(1.4, self._canvas.style.colour("line2")))

    def _name(self, indicator: Indicator, y: float, *, grown: bool = False) -> None:
        """Write a name left of the bars; `grown` says that a balance's growth is meant."""
        canvas = self._canvas
        type_ = canvas.style.type(30, 500)
        room = _BARS[0] - self._left - 14
        full, short = indicator.name.split("(")[0], indicator.short_name
        if grown:
            full, short = f"{full.removesuffix('余额')}增长", f"{short}增长"
        names = [name for name in (full, short) if canvas.width_of(name, type_) <= room]
        canvas.text(
            (self._left, y), names[0] if names else fitted(canvas, short, type_, room), type_
        )

    def _draw_growth(self, y: float) -> float:
        shown = self._drive.growth[:_MOST_GROWTH]
        rule = self._draw_section(y, growth_head(self._drive), "同比增速，与全国比")
        reach = max(max(abs(one.value), abs(one.nation), 0.1) for one in shown)
        for index, one in enumerate(shown):
            top = rule + index * _GROWTH_ROW
            if index:
                self._hairline(top)
            self._draw_growth_row(one, top, _GROWTH_REACH / reach)
        return rule + len(shown) * _GROWTH_ROW + _SECTION_GAP

    def _draw_growth_row(self, one: GrowthBeside, top: float, px_per_point: float) -> None:
        """Draw a growth over the nation's; a fall is a hollow bar with its minus."""
        canvas, style = self._canvas, self._canvas.style
        self._name(one.progress.indicator, top + 35.5)
        left = _BARS[0]
        for value, middle, half, token in (
            (one.value, top + 38.7, 18.0, "bar"),
            (one.nation, top + 77.6, 6.5, "axis"),
        ):
            end = left + abs(value) * px_per_point
            box = Box(left, middle - half, max(end, left + 2), middle + half)
            if value < 0:
                canvas.outline(box, style.colour(token), 2.0)
            else:
                canvas.rect(box, style.colour(token))
        value_type = style.type(44, 700, "bar")
        nation_type = style.type(26, 400, "ink2")
        at = (left + abs(one.value) * px_per_point + 14, top + 38)
        number = canvas.text(at, growth_text(one, one.value), value_type)
        at = (left + abs(one.nation) * px_per_point + 15, top + 77.6)
        name = canvas.text(at, f"全国 {growth_text(one, one.nation)}", nation_type)
        gap_type = style.type(30, 700)
        words = beside_text(one)
        if number.right + 16 + canvas.width_of(words, gap_type) < self._right:
            canvas.text((self._right, top + 35.5), words, gap_type, align="right")
        if one.rank is not None:
            rank = f"全国第 {one.rank}"
            if name.right + 16 + canvas.width_of(rank, nation_type) < self._right:
                canvas.text((self._right, top + 77.6), rank, nation_type, align="right")

    def _draw_tasks(self, y: float) -> float:
        shown = sorted(self._drive.tasks, key=lambda task: -_surplus(task))[:_MOST_TASKS]
        rest = [task for task in self._drive.tasks if task not in shown]
        told = Drive(
            self._drive.region,
            self._drive.as_of,
            self._drive.stage,
            (),
            (*shown, *rest),
            (),
            (),
        )
        rule = self._draw_section(y, tasks_head(told), tasks_note(told, len(shown)))
        for index, task in enumerate(shown):
            top = rule + index * _TASK_ROW
            if index:
                self._hairline(top)
            self._draw_task(task, top)
        return rule + len(shown) * _TASK_ROW + _SECTION_GAP

    def _draw_task(self, task: TaskMet, top: float) -> None:
        """Draw the bar with the tick of its goal, and the goal's words below."""
        canvas, style = self._canvas, self._canvas.style
        middle = top + 36.0
        grown = task.progress.measure is Measure.GROWTH
        self._name(task.progress.indicator, middle, grown=grown)
        number_type, unit_type = style.type(45, 700, "bar"), style.type(26, 500, "bar")
        number, unit = task_value(task)
        pieces = [(number, number_type), (unit, unit_type)]
        gap = 1.0 if unit == "%" else 6.0
        wide = canvas.line_width(pieces, gap)
        end = min(_BARS[1], self._right - wide - 16)
        shown = end - _BARS[0] > 60
        end = end if shown else _BARS[1]
        canvas.rect(Box(_BARS[0], middle - 18, end, middle + 18), style.colour("bar"))
        part = min(max(task.goal / task.value, 0.0), 1.0) if task.value > 0 else 0.0
        x = _BARS[0] + part * (end - _BARS[0])
        canvas.rect(Box(x - 5.5, middle - 18, x + 5.5, middle + 18), canvas.background)
        canvas.line([(x, middle - 28), (x, middle + 28)], Stroked(5.0, style.colour("half")))
        if shown:
            at = (end + 16, middle)
            canvas.text_line(at, pieces, gap=gap)
        goal = canvas.text((_BARS[0], top + 88), task_goal(task), style.type(27, 700))
        note_type = style.type(27, 400, "ink2")
        notes = task_notes(task)
        while (
            notes and goal.right + 26 + canvas.width_of("，".join(notes), note_type) > self._right
        ):
            notes.pop()
        if notes:
            canvas.text((goal.right + 26, top + 88), "，".join(notes), note_type)

    def _draw_levers(self, y: float) -> None:
        room = (_BOX_TOP if self._drive.hard else _BOX_BOTTOM) - y - _RULE
        rows = (len(self._drive.levers) + 1) // 2
        pitch = _LEVER_ROW if room / rows < _LEVER_ROW + 12 else min(room / rows, 100.0)
        rule = self._draw_section(y, "八个方面合力“双过半”", "达标数 / 有目标的指标数")
        middle_gap = 52.0
        wide = (self._right - self._left - middle_gap) / 2
        for index, state in enumerate(self._drive.levers):
            row, column = divmod(index, 2)
            left = self._left + column * (wide + middle_gap)
            if row:
                self._hairline(rule + row * pitch, left, left + wide)
            middle = rule + row * pitch + pitch / 2
            self._draw_lever(index + 1, state, (left, left + wide), middle)

    def _draw_lever(
        self, number: int, state: LeverState, span: tuple[float, float], y: float
    ) -> None:
        canvas, style = self._canvas, self._canvas.style
        left, right = span
        canvas.text((left, y), str(number), style.type(30, 700, "time"))
        words = LEVER_WORDS[state.lever]
        # A full-width opening quote is half empty: it hangs out so that the words line up.
        start = left + (27 if words.startswith("“") else 40)
        canvas.text((start, y), words, style.type(32, 400))
        if not state.total:
            canvas.text((right, y), wording.NO_TARGET, style.type(26, 400, "ink3"), align="right")
            return
        token = {Light.RED: "badt", Light.YELLOW: "warnt"}.get(state.worst, "bar")
        count = f"{state.met}/{state.total}"
        type_ = style.type(32, 700, token)
        start = canvas.text((right, y), count, type_, align="right").left
        light(canvas, (start - 24, y), state.worst, 10.5)

    def _draw_hard(self) -> None:
        """Write the binding tasks of the year into a box of their own."""
        canvas, style = self._canvas, self._canvas.style
        ground = style.colour("timebg")
        canvas.rect(Box(self._left, _BOX_TOP, self._right, _BOX_BOTTOM), ground)
        paper, canvas.background = canvas.background, ground
        y = (_BOX_TOP + _BOX_BOTTOM) / 2
        head = canvas.text((self._left + 24, y), "全年硬任务", style.type(28, 700))
        type_ = style.type(28, 400)
        words = "，".join(hard_text(task) for task in reversed(self._drive.hard))
        room = self._right - 20 - head.right - 28
        canvas.text((head.right + 28, y), fitted(canvas, words, type_, room), type_)
        canvas.background = paper


def _surplus(task: TaskMet) -> float:
    return task.value / task.goal if task.goal > 0 else 0.0
