"""Labels in the roles and tones that the style sheet knows."""

from PySide6.QtWidgets import QLabel


def label(text: str = "", role: str = "", tone: str = "") -> QLabel:
    """Make a label; `role` gives size and weight (section, helper, …), `tone` the colour."""
    made = QLabel(text)
    if role:
        made.setProperty("role", role)
    if tone:
        made.setProperty("tone", tone)
    return made
