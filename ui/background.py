"""Background: work that must not hold the window, done on a thread of its own."""

from collections.abc import Callable
from contextlib import suppress
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal

from tracker.errors import TrackerError

Result = TypeVar("Result")


class Background(QObject):
    """Runs one piece of work after another. Results arrive as calls on the thread that made this.

    One thread only, because drawing is not meant to be done twice at the same time.
    """

    _reported = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._closed = False
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._reported.connect(self._on_reported, Qt.ConnectionType.QueuedConnection)

    def start(
        self,
        work: Callable[[], Result],
        done: Callable[[Result], None],
        failed: Callable[[TrackerError], None],
        *,
        urgent: bool = False,
    ) -> None:
        """Do `work` elsewhere, then call `done` here, or `failed` for a known error.

        Anything unknown is raised again here, where it reaches the crash report. Urgent work
        overtakes work that has not begun.
        """
        if not self._closed:
            self._pool.start(_Work(partial(self._run, work, done, failed)), 1 if urgent else 0)

    @property
    def is_busy(self) -> bool:
        """Say whether work is being done right now."""
        return self._pool.activeThreadCount() > 0

    def wait(self) -> None:
        """Wait until nothing is left to do; results still arrive in the event loop."""
        self._pool.waitForDone()

    def close(self) -> None:
        """Forget what has not begun, wait for what has, and report nothing any more."""
        self._closed = True
        self._pool.clear()
        self._pool.waitForDone()

    def _run(
        self,
        work: Callable[[], Result],
        done: Callable[[Result], None],
        failed: Callable[[TrackerError], None],
    ) -> None:
        try:
            report = partial(done, work())
        except TrackerError as error:
            report = partial(failed, error)
        except Exception as error:
            report = partial(_raise, error)
        with suppress(RuntimeError):  # the window was deleted while this was being done
            self._reported.emit(report)

    def _on_reported(self, report: Callable[[], None]) -> None:
        if not self._closed:
            report()


class _Work(QRunnable):
    """One piece of work for the thread."""

    def __init__(self, run: Callable[[], None]) -> None:
        super().__init__()
        self._run = run

    def run(self) -> None:
        """Do the work; called by the thread."""
        self._run()


def _raise(error: Exception) -> None:
    raise error
