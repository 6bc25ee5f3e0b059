"""The axis over the rulers of a group: numbers, time and the half line, never overlapping."""

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QPainter

from tracker.periods import MONTHS_IN_YEAR
from tracker.wording import share
from ui import fonts
from ui.theme import Theme
from ui.widgets.lettering import Align, Lettering
from ui.widgets.ruler import HALF, Scale

_LABELS_ABOVE_FOOT, _LINE_ABOVE_FOOT, _CLEAR = 13, 6, 4


class RulerAxis:
    """Paints the axis into the ruler cell of a group head."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._number = Lettering(11, fonts.REGULAR, theme.color("ink3"))
        self._time = Lettering(11, fonts.MEDIUM, theme.color("time"))
        self._half = Lettering(11, fonts.BOLD, theme.color("half"))

    def paint_task(
        self, painter: QPainter, cell: QRect, month: int, middle: float | None = None
    ) -> None:
        """Label 0, time, 半程, 75 and 100 %; a number that time would touch is left out.

        `middle` is where the labels stand; None for just over the foot of the cell.
        """
        scale = Scale.of(cell)
        y = cell.bottom() + 1 - _LABELS_ABOVE_FOOT if middle is None else middle
        half = self._write_half(painter, scale, y, "半程")
        time = self._write_time(painter, scale, y, month, half)
        for fraction, text in ((0.0, "0"), (0.75, "75"), (1.0, "100%")):
            x = scale.at(fraction)
            reach = self._number.width(text) / 2 + _CLEAR
            if x + reach <= time[0] or x - reach >= time[1]:
                self._number.write(painter, text, x, y, Align.CENTRE)
        self._line(painter, scale, cell)

    def paint_growth(self, painter: QPainter, cell: QRect, middle: float | None = None) -> None:
        """Label −4 −2 目标 +2 +4."""
        scale = Scale.of(cell)
        y = cell.bottom() + 1 - _LABELS_ABOVE_FOOT if middle is None else middle
        self._write_half(painter, scale, y, "目标")
        for gap, text in ((-4, "−4"), (-2, "−2"), (2, "+2"), (4, "+4")):
            self._number.write(painter, text, scale.at_pp(gap), y, Align.CENTRE)
        self._line(painter, scale, cell)

    def _write_half(
        self, painter: QPainter, scale: Scale, y: float, text: str
    ) -> tuple[float, float]:
        x, reach = scale.at(HALF), self._half.width(text) / 2
        self._half.write(painter, text, x, y, Align.CENTRE)
        return x - reach, x + reach

    def _write_time(
        self,
        painter: QPainter,
        scale: Scale,
        y: float,
        month: int,
        half: tuple[float, float],
    ) -> tuple[float, float]:
        """Write the time share beside its line, pushed off 半程; return the room it takes."""
        fraction = month / MONTHS_IN_YEAR
        text = f"{share(fraction)}%"
        width = self._time.width(text)
        left = scale.at(fraction) - width / 2
        if fraction <= HALF:
            left = min(left, half[0] - _CLEAR - width)
        else:
            left = max(left, half[1] + _CLEAR)
        self._time.write(painter, text, left, y)
        return left, left + width

    def _line(self, painter: QPainter, scale: Scale, cell: QRect) -> None:
        x = round(scale.at(HALF)) - 1
        foot = cell.bottom() + 1
        painter.fillRect(
            QRectF(x, foot - _LINE_ABOVE_FOOT, 2, _LINE_ABOVE_FOOT), self._theme.color("half")
        )
