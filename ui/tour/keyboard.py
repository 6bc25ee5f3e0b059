"""Keyboard: key events to whatever has the focus, pop-ups first, as a keyboard does."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget


class Keyboard:
    """Sends key events to whatever has the focus, pop-ups first, as a keyboard does."""

    def __init__(self, application: QApplication) -> None:
        self._application = application

    def press(
        self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        """Press and release a key."""
        QTest.keyClick(self._focus(), key, modifier)
        self.settle()

    def type(self, text: str) -> None:
        """Type a text letter by letter."""
        for letter in text:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                event = QKeyEvent(kind, ord(letter.upper()), _no_modifier(), letter)
                self._application.sendEvent(self._focus(), event)
        self.settle()

    def settle(self) -> None:
        """Let everything that was set off happen."""
        QTest.qWait(1)
        self._application.sendPostedEvents()

    def _focus(self) -> QWidget:
        popup = self._application.activePopupWidget()
        if popup is not None:
            return popup.focusWidget() or popup
        window = self._application.activeWindow() or self._application.topLevelWidgets()[0]
        return self._application.focusWidget() or window.focusWidget() or window


def _no_modifier() -> Qt.KeyboardModifier:
    return Qt.KeyboardModifier.NoModifier
