"""Buttons that carry an icon of the theme, in the colour of their text."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QFrame, QPushButton, QWidget

from ui.theme import Theme

_TRAILING = 2
"""Room behind an icon, so that its text begins 6 px after it."""


def icon_button(
    theme: Theme, icon: str, text: str = "", kind: str = "", parent: QWidget | None = None
) -> QPushButton:
    """Make a button of a kind ("", primary, link, quiet) with an icon before its text."""
    button = QPushButton(text, parent)
    if kind:
        button.setProperty("kind", kind)
    if icon:
        token = {"primary": "onaccent", "link": "accent", "": "ink"}.get(kind, "ink2")
        button.setIcon(theme.icon(icon, token, trailing=_TRAILING if text else 0))
        button.setIconSize(QSize(16 + (_TRAILING if text else 0), 16))
    return button


def divider(*, vertical: bool = False) -> QFrame:
    """Make a hairline between blocks."""
    line = QFrame()
    line.setProperty("role", "vline" if vertical else "line")
    return line
