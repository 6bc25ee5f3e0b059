"""Hands for a grid under test: stand on a cell, type, press keys, read what it shows."""

from typing import Any

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from ui.models.cell_look import CellLook
from ui.models.entry_table import JANUARY
from ui.widgets.grid_panel import GridPanel

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


class Hands:
    """Types into a page's grid as a person does, with real key events."""

    def __init__(self, page: Any) -> None:
        self.page = page
        self.table = page.table
        self.grid: GridPanel = page.grid
        self.grid.view.setFocus()

    def row(self, indicator: str, measure: str = "") -> int:
        """Return the row of an indicator (and measure)."""
        for row, shown in enumerate(self.table.rows):
            found = getattr(shown, "indicator", None)
            right_measure = not measure or (found and shown.measure.value == measure)
            if found is not None and found.id == indicator and right_measure:
                return row
        raise AssertionError(f"{indicator} is not on the grid")

    def stand(self, indicator: str, month: int) -> None:
        """Make a month's cell current."""
        self.grid.stand_on(self.row(indicator), JANUARY + month - 1)
        QApplication.processEvents()

    def press(self, key: Qt.Key, modifiers: Any = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key where the keyboard is: in the editor, or in the grid."""
        editor = self.grid.view.delegate.open_editor()
        QTest.keyClick(self.grid.view if editor is None else editor, key, modifiers)
        QApplication.processEvents()

    def type(self, text: str) -> None:
        """Type a text; the first letter opens the editor."""
        for letter in text:
            editor = self.grid.view.delegate.open_editor()
            _strike(self.grid.view if editor is None else editor, letter)

    def enter(self, indicator: str, month: int, text: str) -> None:
        """Stand on a cell, type and press Enter."""
        self.stand(indicator, month)
        self.type(text)
        self.press(Qt.Key.Key_Return)

    def paste(self, text: str) -> None:
        """Paste a text from the clipboard; where the page shows a preview first, agree to it."""
        QGuiApplication.clipboard().setText(text)
        self.press(Qt.Key.Key_V, CTRL)
        panel = getattr(self.page, "paste_panel", None)
        if panel is not None and panel.isVisible():
            QTest.keyClick(panel, Qt.Key.Key_Return)
            QApplication.processEvents()

    def look(self, indicator: str, month: int) -> CellLook:
        """Return how a month's cell looks."""
        found: CellLook = self.table.look(self.row(indicator), JANUARY + month - 1)
        return found

    def text(self, indicator: str, month: int) -> str:
        """Return what a month's cell shows."""
        return self.look(indicator, month).text

    @property
    def here(self) -> tuple[int, int]:
        """Row and column of the current cell."""
        found = self.grid.current
        assert found is not None
        return found


def _strike(widget: QWidget, letter: str) -> None:
    """Press and release a letter's key; QTest knows no Chinese ones."""
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
        QApplication.sendEvent(widget, event)
