"""Where a pasted block lands in a grid, and what each of its texts would do there."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from tracker.edits import Edit
from tracker.exchange.clipboard import Block, Selection
from tracker.indicators import CellKey, TargetKey
from ui.models.cell_look import Problem

GridKey = CellKey | TargetKey
"""What a cell of a grid stands for."""


@dataclass(slots=True)
class Landing:
    """The edits (None: nothing would change) with their texts, the problems, and closed cells.

    `left_out` holds the texts that found no open cell, each with the sentence why.
    """

    edits: dict[GridKey, tuple[Edit | None, str]] = field(default_factory=dict)
    problems: dict[GridKey, Problem] = field(default_factory=dict)
    closed: int = 0
    left_out: list[tuple[str, str]] = field(default_factory=list)


def spread(block: Block, selection: Selection) -> Iterator[tuple[int, int, str]]:
    """Yield row, column and text of a block laid from a selection's corner.

    One single text fills the whole selection, as in Excel; a larger block is laid once.
    """
    if not block.width:
        return
    single = block.height == block.width == 1
    height = selection.height if single else block.height
    width = selection.width if single else block.width
    for down in range(height):
        for across in range(width):
            text = block.text(0, 0) if single else block.text(down, across)
            yield selection.row + down, selection.column + across, text
