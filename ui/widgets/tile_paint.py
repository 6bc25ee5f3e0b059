"""TilePaint: how a tile and the legend of the tile map are drawn."""

from PySide6.QtCore import QPointF, QRect
from PySide6.QtGui import QColor, QPainter

from tracker import wording
from tracker.charts.tile_scale import TileScale
from tracker.indicators import Light
from ui import fonts
from ui.theme import Theme
from ui.widgets.lamp import paint_lamp
from ui.widgets.lettering import Align, Lettering, elided

_DARK_FROM = 3
"""From this bin on tiles are dark in the light theme."""
_STRIP_HEIGHT = 10
_LAMP = 4.6
_ROOMY = 46
"""From this height on a tile has two lines in full size."""


class TilePaint:
    """Colours and faces of a theme; it holds nothing about what is shown."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._inks = [self._ink(bin_) for bin_ in range(5)]
        self._legend = Lettering(11, fonts.REGULAR, theme.color("ink3"))
        self._line = Lettering(11, fonts.MEDIUM, theme.color("time"))
        self._target = Lettering(11, fonts.MEDIUM, theme.color("ink"))

    def tile(
        self, painter: QPainter, box: QRect, words: tuple[str, str], bin_: int | None, light: Light
    ) -> None:
        """Draw a tile: its name above, its value and light below."""
        name, value = words
        ink = self._theme.color("ink3") if bin_ is None else self._inks[bin_]
        if bin_ is None:
            painter.setPen(self._theme.color("line2"))
            painter.drawRect(box.adjusted(0, 0, -1, -1))
        else:
            painter.fillRect(box, self._theme.ramp[bin_])
        roomy = box.height() >= _ROOMY and box.width() >= 56
        size, left = (12, box.left() + 7) if roomy else (11, box.left() + 4)
        upper = box.top() + box.height() * (0.29 if roomy else 0.28)
        lower = box.top() + box.height() * (0.7 if roomy else 0.72)
        face = Lettering(size, fonts.MEDIUM, ink)
        shown = elided(name, size, fonts.MEDIUM, box.right() - left - 1)
        face.write(painter, shown, left, upper)
        radius = _LAMP if roomy else 4.0
        room = box.right() - left - 2 * radius - 8
        number = Lettering(_fitting(value, 17 if roomy else 12, room), fonts.BOLD, ink)
        if value:
            number.write(painter, value, left, lower)
        lamp = QPointF(box.right() + 1 - (12 if roomy else 8), lower)
        paint_lamp(painter, light, lamp, self._mark(bin_, light, ink), radius)

    def legend(self, painter: QPainter, place: QRect, scale: TileScale) -> None:
        """Draw the five bins with their edges; the line of time or target stands out."""
        wide = (place.width() - 4) / 5
        for bin_ in range(5):
            left = round(place.left() + bin_ * (wide + 1))
            right = round(place.left() + bin_ * (wide + 1) + wide)
            painter.fillRect(left, place.top(), right - left, _STRIP_HEIGHT, self._theme.ramp[bin_])
        for at, edge in enumerate(scale.edges):
            x = place.left() + (at + 1) * (wide + 1)
            on_line = scale.line is not None and abs(edge - scale.line) < 1e-9
            face = self._legend if not on_line else self._line if scale.in_share else self._target
            decimals = 0 if abs(edge - round(edge)) < 1e-9 else 1
            text = wording.number(edge, decimals)
            if on_line and not scale.in_share:
                text = "目标"
            face.write(painter, text, x, place.top() + _STRIP_HEIGHT + 12, Align.CENTRE)

    def _mark(self, bin_: int | None, light: Light, ink: QColor) -> QColor:
        """Lights are coloured on pale tiles only; 达标 is ink, or white on dark ones."""
        coloured = light in (Light.YELLOW, Light.RED) and (bin_ is None or bin_ < _DARK_FROM)
        if not coloured:
            return ink
        return self._theme.light_text_color(light) if bin_ is not None else (
            self._theme.light_color(light)
        )  # fmt: skip

    def _ink(self, bin_: int) -> QColor:
        if not self._theme.is_dark:
            return QColor("#FFFFFF") if bin_ >= _DARK_FROM else self._theme.color("ink")
        return self._theme.color("onaccent") if bin_ == 4 else QColor("#FFFFFF")


def _fitting(text: str, px: int, room: float) -> int:
    """Return the largest size, at least 11, in which a number fits."""
    while px > 11 and Lettering(px, fonts.BOLD, QColor()).width(text) > room:
        px -= 1
    return px
