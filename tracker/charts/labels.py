"""Labels that must not lie on each other: pushed apart along an edge, or put where room is."""

from collections.abc import Sequence
from itertools import pairwise

from tracker.charts.canvas import Box, Canvas, Point
from tracker.charts.style import Type

SPACING = 1.9
"""Labels at line ends keep this many times their size apart (DESIGN.md section 9)."""

_LINE_PITCH = 1.28
"""Lines of one label stand this many times their size apart."""

Pieces = list[tuple[str, Type]]
Offsets = Sequence[tuple[float, float, str]]
"""Where a label may stand round a point: x and y away from it, and how it is aligned."""


class LabelPlacer:
    """Writes labels where no line runs and no text stands, with a halo where a line must run.

    `lines` are the drawn lines; `grid` is what a halo covers too, but a label need not avoid.
    """

    def __init__(
        self,
        canvas: Canvas,
        bounds: Box,
        lines: Sequence[Sequence[Point]],
        grid: Sequence[Sequence[Point]],
        shaded: tuple[Box, str] | None = None,
    ) -> None:
        self._canvas = canvas
        self._bounds = bounds
        self._lines = lines
        self._grid = grid
        self._shaded = shaded

    def fits(self, pieces: Pieces, at: Point, offsets: Offsets, *, clear: bool) -> bool:
        """Say whether pieces have a place round a point (`clear`: where no line runs)."""
        return self.choose(self._spots(pieces, at, offsets), clear=clear) is not None

    def place(self, pieces: Pieces, at: Point, offsets: Offsets) -> None:
        """Write pieces at the first free offset round a point; left out when all are taken."""
        spot = self.choose(self._spots(pieces, at, offsets))
        if spot is not None:
            middle = (spot.top + spot.bottom) / 2
            self._canvas.text_line((spot.left, middle), pieces, halo=self.halo(spot))

    def place_lines(self, lines: Sequence[Pieces], at: Point, offsets: Offsets) -> bool:
        """Write lines of pieces under each other, only where no line of the picture runs.

        Returns whether there was room. `offsets` are those of the first line.
        """
        canvas = self._canvas
        pitches = [max(type_.size for _, type_ in pieces) * _LINE_PITCH for pieces in lines]
        wide = max(canvas.line_width(pieces) for pieces in lines)
        spots = []
        for dx, dy, align in offsets:
            left = at[0] + dx - (wide if align == "right" else 0.0)
            top = at[1] + dy - pitches[0] * 0.4
            spots.append(
                (Box(left, top, left + wide, top + sum(pitches) - pitches[-1] * 0.2), align)
            )
        spot = self.choose([box for box, _ in spots], clear=True)
        if spot is None:
            return False
        align = next(align for box, align in spots if box == spot)
        x = spot.right if align == "right" else spot.left
        top = spot.top
        for pieces, pitch in zip(lines, pitches, strict=True):
            middle = top + pitch * 0.4
            canvas.text_line((x, middle), pieces, align=align, halo=self.halo(spot))
            top += pitch
        return True

    def _spots(self, pieces: Pieces, at: Point, offsets: Offsets) -> list[Box]:
        """Return the boxes that pieces would take at each offset round a point."""
        canvas = self._canvas
        half = max(type_.size for _, type_ in pieces) * 0.45
        wide = canvas.line_width(pieces)
        spots = []
        for dx, dy, align in offsets:
            left = at[0] + dx - (wide if align == "right" else 0.0)
            middle = at[1] + dy
            spots.append(Box(left, middle - half, left + wide, middle + half))
        return spots

    def choose(self, spots: Sequence[Box], *, clear: bool = False) -> Box | None:
        """Return the first spot free of lines and texts, else (unless `clear`) free of texts."""
        taken = [text.box for text in self._canvas.texts]
        taken += [box for _, box in self._canvas.kept_clear]
        open_spots = [
            spot
            for spot in spots
            if self._inside(spot) and not any(spot.overlaps(other) for other in taken)
        ]
        for spot in open_spots:
            if not crosses(spot, self._lines):
                return spot
        return open_spots[0] if open_spots and not clear else None

    def halo(self, box: Box) -> str | None:
        """Return the colour behind a box where any line runs through it."""
        if not crosses(box, [*self._lines, *self._grid]):
            return None
        if self._shaded is not None and self._shaded[0].overlaps(box):
            return self._shaded[1]
        return self._canvas.background

    def _inside(self, box: Box) -> bool:
        bounds = self._bounds
        return box.left >= bounds.left and box.right <= bounds.right and box.top >= bounds.top


def push_apart(
    wanted: Sequence[float], gaps: Sequence[float], low: float, high: float
) -> list[float]:
    """Return heights near the wanted ones, in the same order, at least a gap apart.

    `wanted` ascends; `gaps[i]` is the least distance between label i and i + 1.
    """
    placed = list(wanted)
    for _ in range(200):
        moved = False
        for index, gap in enumerate(gaps):
            lack = gap - (placed[index + 1] - placed[index])
            if lack > 1e-6:
                placed[index] -= lack / 2
                placed[index + 1] += lack / 2
                moved = True
        if placed and placed[0] < low:
            placed[0], moved = low, True
        if placed and placed[-1] > high:
            placed[-1], moved = high, True
        if not moved:
            break
    for index, gap in enumerate(gaps):
        placed[index + 1] = max(placed[index + 1], placed[index] + gap)
    return placed


def crosses(box: Box, lines: Sequence[Sequence[Point]]) -> bool:
    """Say whether any line runs through a box."""
    return any(_segment_in(box, start, end) for line in lines for start, end in pairwise(line))


def _segment_in(box: Box, start: Point, end: Point) -> bool:
    """Say whether a segment meets a box (Liang–Barsky)."""
    (x0, y0), (x1, y1) = start, end
    enter, leave = 0.0, 1.0
    steps = (
        (x0 - x1, x0 - box.left),
        (x1 - x0, box.right - x0),
        (y0 - y1, y0 - box.top),
        (y1 - y0, box.bottom - y0),
    )
    for direction, distance in steps:
        if direction == 0:
            if distance < 0:
                return False
            continue
        part = distance / direction
        if direction < 0:
            enter = max(enter, part)
        else:
            leave = min(leave, part)
    return enter <= leave
