"""The numbers right of the ruler: value over or before target, and the gap."""

from collections.abc import Sequence

from tracker.charts.board_layouts import TableLayout
from tracker.charts.board_rows import CLIP_SHARE, RowWords
from tracker.charts.canvas import Canvas
from tracker.charts.style import Type

_GAP = 4.0
_ELSEWHERE = "见表"


def draw_numbers(canvas: Canvas, row: RowWords, layout: TableLayout, middle: float) -> float:
    """Draw value, target and gap; returns the left end of the numbers.

    Where there is no room the unit goes first, then the target, at last the value.
    """
    style = canvas.style
    gap_type = style.type(layout.gap_size, 700, row.token)
    gap = canvas.text((layout.right, middle), row.gap, gap_type, align="right")
    if not layout.shows_values:
        return min(layout.values_left, gap.left - 12)
    value_type = style.type(layout.value_size, 500)
    target_type = style.type(layout.target_size, 400, "ink3")
    targets = [f"/ {row.target}", f"/ {row.bare_target}"] if row.target else [""]
    if row.ceiling:  # the tag 上限 says ≤ too
        targets.insert(1, f"/ {row.target.removeprefix('≤')}")
    room = layout.values_right - _left_bound(row, layout)
    if layout.stacked and row.share is not None:
        value = _fitting(canvas, (row.value, _ELSEWHERE), value_type, room)
        target = _fitting(canvas, (*targets, ""), target_type, room)
        x = layout.values_right
        first = canvas.text((x, middle - 12.5), value, value_type, align="right")
        second = canvas.text((x, middle + 14.5), target, target_type, align="right")
        return min(first.left, second.left)
    choices = [[(row.value, value_type), (target, target_type)] for target in targets]
    choices += [[(row.value, value_type)], [(_ELSEWHERE, target_type)]]
    pieces = next((c for c in choices if canvas.line_width(c, _GAP) <= room), choices[-1])
    at = (layout.values_right, middle)
    return canvas.text_line(at, pieces, align="right", gap=_GAP).left


def _left_bound(row: RowWords, layout: TableLayout) -> float:
    """Return how far left the numbers may reach: past the ruler, and past a bar over 100 %."""
    left, right = layout.ruler
    if row.share is not None and row.share > 1:
        return left + (right - left) * min(row.share, CLIP_SHARE) + 8
    return layout.values_left


def _fitting(canvas: Canvas, texts: Sequence[str], type_: Type, room: float) -> str:
    return next((text for text in texts if canvas.width_of(text, type_) <= room), texts[-1])
