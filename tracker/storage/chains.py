"""Chains: how far each device's journal has come, and the ledger as it was at such a point."""

from collections.abc import Mapping
from datetime import date

from tracker.owners import with_owners
from tracker.snapshot import Snapshot
from tracker.storage.catalogue_table import read_catalogue
from tracker.storage.database import LedgerFile

Heads = Mapping[str, tuple[int, str]]
"""For each device the number and hash of the end of its chain."""


class Chains:
    """Reads the chains of a ledger file. What freezes is loaded when it is first wanted."""

    def __init__(self, file: LedgerFile) -> None:
        self._file = file

    def heads(self) -> dict[str, tuple[int, str]]:
        """Return how far each device's chain has come: the number and hash of its end."""
        from tracker.storage.frozen import heads_of

        return heads_of(self._file)

    def frozen(self, heads: Heads, known_on: date | None) -> Snapshot:
        """Return the ledger as it was when the chains had come as far as these heads."""
        from tracker.storage.frozen import FrozenLoader

        loader = FrozenLoader(self._file, heads, known_on)
        settings = loader.settings()
        catalogue = with_owners(read_catalogue(self._file), settings)
        return Snapshot(catalogue, loader, settings, known_on)

    def altered_since(self, heads: Heads) -> list[str]:
        """Return a sentence for everything behind these heads that is not as it was sealed."""
        from tracker.storage.frozen import altered

        return altered(self._file, heads)
