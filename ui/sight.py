"""Sight: which figures are looked at, so that work elsewhere reads just what the window shows."""

from dataclasses import dataclass
from datetime import date

from tracker.filing.signing import reviewed_only
from tracker.snapshot import Snapshot
from tracker.storage.store import Store


@dataclass(frozen=True, slots=True)
class Sight:
    """What was known on a day (None: what is known now), and whether signed figures only."""

    known_on: date | None = None
    reviewed: bool = False

    def of(self, store: Store, known_on: date | None = None) -> Snapshot:
        """Read a ledger so; `known_on` takes another day than the sight's own."""
        snapshot = store.snapshot(known_on or self.known_on)
        return reviewed_only(snapshot) if self.reviewed else snapshot


NEWEST = Sight()
"""Everything, as it is known now."""
