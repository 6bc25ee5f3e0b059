"""What a cell is at first sight: blank, a value of a table, words, or a date."""

import re
from collections.abc import Sequence
from datetime import date
from enum import Enum

from tracker.exchange.importing.region_words import folded
from tracker.exchange.numerals import NumberProblem, is_blank, read_number, says_none
from tracker.exchange.sheets import Cell

_NUMBERS = {float}
_RANK = re.compile(r"(?:并列)?第?(\d{1,3})[位名]?")
_NUMBERISH = re.compile(r"[-+]?[\d,.]+[^\d年月季、.）)]{0,4}")


class Kind(Enum):
    """The four kinds."""

    BLANK = "blank"
    VALUE = "value"
    WORDS = "words"
    DATE = "date"


class CellKinds:
    """Tells the kind of cells; looks at each text once."""

    def __init__(self) -> None:
        self._texts: dict[str, Kind] = {"": Kind.BLANK}

    def of(self, cell: Cell) -> Kind:
        """Return the kind of a cell."""
        if type(cell) is float:
            return Kind.VALUE
        if isinstance(cell, str):
            kind = self._texts.get(cell)
            if kind is None:
                kind = self._texts[cell] = _text_kind(cell)
            return kind
        return Kind.DATE if isinstance(cell, date) else Kind.VALUE

    def of_row(self, row: Sequence[Cell]) -> list[Kind]:
        """Return the kinds of a row's cells; most cells of a large sheet are plain numbers."""
        known, of = self._texts.get, self.of
        if set(map(type, row[1:])) == _NUMBERS:
            return [of(row[0]), *[Kind.VALUE] * (len(row) - 1)]
        return [
            Kind.VALUE
            if type(cell) is float
            else (known(cell) if type(cell) is str else None) or of(cell)
            for cell in row
        ]


def _text_kind(text: str) -> Kind:
    if is_blank(text):
        return Kind.BLANK
    if says_none(text) or text.startswith("#"):
        return Kind.VALUE
    try:
        read_number(text)
    except NumberProblem as problem:
        plain = folded(text)
        if problem.suggestion or _RANK.fullmatch(plain) or _NUMBERISH.fullmatch(plain):
            return Kind.VALUE
        return Kind.WORDS
    return Kind.VALUE
