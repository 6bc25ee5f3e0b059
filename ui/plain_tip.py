"""Tooltips that show what people wrote as they wrote it."""

from html import escape

from PySide6.QtGui import Qt


def plain_tip(text: str) -> str:
    """Return a tooltip that shows a text letter by letter.

    Qt takes whatever looks like markup for markup, and a tooltip has no switch against it.
    """
    if not Qt.mightBeRichText(text):
        return text
    lines = "<br>".join(escape(line) for line in text.split("\n"))
    return f"<span>{lines}</span>"
