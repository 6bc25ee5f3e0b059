"""HistoryList: the log of a row in a pane: the day, and what was entered instead of what."""

from collections.abc import Sequence

from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from ui.widgets.label import label


class HistoryList(QWidget):
    """Lines of a day and a sentence, newest first. Withdrawn ones are struck out."""

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(1, 1)
        self._labels: list[tuple[QLabel, QLabel]] = []

    def show_lines(self, lines: Sequence[tuple[str, str, bool]]) -> None:
        """Show (day, sentence, withdrawn) lines; labels are kept and used again."""
        while len(self._labels) < len(lines):
            day, words = label("", "helper"), label("", "second")
            words.setWordWrap(True)
            row = len(self._labels)
            self._grid.addWidget(day, row, 0)
            self._grid.addWidget(words, row, 1)
            self._labels.append((day, words))
        self._grid.setHorizontalSpacing(16 if any(day for day, _, _ in lines) else 0)
        for number, (day, words) in enumerate(self._labels):
            shown = number < len(lines)
            day.setVisible(shown)
            words.setVisible(shown)
            if shown:
                date_text, sentence, withdrawn = lines[number]
                day.setText(date_text)
                words.setText(sentence)
                face = words.font()
                face.setStrikeOut(withdrawn)
                words.setFont(face)

    def texts(self) -> list[str]:
        """Return the lines shown, for tests and for screen readers."""
        return [
            f"{day.text()} {words.text()}" for day, words in self._labels if not words.isHidden()
        ]
