"""RegionHead: the head of the ranking on 市州, with the axis of the rulers in it."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHeaderView, QTableView

from ui import fonts
from ui.theme import Theme
from ui.widgets.lettering import Align, Lettering
from ui.widgets.region_delegate import LEFT_PADDING, number_inset
from ui.widgets.ruler_axis import RulerAxis

_HEIGHT = 31


class RegionHead(QHeaderView):
    """30 px and a hairline. The order switch sorts, so a head is not clicked."""

    def __init__(self, theme: Theme, names: list[str], table: QTableView) -> None:
        super().__init__(Qt.Orientation.Horizontal, table)
        self._theme = theme
        self._names = names
        self._axis = RulerAxis(theme)
        self.month = 1
        self.tasks = True
        """Whether the rulers show shares of a task, or distances from a target."""
        self._word = Lettering(12, fonts.REGULAR, theme.color("ink3"))
        self.setHighlightSections(False)
        self.setFixedHeight(_HEIGHT)
        self.setMinimumSectionSize(20)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Paint a head over its column."""
        name = self._names[section]
        painter.fillRect(rect, self._theme.color("subtle"))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, self._theme.color("line"))
        text = str(self.model().headerData(section, Qt.Orientation.Horizontal) or "")
        middle = rect.top() + (_HEIGHT - 1) / 2
        if name == "ruler":
            if self.tasks:
                self._axis.paint_task(painter, rect, self.month)
            else:
                self._axis.paint_growth(painter, rect)
        elif name == "rank":
            self._word.write(painter, text, LEFT_PADDING, middle)
        elif name in ("move", "region"):
            self._word.write(painter, text, rect.left() + (2 if name == "move" else 0), middle)
        else:
            right = rect.right() + 1 - number_inset(name)
            self._word.write(painter, text, right, middle, Align.RIGHT)
