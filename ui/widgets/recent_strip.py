"""RecentStrip: 近 12 期 as small bars, with last year's figure of the same month in words."""

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from tracker.desk.recent_figures import RecentFigure, RecentFigures
from ui import fonts
from ui.plain_tip import plain_tip
from ui.theme import Theme
from ui.widgets.lettering import Align, Lettering

_HEAD, _BARS, _FOOT = 24, 46, 20
_GAP = 4
_LEAST = 2.0


class RecentStrip(QWidget):
    """A bar a period from zero up or down; a period that was not reported has none, not zero."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.recent = RecentFigures((), "")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """A title, the bars, and the words below."""
        return QSize(284, _HEAD + _BARS + _FOOT)

    def show_recent(self, recent: RecentFigures) -> None:
        """Show the figures; without any but the cell's own the strip goes away."""
        self.recent = recent
        self.setVisible(len(recent.periods) > 1)
        spoken = "；".join(f"{period.label} {period.text}" for period in recent.periods)
        self.setAccessibleName(f"近 {len(recent.periods)} 期：{spoken}。{recent.year_before}")
        self.update()

    def event(self, event: QEvent) -> bool:
        """Say the figure of the bar under the mouse."""
        if isinstance(event, QHelpEvent):
            period = self._period_at(event.pos().x())
            text = "" if period is None else f"{period.label}　{period.text}"
            QToolTip.showText(event.globalPos(), plain_tip(text), self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the title, the bars over their zero line, and the words below."""
        periods = self.recent.periods
        if not periods:
            return
        painter = QPainter(self)
        title = Lettering(13, fonts.BOLD, self._theme.color("ink"))
        title.write(painter, f"近 {len(periods)} 期", 0, _HEAD / 2 - 2)
        helper = Lettering(11, fonts.REGULAR, self._theme.color("ink3"))
        helper.write(painter, self.recent.range_words, self.width(), _HEAD / 2 - 2, Align.RIGHT)
        self._paint_bars(painter)
        words = Lettering(12, fonts.REGULAR, self._theme.color("ink2"))
        centre = _HEAD + _BARS + _FOOT / 2 + 1
        words.write(painter, self.recent.year_before or "上年同期没有数", 0, centre)

    def _paint_bars(self, painter: QPainter) -> None:
        known = [period.value for period in self.recent.periods if period.value is not None]
        highest, lowest = max([*known, 0.0]), min([*known, 0.0])
        span = (highest - lowest) or 1.0
        zero = _HEAD + _BARS * highest / span
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for number, period in enumerate(self.recent.periods):
            box = self._column(number)
            if period.value is None:
                painter.setPen(QPen(self._theme.color("line2"), 1, Qt.PenStyle.DotLine))
                painter.drawLine(box.center().x(), _HEAD + 4, box.center().x(), _HEAD + _BARS)
                continue
            last = number == len(self.recent.periods) - 1
            height = max(_LEAST, abs(period.value) / span * _BARS)
            top = zero - height if period.value >= 0 else zero
            token = "bar" if last else "barsoft"
            painter.fillRect(QRectF(box.left(), top, box.width(), height), self._theme.color(token))
        axis = QRectF(0, zero, self.width(), 1)
        painter.fillRect(axis, self._theme.color("axis" if lowest < 0 else "line2"))

    def _column(self, number: int) -> QRect:
        """Return the column of a period; twelve always share the width."""
        width = self.width() / 12
        return QRect(round(number * width), _HEAD, max(3, round(width) - _GAP), _BARS)

    def _period_at(self, x: int) -> RecentFigure | None:
        number = int(x / (self.width() / 12))
        return self.recent.periods[number] if 0 <= number < len(self.recent.periods) else None
