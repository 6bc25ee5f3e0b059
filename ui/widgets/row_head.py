"""RowHead: the head of a RowView, its words over the columns, a mark where it is sorted."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from ui import fonts
from ui.models.row_table import RowTable
from ui.theme import Theme
from ui.widgets.lettering import Lettering

_MIDDLE = 15


class RowHead(QHeaderView):
    """30 px and a hairline. Subclasses say in `_write` where the word of a column stands."""

    height_px = 31

    def __init__(self, theme: Theme, names: Sequence[str], *, sorts: bool = True) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setViewport(QWidget(self))
        self._theme = theme
        self._names = list(names)
        self._word = Lettering(12, fonts.REGULAR, theme.color("ink3"))
        self._sorted = Lettering(12, fonts.MEDIUM, theme.color("ink"))
        self.setSectionsClickable(sorts)
        self.setHighlightSections(False)
        self.setFixedHeight(self.height_px)
        self.setMinimumSectionSize(20)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Paint a head over its column."""
        painter.fillRect(rect, self._theme.color("subtle"))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, self._theme.color("line"))
        table = self.model()
        now = table.sorted_by if isinstance(table, RowTable) else None
        text = str(self.model().headerData(section, Qt.Orientation.Horizontal) or "")
        word = self._word
        if now is not None and now[0] == section:
            text += " ↑" if now[1] is Qt.SortOrder.AscendingOrder else " ↓"
            word = self._sorted
        self._write(painter, rect, rect.top() + _MIDDLE, (self._names[section], text), word)

    def _write(
        self, painter: QPainter, rect: QRect, middle: float, head: tuple[str, str], word: Lettering
    ) -> None:
        """Write a head: the column's name and its text."""
        raise NotImplementedError
