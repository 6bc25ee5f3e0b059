"""GridKeys: what each key does in a grid that is not being edited, as in Excel and WPS."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

if TYPE_CHECKING:
    from ui.widgets.grid_view import GridView

_STEPS = {
    Qt.Key.Key_Down: (1, 0),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Left: (0, -1),
}
_CTRL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
_ALT = Qt.KeyboardModifier.AltModifier


class GridKeys:
    """Turns key presses into walks, acts on the selection, and typing."""

    def __init__(self, view: "GridView") -> None:
        self._view = view

    def press(self, event: QKeyEvent) -> bool:
        """Do what the key does; False when it means nothing here."""
        return self._move(event) or self._act(event) or self._type(event)

    def takes(self, event: QKeyEvent) -> bool:
        """Say whether a key of the window means something else while a grid has the keyboard."""
        if event.modifiers() != _CTRL:
            return False
        return event.key() == Qt.Key.Key_R or (self._view.finds and event.key() == Qt.Key.Key_F)

    def _move(self, event: QKeyEvent) -> bool:
        key, modifiers = Qt.Key(event.key()), event.modifiers()
        extend, jump = bool(modifiers & _SHIFT), bool(modifiers & _CTRL)
        if modifiers & _ALT:
            return False
        if key in _STEPS:
            self._view.cursor_.step(*_STEPS[key], extend=extend, jump=jump)
        elif key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab) and not jump:
            return self._view.cursor_.tab(-1 if key == Qt.Key.Key_Backtab or extend else 1)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            way = 1 if key == Qt.Key.Key_End else -1
            (self._view.cursor_.corner if jump else self._view.cursor_.row_edge)(way, extend=extend)
        elif key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp) and not jump:
            for _ in range(max(1, self._view.viewport().height() // self._view.rowHeight(1) - 1)):
                self._view.cursor_.step(1 if key == Qt.Key.Key_PageDown else -1, 0, extend=extend)
        else:
            return False
        return True

    def _act(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        ctrl = bool(event.modifiers() & _CTRL)
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not ctrl:
            self._enter(up=bool(event.modifiers() & _SHIFT))
        elif key == Qt.Key.Key_F6:
            self._view.leave(forward=not event.modifiers() & _SHIFT)
        elif key == Qt.Key.Key_F2:
            self._view.start_editing()
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._view.block.clear()
        elif key == Qt.Key.Key_Escape:
            self._view.escaped.emit()
        elif event.matches(QKeySequence.StandardKey.Copy):
            self._view.block.copy()
        elif event.matches(QKeySequence.StandardKey.Cut):
            self._view.block.cut()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self._view.paste()
        elif event.matches(QKeySequence.StandardKey.SelectAll):
            self._view.cursor_.select_all()
        elif ctrl and key in (Qt.Key.Key_D, Qt.Key.Key_R):
            self._view.block.fill(right=key == Qt.Key.Key_R)
        else:
            return self._find(event)
        return True

    def _find(self, event: QKeyEvent) -> bool:
        ctrl = bool(event.modifiers() & _CTRL)
        if self._view.finds and ctrl and event.key() == Qt.Key.Key_F:
            self._view.find_requested.emit()
        elif self._view.finds and event.key() == Qt.Key.Key_F3:
            self._view.found_next.emit(-1 if event.modifiers() & _SHIFT else 1)
        else:
            return False
        return True

    def _type(self, event: QKeyEvent) -> bool:
        text = event.text()
        if not text or not text.isprintable() or event.modifiers() & (_CTRL | _ALT):
            return False
        self._view.start_editing(text)
        return True

    def _enter(self, *, up: bool) -> None:
        here = self._view.cursor_.here
        problem = None if here is None else self._view.grid.problem_at(*here)
        if problem is not None and problem.fix and not up:
            self._view.fix_requested.emit()
        else:
            self._view.cursor_.enter(-1 if up else 1)
