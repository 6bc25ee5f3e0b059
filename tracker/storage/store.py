"""Store: an open ledger. Snapshots are read from it, batches are recorded in it.

What writes, proves or merges is loaded when it is first wanted: a start only reads.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from tracker.edits import Changes, Edit, HistoryEntry, SettingChange, SettingEdit
from tracker.imported import ImportedFile
from tracker.indicators import Actual, Catalogue, CellKey, Target, TargetKey
from tracker.own_indicators import own_ids
from tracker.owners import OWNER_SETTING, with_owners
from tracker.periods import Month
from tracker.snapshot import Snapshot
from tracker.storage.catalogue_table import read_catalogue, write_catalogue
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
        self._history = History(file)

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
    def path(self) -> Path:
        """The ledger file."""
        return self._file.path

    @property
    def read_only(self) -> bool:
        """Say whether the ledger was opened for reading only."""
        return self._file.read_only

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
        return self.followed(self._journal().record(edits, text, reason))

    def revert(self, revision: str, text: str) -> Changes:
        """Take a revision back by a further one; see Journal.revert."""
        return self.followed(self._journal().revert(revision, text))

    def history(self, *keys: CellKey) -> tuple[HistoryEntry, ...]:
        """Return every entry ever made in a cell, newest first, withdrawn ones too.

        Of several cells the logs follow each other: cheaper than asking for one at a time.
        """
        return self._history.of_cells(keys)

    def row_history(self, key: CellKey, limit: int) -> tuple[HistoryEntry, ...]:
        """Return the last entries of a cell's series in its year, newest first."""
        return self._history.of_row(key, limit)

    def revised_cells(
        self, region: str, year: int, among: Iterable[CellKey] | None = None
    ) -> frozenset[CellKey]:
        """Return the cells of a region's year that were entered more than once."""
        return self._history.revised_cells(region, year, among)

    def authors(self, region: str, year: int) -> dict[CellKey, str]:
        """Return who entered what stands in each cell of a region's year."""
        return self._history.authors(region, year)

    def target_history(self, key: TargetKey) -> tuple[HistoryEntry, ...]:
        """Return every version of a target, newest first; see History.of_target."""
        return self._history.of_target(key, self._now().date())

    def setting_history(self, prefixes: Sequence[str], limit: int) -> tuple[SettingChange, ...]:
        """Return the last changes of settings whose names begin so; see History.of_settings."""
        return self._history.of_settings(prefixes, limit)

    def recent(self, region: str, indicator: str, limit: int) -> tuple[HistoryEntry, ...]:
        """Return the last entries of one indicator in a region, newest first."""
        return self._history.of_indicator(region, indicator, limit)

    def imports(self, limit: int) -> tuple[ImportedFile, ...]:
        """Return the last files that were imported, newest first."""
        from tracker.storage.import_log import imported_files

        return imported_files(self._file, limit)

    def heads(self) -> dict[str, tuple[int, str]]:
        """Return how far each device's chain has come: the number and hash of its end."""
        from tracker.storage.frozen import heads_of

        return heads_of(self._file)

    def frozen(self, heads: Mapping[str, tuple[int, str]], known_on: date | None) -> Snapshot:
        """Return the ledger as it was when the chains had come as far as these heads."""
        from tracker.storage.frozen import FrozenLoader

        loader = FrozenLoader(self._file, heads, known_on)
        settings = loader.settings()
        catalogue = with_owners(read_catalogue(self._file), settings)
        return Snapshot(catalogue, loader, settings, known_on)

    def altered_since(self, heads: Mapping[str, tuple[int, str]]) -> list[str]:
        """Return a sentence for everything behind these heads that is not as it was sealed."""
        from tracker.storage.frozen import altered

        return altered(self._file, heads)

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

    def everything(self) -> tuple[tuple[Actual, ...], tuple[Target, ...]]:
        """Return all figures that stand and all versions of targets, region by region."""
        loader = CurrentLoader(self._file)
        places = self._file.rows(
            "SELECT region, year FROM actual_current UNION SELECT region, year FROM target_current"
        )
        actuals: list[Actual] = []
        targets: list[Target] = []
        for region, year in places:
            for months in loader.load_actuals(region, year).values():
                actuals.extend(months.values())
            targets.extend(loader.load_targets(region, year))
        return tuple(actuals), tuple(targets)

    def journal_tables(self) -> dict[str, tuple[list[str], list[tuple[Any, ...]]]]:
        """Return the tables of the journal as they are in the file: columns and rows by name."""
        found = {}
        for table in ("revision", "actual_entry", "target_entry", "setting_entry"):
            columns = [row[1] for row in self._file.rows(f"PRAGMA table_info({table})")]
            found[table] = (columns, self._file.rows(f"SELECT * FROM {table} ORDER BY rowid"))
        return found

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

    def _journal(self) -> "Journal":
        return _journal(self._file, self.catalogue, self._signature)

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
