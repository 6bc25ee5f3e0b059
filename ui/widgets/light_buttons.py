"""LightButtons: the light counts of the summary strip as buttons that filter the board."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from tracker.indicators import Light
from tracker.wording import LIGHT_WORDS
from ui.theme import Theme


class LightButtons(QWidget):
    """Lies over the counts, which the strip paints; underlines the one that is filtered by."""

    light_picked = Signal(object)
    """Emitted with the Light that was clicked."""

    def __init__(self, theme: Theme, lights: Sequence[Light], step: int, parent: QWidget) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._buttons = {light: _LightButton(theme, light) for light in lights}
        for at, (light, button) in enumerate(self._buttons.items()):
            row.addWidget(button)
            button.setFixedWidth(step if at < len(lights) - 1 else step - 21)
            button.clicked.connect(lambda _on=False, one=light: self.light_picked.emit(one))

    def button(self, light: Light) -> QPushButton:
        """Return the button of a light."""
        return self._buttons[light]

    def choose(self, chosen: Light | None) -> None:
        """Underline the light that the board is filtered by; None underlines none."""
        for light, button in self._buttons.items():
            button.setChecked(light is chosen)


class _LightButton(QPushButton):
    """Transparent; a line of 2 px says that it is chosen or under the mouse."""

    def __init__(self, theme: Theme, light: Light) -> None:
        super().__init__()
        self._theme = theme
        self._light = light
        self.setProperty("kind", "bare")
        self.setCheckable(True)
        self.setFixedHeight(44)
        self.setAccessibleName(f"只看{LIGHT_WORDS[light]}")
        self.setToolTip(f"只看{LIGHT_WORDS[light]}；再点一次全部显示")

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the line."""
        if self.isChecked() or self.underMouse():
            token = "accent" if self.isChecked() else "line2"
            line = QRect(5, self.height() - 2, self.width() - 16, 2)
            QPainter(self).fillRect(line, self._theme.color(token))
