"""Undo steps: revisions of the journal, taken back and restored by further revisions."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QUndoCommand, QUndoStack

from tracker.edits import Changes


class RevisionCommand(QUndoCommand):
    """Wraps a revision that is already recorded. Undo and redo each append another revision."""

    def __init__(self, changes: Changes, text: str, revert: Callable[[str, str], Changes]) -> None:
        super().__init__(text)
        self._revision = changes.revision
        self._revert = revert
        self._recorded = True

    def redo(self) -> None:
        """Restore what an undo took back; nothing on the first call, made by the push itself."""
        if self._recorded:
            self._recorded = False
            return
        self._revision = self._revert(self._revision, f"恢复：{self.text()}").revision

    def undo(self) -> None:
        """Take the revision back."""
        self._revision = self._revert(self._revision, f"撤销：{self.text()}").revision


class RevisionStack(QUndoStack):
    """The steps of a session. `guard` raises a TrackerError while nothing may be changed.

    It is asked before Qt moves: a step that fails on its way is counted as taken.
    """

    def __init__(self, guard: Callable[[], None], parent: QObject) -> None:
        super().__init__(parent)
        self._guard = guard

    def undo(self) -> None:
        """Take the last step back."""
        self._guard()
        super().undo()

    def redo(self) -> None:
        """Take the next step again."""
        self._guard()
        super().redo()
