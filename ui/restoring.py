"""Restoring: a backup becomes a new file, is compared, and only then may replace the ledger."""

from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from tracker.errors import TrackerError
from tracker.storage.backups import Backup, Difference, Reason, differences, restore, swap
from ui import dialogs
from ui.background import Background
from ui.backup_keeper import BackupKeeper
from ui.session import Session

_SHOWN = 8


class Restoring(QObject):
    """Stands beside the page 数据与备份, which lists the backups."""

    done = Signal(str)
    """Emitted with what has been restored."""
    failed = Signal(object)
    """Emitted with the TrackerError that ended it; the ledger is as it was."""
    swapped = Signal(object, str)
    """Emitted with the ledger's Path, to be opened anew, and the name its former file has now."""

    def __init__(self, session: Session, keeper: BackupKeeper, page: QWidget) -> None:
        super().__init__(page)
        self._session = session
        self._keeper = keeper
        self._page = page
        self._work = Background(self)

    def restore(self, backup: Backup) -> None:
        """Ask for a new file, restore into it, compare it, and ask whether to put it in place."""
        here = self._session.store.path
        proposed = here.with_name(f"{here.stem}-恢复{backup.at:%m%d-%H%M}{here.suffix}")
        path = dialogs.choose_new_file(self._page, proposed, "台账 (*.guoban)")
        if path is None:
            return

        def work() -> Difference:
            restore(backup.path, path)
            return differences(here, path)

        self._work.start(work, partial(self._offer, path), self.failed.emit)

    def close(self) -> None:
        """Finish what is being read."""
        self._work.close()

    def _offer(self, path: Path, told: Difference) -> None:
        """Say what differs, and let the person open the restored file or put it in place."""
        if not told:
            self.done.emit(f"已恢复成 {path.name}，与现在的台账没有差别")
            return
        lost = "\n".join(told.only_here[:_SHOWN])
        more = len(told.only_here) - _SHOWN
        if more > 0:
            lost += f"\n…其余 {more} 条"
        text = (
            f"{told.values} 个数与现在的台账不同。"
            f"恢复的文件里没有这 {len(told.only_here)} 条修订：\n"
            f"{lost}\n\n换上以后，现在的台账另存在旁边，不会丢。"
        )
        if not dialogs.ask(self._page, "恢复好了，要换上吗", text, "换上恢复的", "先不换"):
            self.done.emit(f"已恢复成 {path.name}，没有替换什么")
        elif self._keeper.keeps and not self._session.store.read_only:
            # Before it is put aside, the present ledger is copied and proved like any other day.
            put = partial(self._put_in_place, path)
            self._keeper.make(Reason.RESTORE, lambda _made: put(), self.failed.emit)
        else:
            self._put_in_place(path)

    def _put_in_place(self, restored: Path) -> None:
        here = self._session.store.path
        self._session.close()
        try:
            kept = swap(restored, here, datetime.now().astimezone()).name
        except TrackerError as error:
            kept = ""
            self.failed.emit(error)
        self.swapped.emit(here, kept)
