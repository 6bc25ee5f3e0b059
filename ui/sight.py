"""Sight: which figures are looked at, so that work elsewhere reads just what the window shows."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from tracker.filing.signing import reviewed_only
from tracker.snapshot import Snapshot
from tracker.storage.store import Store

if TYPE_CHECKING:
    from tracker.editions import Edition


@dataclass(frozen=True, slots=True)
class Sight:
    """What was known on a day (None: what is known now), and whether signed figures only.

    With an edition, what that froze, whatever has been entered since.
    """

    known_on: date | None = None
    reviewed: bool = False
    edition: "Edition | None" = None

    def of(self, store: Store, known_on: date | None = None) -> Snapshot:
        """Read a ledger so; `known_on` takes another day than the sight's own."""
        if self.edition is not None:
            return store.chains.frozen(self.edition.heads, known_on or self.edition.known_on)
        snapshot = store.snapshot(known_on or self.known_on)
        return reviewed_only(snapshot) if self.reviewed else snapshot


NEWEST = Sight()
"""Everything, as it is known now."""
