"""RecentList: 最近记录, the last entries of an indicator."""

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from tracker.desk.detail import entry_day
from tracker.desk.history_words import history_words
from tracker.edits import HistoryEntry
from tracker.indicators import Indicator
from ui import fonts
from ui.plain_tip import plain_tip
from ui.theme import Theme
from ui.widgets.lettering import Lettering, elided

_ROW, _TEXT_X = 24, 48


class RecentList(QWidget):
    """Day and what was entered, one line each."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: list[tuple[str, str]] = []
        self._day = Lettering(12, fonts.REGULAR, theme.color("ink3"))
        self._text = Lettering(12, fonts.REGULAR, theme.color("ink2"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_entries(self, indicator: Indicator, entries: Sequence[HistoryEntry]) -> None:
        """Show the last entries, newest first."""
        self._lines = [
            (f"{entry_day(entry):%m-%d}", history_words(entry, indicator)) for entry in entries
        ]
        self.setFixedHeight(_ROW * max(1, len(self._lines)))
        self.setToolTip(plain_tip("\n".join(f"{day}　{text}" for day, text in self._lines)))
        self.update()

    def sizeHint(self) -> QSize:
        """The pane's width."""
        return QSize(316, _ROW * max(1, len(self._lines)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the lines."""
        painter = QPainter(self)
        if not self._lines:
            self._day.write(painter, "还没有记录", 0, _ROW / 2)
        for place, (day, text) in enumerate(self._lines):
            middle = place * _ROW + _ROW / 2
            self._day.write(painter, day, 0, middle)
            shown = elided(text, 12, fonts.REGULAR, self.width() - _TEXT_X)
            self._text.write(painter, shown, _TEXT_X, middle)
