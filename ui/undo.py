"""One undo step: a revision of the journal, taken back and restored by further revisions."""

from collections.abc import Callable

from PySide6.QtGui import QUndoCommand

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
