"""Placing text by hand: centred on a line as the design measures it, aligned to any side."""

import re
from enum import Enum
from functools import lru_cache

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from ui import fonts

_UNBROKEN = re.compile(r"(?:[!-~]+ *|.)[，。；、：”）]*", re.DOTALL)
"""A number or a Latin word with the blank behind it, or one Chinese letter."""
_BASELINE = 0.36
"""Baseline below the centre line, as a share of the size in px (DESIGN.md section 3)."""


class Align(Enum):
    """Which point of the text `x` means."""

    LEFT = 0.0
    CENTRE = 0.5
    RIGHT = 1.0


@lru_cache(maxsize=64)
def _face(px: float, weight: int) -> tuple[QFont, QFontMetricsF]:
    face = fonts.font(px, weight)
    return face, QFontMetricsF(face)


@lru_cache(maxsize=4096)
def width_px(text: str, px: float, weight: int = fonts.REGULAR) -> float:
    """Return the width of a text in px."""
    return _face(px, weight)[1].horizontalAdvance(text)


@lru_cache(maxsize=1024)
def elided(text: str, px: float, weight: int, room_px: float) -> str:
    """Return the text, cut with … at its end when it is wider than its room."""
    if width_px(text, px, weight) <= room_px:
        return text
    return _face(px, weight)[1].elidedText(text, Qt.TextElideMode.ElideRight, room_px)


def wrapped(text: str, px: float, weight: int, room_px: float) -> list[str]:
    """Break a sentence into lines that fit: anywhere but before punctuation or in a number."""
    lines = [""]
    for piece in _UNBROKEN.findall(text):
        if lines[-1] and width_px((lines[-1] + piece).rstrip(), px, weight) > room_px:
            lines.append("")
        lines[-1] += piece
    return lines


class Lettering:
    """A size, weight and colour to write with."""

    __slots__ = ("_font", "color", "px", "weight")

    def __init__(self, px: float, weight: int, color: QColor) -> None:
        self.px = px
        self.weight = weight
        self.color = color
        self._font = _face(px, weight)[0]

    def width(self, text: str) -> float:
        """Return the width of a text in px."""
        return width_px(text, self.px, self.weight)

    def write(
        self, painter: QPainter, text: str, x: float, centre_y: float, align: Align = Align.LEFT
    ) -> float:
        """Write a text and return the x where it ends."""
        painter.setFont(self._font)
        painter.setPen(self.color)
        left = x - self.width(text) * align.value
        baseline = round(centre_y + _BASELINE * self.px)
        painter.drawText(QPointF(round(left), baseline), text)
        return left + self.width(text)
