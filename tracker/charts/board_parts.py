"""The parts of a board in a picture, and which of their rows have room."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from tracker.board import Board, BoardRow
from tracker.charts.board_layouts import TableLayout
from tracker.charts.board_rows import HURRY, sorted_rows
from tracker.progress.result import Rule

TASKS, RATES, PLACES = "累计类", "增速类", "位次与清单"
_FEW = 2
"""So many rows without a target are shown; more are only counted."""
_TALLEST, _NOTABLY = 1.5, 1.25
"""How far a few rows are spread over the room, and from where on that is worth it."""
_NO_RULER = frozenset({Rule.RANK, Rule.MILESTONE})


@dataclass(frozen=True, slots=True)
class BoardPart:
    """Rows under one head, in drawing order.

    `untold` counts those without a target that are not shown, `left_out` those without room.
    """

    name: str
    rows: tuple[BoardRow, ...]
    untold: int = 0
    left_out: int = 0

    @property
    def lines(self) -> int:
        """How many lines the part takes."""
        return len(self.rows) + bool(self.untold)


def board_parts(board: Board) -> tuple[BoardPart, ...]:
    """Split a board into 累计类, 增速类 and 位次与清单; parts without a row are left out."""
    places = [row for row in board.growth if row.progress.rule in _NO_RULER]
    rates = [row for row in board.growth if row.progress.rule not in _NO_RULER]
    parts = (
        _part(TASKS, sorted_rows(board.cumulative, growth=False)),
        _part(RATES, sorted_rows(rates, growth=True)),
        _part(PLACES, sorted_rows(places, growth=True)),
    )
    return tuple(part for part in parts if part.lines)


def _part(name: str, rows: Sequence[BoardRow]) -> BoardPart:
    aimed = tuple(row for row in rows if row.progress.target is not None)
    untold = len(rows) - len(aimed)
    return BoardPart(name, tuple(rows)) if untold <= _FEW else BoardPart(name, aimed, untold)


def fit_rows(
    parts: Sequence[BoardPart], layout: TableLayout, top: float
) -> tuple[float, tuple[BoardPart, ...]]:
    """Return the height of a row, and the parts with the rows that fit, those to attend to kept."""
    lines = sum(part.lines for part in parts)
    room = layout.bottom - top - max(0, len(parts) - 1) * layout.group_gap
    if not lines:
        return layout.row, tuple(parts)
    row = min(layout.row * _TALLEST, room / lines)
    if row >= layout.row_min:
        usual = layout.row <= row < layout.row * _NOTABLY
        return (layout.row if usual else row), tuple(parts)
    most = int(room // layout.row_min) - sum(bool(part.untold) for part in parts)
    return layout.row_min, _cut(parts, max(0, most))


def _cut(parts: Sequence[BoardPart], most: int) -> tuple[BoardPart, ...]:
    rows = [row for part in parts for row in part.rows]
    kept = set(map(id, sorted(rows, key=lambda row: HURRY[row.progress.light])[:most]))
    cut = []
    for part in parts:
        shown = tuple(row for row in part.rows if id(row) in kept)
        cut.append(replace(part, rows=shown, left_out=len(part.rows) - len(shown)))
    return tuple(cut)
