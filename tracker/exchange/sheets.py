"""Sheets of cells: what a table file holds, as a person sees it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

Cell = str | float | bool | date | datetime | time | timedelta
"""What stands in a cell; "" is blank. A number shown as 6.7% is the text "6.7%"."""

NOT_CALCULATED = "#未计算"
"""Stands in a formula cell whose file holds no result."""


class Merge(NamedTuple):
    """A merged range, 0-based and inclusive; every cell of it holds the value of the first."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet. `rows` are as long as each other; rows[r][c] stands in the cell `address(r, c)`.

    `cut` is a sentence when the sheet goes on further than it was read; empty otherwise.
    """

    name: str
    rows: list[list[Cell]]
    merges: tuple[Merge, ...] = ()
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    hidden: bool = False
    cut: str = ""


@dataclass(frozen=True, slots=True)
class Marks:
    """What a sheet says beside its values: how cells look and what is wrong with them.

    Positions are 0-based (row, column).
    """

    percents: frozenset[tuple[int, int]] = frozenset()
    faults: Mapping[tuple[int, int], str] = field(default_factory=dict)
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()


def address(row: int, column: int) -> str:
    """Return the name of a 0-based cell as Excel has it: (4, 1) → B5."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return f"{letters}{row + 1}"


def column_number(letters: str) -> int:
    """Return the 0-based number of a column named as Excel does: B → 1."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def excel_number(value: float) -> float:
    """Drop what lies beyond the 15 digits that Excel shows: 0.30000000000000004 is 0.3."""
    return float(f"{value:.15g}") + 0.0


def fill_merges(rows: list[list[Cell]], merges: list[Merge]) -> tuple[Merge, ...]:
    """Write each range's value into all its cells; returns the ranges clipped to the rows."""
    clipped = []
    width = len(rows[0]) if rows else 0
    for top, left, bottom, right in merges:
        if top >= len(rows) or left >= width:
            continue
        inside = Merge(top, left, min(bottom, len(rows) - 1), min(right, width - 1))
        value = rows[top][left]
        for row in rows[top : inside.bottom + 1]:
            row[left : inside.right + 1] = [value] * (inside.right + 1 - left)
        clipped.append(inside)
    return tuple(clipped)


def squared(rows: list[list[Cell]]) -> list[list[Cell]]:
    """Drop blank rows at the end and make all rows as long as the longest."""
    while rows and all(cell == "" for cell in rows[-1]):
        rows.pop()
    width = max(map(len, rows), default=0)
    for row in rows:
        row.extend([""] * (width - len(row)))
    return rows
