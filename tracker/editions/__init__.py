"""会议版: a state of the ledger frozen under a name, and what changed from one to the next."""

from tracker.editions.comparing import Move, MoveKind, compare
from tracker.editions.edition import (
    Edition,
    edition_of,
    edition_setting,
    editions,
    freeze,
)

__all__ = [
    "Edition",
    "Move",
    "MoveKind",
    "compare",
    "edition_of",
    "edition_setting",
    "editions",
    "freeze",
]
