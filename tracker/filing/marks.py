"""Who did something on which day: how the records of filing are written into settings."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from tracker.json_text import read_json


@dataclass(frozen=True, slots=True)
class Mark:
    """A person, a day, and a word about it."""

    by: str
    on: date
    reason: str = ""

    def written(self) -> str:
        """Return the text that a setting holds."""
        held = {"by": self.by, "on": self.on.isoformat(), "reason": self.reason}
        return json.dumps(held, ensure_ascii=False)


def read_mark(text: str | None) -> Mark | None:
    """Read what `written` wrote; None for nothing, and for what no program wrote."""
    if not text:
        return None
    try:
        held: Mapping[str, Any] = read_json(text)
        return Mark(str(held["by"]), date.fromisoformat(held["on"]), str(held.get("reason", "")))
    except (ValueError, KeyError, TypeError, AttributeError):
        return None
