"""WhatIfField: 若 5 月完成 [ ] 亿元 → what the months after it then need, in one sentence."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ui.widgets.label import label

_FIELD_WIDTH = 92


class WhatIfField(QWidget):
    """Asks as soon as something is typed; who owns it computes and shows the answer."""

    supposed = Signal(str)
    """Emitted with the text typed, "" when it was cleared."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._before = label()
        self._after = label()
        self.field = QLineEdit()
        self.field.setFixedWidth(_FIELD_WIDTH)
        self.field.textChanged.connect(self.supposed)
        self.answer = label()
        self.answer.setProperty("role", "second")
        self.answer.setWordWrap(True)
        self.answer.hide()
        row = QHBoxLayout()
        row.setSpacing(8)
        for part in (self._before, self.field, self._after):
            row.addWidget(part)
        row.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(row)
        column.addWidget(self.answer)

    def ask(self, before: str, after: str) -> None:
        """Ask about other months: 若 5 月完成 [ ] 亿元; what was typed before is forgotten."""
        if (before, after) == (self._before.text(), self._after.text()):
            self.supposed.emit(self.field.text())
            return
        self._before.setText(before)
        self._after.setText(after)
        self.field.setAccessibleName(f"{before}多少{after}")
        self.field.clear()
        self.show_answer("")

    def show_answer(self, sentence: str, *, wrong: bool = False) -> None:
        """Show the answer, or what is wrong with the number."""
        self.answer.setText(sentence)
        self.answer.setVisible(bool(sentence))
        for part, name, value in (
            (self.answer, "tone", "bad" if wrong else ""),
            (self.field, "state", "bad" if wrong else ""),
        ):
            if part.property(name) != value:
                part.setProperty(name, value)
                part.style().unpolish(part)
                part.style().polish(part)
