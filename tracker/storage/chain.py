"""The chain of hashes: each revision of a device seals its entries and the revision before it."""

import json
from collections.abc import Iterable, Sequence
from hashlib import sha256
from typing import Any, NamedTuple

FIRST_LINK = ""
"""What stands for the hash before a device's first revision."""


class Revision(NamedTuple):
    """One row of the revision table; the last two fields are the chain."""

    id: str
    device_id: str
    sequence: int
    recorded_at: str
    author: str
    text: str
    reason: str
    reverts: str | None
    prev_hash: str
    hash: str


def seal(revision: Revision, *books: Iterable[Sequence[Any]]) -> str:
    """Return the hash of a revision and of its entries of each book, in the order written.

    The text hashed is JSON without spaces: floats round-trip in it and text stays as it is, so
    that the same rows read back from any copy of the file give the same hash.
    """
    body = [
        revision.prev_hash,
        list(revision[:-2]),
        *([list(row) for row in book] for book in books),
    ]
    text = json.dumps(body, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return sha256(text.encode()).hexdigest()
