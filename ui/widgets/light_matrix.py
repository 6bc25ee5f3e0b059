"""LightMatrixView: the lights of every indicator in every region, in the order of the ranking."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QPainter, QPixmap, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from tracker.indicators import Light
from tracker.plots.light_matrix import LightMatrix
from ui import fonts
from ui.models.light_grid import LightGrid
from ui.theme import Theme
from ui.widgets.lamp import RADIUS, paint_lamp
from ui.widgets.lettering import Align, Lettering, elided
from ui.widgets.opening_table import OpeningTable

ROW_HEIGHT = 35
_HEAD_HEIGHT, _SIDE_WIDTH = 30, 88
_COLUMN_LEAST, _COLUMN_OF_MANY, _MANY = 30, 48, 20
_OVER = 4
"""Three letters over a narrow column may reach into its neighbours' margins."""


class LightMatrixView(OpeningTable):
    """Arrow keys and clicks choose a region and an indicator, Enter opens the figure's page."""

    cell_chosen = Signal(str, str)
    """Emitted with the codes of the region and the indicator that are now selected."""
    region_opened = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.grid = LightGrid(self)
        self._delegate = _LampDelegate(theme, self.grid, self)
        self.setModel(self.grid)
        self.setItemDelegate(self._delegate)
        self._quiet = False
        self.setHorizontalHeader(_Head(theme, self._delegate, Qt.Orientation.Horizontal, self))
        self.setVerticalHeader(_Head(theme, self._delegate, Qt.Orientation.Vertical, self))
        self.setProperty("role", "matrix")
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setAccessibleName("各地指标的灯")
        self.selectionModel().currentChanged.connect(self._on_current)
        self.horizontalHeader().sectionClicked.connect(self._on_region_clicked)
        self.verticalHeader().sectionClicked.connect(self._on_indicator_clicked)

    def show_matrix(self, matrix: LightMatrix) -> None:
        """Show lights, where they are not the ones that are shown already."""
        if matrix == self.grid.matrix:
            return
        self._quiet = True
        self.grid.show(matrix)
        self._quiet = False
        self._share_out()

    def choose(self, region: str, indicator: str) -> None:
        """Select a region's column and an indicator's row without saying so."""
        matrix = self.grid.matrix
        columns = [at for at, one in enumerate(matrix.regions) if one.code == region]
        rows = [at for at, one in enumerate(matrix.rows) if one.indicator.id == indicator]
        self._delegate.column = columns[0] if columns else -1
        self._delegate.row = rows[0] if rows else -1
        self._quiet = True
        if columns and rows:
            self.setCurrentIndex(self.grid.index(rows[0], columns[0]))
        else:
            self.setCurrentIndex(QModelIndex())
        self._quiet = False
        for part in (self, self.horizontalHeader(), self.verticalHeader()):
            part.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width out among the columns."""
        super().resizeEvent(event)
        self._share_out()

    def _share_out(self) -> None:
        count = self.grid.columnCount()
        if not count:
            return
        least = _COLUMN_OF_MANY if count > _MANY else _COLUMN_LEAST
        wide = max(least, min(60, self.viewport().width() // count))
        self.horizontalHeader().setDefaultSectionSize(wide)

    def open(self, index: QModelIndex) -> None:
        """Go down to the regions below."""
        if index.isValid():
            self.region_opened.emit(self.grid.matrix.regions[index.column()].code)

    def _on_current(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if current.isValid() and not self._quiet:
            matrix = self.grid.matrix
            region = matrix.regions[current.column()].code
            self.cell_chosen.emit(region, matrix.rows[current.row()].indicator.id)

    def _on_region_clicked(self, section: int) -> None:
        self.setCurrentIndex(self.grid.index(max(0, self._delegate.row), section))

    def _on_indicator_clicked(self, section: int) -> None:
        self.setCurrentIndex(self.grid.index(section, max(0, self._delegate.column)))


class _LampDelegate(QStyledItemDelegate):
    """Draws a lamp per cell from a picture drawn once per light, so that 103 columns scroll."""

    def __init__(self, theme: Theme, grid: LightGrid, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._grid = grid
        self._lamps: dict[tuple[Light, float], QPixmap] = {}
        self.row, self.column = -1, -1

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint a cell."""
        cell: QRect = option.rect
        row, column = index.row(), index.column()
        if column == self.column or row == self.row:
            both = column == self.column and row == self.row
            tone = "selected" if column == self.column else "hover"
            painter.fillRect(cell, self._theme.color(tone))
            if both:
                painter.setPen(self._theme.color("accent"))
                painter.drawRect(cell.adjusted(0, 0, -1, -2))
        painter.fillRect(cell.left(), cell.bottom(), cell.width(), 1, self._theme.color("line"))
        held = self._grid.cell(row, column)
        if held is not None:
            lamp = self._lamp(held.light, painter.device().devicePixelRatio())
            side = lamp.deviceIndependentSize()
            x = cell.left() + (cell.width() - side.width()) / 2
            y = cell.top() + (cell.height() - 1 - side.height()) / 2
            painter.drawPixmap(round(x), round(y), lamp)

    def _lamp(self, light: Light, ratio: float) -> QPixmap:
        key = light, ratio
        if key not in self._lamps:
            side = 16
            picture = QPixmap(round(side * ratio), round(side * ratio))
            picture.setDevicePixelRatio(ratio)
            picture.fill(Qt.GlobalColor.transparent)
            painter = QPainter(picture)
            middle = picture.deviceIndependentSize().width() / 2
            centre = QRect(0, 0, side, side).center().toPointF()
            centre.setX(middle)
            centre.setY(middle)
            paint_lamp(painter, light, centre, self._theme.light_color(light), RADIUS)
            painter.end()
            self._lamps[key] = picture
        return self._lamps[key]


class _Head(QHeaderView):
    """Names of regions above, of indicators at the left; the selected ones stand out."""

    def __init__(
        self, theme: Theme, chosen: _LampDelegate, side: Qt.Orientation, view: QTableView
    ) -> None:
        super().__init__(side, view)
        self._theme = theme
        self._chosen = chosen
        self._across = side is Qt.Orientation.Horizontal
        size = 11 if self._across else 13
        self._word = Lettering(size, fonts.REGULAR, theme.color("ink2" if self._across else "ink"))
        self._bold = Lettering(size, fonts.BOLD, theme.color("ink"))
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(20)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        if self._across:
            self.setFixedHeight(_HEAD_HEIGHT)
            self.setDefaultSectionSize(_COLUMN_LEAST)
        else:
            self.setFixedWidth(_SIDE_WIDTH)
            self.setDefaultSectionSize(ROW_HEIGHT)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Paint a name."""
        chosen = section == (self._chosen.column if self._across else self._chosen.row)
        if chosen:
            painter.fillRect(rect, self._theme.color("selected" if self._across else "hover"))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, self._theme.color("line"))
        side = Qt.Orientation.Horizontal if self._across else Qt.Orientation.Vertical
        text = str(self.model().headerData(section, side) or "")
        word = self._bold if chosen else self._word
        shown = elided(text, word.px, word.weight, rect.width() + (_OVER if self._across else -6))
        middle = rect.top() + (rect.height() - 1) / 2
        if self._across:
            word.write(painter, shown, rect.left() + rect.width() / 2, middle, Align.CENTRE)
        else:
            word.write(painter, shown, rect.left(), middle)
