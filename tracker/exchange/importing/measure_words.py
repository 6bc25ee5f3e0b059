"""What else headers say: measure, basis, status, and what is no figure to enter."""

from collections.abc import Mapping
from enum import StrEnum

from tracker.exchange.importing.word_lists import WORD_LISTS
from tracker.indicators import Basis, Measure, Status


class Role(StrEnum):
    """What a row or column is when it holds no figure to enter."""

    TOTAL = "total"
    TARGET = "target"
    ANNUAL_TARGET = "annual_target"
    COMPUTED = "computed"


def spoken_words() -> Mapping[str, tuple[str, object]]:
    """Return every fixed word → (kind, value); the kinds are measure, basis, status, role, shift
    and filling.
    """
    values: dict[str, type[StrEnum]] = {
        "measure": Measure,
        "basis": Basis,
        "status": Status,
        "role": Role,
    }
    return {
        word: (kind, values[kind](name) if kind in values else name)
        for kind in (*values, "shift", "filling")
        for name, words in WORD_LISTS[kind].items()
        for word in words
    }
