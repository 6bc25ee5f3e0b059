"""Aligned columns for a terminal, where a Chinese character is as wide as two digits."""

from collections.abc import Sequence
from unicodedata import east_asian_width

GAP = "  "


def width(text: str) -> int:
    """Return how many columns of a terminal a text takes."""
    return sum(2 if east_asian_width(letter) in "WF" else 1 for letter in text)


def align(heads: Sequence[str], rows: Sequence[Sequence[str]], right: frozenset[str]) -> str:
    """Lay out rows under their heads; the columns named in `right` stand flush right.

    A column that is empty in every row is left out.
    """
    kept = [index for index in range(len(heads)) if any(row[index] for row in rows)]
    widths = {index: max(width(line[index]) for line in (heads, *rows)) for index in kept}

    def line(cells: Sequence[str]) -> str:
        return GAP.join(
            _padded(cells[index], widths[index], heads[index] in right) for index in kept
        ).rstrip()

    return "\n".join(line(cells) for cells in (heads, *rows))


def _padded(text: str, columns: int, right: bool) -> str:
    space = " " * (columns - width(text))
    return space + text if right else text + space
