"""Reading TOML that people, other offices or a spoiled file may have written."""

import tomllib
from typing import Any


def read_toml(text: str) -> dict[str, Any]:
    """Return what a TOML text says. Raises ValueError for anything that is none.

    Brackets without end are refused, too: the library would end in another error for them.
    """
    try:
        return tomllib.loads(text)
    except RecursionError:
        raise ValueError("nested too deeply") from None
