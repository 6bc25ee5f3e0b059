"""LightChip: a light as shape and word on its tint, with the reason as tooltip."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from tracker.indicators import Light
from ui import fonts
from ui.plain_tip import plain_tip
from ui.theme import Theme
from ui.widgets.lamp import paint_lamp
from ui.widgets.lettering import Lettering, width_px

_HEIGHT, _PADDING, _LAMP = 22, 7, 14


class LightChip(QWidget):
    """The chip beside a name. `why` explains the light."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._light = Light.NONE
        self._word = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_light(self, light: Light, word: str, why: str) -> None:
        """Show a light with its word; the tooltip says why."""
        self._light, self._word = light, word
        self.setToolTip(plain_tip(why))
        self.setAccessibleName(f"{word}。{why}")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Room for the shape, the word and the padding."""
        width = _PADDING * 2 + _LAMP + width_px(self._word, 12, fonts.MEDIUM)
        return QSize(round(width), _HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the tint, the shape and the word."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.light_tint(self._light))
        painter.drawRoundedRect(QRectF(self.rect()), 4, 4)
        centre = _HEIGHT / 2
        lamp_color = self._theme.light_color(self._light)
        paint_lamp(painter, self._light, QPointF(_PADDING + 5, centre), lamp_color, 4.8)
        letters = Lettering(12, fonts.MEDIUM, self._theme.light_text_color(self._light))
        letters.write(painter, self._word, _PADDING + _LAMP, centre)
