"""Reading JSON that people, other offices or a spoiled file may have written."""

import json
import math
from typing import Any


def read_json(text: str | bytes) -> Any:
    """Return what a JSON text says. Raises ValueError for anything that is none.

    Brackets without end and numbers that are none (NaN, Infinity, 1e999) are refused, too: the
    library would end in other errors for them, or pass them on.
    """
    try:
        return json.loads(text, parse_constant=_no_number, parse_float=_finite)
    except RecursionError:
        raise ValueError("nested too deeply") from None


def _no_number(word: str) -> float:
    raise ValueError(f"{word} is no number")


def _finite(digits: str) -> float:
    value = float(digits)
    return value if math.isfinite(value) else _no_number(digits)
