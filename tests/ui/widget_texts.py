"""What a widget says, and what of it does not fit into the widget."""

from collections.abc import Iterator

from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QWidget,
)

_MOST_ROWS, _MOST_COLUMNS = 8, 12


def texts_of(widget: QWidget) -> Iterator[str]:
    """Yield what a widget says: on it, over it, and to a screen reader."""
    said = [widget.toolTip(), widget.accessibleName(), widget.accessibleDescription()]
    said.append(widget.windowTitle() if widget.isWindow() else "")
    if isinstance(widget, QLabel | QAbstractButton):
        said.append(widget.text())
    elif isinstance(widget, QLineEdit):
        said += [widget.placeholderText()]
    elif isinstance(widget, QComboBox):
        said += [widget.itemText(row) for row in range(widget.count())]
    elif isinstance(widget, QAbstractItemView):
        said += _cells(widget)
    yield from (text for text in said if text)


def _cells(view: QAbstractItemView) -> Iterator[str]:
    model = view.model()
    if model is None:
        return
    for column in range(_columns(model, QModelIndex())):
        text = model.headerData(column, Qt.Orientation.Horizontal)
        if isinstance(text, str):
            yield text
    yield from _below(view, QModelIndex())


def _columns(model: QAbstractItemModel, parent: QModelIndex) -> int:
    """Count columns; a list has one, and Qt does not let it be asked."""
    count = 1 if isinstance(model, QAbstractListModel) else model.columnCount(parent)
    return min(count, _MOST_COLUMNS)


def _below(view: QAbstractItemView, parent: QModelIndex) -> Iterator[str]:
    model = view.model()
    for row in range(min(_MOST_ROWS, model.rowCount(parent))):
        for column in range(_columns(model, parent)):
            index = model.index(row, column, parent)
            for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
                text = model.data(index, role)
                if isinstance(text, str) and text:
                    yield text
        yield from _below(view, model.index(row, 0, parent))


def cut_text(widget: QWidget) -> str:
    """Return the text of a widget that has less room than it needs; empty when it fits."""
    if isinstance(widget, QLabel) and widget.text() and widget.pixmap().isNull():
        room = widget.contentsRect()
        if widget.textFormat() is Qt.TextFormat.RichText or "<" in widget.text():
            return ""
        if widget.wordWrap():
            needed = widget.heightForWidth(widget.width())
            return widget.text() if needed > widget.height() + 2 else ""
        wide = max(map(widget.fontMetrics().horizontalAdvance, widget.text().split("\n")))
        return widget.text() if wide > room.width() + 1 else ""
    if isinstance(widget, QAbstractButton) and widget.text():
        return widget.text() if widget.sizeHint().width() > widget.width() + 2 else ""
    if isinstance(widget, QHeaderView) and widget.orientation() is Qt.Orientation.Horizontal:
        return _cut_head(widget)
    return ""


def _cut_head(header: QHeaderView) -> str:
    model = header.model()
    for column in range(0 if model is None else _columns(model, QModelIndex())):
        text = model.headerData(column, Qt.Orientation.Horizontal)
        if not isinstance(text, str) or header.isSectionHidden(column):
            continue
        if header.fontMetrics().horizontalAdvance(text) > header.sectionSize(column):
            return text
    return ""
