"""Ground: the grid that a block is laid onto, and where in it a named figure stands."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from tracker.exchange.clipboard import Block
from tracker.exchange.numerals import is_blank, says_none
from tracker.indicators import CellKey
from tracker.periods import Month


class Place(NamedTuple):
    """A cell by row and column, from 0."""

    row: int
    column: int


class Named(NamedTuple):
    """What labels say of a figure; empty or None for what they leave open."""

    indicator: str = ""
    region: str = ""
    month: Month | None = None

    @property
    def is_said(self) -> bool:
        """Say whether anything is named."""
        return self != NOTHING_NAMED

    def joined(self, other: "Named") -> "Named":
        """Return both together; what is said here goes before."""
        return Named(
            self.indicator or other.indicator,
            self.region or other.region,
            self.month or other.month,
        )


NOTHING_NAMED = Named()


@dataclass(slots=True)
class Ground:
    """Rows of keys, None where a cell is closed. Group heads are no rows of it.

    `corner` is the cell that the selection begins in.
    """

    keys: Sequence[Sequence[CellKey | None]]
    corner: Place
    year: int
    _found: dict[tuple[bool, bool, bool], dict[Named, list[Place]]] = field(default_factory=dict)

    def places(self, named: Named) -> list[Place]:
        """Return the open cells whose figure is what labels say, in the grid's order."""
        kinds = (bool(named.indicator), bool(named.region), named.month is not None)
        if kinds not in self._found:
            index: dict[Named, list[Place]] = {}
            for row, keys in enumerate(self.keys):
                for column, key in enumerate(keys):
                    if key is not None:
                        index.setdefault(_of_key(key, kinds), []).append(Place(row, column))
            self._found[kinds] = index
        return self._found[kinds].get(named, [])

    def is_open(self, row: int, column: int) -> bool:
        """Say whether a cell takes a figure."""
        inside = 0 <= row < len(self.keys) and 0 <= column < len(self.keys[row])
        return inside and self.keys[row][column] is not None

    def lost(self, block: Block) -> int:
        """Count the texts of a block that would find no open cell when laid from the corner."""
        return sum(1 for place in self._laid(block) if not self.is_open(*place))

    def beyond(self, block: Block) -> int:
        """Count the texts of a block that would lie beyond the grid's edge."""
        return sum(
            1
            for row, column in self._laid(block)
            if row >= len(self.keys) or column >= len(self.keys[row])
        )

    def _laid(self, block: Block) -> Iterator[Place]:
        for down, cells in enumerate(block.rows):
            for across, text in enumerate(cells):
                if not (is_blank(text) or says_none(text)):
                    yield Place(self.corner.row + down, self.corner.column + across)


def _of_key(key: CellKey, kinds: tuple[bool, bool, bool]) -> Named:
    return Named(
        key.indicator if kinds[0] else "",
        key.region if kinds[1] else "",
        key.month if kinds[2] else None,
    )
