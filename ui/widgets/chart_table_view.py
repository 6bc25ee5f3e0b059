"""图中数据: the table behind the chart, with a button that copies it for Excel and WPS."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from tracker.plots.chart_data import ChartTable
from ui.models.text_table import TextTable
from ui.theme import Theme
from ui.widgets.label import label

_ROW_PX, _HEAD_PX, _MOST_ROWS, _FRAME_PX, _SPARE_PX = 24, 24, 3, 2, 8
_DRESS = """
QTableView {{ font-size: 12px; border: 1px solid {line}; border-radius: 6px; }}
QTableView::item {{ border-bottom: 1px solid {line}; padding: 0 7px; }}
QHeaderView, QHeaderView::section {{ background: {surface}; }}
QHeaderView::section {{ font-size: 12px; padding: 0 10px; }}
"""


class ChartTableView(QWidget):
    """Head with unit and 复制表格, table below; up to three rows without scrolling."""

    copied = Signal(str)
    """Emitted with the table as tab-separated text."""
    save_requested = Signal(object)
    """Emitted with the ChartTable that is to become a workbook."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.model = TextTable(theme.color("ink2"), theme.color("ink"), self)
        self._note = label(role="helper")
        self._copy = _link("复制表格", "复制图中数据的表格")
        self._copy.clicked.connect(self.copy)
        self._save = _link("存为 .xlsx", "把图中数据存为 Excel 文件")
        self._save.clicked.connect(self._on_save)
        self.view = _PlainTable(theme)
        self.view.setModel(self.model)
        self.view.copy_requested.connect(self.copy)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(label("图中数据", "section"))
        head.addWidget(self._note)
        head.addStretch()
        head.addWidget(self._save)
        head.addWidget(self._copy)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self.view)
        self.show_table(None)

    def show_table(self, table: ChartTable | None) -> None:
        """Show the numbers of a chart; None where there are none."""
        self.model.show(table)
        self._note.setText("" if table is None else table.note)
        self._copy.setEnabled(table is not None)
        self._save.setEnabled(table is not None)
        self._share_width()
        rows = min(max(self.model.rowCount(), 1), _MOST_ROWS)
        self.view.setFixedHeight(_HEAD_PX + rows * _ROW_PX + _FRAME_PX)

    def _share_width(self) -> None:
        """Give the first column and every long one (an interval) its room, share out the rest."""
        header, columns = self.view.horizontalHeader(), self.model.columnCount()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        for column in range(columns):
            wanted = self.view.sizeHintForColumn(column)
            if column == 0 or wanted > self.view.viewport().width() / columns - _SPARE_PX:
                header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)

    def copy(self) -> None:
        """Offer the table as text."""
        self.copied.emit(self.model.table.text())

    def _on_save(self) -> None:
        self.save_requested.emit(self.model.table)


def _link(text: str, name: str) -> QPushButton:
    """Make a button that looks like a link in the head."""
    made = QPushButton(text)
    made.setProperty("kind", "link")
    made.setStyleSheet("font-size: 12px; padding: 0; min-height: 24px; max-height: 24px")
    made.setAccessibleName(name)
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    return made


class _PlainTable(QTableView):
    """A quiet table: hairlines between rows, nothing to edit; Ctrl+C copies all of it."""

    copy_requested = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setStyleSheet(_DRESS.format_map(theme.tokens))
        self.setAccessibleName("图中数据")
        self.setShowGrid(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(_ROW_PX)
        self.verticalHeader().setMinimumSectionSize(_ROW_PX)
        self.horizontalHeader().setFixedHeight(_HEAD_PX)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSectionsClickable(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy the whole table on Ctrl+C."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_requested.emit()
        else:
            super().keyPressEvent(event)
