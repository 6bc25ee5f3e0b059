"""Shapes of unlabelled blocks: blank edges, blank lines, merged cells, rows for columns."""

from itertools import pairwise

from tracker.exchange.clipboard import Block
from tracker.exchange.numerals import is_blank

_FEWEST_MERGED = 3


def transposed(block: Block) -> Block:
    """Return a block with rows for columns."""
    return Block(
        tuple(
            tuple(block.text(row, column) for row in range(block.height))
            for column in range(block.width)
        )
    )


def trimmed(block: Block) -> tuple[Block, int]:
    """Take blank lines off all edges; returns how many were before the first text as well."""
    rows = list(block.rows)
    while rows and _is_blank_row(rows[-1]):
        rows.pop()
    leading = 0
    while rows and _is_blank_row(rows[0]):
        rows.pop(0)
        leading += 1
    across = min((_first_text(row) for row in rows if not _is_blank_row(row)), default=0)
    width = max((_last_text(row) for row in rows), default=0)
    return Block(tuple(row[across:width] for row in rows)), leading + across


def blank_rows(block: Block) -> int:
    """Count the rows without any text."""
    return sum(1 for row in block.rows if _is_blank_row(row))


def without_blank_rows(block: Block) -> Block:
    """Leave the rows without any text out."""
    return Block(tuple(row for row in block.rows if not _is_blank_row(row)))


def merged_height(block: Block) -> int:
    """Return how many rows each value spans where cells look merged: 2 for a, blank, b, blank.

    1 when nothing looks merged. Three values at least have to stand at the same distance.
    """
    filled = [number for number, row in enumerate(block.rows) if not _is_blank_row(row)]
    if len(filled) < _FEWEST_MERGED or filled[0] != 0:
        return 1
    steps = {after - before for before, after in pairwise(filled)}
    return next(iter(steps)) if len(steps) == 1 else 1


def _is_blank_row(row: tuple[str, ...]) -> bool:
    return all(is_blank(text) for text in row)


def _first_text(row: tuple[str, ...]) -> int:
    return next((at for at, text in enumerate(row) if not is_blank(text)), len(row))


def _last_text(row: tuple[str, ...]) -> int:
    return max((at + 1 for at, text in enumerate(row) if not is_blank(text)), default=0)
