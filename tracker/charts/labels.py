"""Labels that must not lie on each other: pushed apart along an edge, or put where there is room."""

from collections.abc import Sequence

from tracker.charts.canvas import Box, Point

SPACING = 1.9
"""Labels at line ends keep this many times half their sizes apart (DESIGN.md section 9)."""


def push_apart(wanted: Sequence[float], gaps: Sequence[float], low: float, high: float) -> list[float]:
    """Return heights near the wanted ones, in the same order, at least a gap apart.

    `wanted` ascends; `gaps[i]` is the least distance between label i and i + 1.
    """
    placed = list(wanted)
    for _ in range(200):
        moved = False
        for index, gap in enumerate(gaps):
            lack = gap - (placed[index + 1] - placed[index])
            if lack > 1e-6:  # noqa: PLR2004
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
    return any(
        _segment_in(box, start, end)
        for line in lines
        for start, end in zip(line, line[1:], strict=False)
    )


def free_spot(boxes: Sequence[Box], lines: Sequence[Sequence[Point]], taken: Sequence[Box]) -> int:
    """Return the index of the first box that no line crosses and no text takes; 0 if none is free."""
    for index, box in enumerate(boxes):
        if not crosses(box, lines) and not any(box.overlaps(other) for other in taken):
            return index
    for index, box in enumerate(boxes):
        if not any(box.overlaps(other) for other in taken):
            return index
    return 0


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
