"""BoardHead: the head of the board, its words over the numbers, a mark where it is sorted."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHeaderView, QTableView

from ui import fonts
from ui.models.row_table import RowTable
from ui.theme import Theme
from ui.widgets.board_delegate import LEFT_PADDING, BoardDelegate, inset
from ui.widgets.lettering import Align, Lettering
from ui.widgets.ruler import Scale

_HEAD_HEIGHT = 31


class BoardHead(QHeaderView):
    """The head of the board: 30 px, its words over the numbers, a mark where it is sorted."""

    def __init__(
        self, theme: Theme, names: list[str], delegate: BoardDelegate, table: QTableView
    ) -> None:
        super().__init__(Qt.Orientation.Horizontal, table)
        self._delegate = delegate
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
        painter.fillRect(rect, self._theme.color("subtle"))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, self._theme.color("line"))
        table = self.model()
        now = table.sorted_by if isinstance(table, RowTable) else None
        text = str(self.model().headerData(section, Qt.Orientation.Horizontal) or "")
        is_sorted = now is not None and now[0] == section
        if now is not None and is_sorted:
            text += " ↑" if now[1] is Qt.SortOrder.AscendingOrder else " ↓"
        word = self._sorted if is_sorted else self._word
        middle = rect.top() + (_HEAD_HEIGHT - 1) / 2
        if name in ("light", "indicator"):
            left = LEFT_PADDING if name == "light" else rect.left()
            word.write(painter, text, left, middle)
        elif name == "ruler":
            word.write(painter, text, Scale.of(rect).at(0.5), middle, Align.CENTRE)
        else:
            right = rect.right() + 1 - inset(name, self._delegate.last_column)
            word.write(painter, text, right, middle, Align.RIGHT)
