"""Undo steps: revisions of the journal, taken back and restored by further revisions."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QUndoCommand, QUndoStack

from tracker.edits import Changes

MOST_STEPS = 1000
"""More than anybody walks back; what lies further behind stands in the history of its cell."""


class RevisionCommand(QUndoCommand):
    """Wraps a revision that is already recorded. Undo and redo each append another revision.

    The journal is written in `take_back` and `restore`, which may raise a TrackerError; `undo`
    and `redo` only follow, because Qt counts a step as taken whatever happens on its way.
    """

    def __init__(self, changes: Changes, text: str, revert: Callable[[str, str], Changes]) -> None:
        super().__init__(text)
        self._revision = changes.revision
        self._revert = revert

    def take_back(self) -> None:
        """Take the revision back. TrackerError: nothing was changed."""
        self._revision = self._revert(self._revision, f"撤销：{self.text()}").revision

    def restore(self) -> None:
        """Restore what was taken back. TrackerError: nothing was changed."""
        self._revision = self._revert(self._revision, f"恢复：{self.text()}").revision

    def redo(self) -> None:
        """Nothing is left to do: the push was recorded, or `restore` has been."""

    def undo(self) -> None:
        """Nothing is left to do: `take_back` has been."""


class RevisionStack(QUndoStack):
    """The steps of a session. `guard` raises a TrackerError while nothing may be changed.

    A step that the ledger refuses is not taken: the stack stays where it was, the error goes on
    to whoever asked for the step, and the same step can be tried again.
    """

    def __init__(self, guard: Callable[[], None], parent: QObject) -> None:
        super().__init__(parent)
        self.setUndoLimit(MOST_STEPS)
        self._guard = guard

    def undo(self) -> None:
        """Take the last step back."""
        self._guard()
        if self.canUndo():
            self._step(self.index() - 1).take_back()
        super().undo()

    def redo(self) -> None:
        """Take the next step again."""
        self._guard()
        if self.canRedo():
            self._step(self.index()).restore()
        super().redo()

    def _step(self, index: int) -> RevisionCommand:
        command = self.command(index)
        assert isinstance(command, RevisionCommand)
        return command
