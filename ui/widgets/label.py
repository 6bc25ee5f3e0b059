"""Labels in the roles and tones that the style sheet knows."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel


def label(text: str = "", role: str = "", tone: str = "") -> QLabel:
    """Make a label; `role` gives size and weight (section, helper, …), `tone` the colour.

    It shows what people wrote as they wrote it: `<b>` is four characters, not a command.
    """
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    if role:
        made.setProperty("role", role)
    if tone:
        made.setProperty("tone", tone)
    return made
