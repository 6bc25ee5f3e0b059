"""DoubtSweep: works out which figures on a grid are doubtful, a few at a time between events."""

from time import perf_counter

from PySide6.QtCore import QObject, QTimer, Signal

from tracker.indicators import CellKey
from ui.models.entry_findings import EntryFindings

_SLICE_S = 0.006
"""So long the window may be busy with it at once: a third of a frame."""


class DoubtSweep(QObject):
    """A check looks at years of figures: a thousand of them are not checked in one go.

    It rests until the grid is shown.
    """

    found = Signal(object)
    """Emitted with the keys whose doubt has just been worked out and that are doubtful."""
    finished = Signal()

    def __init__(self, findings: EntryFindings) -> None:
        super().__init__()
        self._findings = findings
        self._keys: list[CellKey] = []
        self._pending: list[CellKey] = []
        self._awake = False
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._go_on)

    @property
    def count(self) -> int:
        """How many of the figures are doubtful, as far as they are worked out."""
        return sum(1 for key in self._keys if self._findings.known_doubtful(key))

    def start(self, keys: list[CellKey]) -> None:
        """Work these out, those that are not known yet."""
        self._keys = keys
        self._pending = [
            key for key in reversed(keys) if self._findings.known_doubtful(key) is None
        ]
        if self._awake:
            self._timer.start()

    def wake(self) -> None:
        """Go on: the grid can be seen."""
        self._awake = True
        self._timer.start()

    def rest(self) -> None:
        """Stand still while nobody sees the grid, or its ledger is being closed."""
        self._awake = False
        self._timer.stop()

    def _go_on(self) -> None:
        until = perf_counter() + _SLICE_S
        doubtful: list[CellKey] = []
        while self._pending and perf_counter() < until:
            key = self._pending.pop()
            if self._findings.is_doubtful(key):
                doubtful.append(key)
        if doubtful:
            self.found.emit(doubtful)
        if not self._pending:
            self._timer.stop()
            self.finished.emit()
