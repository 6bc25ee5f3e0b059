"""Flags on a time axis: events and 不可比 marks, each with its words in rows below the months."""

from collections.abc import Sequence
from dataclasses import dataclass

from tracker.charts.canvas import Box, Canvas, Point, Stroked
from tracker.charts.style import Type
from tracker.plots.axis_notes import AxisNote

_POLE_PX = 22.0
_PENNANT = (11.0, 9.0)
_MARK_PX = 16.0
"""Room for the small mark before the words."""
_APART_PX = 20.0
_SLANT = 2 / 3
"""How far a stroke of // leans, as a share of its height above the middle."""
_TEXT_PX = 18.0


@dataclass(frozen=True, slots=True)
class FlagBand:
    """Where flags stand and their words go: the axis, its ends, the middles of the rows below.

    A break also runs up to `top`.
    """

    left: float
    right: float
    axis_y: float
    top: float
    rows: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class _Placed:
    """Words that have a place: where they begin, and in which row."""

    note: AxisNote
    left: float
    middle: float


def draw_flags(canvas: Canvas, notes: Sequence[tuple[float, AxisNote]], band: FlagBand) -> None:
    """Flag notes at their x; words that have no room are counted at the end of the last row."""
    held = [(x, note) for x, note in notes if band.left - 0.5 <= x <= band.right + 0.5]
    if not held:
        return
    type_ = canvas.style.type(_TEXT_PX, 400, "ink2")
    for x, note in held:
        _draw_sign(canvas, x, note, band)
    placed = _placed(canvas, held, band, type_)
    for one in placed:
        _draw_mark(canvas, one.left, one.middle, one.note)
        canvas.text((one.left + _MARK_PX, one.middle), one.note.words, type_)
    left_out = len(held) - len(placed)
    if left_out:
        canvas.text((band.right, band.rows[-1]), _more(left_out), type_, align="right")


def _more(count: int) -> str:
    return f"另 {count} 件"


def _placed(
    canvas: Canvas, notes: Sequence[tuple[float, AxisNote]], band: FlagBand, type_: Type
) -> list[_Placed]:
    """Share the words among the rows in turn, as many as have room, each as near to its x."""
    ordered = sorted(notes, key=lambda pair: pair[0])
    for count in range(len(ordered), 0, -1):
        spare = _APART_PX + canvas.width_of(_more(len(ordered)), type_)
        found: list[_Placed] = []
        for number, middle in enumerate(band.rows):
            shares = ordered[number : count : len(band.rows)]
            widths = [_MARK_PX + canvas.width_of(note.words, type_) for _, note in shares]
            counted = count < len(ordered) and number == len(band.rows) - 1
            right = band.right - spare * counted
            lefts = _spread([x for x, _ in shares], widths, band.left, right)
            if lefts is None:
                break
            found += [
                _Placed(note, left, middle) for (_, note), left in zip(shares, lefts, strict=True)
            ]
        else:
            return found
    return []


def _spread(
    wanted: Sequence[float], widths: Sequence[float], left: float, right: float
) -> list[float] | None:
    """Return where words of some widths begin, in order and apart; None when they do not fit."""
    if sum(widths) + _APART_PX * (len(widths) - 1) > right - left:
        return None
    placed = []
    end = left
    for x, wide in zip(wanted, widths, strict=True):
        placed.append(max(end, x))
        end = placed[-1] + wide + _APART_PX
    most = right
    for index in range(len(placed) - 1, -1, -1):
        placed[index] = min(placed[index], most - widths[index])
        most = placed[index] - _APART_PX
    return placed


def _draw_sign(canvas: Canvas, x: float, note: AxisNote, band: FlagBand) -> None:
    """Draw a flag on the axis, or across it the two strokes of a break."""
    y, colour = band.axis_y, canvas.style.colour("ink2")
    if note.is_break:
        dashes = Stroked(1.4, canvas.style.colour("ink3"), (3.0, 6.0))
        canvas.line([(x, y - _POLE_PX), (x, band.top)], dashes)
        draw_break(canvas, (x, y), 9.0)
        return
    wide, tall = _PENNANT
    top = y - _POLE_PX
    right = x + wide if x + wide <= band.right else x - wide
    canvas.line([(x, y), (x, top)], Stroked(1.8, colour))
    canvas.polygon([(x, top), (right, top + tall / 2), (x, top + tall)], colour)
    box = Box(min(x, right) - 1, top, max(x, right) + 1, y - 9)
    canvas.kept_clear.append(("时间轴上的旗", box))


def _draw_mark(canvas: Canvas, left: float, middle: float, note: AxisNote) -> None:
    """Repeat the sign small before the words."""
    if note.is_break:
        draw_break(canvas, (left + 6.0, middle), 6.5)
        return
    colour = canvas.style.colour("ink2")
    canvas.line([(left + 2, middle + 7.5), (left + 2, middle - 7.5)], Stroked(1.5, colour))
    canvas.polygon([(left + 2, middle - 7.5), (left + 11, middle - 4), (left + 2, middle)], colour)


def draw_break(canvas: Canvas, at: Point, reach: float) -> None:
    """Draw // round a middle: from here on nothing compares with what was before."""
    x, y = at
    stroke = Stroked(2.0, canvas.style.colour("ink2"))
    slant = _SLANT * reach
    for middle in (x - slant * 0.55, x + slant * 0.55):
        low, high = (middle - slant / 2, y + reach), (middle + slant / 2, y - reach)
        canvas.line([low, high], stroke)
