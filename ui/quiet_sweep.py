"""QuietSweep: Python looks for lost objects while the hands rest, not between two keystrokes.

A full sweep of a window with every page open takes as long as a frame and more. It is made rarer,
and done for good once nothing has happened for a while.
"""

import gc

from PySide6.QtCore import QObject, QTimer

from ui.session import Session

_CALM_MS = 2000
_RARELY = 100
"""Younger sweeps before a full one comes of its own accord; Python's own number is 10."""


class QuietSweep(QObject):
    """Sweeps when the person has stopped for two seconds."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        young, middle, _ = gc.get_threshold()
        gc.set_threshold(young, middle, _RARELY)
        self._calm = QTimer(self)
        self._calm.setSingleShot(True)
        self._calm.setInterval(_CALM_MS)
        self._calm.timeout.connect(self.sweep)
        session.changed.connect(self._wait)
        session.viewpoint_moved.connect(self._wait)

    def sweep(self) -> None:
        """Sweep now."""
        gc.collect()

    def _wait(self) -> None:
        self._calm.start()
