"""The movement chart 位次变化: the places of regions over the months, the movers in colour."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from matplotlib.figure import Figure

from tracker.charts.axis_flags import FlagBand, draw_flags
from tracker.charts.canvas import Canvas, Point, Stroked
from tracker.charts.frame import Captions, draw_frame, fitted, fitting_words
from tracker.charts.marks import light, move_mark
from tracker.charts.movement_titles import most
from tracker.charts.style import ChartStyle
from tracker.plots.axis_notes import AxisNote
from tracker.plots.rank_history import RankCourse, RankHistory

_DOT = 6.0
_MOVERS = 2


@dataclass(frozen=True, slots=True)
class MovementLayout:
    """Lengths in px of the preset: where lines run, rows of places and how they are labelled."""

    plot: tuple[float, float]
    head_gap: float
    bottom: float
    row_min: float
    row_max: float
    name_size: float
    rank_size: float
    head_size: float
    note_row: float


LAYOUTS = {
    "slide": MovementLayout((250, 1560), 112, 968, 28, 52, 23, 23, 20, 996),
    "a4": MovementLayout((226, 888), 118, 1530, 28, 64, 21, 21, 18, 1560),
    "square": MovementLayout((190, 792), 108, 962, 26, 50, 20, 20, 18, 984),
    "word": MovementLayout((186, 1000), 88, 714, 26, 38, 19, 19, 18, 732),
}
"""The layout of each preset that has a movement chart."""


@dataclass(frozen=True, slots=True)
class MovementPicture:
    """What the movement chart shows; `subtitles` are the ways to say it, longest first."""

    history: RankHistory
    captions: Captions
    subtitles: tuple[str, ...]
    notes: tuple[AxisNote, ...] = ()


def draw_movement(picture: MovementPicture, style: ChartStyle) -> Canvas:
    """Draw the movement chart in a preset; the canvas keeps the record of its texts."""
    canvas = Canvas(style)
    captions = replace(picture.captions, subtitle=fitting_words(canvas, picture.subtitles))
    subtitle_y = draw_frame(canvas, captions, with_lights=False)
    layout = LAYOUTS[style.preset.layout or style.preset.id]
    drawn = _Movement(canvas, picture.history, layout, subtitle_y + layout.head_gap)
    drawn.draw()
    drawn.draw_notes(picture.notes)
    return canvas


def movement_figure(picture: MovementPicture, style: ChartStyle) -> Figure:
    """Return the figure of the movement chart."""
    return draw_movement(picture, style).figure


class _Movement:
    """Draws one history; every place is a row, a region's line runs from row to row."""

    def __init__(
        self, canvas: Canvas, history: RankHistory, layout: MovementLayout, top: float
    ) -> None:
        self._canvas = canvas
        self._history = history
        self._layout = layout
        self._top = top
        fit = int((layout.bottom - top) / layout.row_min)
        self._shown = _shown(history, fit)
        self._left_out = len(history.courses) - len(self._shown)
        self._rows = max(1, len(self._shown) + (1 if self._left_out else 0))
        self._row = min(layout.row_max, (layout.bottom - top) / self._rows)
        places = {rank for one in history.courses for rank in one.ranks if rank is not None}
        self._most = max([*places, self._rows])
        risen, fallen = most(history.risen), most(history.fallen)
        self._movers = {one.region.code for one in (*risen[:_MOVERS], *fallen[:_MOVERS])}

    def draw(self) -> None:
        """Draw the months, pale lines first, the movers over them, then the names."""
        self._draw_months()
        calm = [one for one in self._shown if one.region.code not in self._movers]
        moved = [one for one in self._shown if one.region.code in self._movers]
        for one in (*calm, *moved):
            self._draw_course(one)
        for index, one in enumerate(self._shown):
            self._write_last(index, one)
        self._write_first()
        if self._left_out:
            type_ = self._canvas.style.type(self._layout.head_size, 400, "ink3")
            y = self._top + (len(self._shown) + 0.5) * self._row
            at = (self._layout.plot[1] + 44, y)
            room = self._canvas.width - self._canvas.style.preset.margin - at[0]
            words = f"其余 {self._left_out} 地见表"
            self._canvas.text(at, fitted(self._canvas, words, type_, room), type_)

    def draw_notes(self, notes: Sequence[AxisNote]) -> None:
        """Flag what happened below the lines; the line of a month is its end."""
        bottom = self._top + self._rows * self._row
        ends = [month.year * 12 + month.month for month in self._history.months]
        held = []
        for note in notes:
            at = max(note.year * 12 + note.at, ends[0])
            if at <= ends[-1]:
                after = next(i for i, end in enumerate(ends) if at <= end)
                before = max(0, after - 1)
                step = (at - ends[before]) / max(1, ends[after] - ends[before])
                held.append((self._x(before) + step * (self._x(after) - self._x(before)), note))
        row = min(self._layout.note_row, bottom + 26)
        band = FlagBand(*self._layout.plot, bottom, self._top, (row,))
        draw_flags(self._canvas, held, band)

    def _x(self, index: int) -> float:
        left, right = self._layout.plot
        return left + (right - left) * index / max(1, len(self._history.months) - 1)

    def _y(self, rank: float) -> float:
        """Return the height of a place; with more places than rows they stand closer."""
        rows = len(self._shown) if not self._left_out else self._rows - 1
        most_places = len(self._history.courses)
        step = self._row if most_places <= rows else (rows - 1) * self._row / (self._most - 1)
        return self._top + self._row / 2 + (rank - 1) * step

    def _draw_months(self) -> None:
        canvas, layout = self._canvas, self._layout
        style = canvas.style
        bottom = self._top + self._rows * self._row
        last = len(self._history.months) - 1
        taken = -1e9
        for index, month in reversed(list(enumerate(self._history.months))):
            x = self._x(index)
            now = index == last
            stroke = Stroked(1.2, style.colour("line2"))
            canvas.line([(x, self._top - 6), (x, bottom)], stroke)
            type_ = style.type(layout.head_size, 700 if now else 400, "time" if now else "ink3")
            merged = self._history.indicator.calendar.merges(month.month)
            words = f"1—{month.month} 月" if merged else f"{month.month} 月"
            if month.year != self._history.as_of.year:
                words = f"{month.year} 年"
            wide = canvas.width_of(words, type_) / 2
            if taken > -1e8 and x + wide > taken - 8:
                continue
            taken = canvas.text((x, self._top - 24), words, type_, align="center").left

    def _draw_course(self, one: RankCourse) -> None:
        """Draw a region's line; a month without a place is a gap."""
        canvas, style = self._canvas, self._canvas.style
        moved = one.region.code in self._movers
        colour = style.colour(self._token(one)) if moved else style.colour("line2")
        stroke = Stroked(5.5 if moved else 3.0, colour, round_ends=True)
        for stretch in _stretches(one.ranks):
            points: list[Point] = [(self._x(index), self._y(rank)) for index, rank in stretch]
            if len(points) > 1:
                canvas.line(points, stroke)
            for point in points if moved or len(points) == 1 else [points[-1]]:
                canvas.disc(point, _DOT + moved, colour, Stroked(2.0, canvas.background))

    def _token(self, one: RankCourse) -> str:
        return "bar" if (one.change or 0) > 0 else "ink2"

    def _label_y(self, index: int) -> float:
        return self._top + (index + 0.5) * self._row

    def _write_last(self, index: int, one: RankCourse) -> None:
        """Write place, light, name and movement right of the last month."""
        canvas, layout = self._canvas, self._layout
        style = canvas.style
        moved = one.region.code in self._movers
        x, y = layout.plot[1], self._label_y(index)
        end = self._y(one.last or 1)
        if abs(end - y) > 3:
            leader = Stroked(1.2, style.colour("line2"))
            canvas.line([(x + 9, end), (x + 22, y)], leader)
        rank_type = style.type(layout.rank_size, 700 if moved else 500)
        digits = canvas.width_of("000" if self._most > 99 else "00", rank_type)
        rank_end = x + 26 + digits
        canvas.text((rank_end, y), str(one.last), rank_type, align="right")
        light(canvas, (rank_end + 20, y), one.light, layout.name_size * 0.36)
        right = canvas.width - style.preset.margin
        move = style.type(layout.name_size - 2, 500, "ink2")
        move_wide = 22.0 + canvas.width_of("000" if self._most > 99 else "00", move)
        name_type = style.type(layout.name_size, 700 if moved else 400, self._ink(one))
        left = rank_end + 36
        name = fitted(canvas, one.name, name_type, right - move_wide - 8 - left)
        canvas.text((left, y), name, name_type)
        move_mark(canvas, (right - move_wide + 15, y), one.change, move, 6.0)

    def _ink(self, one: RankCourse) -> str:
        if one.region.code not in self._movers:
            return "ink"
        return self._token(one)

    def _write_first(self) -> None:
        """Write the places of the first month left of the lines, the movers by name."""
        canvas, layout = self._canvas, self._layout
        style = canvas.style
        x = layout.plot[0] - 16
        taken: list[float] = []
        ordered = sorted(self._shown, key=lambda one: one.region.code not in self._movers)
        for one in ordered:
            rank = one.ranks[0]
            if rank is None:
                continue
            y = self._y(rank)
            moved = one.region.code in self._movers
            type_ = style.type(layout.name_size, 700 if moved else 400, self._ink(one))
            if any(abs(y - other) < type_.size * 1.1 for other in taken):
                continue
            taken.append(y)
            room = x - style.preset.margin - canvas.width_of("000", type_) - 8
            name = fitted(canvas, one.name, type_, room)
            canvas.text((x, y), f"{name} {rank}", type_, align="right")


def _shown(history: RankHistory, fit: int) -> list[RankCourse]:
    """Return the regions that have room: all, or the movers and the first and last places."""
    courses = list(history.courses)
    if len(courses) <= fit:
        return courses
    room = fit - 1
    ends = [one for pair in zip(courses, reversed(courses), strict=True) for one in pair]
    wanted = [*most(history.risen)[:_MOVERS], *most(history.fallen)[:_MOVERS], *ends]
    kept = {one.region.code for one in list(dict.fromkeys(wanted))[:room]}
    return [one for one in courses if one.region.code in kept]


def _stretches(ranks: Sequence[int | None]) -> list[list[tuple[int, int]]]:
    """Cut a course where a month has no place."""
    found: list[list[tuple[int, int]]] = [[]]
    for index, rank in enumerate(ranks):
        if rank is None:
            found.append([])
        else:
            found[-1].append((index, rank))
    return [stretch for stretch in found if stretch]
