"""FigureRow: three numbers side by side, each under its name."""

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from tracker.desk.detail import Figure
from ui import fonts
from ui.theme import Theme
from ui.widgets.lettering import Lettering

_HEIGHT = 66


class FigureRow(QWidget):
    """What is done and what is lacking in ink; what is aimed at, between them, a shade lighter."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._figures: Sequence[Figure] = ()
        self.setFixedHeight(_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._label = Lettering(12, fonts.REGULAR, theme.color("ink3"))
        self._detail = Lettering(12, fonts.REGULAR, theme.color("ink2"))
        self._numbers = (
            Lettering(19, fonts.BOLD, theme.color("ink")),
            Lettering(19, fonts.BOLD, theme.color("ink2")),
        )

    def show_figures(self, figures: Sequence[Figure]) -> None:
        """Show other numbers."""
        self._figures = figures
        self.setAccessibleName("，".join(f"{f.label} {f.number}" for f in figures))
        self.update()

    def sizeHint(self) -> QSize:
        """The pane's width."""
        return QSize(316, _HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the columns, as wide as they need but at least a third."""
        painter = QPainter(self)
        step = self.width() * 104 / 316
        for place, figure in enumerate(self._figures):
            x = place * step
            self._label.write(painter, figure.label, x, 9)
            number = self._numbers[1 if place == 1 else 0]
            if number.width(figure.number) > step - 8:
                number = Lettering(15, fonts.BOLD, number.color)
            number.write(painter, figure.number, x, 34)
            self._detail.write(painter, figure.detail, x, 57)
