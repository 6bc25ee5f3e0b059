"""Blocks of a side pane: parts one under another, a hairline above them."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ui.widgets.icon import divider
from ui.widgets.label import label

Part = QWidget | QHBoxLayout | int
"""A widget, a row of them, or so many px of room."""


class PaneBlock(QWidget):
    """A block that can be hidden as a whole, hairline and room included."""

    def __init__(self, *parts: Part, above: int = 12, below: int = 9) -> None:
        """`above` and `below` are the px over and under the hairline; 0 and 0 for none."""
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        if above or below:
            column.addSpacing(above)
            column.addWidget(divider())
            column.addSpacing(below)
        for part in parts:
            if isinstance(part, int):
                column.addSpacing(part)
            elif isinstance(part, QHBoxLayout):
                column.addLayout(part)
            else:
                column.addWidget(part)


def section_head(title: str, right: QWidget | None = None) -> QHBoxLayout:
    """Make a bold title with a small text, a chip or a button at its right end."""
    row = QHBoxLayout()
    shown = label(title)
    shown.setProperty("role", "section")
    row.addWidget(shown)
    row.addStretch()
    if right is not None:
        row.addWidget(right)
    return row


def wrapped_label(role: str) -> QLabel:
    """Make a label of a role that wraps."""
    shown = label()
    shown.setProperty("role", role)
    shown.setWordWrap(True)
    return shown


def scrolled(inner: QWidget) -> QScrollArea:
    """Put the inside of a pane into a frame that scrolls up and down, never across."""
    inner.setProperty("role", "scrolled")
    scroll = QScrollArea()
    scroll.setFrameShape(QFrame.Shape.NoFrame)
    scroll.setWidgetResizable(True)
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    scroll.setWidget(inner)
    return scroll


def fill_pane(pane: QWidget, inner: QWidget) -> None:
    """Let a pane be one scrolled inside, beside the hairline at its left."""
    outer = QVBoxLayout(pane)
    outer.setContentsMargins(1, 0, 0, 0)
    outer.addWidget(scrolled(inner))
