"""Blocks of cells as Excel and WPS put them on the clipboard, and where they land. No Qt."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, NamedTuple, TypeVar

from tracker.exchange.numerals import NumberProblem, is_blank, read_number

Key = TypeVar("Key")
"""What names a target cell: CellKey in 填报, TargetKey in 目标."""

_CELL_END = re.compile(r"[\t\n]")
_EDGES = " \u00a0\u3000\u200b\ufeff"


@dataclass(frozen=True, slots=True)
class Block:
    """Rows of cell texts; rows may differ in length."""

    rows: tuple[tuple[str, ...], ...] = ()

    @property
    def height(self) -> int:
        """Number of rows."""
        return len(self.rows)

    @property
    def width(self) -> int:
        """Number of cells of the longest row."""
        return max(map(len, self.rows), default=0)

    def text(self, row: int, column: int) -> str:
        """Return a cell's text; blank where a ragged row has ended."""
        cells = self.rows[row]
        return cells[column] if column < len(cells) else ""


class Selection(NamedTuple):
    """The selected rectangle of a grid, from its top left cell (0-based)."""

    row: int
    column: int
    height: int = 1
    width: int = 1


@dataclass(frozen=True, slots=True)
class PasteProblem(Generic[Key]):
    """A pasted cell that is not written: row and column of the grid, key None where none is."""

    key: Key | None
    row: int
    column: int
    text: str
    reason: str
    suggestion: str | None = None


@dataclass(frozen=True, slots=True)
class Placement(Generic[Key]):
    """What a paste writes, what it refuses, and how many cells it left alone (blank or —)."""

    edits: tuple[tuple[Key, float], ...] = ()
    problems: tuple[PasteProblem[Key], ...] = ()
    skipped: int = 0


def read_block(text: str) -> Block:
    """Read clipboard text. Never raises; a lone quote is just a character."""
    rest = text.replace("\r\n", "\n").replace("\r", "\n").removeprefix("\ufeff").rstrip("\0")
    if not rest:
        return Block()
    rows: list[tuple[str, ...]] = []
    cells: list[str] = []
    position = 0
    while position < len(rest):
        cell, position = _read_cell(rest, position)
        cells.append(cell.strip(_EDGES))
        at_tab = rest[position : position + 1] == "\t"
        position += 1
        if at_tab and position < len(rest):
            continue
        if at_tab:
            cells.append("")
        rows.append(tuple(cells))
        cells = []
    return Block(tuple(rows))


def _read_cell(text: str, start: int) -> tuple[str, int]:
    """Read one cell from start; returns it and the position of the tab or newline that ends it."""
    if text.startswith('"', start):
        closing = start + 1
        while (closing := text.find('"', closing)) >= 0:
            following = text[closing + 1 : closing + 2]
            if following in ("", "\t", "\n"):
                return text[start + 1 : closing].replace('""', '"'), closing + 1
            if following != '"':
                break
            closing += 2
    ended = _CELL_END.search(text, start)
    end = ended.start() if ended else len(text)
    return text[start:end], end


def write_block(rows: Iterable[Iterable[str]]) -> str:
    """Write rows as Excel does: tabs, a newline after every row, quotes where a cell needs them."""
    return "".join("\t".join(map(_written, row)) + "\n" for row in rows)


def _written(cell: str) -> str:
    """Quote a cell that holds a tab or newline, or that would read as quoted."""
    cell = cell.replace("\r\n", "\n").replace("\r", "\n")
    if cell.startswith('"') or "\t" in cell or "\n" in cell:
        return '"' + cell.replace('"', '""') + '"'
    return cell


def place(
    block: Block,
    grid: Sequence[Sequence[Key | None]],
    selection: Selection,
    unit_of: Callable[[Key], str],
    read: Callable[[str, Key], float | None] | None = None,
) -> Placement[Key]:
    """Lay a block onto a grid (rows of keys, None = closed cell) from the selection's corner.

    `read` says what a word means in a cell that takes words (推进中), None where it means nothing.

    A selection that is a multiple of the block is filled with copies of it, so one value fills
    any selection (and closed cells within it are passed over). Blank cells and “—” leave what
    stands there: a paste never unsets.
    """
    if not block.width:
        return Placement()
    height = _extent(block.height, selection.height, selection.width % block.width == 0)
    width = _extent(block.width, selection.width, selection.height % block.height == 0)
    filling = block.height == block.width == 1 and height * width > 1
    edits: list[tuple[Key, float]] = []
    problems: list[PasteProblem[Key]] = []
    skipped = 0
    for down in range(height):
        for across in range(width):
            text = block.text(down % block.height, across % block.width)
            row, column = selection.row + down, selection.column + across
            outcome = _land(text, grid, (row, column), unit_of, read)
            closed = isinstance(outcome, PasteProblem) and outcome.key is None
            if outcome is None or (filling and closed):
                skipped += 1
            elif isinstance(outcome, PasteProblem):
                problems.append(outcome)
            else:
                edits.append(outcome)
    return Placement(tuple(edits), tuple(problems), skipped)


def _extent(block: int, selected: int, other_fits: bool) -> int:
    """Return the cells to cover one way: the selection if whole copies fit it, else the block."""
    return max(block, selected) if other_fits and selected % block == 0 else block


def _land(
    text: str,
    grid: Sequence[Sequence[Key | None]],
    position: tuple[int, int],
    unit_of: Callable[[Key], str],
    read: Callable[[str, Key], float | None] | None,
) -> tuple[Key, float] | PasteProblem[Key] | None:
    """Say what one pasted cell does: an edit, a problem, or nothing (None)."""
    row, column = position
    if is_blank(text):
        return None
    inside = row < len(grid) and column < len(grid[row])
    key = grid[row][column] if inside else None
    if key is not None and read is not None:
        word = read(text, key)
        if word is not None:
            return key, word
    try:
        value = read_number(text, "" if key is None else unit_of(key))
    except NumberProblem as problem:
        if key is not None:
            return PasteProblem(
                key, row, column, text, f"{problem.reason}没有写入。", problem.suggestion
            )
        value = 0.0
    if value is None:
        return None
    if key is not None:
        return key, value
    where = "这一格不用填" if inside else "粘贴的内容比表格大，这一格在表格之外"
    return PasteProblem(None, row, column, text, f"{where}，没有写入。")
