"""Segmented: a row of joined buttons of which exactly one is chosen."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QWidget


class Segmented(QWidget):
    """Joined buttons. Arrow keys move the choice; Tab enters and leaves the row as one stop."""

    chosen = Signal(str)
    """Emitted with the value that a person chose; not by `choose`."""

    def __init__(self, options: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        """Take (value, text) pairs; the first is chosen."""
        super().__init__(parent)
        self._values = [value for value, _ in options]
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for index, (_, text) in enumerate(options):
            button = QPushButton(text)
            button.setCheckable(True)
            button.setProperty("part", _part(index, len(options)))
            self._group.addButton(button, index)
            row.addWidget(button)
        self._group.idClicked.connect(self._on_clicked)
        self._check(0)

    @property
    def value(self) -> str:
        """The chosen value."""
        return self._values[self._group.checkedId()]

    def choose(self, value: str) -> None:
        """Choose a value without emitting `chosen`."""
        self._check(self._values.index(value))

    def button(self, value: str) -> QPushButton:
        """Return the button of a value, for tooltips and for disabling it."""
        found = self._group.button(self._values.index(value))
        assert isinstance(found, QPushButton)
        return found

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the choice with the arrow keys."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        if not step:
            super().keyPressEvent(event)
            return
        index = self._group.checkedId() + step
        while 0 <= index < len(self._values) and not self._group.button(index).isEnabled():
            index += step
        if 0 <= index < len(self._values):
            self._check(index)
            self._group.button(index).setFocus(Qt.FocusReason.TabFocusReason)
            self.chosen.emit(self._values[index])

    def _check(self, index: int) -> None:
        self._group.button(index).setChecked(True)
        for button in self._group.buttons():
            stop = Qt.FocusPolicy.StrongFocus if button.isChecked() else Qt.FocusPolicy.ClickFocus
            button.setFocusPolicy(stop)

    def _on_clicked(self, index: int) -> None:
        self._check(index)
        self.chosen.emit(self._values[index])


def _part(index: int, count: int) -> str:
    """Say which corners a button rounds."""
    if count == 1:
        return "only"
    return "first" if index == 0 else "last" if index == count - 1 else "middle"
