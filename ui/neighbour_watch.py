"""NeighbourWatch: another window may write the same ledger; what it wrote is shown here too."""

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit

from tracker.errors import LedgerError
from ui.session import Session

_EVERY_MS = 1500


class NeighbourWatch(QObject):
    """Asks the ledger now and then whether somebody else has written; asking costs microseconds."""

    lost = Signal(str)
    """Emitted once with the sentence when the ledger cannot be read any more."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._seen = session.store.seen_elsewhere()
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(self.look)

    def start(self) -> None:
        """Begin to ask."""
        self._timer.start()

    def stop(self) -> None:
        """Ask no more."""
        self._timer.stop()

    def look(self) -> None:
        """Ask once; where something was written elsewhere, the session reads all anew.

        Not while somebody types: what is in a field would be entered half-written.
        """
        if isinstance(QApplication.focusWidget(), QLineEdit | QPlainTextEdit):
            return
        try:
            seen = self._session.store.seen_elsewhere()
            if seen != self._seen:
                self._seen = seen
                self._session.reload()
        except LedgerError as error:
            self.stop()
            self.lost.emit(str(error))
