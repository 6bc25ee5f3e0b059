"""GridHead: the head of a grid, in one level or two (quarter over month), painted by hand."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHeaderView, QWidget

from ui.models.cell_look import GridRole, HeadLook
from ui.theme import Theme
from ui.widgets.lettering import Align, Lettering

GROUP_HEIGHT = 26
TWO_LEVELS, ONE_LEVEL = 54, 30
PADDING = 10
_HALF_PEN = 2


class GridHead(QHeaderView):
    """Columns under common heads. `half_after` is the column whose right edge is the half line.

    `opens_group` draws the line before the first common head, which stands in the view beside.
    """

    def __init__(self, theme: Theme, height: int, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        self.half_after: int | None = None
        self.opens_group = False
        self.setFixedHeight(height)
        self.setHighlightSections(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setSectionsClickable(False)
        self.setMinimumSectionSize(20)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw every section, the heads that they share, and the half line."""
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), self._theme.color("subtle"))
        shared: list[tuple[str, QRect]] = []
        for column in range(self.count()):
            if self.isSectionHidden(column):
                continue
            look = self.model().headerData(column, Qt.Orientation.Horizontal, GridRole.HEAD)
            if not isinstance(look, HeadLook):
                continue
            self._paint_section(painter, column, look)
            box = self._box(column)
            if shared and look.group and shared[-1][0] == look.group:
                shared[-1] = (look.group, shared[-1][1].united(box))
            else:
                shared.append((look.group, box))
        for group, box in shared:
            in_sight = box.intersected(self.viewport().rect())
            if group and in_sight.width() > 0:
                self._paint_group(painter, group, box, in_sight.center().x())
        if self.opens_group:
            edge = QRect(self.viewport().width() - 1, 0, 1, GROUP_HEIGHT - 1)
            painter.fillRect(edge, self._theme.color("line2"))
        if self.half_after is not None:
            self._paint_half(painter, self.half_after)

    def _box(self, column: int) -> QRect:
        x = self.sectionViewportPosition(column)
        return QRect(x, 0, self.sectionSize(column), self.height())

    def _paint_section(self, painter: QPainter, column: int, look: HeadLook) -> None:
        box = self._box(column)
        if look.group:
            box.setTop(GROUP_HEIGHT)
        if look.current:
            painter.fillRect(box, self._theme.color("timebg"))
        weight, token = (700, "time") if look.current else (500, "ink2")
        letters = Lettering(12, weight, self._theme.color(token))
        centre = box.top() + box.height() / 2
        if look.centred:
            letters.write(painter, look.text, box.center().x(), centre, Align.CENTRE)
        elif look.right:
            right = box.right() + 1 - PADDING - 1
            letters.write(painter, look.text, right, centre, Align.RIGHT)
        else:
            letters.write(painter, look.text, box.left() + (7 if look.small else 9), centre)

    def _paint_group(self, painter: QPainter, group: str, box: QRect, middle: int) -> None:
        line = self._theme.color("line")
        painter.fillRect(QRect(box.left(), GROUP_HEIGHT - 1, box.width(), 1), line)
        edge = QRect(box.left() - 1, 0, 1, GROUP_HEIGHT - 1)
        painter.fillRect(edge, self._theme.color("line2"))
        letters = Lettering(12, 400, self._theme.color("ink3"))
        centre = (GROUP_HEIGHT - 1) / 2
        letters.write(painter, group, middle, centre, Align.CENTRE)

    def _paint_half(self, painter: QPainter, column: int) -> None:
        box = self._box(column)
        x = box.right()
        half = self._theme.color("half")
        painter.fillRect(QRect(x - 1, 0, _HALF_PEN, self.height()), half)
        letters = Lettering(11, 500, half)
        letters.write(painter, "半程", x - 6, (GROUP_HEIGHT - 1) / 2, Align.RIGHT)
