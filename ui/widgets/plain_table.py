"""A plain list of rows: the product's look for a QTableView over a RowTable."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

ROW_PX = 33


def dress_plain_table(
    view: QTableView, model: QAbstractItemModel, widths: Sequence[int], stretch: int = -1
) -> None:
    """Give a view its model, rows without grid, and column widths; one column takes the rest."""
    view.setModel(model)
    view.setProperty("role", "plain")
    view.setShowGrid(False)
    view.setWordWrap(False)
    view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.setTextElideMode(Qt.TextElideMode.ElideMiddle)
    view.setTabKeyNavigation(False)
    view.verticalHeader().hide()
    view.verticalHeader().setDefaultSectionSize(ROW_PX)
    head = view.horizontalHeader()
    head.setHighlightSections(False)
    head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    head.setFixedHeight(30)
    for column, width in enumerate(widths):
        view.setColumnWidth(column, width)
    last = model.columnCount() - 1 if stretch < 0 else stretch
    head.setSectionResizeMode(last, QHeaderView.ResizeMode.Stretch)
