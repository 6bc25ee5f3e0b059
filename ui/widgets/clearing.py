"""Taking all widgets out of a layout, so that others can be put into it."""

from PySide6.QtWidgets import QLayout


def clear(layout: QLayout) -> None:
    """Hide the widgets at once and delete them when Qt is back in its loop."""
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
