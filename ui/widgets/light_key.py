"""LightKey: the four shapes of the lights with their words."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from tracker.indicators import Light
from tracker.wording import LIGHT_WORDS
from ui import fonts
from ui.theme import Theme
from ui.widgets.lamp import paint_lamp
from ui.widgets.lettering import Lettering

_STEP, _WORD = 52, 12
_LIGHTS = (Light.GREEN, Light.YELLOW, Light.RED, Light.NONE)


class LightKey(QWidget):
    """Says which shape means what."""

    def __init__(self, theme: Theme, lights: Sequence[Light] = _LIGHTS) -> None:
        super().__init__()
        self._theme = theme
        self._lights = lights
        self._word = Lettering(12, fonts.REGULAR, theme.color("ink2"))
        self.setFixedSize(self.sizeHint())
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """One step for each light."""
        return QSize(_STEP * len(self._lights) - 8, 20)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw shapes and words."""
        painter = QPainter(self)
        for place, light in enumerate(self._lights):
            x = place * _STEP
            paint_lamp(painter, light, QPointF(x + 6, 10), self._theme.light_color(light), 4.4)
            self._word.write(painter, LIGHT_WORDS[light], x + _WORD + 4, 10)
