"""Finding in a grid: cells whose row, column or value answers to some words. No Qt widgets."""

from ui.models.cell_look import CellKind
from ui.models.grid_cells import GridCells

Place = tuple[int, int]
_ENTERED = (CellKind.OPEN, CellKind.CLOSED)


def found_places(grid: GridCells, text: str, column: int, first_column: int) -> list[Place]:
    """Return the cells that answer to a text, from top left to bottom right.

    A row whose name holds the text answers with its cell in `column`, a column with its first
    cell; a cell answers when its figure holds the text, with commas or without.
    """
    wanted = _folded(text)
    if not wanted:
        return []
    rows, columns = range(grid.rowCount()), range(first_column, grid.columnCount())
    named = [number for number in columns if wanted in _folded(grid.column_words(number))]
    found: set[Place] = set()
    for row in rows:
        kinds = {grid.look(row, number).kind for number in columns[:1]}
        if not kinds & set(_ENTERED):
            continue
        if wanted in _folded(grid.row_words(row)):
            found.add((row, column))
        found.update((row, number) for number in columns if wanted in _shown(grid, row, number))
    first = next((row for row in rows if grid.look(row, first_column).kind in _ENTERED), None)
    if first is not None:
        found.update((first, number) for number in named)
    return sorted(found)


def _shown(grid: GridCells, row: int, column: int) -> str:
    return _folded(grid.look(row, column).text)


def _folded(text: str) -> str:
    """Without case, spaces and thousands marks; an ASCII minus finds the printed one."""
    return "".join(text.casefold().split()).replace(",", "").replace("-", "−")
