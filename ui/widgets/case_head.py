"""CaseHead: the head of 半年督查清单, its words over the texts, a mark where it is sorted."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHeaderView, QTableView

from ui import fonts
from ui.models.row_table import RowTable
from ui.theme import Theme
from ui.widgets.case_delegate import LEFT_PADDING, TEXT_PADDING
from ui.widgets.lettering import Align, Lettering

_HEAD_HEIGHT = 30
_INSETS = {"light": LEFT_PADDING, "reason": TEXT_PADDING}


class CaseHead(QHeaderView):
    """30 px; a click sorts by a column."""

    def __init__(self, theme: Theme, names: list[str], table: QTableView) -> None:
        super().__init__(Qt.Orientation.Horizontal, table)
        self._theme = theme
        self._names = names
        self._word = Lettering(12, fonts.REGULAR, theme.color("ink3"))
        self._sorted = Lettering(12, fonts.MEDIUM, theme.color("ink"))
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setFixedHeight(_HEAD_HEIGHT)
        self.setMinimumSectionSize(20)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Paint a head over its column."""
        name = self._names[section]
        line = self._theme.color("line")
        painter.fillRect(rect, self._theme.color("subtle"))
        painter.fillRect(rect.left(), rect.top(), rect.width(), 1, line)
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, line)
        table = self.model()
        now = table.sorted_by if isinstance(table, RowTable) else None
        text = str(self.model().headerData(section, Qt.Orientation.Horizontal) or "")
        is_sorted = now is not None and now[0] == section
        if now is not None and is_sorted:
            text += " ↑" if now[1] is Qt.SortOrder.AscendingOrder else " ↓"
        word = self._sorted if is_sorted else self._word
        middle = rect.top() + _HEAD_HEIGHT / 2
        if name in ("value", "gap"):
            word.write(painter, text, rect.right() + 1, middle, Align.RIGHT)
        else:
            word.write(painter, text, rect.left() + _INSETS.get(name, 0), middle)
