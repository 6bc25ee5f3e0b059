"""The bars above a grid: what was just pasted, what the current cell holds, what went wrong."""

from PySide6.QtCore import QPointF, QRect, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from tracker.indicators import Light
from ui import fonts
from ui.models.cell_look import PasteReport
from ui.theme import Theme
from ui.widgets.icon import icon_button
from ui.widgets.label import label
from ui.widgets.lamp import paint_lamp
from ui.widgets.lettering import Align, Lettering, elided

_PAD = 19


class PasteBar(QWidget):
    """刚粘贴 8 格（4 月，第 1—8 行）：写入 7，◆ 不合格 1（未写入）, and its undo."""

    undo_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._report: PasteReport | None = None
        self.setFixedHeight(34)
        self.undo = icon_button(theme, "", "撤销粘贴  Ctrl+Z", kind="link")
        self.undo.clicked.connect(self.undo_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(_PAD, 0, 14, 1)
        row.addStretch(1)
        row.addWidget(self.undo)
        self.hide()

    @property
    def report(self) -> PasteReport | None:
        """What is shown."""
        return self._report

    def show_report(self, report: PasteReport) -> None:
        """Say what came of a paste."""
        self._report = report
        self.undo.setVisible(report.undoable)
        self.setAccessibleName("".join(text for text, _ in _paste_words(report)))
        self.update()
        self.show()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the tint and the sentence."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color("tint"))
        painter.fillRect(QRect(0, self.height() - 1, self.width(), 1), self._theme.color("line"))
        centre = (self.height() - 1) / 2
        icon = self._theme.pixmap("clipboard-paste", "accent", 16, self.devicePixelRatioF())
        painter.drawPixmap(_PAD, round(centre - 8), icon)
        x = _PAD + 24.0
        if self._report is None:
            return
        for text, token in _paste_words(self._report):
            if token == "badt":
                lamp = QPointF(x + 6, centre)
                paint_lamp(painter, Light.RED, lamp, self._theme.color("bad"), 4.8)
                x += 15
            weight = fonts.MEDIUM if token == "ink" else fonts.REGULAR
            x = Lettering(13, weight, self._theme.color(token)).write(painter, text, x, centre)


def _paste_words(report: PasteReport) -> list[tuple[str, str]]:
    """Return the parts of the sentence with their colours."""
    where = f"（{report.place}）" if report.place else ""
    words = [(f"刚粘贴 {report.given} 格{where}：", "ink"), (f"写入 {report.written}", "ink2")]
    if report.closed:
        words.append((f"，跳过 {report.closed}（不用填）", "ink2"))
    if report.refused:
        words.append(("，", "ink2"))
        words.append((f"不合格 {report.refused}（未写入）", "badt"))
    return words


class EditBar(QWidget):
    """The current cell's name, its raw text, and how its number arises."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.name = self.month = self.text = self.equation = ""
        self.setFixedHeight(35)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(400, 35)

    def show_cell(self, name: str, month: str, text: str, equation: str) -> None:
        """Show a cell; the raw text is as typed, without thousands commas."""
        self.name, self.month, self.text, self.equation = name, month, text, equation
        self.setAccessibleName(f"{name} {month} {text}。{equation}")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line."""
        painter = QPainter(self)
        centre = self.height() / 2
        quiet = Lettering(13, fonts.MEDIUM, self._theme.color("ink2"))
        name = elided(self.name, 13, fonts.MEDIUM, 210)
        end = quiet.write(painter, name, _PAD, centre)
        end = quiet.write(painter, self.month, end + 13, centre)
        bar = max(round(end) + 14, 193)
        painter.fillRect(QRect(bar, 8, 1, self.height() - 16), self._theme.color("line2"))
        strong = Lettering(13, fonts.BOLD, self._theme.color("ink"))
        strong.write(painter, self.text, bar + 16, centre)
        right = self.width() - 16
        helper = Lettering(12, fonts.REGULAR, self._theme.color("ink3"))
        helper.write(painter, self.equation, right, centre, Align.RIGHT)


class ErrorBar(QWidget):
    """◆ what the ledger refused, what is safe, and a way to try again."""

    retry_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.sentence = label("", "second")
        self.sentence.setWordWrap(True)
        self.safe = label("", "helper")
        self.retry = icon_button(theme, "", "再写一次", kind="link")
        self.retry.clicked.connect(self.retry_wanted)
        self.close_button = icon_button(theme, "", "知道了", kind="link")
        self.close_button.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(_PAD + 22, 6, 14, 7)
        row.setSpacing(14)
        row.addWidget(self.sentence, 1)
        row.addWidget(self.safe)
        row.addWidget(self.retry)
        row.addWidget(self.close_button)
        self.hide()

    def show_error(self, sentence: str, *, unsaved: int) -> None:
        """Say what happened; `unsaved` counts the texts that are kept in their cells."""
        self.sentence.setText(sentence)
        kept = f"刚才的 {unsaved} 格还在表里，没有丢；其余都已存好。"
        self.safe.setText(kept if unsaved else "已存的数据没有变。")
        self.retry.setVisible(unsaved > 0)
        self.show()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the tint and the mark."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color("badbg"))
        centre = QPointF(_PAD + 7, self.height() / 2)
        paint_lamp(painter, Light.RED, centre, self._theme.color("bad"), 4.8)
