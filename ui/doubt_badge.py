"""DoubtBadge: counts the open doubts of the month in view, while the window has nothing to do."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from tracker.edits import Changes
from tracker.indicators import CellKey
from ui.session import Session

if TYPE_CHECKING:
    from ui.models.doubt_sweep import DoubtSweep
    from ui.models.entry_findings import EntryFindings

_CALM_MS = 600
"""So long nothing must have happened before counting begins: not at the start, not in typing."""


class DoubtBadge(QObject):
    """Works in slices of a few ms; what is known of a figure is kept until it changes."""

    counted = Signal(int)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._held: tuple[EntryFindings, DoubtSweep] | None = None
        self._calm = QTimer(self)
        self._calm.setSingleShot(True)
        self._calm.setInterval(_CALM_MS)
        self._calm.timeout.connect(self.count_now)
        self._awake = False
        session.changed.connect(self._on_changed)
        session.viewpoint_moved.connect(self._on_moved)

    def start(self) -> None:
        """Count once the window can be seen, and after every change from now on."""
        self._awake = True
        self._calm.start()

    def stop(self) -> None:
        """Count no more: the window is being closed."""
        self._awake = False
        self._calm.stop()
        self._rest()

    def count_now(self) -> None:
        """Begin to count."""
        _, sweep = self._made()
        sweep.start(self._keys())
        sweep.wake()

    def _made(self) -> "tuple[EntryFindings, DoubtSweep]":
        """Make what counts when it is first wanted: the checks are not loaded at the start."""
        if self._held is None:
            from ui.models.doubt_sweep import DoubtSweep
            from ui.models.entry_findings import EntryFindings

            findings = EntryFindings(self._session)
            self._held = findings, DoubtSweep(findings)
            self._held[1].finished.connect(self._on_finished)
        return self._held

    def _rest(self) -> None:
        if self._held is not None:
            self._held[1].rest()

    def _keys(self) -> list[CellKey]:
        session = self._session
        month, region = session.as_of, session.region
        held = session.snapshot.actuals(region, month.year)
        return [
            CellKey(series.indicator, region, month, series.measure, series.basis)
            for series, months in held.items()
            if month.month in months
        ]

    def _wait(self) -> None:
        self._rest()
        if self._awake:
            self._calm.start()

    def _on_changed(self, changes: Changes) -> None:
        self._forget(changes)
        self._wait()

    def _on_moved(self) -> None:
        self._forget()
        self._wait()

    def _forget(self, changes: Changes | None = None) -> None:
        if self._held is not None:
            self._held[0].forget(changes)

    def _on_finished(self) -> None:
        self._rest()
        self.counted.emit(self._made()[1].count)
