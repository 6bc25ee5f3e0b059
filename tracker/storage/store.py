"""Store: an open ledger. Snapshots are read from it, batches are recorded in it.

What writes, proves or merges is loaded when it is first wanted: a start only reads.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from tracker.edits import Changes, Edit, HistoryEntry, SettingEdit
from tracker.indicators import Catalogue, CellKey
from tracker.own_indicators import own_ids
from tracker.owners import OWNER_SETTING, with_owners
from tracker.periods import Month
from tracker.snapshot import Snapshot
from tracker.storage.catalogue_table import read_catalogue, write_catalogue
from tracker.storage.chains import Chains
from tracker.storage.contents import Contents
from tracker.storage.database import LedgerFile
from tracker.storage.faults import understood
from tracker.storage.history import History
from tracker.storage.loading import CurrentLoader, KnownOnLoader
from tracker.storage.moments import read_time
from tracker.storage.new_file import building
from tracker.storage.signature import Signature

if TYPE_CHECKING:
    from tracker.storage.journal import Journal
    from tracker.storage.packets import MergeKey, MergePlan, Packet


class Store:
    """One ledger file, open in one thread. What it raises are TrackerErrors to show to people."""

    def __init__(self, file: LedgerFile, signature: Signature) -> None:
        self._file = file
        self._now = signature.now
        self._signature = signature
        self.author = signature.author
        self.catalogue: Catalogue = self._read_catalogue()
        self.path = file.path
        self.read_only = file.read_only
        self.log = History(file, lambda: signature.now().date())
        """What was entered, by whom and when."""
        self.chains = Chains(file)
        """How far each device has come, and the ledger as it was then."""
        self.contents = Contents(file)
        """Everything, for a file that leaves the program whole."""

    @classmethod
    def open(
        cls,
        path: Path,
        *,
        now: Callable[[], datetime],
        author: str,
        device: str,
        read_only: bool = False,
    ) -> Self:
        """Open a ledger, upgrading an older one. `now` gives aware times."""
        file = LedgerFile.open(path, read_only=read_only)
        try:
            return cls(file, Signature(author, device, now))
        except BaseException:
            file.close()
            raise

    @classmethod
    def create(
        cls,
        path: Path,
        catalogue: Catalogue,
        settings: Mapping[str, str],
        *,
        now: Callable[[], datetime],
        author: str,
        device: str,
    ) -> Self:
        """Create a ledger without figures and open it; an existing file is never overwritten."""
        signature = Signature(author, device, now)
        with building(path) as draft:
            file = LedgerFile.create(draft)
            try:
                with file.writing() as connection:
                    write_catalogue(connection, catalogue)
                edits = [SettingEdit(name, value) for name, value in settings.items()]
                _journal(file, catalogue, signature).record(edits, "新建台账")
            finally:
                file.close()
        return cls.open(path, now=now, author=author, device=device)

    @property
    def last_saved(self) -> datetime | None:
        """When the last revision was recorded, in Beijing time; None for an empty journal."""
        ((last,),) = self._file.rows("SELECT max(recorded_at) FROM revision")
        return None if last is None else read_time(last)

    def again(self, *, read_only: bool = False) -> Self:
        """Open the same ledger once more under the same signature, for the thread that asks."""
        who = self._signature
        return type(self).open(
            self.path, now=who.now, author=who.author, device=who.device, read_only=read_only
        )

    def seen_elsewhere(self) -> int:
        """Return a number that changes whenever another program has written to the ledger."""
        return self._file.seen_elsewhere()

    def settings(self) -> dict[str, str]:
        """Return the ledger's own settings (title, sample, created_at, pace.<indicator>, …)."""
        return dict(self._file.rows("SELECT name, value FROM setting ORDER BY name"))

    def snapshot(self, known_on: date | None = None) -> Snapshot:
        """Return what the ledger says now, or what was known on a day. Slices load on demand."""
        loader = (
            CurrentLoader(self._file) if known_on is None else KnownOnLoader(self._file, known_on)
        )
        return Snapshot(self.catalogue, loader, self.settings(), known_on)

    def record(self, edits: Sequence[Edit], text: str, reason: str = "") -> Changes:
        """Write a batch as one revision; see Journal.record."""
        journal = _journal(self._file, self.catalogue, self._signature)
        return self.followed(journal.record(edits, text, reason))

    def revert(self, revision: str, text: str) -> Changes:
        """Take a revision back by a further one; see Journal.revert."""
        journal = _journal(self._file, self.catalogue, self._signature)
        return self.followed(journal.revert(revision, text))

    def history(self, *keys: CellKey) -> tuple[HistoryEntry, ...]:
        """Return every entry ever made in a cell, newest first, withdrawn ones too.

        Of several cells the logs follow each other: cheaper than asking for one at a time.
        """
        return self.log.of_cells(keys)

    def packet(self, region: str, month: Month) -> bytes:
        """Return a 填报包: the whole journal, marked with what is handed in."""
        from tracker.storage.packets import write_packet

        about = {
            "title": self.settings().get("title", ""),
            "region": region,
            "month": str(month),
            "author": self.author,
        }
        return write_packet(self._file, about, self._now())

    def plan_merge(self, packet: "Packet") -> "MergePlan":
        """Say what merging a packet would do. Raises BadValue when a chain has forked."""
        from tracker.storage.packets.union import merger_of

        return merger_of(self._file, self.snapshot()).plan(packet)

    def merge(self, packet: "Packet", plan: "MergePlan", keep: "Sequence[MergeKey]") -> Changes:
        """Write a merge in one transaction; `keep` names what stays as it is here."""
        from tracker.storage.packets.union import unite

        changes = unite(self._file, self._signature, packet, plan, keep)
        return self.followed(changes)

    def verify(self) -> list[str]:
        """Return a sentence for each revision or value altered behind the journal's back."""
        from tracker.storage.verification import findings

        with understood(self.path):
            return findings(self._file)

    def followed(self, changes: Changes) -> Changes:
        """Read the catalogue anew when a change, of another thread maybe, added an indicator or
        named other owners.
        """
        named = any(name.startswith(OWNER_SETTING) for name in changes.settings)
        if named or own_ids(changes.settings):
            self.catalogue = self._read_catalogue()
        return changes

    def _read_catalogue(self) -> Catalogue:
        return with_owners(read_catalogue(self._file), self.settings())

    def close(self) -> None:
        """Close the file."""
        self._file.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


def _journal(file: LedgerFile, catalogue: Catalogue, signature: Signature) -> "Journal":
    from tracker.storage.journal import Journal

    return Journal(file, catalogue, signature)
