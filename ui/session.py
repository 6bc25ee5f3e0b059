"""Session: the open ledger, its current snapshot, what the window looks at, and undo."""

from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from tracker.edits import Changes, Edit
from tracker.errors import LedgerError
from tracker.indicators import Catalogue
from tracker.periods import Month
from tracker.snapshot import Snapshot
from tracker.storage.store import Store
from ui.sight import Sight
from ui.undo import RevisionCommand, RevisionStack

if TYPE_CHECKING:
    from tracker.editions import Edition


class Session(QObject):
    """What every page shares. The store writes, the snapshot is read, signals say what changed."""

    changed = Signal(object)
    """Emitted with Changes after each revision; `snapshot` is already the new one."""
    viewpoint_moved = Signal()
    """Emitted when region, as-of month, day of known-on or signed-only changes."""

    def __init__(
        self,
        store: Store,
        today: Callable[[], date],
        now: Callable[[], datetime] = datetime.now,
    ) -> None:
        """Take the clock as arguments: `today` for what is due, `now` for 已保存 16:42."""
        super().__init__()
        self._store = store
        self.today = today
        self.now = now
        self.snapshot: Snapshot = store.snapshot()
        self.reviewed = False
        """Whether only figures that a second person has signed are shown."""
        self.edition: Edition | None = None
        """The 会议版 that is shown, to look at only."""
        self.undo_stack = RevisionStack(self.refuse_looking_back, self)
        self._reloads = 0
        self.region = self.snapshot.catalogue.province.code
        self.as_of = self.latest_month()
        self._before = (self.region, self.as_of)

    @property
    def store(self) -> Store:
        """The ledger's store: history and file facts. Pages record through `record` only."""
        return self._store

    @property
    def known_on(self) -> date | None:
        """The day whose knowledge is shown; None shows what is known now, and can be edited."""
        return self.snapshot.known_on

    @property
    def sight(self) -> Sight:
        """Which figures are shown, for work that reads the ledger elsewhere."""
        return Sight(self.known_on, self.reviewed, self.edition)

    @property
    def only_looks(self) -> bool:
        """Say whether a past state is shown, in which nothing can be entered."""
        return self.reviewed or self.known_on is not None or self.edition is not None

    @property
    def drawn_on(self) -> date:
        """The 出图 date of pictures: an edition keeps its own."""
        return self.today() if self.edition is None else self.edition.made_on

    @property
    def viewpoint(self) -> tuple[str, Month, date | None, bool, Catalogue, int]:
        """Region, as-of month, known-on day, whether signed figures only, catalogue, and how often
        the ledger was read anew: who kept others reads all anew.
        """
        catalogue = self.snapshot.catalogue
        return self.region, self.as_of, self.known_on, self.reviewed, catalogue, self._reloads

    def latest_month(self) -> Month:
        """The latest month with a figure of the region, or the month before today."""
        now = Month.of(self.today())
        return self.snapshot.last_month_with_figures(self.region, now) or now.plus(-1)

    def record(self, edits: Sequence[Edit], text: str, reason: str = "") -> Changes:
        """Write a batch as one revision and one undo step. TrackerError: nothing was changed."""
        self.refuse_looking_back()
        changes = self._store.record(edits, text, reason)
        if changes:
            self._take(changes)
            self.undo_stack.push(RevisionCommand(changes, text, self._revert))
        return changes

    def take_over(self, changes: Changes, text: str = "") -> None:
        """Follow what another thread recorded in this ledger; with a text it is one undo step."""
        self._store.followed(changes)
        self._take(changes)
        if text:
            self.undo_stack.push(RevisionCommand(changes, text, self._revert))

    def look_at(self, *, region: str | None = None, as_of: Month | None = None) -> None:
        """Move every page to a region and month."""
        before = (self.region, self.as_of)
        self.region = region or self.region
        self.as_of = as_of or self.as_of
        if (self.region, self.as_of) != before:
            self.viewpoint_moved.emit()

    def know(self, on: date | None) -> None:
        """Show every page what was known on a day, to look at only; None: what is known now."""
        if on != self.known_on or self.reviewed or self.edition is not None:
            self._leave_edition()
            self.reviewed = False
            self.snapshot = self._read(on)
            self.viewpoint_moved.emit()

    def know_reviewed(self) -> None:
        """Show every page signed figures only, to look at only; `know(None)` leads back."""
        if not self.reviewed:
            self._leave_edition()
            self.reviewed = True
            self.snapshot = self._read(None)
            self.viewpoint_moved.emit()

    def open_edition(self, edition: "Edition") -> None:
        """Show every page a 会议版, to look at only; `know(None)` leads back to where one was.

        Raises UnknownName when the ledger does not know the edition's region any more.
        """
        self.snapshot.region(edition.region)
        if self.edition is None:
            self._before = (self.region, self.as_of)
        self.reviewed, self.edition = False, edition
        self.region, self.as_of = edition.region, edition.as_of
        self._show_anew(None)

    def reload(self) -> None:
        """Read the ledger anew: another program has written to it."""
        self._show_anew(self.known_on)

    def close(self) -> None:
        """Close the ledger file."""
        self._store.close()

    def refuse_looking_back(self) -> None:
        """Raise LedgerError while only a past day's knowledge is shown."""
        if self.edition is not None:
            name = self.edition.name
            raise LedgerError(f"正在看会议版“{name}”，只读；按 Esc 离开，再来修改。")
        if self.reviewed:
            raise LedgerError("正在只看已审的数，只读；按 Esc 回到最新，再来修改。")
        if self.known_on is not None:
            raise LedgerError(f"正在看 {self.known_on} 已知的数，只读；按 Esc 回到最新，再来修改。")

    def _read(self, on: date | None) -> Snapshot:
        return Sight(on, self.reviewed, self.edition).of(self._store)

    def _show_anew(self, on: date | None) -> None:
        self.snapshot = self._read(on)
        self._reloads += 1
        self.viewpoint_moved.emit()

    def _leave_edition(self) -> None:
        if self.edition is not None:
            self.edition = None
            self.region, self.as_of = self._before
            self._reloads += 1

    def _revert(self, revision: str, text: str) -> Changes:
        changes = self._store.revert(revision, text)
        self._take(changes)
        return changes

    def _take(self, changes: Changes) -> None:
        if self.reviewed:  # which figures are signed may be what changed
            self.snapshot = self._read(None)
        elif self.edition is None:  # what an edition froze never changes
            settings, catalogue = self._store.settings(), self._store.catalogue
            self.snapshot = self.snapshot.after(changes, settings, catalogue)
        self.changed.emit(changes)
