"""CheckBlock: what is doubtful about a cell, what would mend it, and a place to answer."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from tracker.indicators import Light
from tracker.review import Check, Finding
from tracker.review.confirmations import LONGEST_NOTE, Answer
from tracker.review.lines import CheckLine
from tracker.review.red_lights import ASKED
from tracker.wording import plain
from ui.theme import Theme
from ui.widgets.label import label
from ui.widgets.lamp import paint_lamp

_LAMP = 14


class Lamp(QWidget):
    """The shape of a light before a line of text."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._light = Light.NONE
        self.setFixedSize(QSize(_LAMP, 18))

    def show_light(self, light: Light) -> None:
        """Show a light's shape."""
        self._light = light
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the shape."""
        color = self._theme.light_color(self._light)
        paint_lamp(QPainter(self), self._light, QPointF(5.5, 9), color, 4.6)


class DoubtCard(QFrame):
    """One doubt on its tint: title, sentence, one-key mending, and a note in answer to it.

    A red light is answered by an explanation, any other warning by confirming the figure.
    """

    fix_chosen = Signal(float)
    answered = Signal(object, str)
    """Emitted with the Finding and the note written in answer to it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._finding: Finding | None = None
        self._lamp = Lamp(theme)
        self._title = label("", "section", "warn")
        self._sentence = label("", "second")
        self._answer = label("", "helper")
        for words in (self._sentence, self._answer):
            words.setWordWrap(True)
        self.fix = QPushButton()
        self.ask = QPushButton()
        self.note = QLineEdit()
        self.note.setMaxLength(LONGEST_NOTE)
        self.fix.clicked.connect(self._fix)
        self.ask.clicked.connect(self._open_note)
        self.note.returnPressed.connect(self._send)
        self._lay_out()

    def show_finding(self, finding: Finding, answer: Answer | None) -> None:
        """Show a doubt, and what was answered to it."""
        same = finding == self._finding
        self._finding = finding
        red = finding.check is Check.RED
        self.setProperty("role", "bad-card" if red else "warn-card")
        self.style().unpolish(self)
        self.style().polish(self)
        self._lamp.show_light(Light.RED if red else Light.YELLOW)
        self._title.setText("亮红灯，请说明原因" if red else f"请核对：{finding.check.label}")
        self._title.setProperty("tone", "bad" if red else "warn")
        self._title.style().unpolish(self._title)
        self._title.style().polish(self._title)
        self._sentence.setText(finding.sentence.removeprefix(ASKED))
        offered = finding.offered
        self.fix.setVisible(offered is not None)
        if offered is not None:
            self.fix.setText(f"改为 {plain(offered)}")
        self._answer.setVisible(answer is not None)
        if answer is not None:
            verb = "说明" if red else "已确认"
            self._answer.setText(f"{verb}：{answer.text}（{answer.author}，{answer.on:%Y-%m-%d}）")
        self.ask.setText(
            "改说明" if answer else "写说明（可以以后写）" if red else "数字没错，写说明"
        )
        self.note.setPlaceholderText("写一句，回车保存")
        if not same:
            self.note.clear()
            self.note.hide()
            self.ask.show()

    def _fix(self) -> None:
        if self._finding is not None and self._finding.offered is not None:
            self.fix_chosen.emit(self._finding.offered)

    def _open_note(self) -> None:
        self.ask.hide()
        self.note.show()
        self.note.setFocus()

    def _send(self) -> None:
        if self._finding is not None and self.note.text().strip():
            text = self.note.text()
            self.note.clear()
            self.note.hide()
            self.ask.show()
            self.answered.emit(self._finding, text)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(4)
        head.addWidget(self._lamp)
        head.addWidget(self._title, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.fix)
        buttons.addWidget(self.ask)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 9, 12, 10)
        column.setSpacing(5)
        column.addLayout(head)
        column.addWidget(self._sentence)
        column.addWidget(self._answer)
        column.addLayout(buttons)
        column.addWidget(self.note)


class CheckBlock(QWidget):
    """The cards of a cell's doubts, gravest first. It hides where there is nothing to say."""

    fix_chosen = Signal(float)
    answered = Signal(object, str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.cards: list[DoubtCard] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)

    def show_findings(self, findings: Sequence[tuple[Finding, Answer | None]]) -> None:
        """Show findings with the answers given to them."""
        while len(self.cards) < len(findings):
            card = DoubtCard(self._theme)
            card.fix_chosen.connect(self.fix_chosen)
            card.answered.connect(self.answered)
            self._column.addWidget(card)
            self.cards.append(card)
        for number, card in enumerate(self.cards):
            card.setVisible(number < len(findings))
            if number < len(findings):
                card.show_finding(*findings[number])
        self.setVisible(bool(findings))


class CheckLines(QWidget):
    """校验: what holds, what is doubtful and what was not looked at, a line each."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._rows: list[QWidget] = []
        self.lines: tuple[CheckLine, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)

    def show_lines(self, lines: Sequence[CheckLine]) -> None:
        """Show the checks of a cell."""
        if tuple(lines) == self.lines:
            return
        self.lines = tuple(lines)
        for row in self._rows:
            self._column.removeWidget(row)
            row.deleteLater()
        self._rows = [self._row(line) for line in lines]
        for row in self._rows:
            self._column.addWidget(row)
        self.setAccessibleName("校验")
        self.setAccessibleDescription("；".join(line.text for line in lines))

    def _row(self, line: CheckLine) -> QWidget:
        row = QWidget()
        lamp = Lamp(self._theme)
        lamp.show_light(line.mark)
        tone = {Light.YELLOW: "warn", Light.RED: "bad"}.get(line.mark, "")
        words = label(line.text, "second", tone)
        words.setWordWrap(True)
        flat = QHBoxLayout(row)
        flat.setContentsMargins(0, 0, 0, 0)
        flat.setSpacing(4)
        flat.addWidget(lamp, 0, Qt.AlignmentFlag.AlignTop)
        flat.addWidget(words, 1)
        return row
