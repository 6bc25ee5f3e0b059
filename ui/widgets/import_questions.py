"""ImportQuestions: what a file does not say, each with a list to pick the answer from."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ui.models.import_questions import Asked
from ui.theme import Theme
from ui.widgets.clearing import clear
from ui.widgets.label import label
from ui.widgets.pick_button import PickButton, PickOption

_ROW, _SHOWN, _WIDTH = 38, 4, 190


class ImportQuestions(QScrollArea):
    """One row a question; rows beyond four are scrolled to."""

    answered = Signal(str, object, str)
    """Emitted with the field of Hints, the sheets it holds for, and the answer."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.buttons: list[PickButton] = []
        self.setWidgetResizable(True)
        self._rows = QVBoxLayout()
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(6)
        inner = QWidget()
        inner.setProperty("role", "scrolled")
        inner.setLayout(self._rows)
        self.setWidget(inner)

    def show_questions(self, asked: Sequence[Asked]) -> None:
        """Show questions in place of others."""
        clear(self._rows)
        self.buttons = []
        for one in asked:
            self._rows.addWidget(self._row(one))
        self._rows.addStretch(1)
        shown = min(len(asked), _SHOWN)
        self.setFixedHeight(max(0, shown * (_ROW + 6) - 6))
        self.setVisible(bool(asked))

    def _row(self, asked: Asked) -> QFrame:
        frame = QFrame()
        frame.setFixedHeight(_ROW)
        if asked.needed:
            frame.setProperty("role", "warn-card")
        sentence = label(f"▲  {asked.sentence}" if asked.needed else asked.sentence)
        sentence.setProperty("tone", "warn" if asked.needed else "second")
        sentence.setToolTip("、".join(asked.sheets))
        button = PickButton(self._theme, partial(_options, asked))
        button.setProperty("size", "dense")
        button.setFixedWidth(_WIDTH)
        button.setAccessibleName(asked.sentence)
        button.show_value(asked.value, asked.shown)
        button.picked.connect(partial(self._on_picked, asked))
        row = QHBoxLayout(frame)
        row.setContentsMargins(12, 0, 5, 0)
        row.addWidget(sentence, 1)
        row.addWidget(button)
        self.buttons.append(button)
        return frame

    def _on_picked(self, asked: Asked, value: str) -> None:
        if value != asked.value:
            self.answered.emit(asked.about, asked.sheets, value)


def _options(asked: Asked) -> list[PickOption]:
    return [PickOption(one.value, one.text, 0, one.words) for one in asked.options]
