"""A sentence in parts: words, and numbers that know their cell and the value they print."""

from collections.abc import Iterable
from dataclasses import dataclass

from tracker.indicators import CellKey
from tracker.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a sentence. A number has the cell it stands on and the value it was made from."""

    text: str
    cell: CellKey | None = None
    value: float | None = None


@dataclass(frozen=True, slots=True)
class Sentence:
    """One finished sentence; `about` is the indicator, empty for one about the whole."""

    parts: tuple[Part, ...]
    about: str = ""

    @property
    def text(self) -> str:
        """The sentence as it is read."""
        return "".join(part.text for part in self.parts)

    @property
    def cells(self) -> tuple[CellKey, ...]:
        """The cells its numbers stand on, each once."""
        return tuple(dict.fromkeys(part.cell for part in self.parts if part.cell is not None))

    def is_stale(self, snapshot: Snapshot) -> bool:
        """Say whether a number is no longer what its cell holds: strike the sentence out then."""
        for part in self.parts:
            if part.cell is not None:
                held = snapshot.actual(part.cell)
                if (None if held is None else held.value) != part.value:
                    return True
        return False


def say(*parts: Part | str, about: str = "") -> Sentence:
    """Make a sentence of words and numbers; clauses that are empty are left out."""
    made = (Part(part) if isinstance(part, str) else part for part in parts)
    return Sentence(tuple(part for part in made if part.text), about)


def joined(clauses: Iterable[tuple[Part, ...]], about: str) -> Sentence:
    """Join clauses by commas and end with a full stop."""
    parts: list[Part] = []
    for clause in clauses:
        if parts:
            parts.append(Part("，"))
        parts.extend(clause)
    return Sentence((*parts, Part("。")), about)
