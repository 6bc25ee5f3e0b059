"""StageTable: the list of 月跟进, 季考核 or 年终总评."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from tracker.indicators import Light
from tracker.inspection.stage_list import StageList
from ui import fonts
from ui.models.stage_lines import LIGHT_HEAD, LIGHT_ROLE, StageLines
from ui.theme import Theme
from ui.widgets.lamp import paint_lamp
from ui.widgets.lettering import Lettering, width_px
from ui.widgets.opening_table import OpeningTable
from ui.widgets.plain_table import dress_plain_table

_ROOM, _LEAST, _MOST, _LAMP = 30, 60, 300, 22
_LEFT = 19


class StageTable(OpeningTable):
    """Read-only. Enter or a double click opens a row."""

    row_opened = Signal(object)
    """Emitted with the StageLine that is wanted."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.lines = StageLines(self)
        dress_plain_table(self, self.lines, ())
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        head = f"QHeaderView::section:first {{ padding-left: {_LEFT}px; }}"
        self.horizontalHeader().setStyleSheet(head)
        self.setItemDelegate(_CellDelegate(theme, self))

    def show_list(self, held: StageList) -> None:
        """Show a list: each column as wide as its texts, the wide ones share the rest."""
        self.lines.show(held)
        self.setAccessibleName(held.title)
        head = self.horizontalHeader()
        for at, name in enumerate(held.heads):
            texts = (name, *(line.cells[at] for line in held.lines))
            lamp = _LAMP if name == LIGHT_HEAD else 0
            width = max(width_px(text, 13, fonts.MEDIUM) for text in texts) + _ROOM + lamp
            wide = name in held.wide
            mode = QHeaderView.ResizeMode.Stretch if wide else QHeaderView.ResizeMode.Fixed
            head.setSectionResizeMode(at, mode)
            if not wide:
                self.setColumnWidth(at, round(min(_MOST, max(_LEAST, width))))
        if held.lines:
            self.setCurrentIndex(self.lines.index(0, 0))

    def open(self, index: QModelIndex) -> None:
        """Say which line is wanted."""
        line = self.lines.line(index.row()) if index.isValid() else None
        if line is not None:
            self.row_opened.emit(line)


class _CellDelegate(QStyledItemDelegate):
    """Paints a light as shape and word; other cells as a plain table does."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._plain = Lettering(13, fonts.REGULAR, theme.color("ink"))
        self._words = {
            light: Lettering(12, fonts.MEDIUM, theme.light_text_color(light)) for light in Light
        }

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Leave the text of the first column to `paint`."""
        super().initStyleOption(option, index)
        if index.column() == 0:
            option.text = ""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint a cell; the first column begins where the page's texts do."""
        super().paint(painter, option, index)
        if index.column() != 0:
            return
        box = QRectF(option.rect)
        left, y = box.left() + _LEFT, box.center().y()
        light, text = index.data(LIGHT_ROLE), str(index.data())
        if light is None:
            self._plain.write(painter, text, left, y)
            return
        shape = Light(light)
        paint_lamp(painter, shape, QPointF(left + 6, y), self._theme.light_color(shape))
        self._words[shape].write(painter, text, left + 18, y)
