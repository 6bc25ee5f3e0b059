"""The head of a plan that waits for a yes: what it is, what it comes to, and the buttons."""

from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout


def plan_head(title: QLabel, summary: QLabel, *buttons: QPushButton) -> QHBoxLayout:
    """Lay title over summary, with the buttons at their right."""
    words = QVBoxLayout()
    words.setSpacing(2)
    words.addWidget(title)
    words.addWidget(summary)
    head = QHBoxLayout()
    head.setContentsMargins(20, 14, 20, 12)
    head.setSpacing(8)
    head.addLayout(words, 1)
    for button in buttons:
        head.addWidget(button)
    return head
