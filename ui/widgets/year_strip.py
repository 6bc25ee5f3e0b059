"""YearStrip (年条): twelve months, those passed filled, the half tick between June and July."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import Theme

_CELLS, _GAP = 12, 2


class YearStrip(QWidget):
    """The signature of the product: shows the as-of month wherever it stands."""

    def __init__(self, theme: Theme, months: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._months = months
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_months(self, months: int) -> None:
        """Fill so many months, 0–12."""
        self._months = months
        self.setToolTip(f"截至 {months} 月")
        self.update()

    def sizeHint(self) -> QSize:
        """Cells of 14 px and a tick that stands out 5 px above and below."""
        return QSize(190, 20)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw cells and the half tick."""
        painter = QPainter(self)
        painter.setPen(Qt.PenStyle.NoPen)
        cell = (self.width() - _GAP * (_CELLS - 1)) / _CELLS
        for month in range(_CELLS):
            token = "time" if month < self._months else "track1"
            left = month * (cell + _GAP)
            painter.fillRect(QRectF(left, 5, cell, self.height() - 10), self._theme.color(token))
        tick = (self.width() - 2) / 2
        painter.fillRect(QRectF(tick, 0, 2, self.height() - 3), self._theme.color("half"))
