"""BackupKeeper: backups at the start, every half hour of editing, and whenever one is asked for."""

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from tracker.edits import Changes
from tracker.errors import TrackerError
from ui.background import Background
from ui.session import Session

if TYPE_CHECKING:  # loaded when the first backup is made, seconds after the start
    from tracker.storage.backups import Backup, Reason

EVERY = timedelta(minutes=30)
OVERDUE = timedelta(hours=24)
_CLOCKS_DIFFER = timedelta(minutes=5)


class BackupKeeper(QObject):
    """Copies the ledger on a thread of its own; a failure is told and tried again later."""

    changed = Signal()
    """Emitted after each attempt: `last`, `failure` and `held` may have changed."""

    def __init__(
        self, session: Session, root: Path, now: Callable[[], datetime], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._root = root
        self._now = now
        self._work = Background(self)
        self._edited = False
        self.failure = ""
        self.held: tuple[Backup, ...] = ()
        self._timer = QTimer(self)
        self._timer.setInterval(int(EVERY / timedelta(milliseconds=1)))
        self._timer.timeout.connect(self._on_half_hour)
        session.changed.connect(self._on_changed)

    def start(self) -> None:
        """Look what there is, make the backup of the start, and begin to watch the clock."""
        from tracker.storage.backups import Reason

        self._timer.start()
        self.make(Reason.START)

    @property
    def keeps(self) -> bool:
        """Say whether this window keeps backups at all (a tour does not)."""
        return bool(self._root.parts)

    def make(
        self,
        reason: "Reason",
        then: "Callable[[Backup], None] | None" = None,
        failed: Callable[[TrackerError], None] | None = None,
    ) -> None:
        """Make a backup now; `then` is called with it when it is proved, `failed` when none is."""
        path, root, at = self._session.store.path, self._root, self._now()
        read_only = self._session.store.read_only

        from tracker.storage.backups import back_up, backup_folder, backups_in, thin

        def work() -> "tuple[Backup | None, tuple[Backup, ...]]":
            folder = backup_folder(path, root)
            # A ledger that is only read here is in somebody else's care.
            made = None if read_only else back_up(path, folder, at, reason)
            if made is not None:
                thin(backups_in(folder), at)
            return made, backups_in(folder)

        def done(result: "tuple[Backup | None, tuple[Backup, ...]]") -> None:
            made, self.held = result
            self.failure = ""
            self.changed.emit()
            if then is not None and made is not None:
                then(made)

        def on_failed(error: TrackerError) -> None:
            self._on_failed(error)
            if failed is not None:
                failed(error)

        self._edited = False
        self._work.start(work, done, on_failed)

    @property
    def last(self) -> "Backup | None":
        """The newest good backup; None while there is none.

        One dated after today was made under a clock that ran ahead: it must not silence the
        alarm for as long, so it counts only where there is no other.
        """
        soon = self._now() + _CLOCKS_DIFFER
        made = [one for one in self.held if one.at <= soon]
        return (made or self.held or (None,))[0]

    @property
    def is_overdue(self) -> bool:
        """Say whether no good backup was made for a day."""
        if self._session.store.read_only:
            return False
        return self.last is None or abs(self._now() - self.last.at) > OVERDUE

    @property
    def words(self) -> str:
        """Say for the status bar when the last backup was made: 备份 05-10 09:00."""
        if self._session.store.read_only:
            return ""
        if self.last is None:
            return "备份失败" if self.failure else ""
        at = self.last.at
        today = at.date() == self._now().astimezone(at.tzinfo).date()
        shown = f"备份 {at:%H:%M}" if today else f"备份 {at:%m-%d %H:%M}"
        return f"{shown}，已超过一天" if self.is_overdue else shown

    def wait(self) -> None:
        """Wait until no backup is being made."""
        self._work.wait()

    def close(self) -> None:
        """Stop watching; what is being copied is finished first."""
        self._timer.stop()
        self._work.close()

    def _on_changed(self, _changes: Changes) -> None:
        self._edited = True

    def _on_half_hour(self) -> None:
        from tracker.storage.backups import Reason

        if self._edited or self.is_overdue:
            self.make(Reason.EDITING)
        else:
            self.changed.emit()  # the words grow old by themselves

    def _on_failed(self, error: TrackerError) -> None:
        self.failure = str(error)
        self._edited = True
        self.changed.emit()
