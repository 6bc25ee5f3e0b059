"""The shape of a table, and what was answered for an earlier table of the same shape."""

import hashlib
import json
import re
from collections.abc import Iterable, Mapping
from datetime import date
from functools import lru_cache

from tracker.edits import SettingEdit
from tracker.exchange.importing.plan import NO_HINTS, Hints
from tracker.exchange.importing.region_words import folded
from tracker.indicators import Basis, Measure
from tracker.json_text import read_json

_PREFIX = "import."
_NUMBERS = re.compile(r"\d+")
_EARLY = 3
"""Until March tables of last December still arrive; such a year says nothing about the next."""


def shape_of(texts: Iterable[str]) -> str:
    """Return the fingerprint of a table from its titles and headers; numbers do not matter.

    A table that gains a month every month keeps its shape: repeated words count once.
    """
    words = dict.fromkeys(map(_without_numbers, texts))
    return hashlib.sha256("\n".join(words).encode()).hexdigest()[:16]


@lru_cache(maxsize=20_000)
def _without_numbers(text: str) -> str:
    return _NUMBERS.sub("#", folded(text))


def recall(settings: Mapping[str, str], shape: str, today: date) -> Hints:
    """Return what was answered for this shape; the year only while it still holds."""
    try:
        held = read_json(settings.get(_PREFIX + shape, "{}"))
        asked_on = date.fromisoformat(held.get("asked_on", "1900-01-01"))
        measure, basis = held.get("measure"), held.get("basis")
        return Hints(
            held.get("indicator"),
            None if measure is None else Measure(measure),
            None if basis is None else Basis(basis),
            _year(held.get("year"), asked_on, today),
        )
    except (ValueError, TypeError, AttributeError):
        return NO_HINTS


def memory(shape: str, answered: Hints, today: date) -> SettingEdit:
    """Return the setting that remembers the answers for a shape. A month is never remembered."""
    held = {
        "indicator": answered.indicator,
        "measure": answered.measure,
        "basis": answered.basis,
        "year": answered.year,
        "asked_on": today.isoformat(),
    }
    kept = {name: value for name, value in held.items() if value is not None}
    return SettingEdit(_PREFIX + shape, json.dumps(kept, ensure_ascii=False, sort_keys=True))


def _year(year: object, asked_on: date, today: date) -> int | None:
    """Return a remembered year unless the year has turned since, or was about to."""
    if not isinstance(year, int) or today.year != asked_on.year:
        return None
    return None if year == asked_on.year - 1 and asked_on.month <= _EARLY else year
