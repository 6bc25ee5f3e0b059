"""PaletteEntries: what the command palette offers, and how well a line answers what is typed."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PaletteEntry:
    """A line: its kind (页面, 指标, 地区, 功能), its name, other names, and its keys."""

    kind: str
    value: str
    text: str
    words: tuple[str, ...] = ()
    keys: str = ""

    @property
    def names(self) -> tuple[str, ...]:
        """All names it is found by, in small letters."""
        return tuple(name.lower() for name in (self.text, *self.words, self.value) if name)


_EXACT, _BEGINNING, _WITHIN, _SCATTERED = range(4)


def found(entries: Sequence[PaletteEntry], typed: str) -> list[PaletteEntry]:
    """Return what answers, the best first: whole names, beginnings, parts, then letters in order.

    Nothing typed returns everything. What answers equally well keeps its order.
    """
    wanted = "".join(typed.lower().split())
    if not wanted:
        return list(entries)
    scored = [(score, at) for at, one in enumerate(entries) if (score := fit(one, wanted))]
    return [entries[at] for _, at in sorted(scored)]


def fit(entry: PaletteEntry, wanted: str) -> tuple[int, int] | None:
    """Return how well a line answers, less is better; None when it does not."""
    scores = [score for name in entry.names if (score := _fit(name, wanted)) is not None]
    return min(scores, default=None)


def _fit(name: str, wanted: str) -> tuple[int, int] | None:
    if name == wanted:
        return _EXACT, 0
    at = name.find(wanted)
    if at >= 0:
        return (_BEGINNING if at == 0 else _WITHIN), len(name)
    span = _span(name, wanted)
    return None if span is None else (_SCATTERED, span)


def _span(name: str, wanted: str) -> int | None:
    """Return how far the letters are spread over a name in their order; None: not all there."""
    place, first = -1, 0
    for number, letter in enumerate(wanted):
        place = name.find(letter, place + 1)
        if place < 0:
            return None
        if number == 0:
            first = place
    return place - first
