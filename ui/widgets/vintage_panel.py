"""VintagePanel: every version of one cell, and 取用这一版, in the place of the cell pane."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tracker.edits import HistoryEntry
from tracker.indicators import CellKey, Indicator
from tracker.wording import STATUS_WORDS, figure
from ui.theme import Theme
from ui.widgets.clearing import clear
from ui.widgets.icon import divider, icon_button
from ui.widgets.label import label
from ui.widgets.pane_block import scrolled

WIDTH = 324


class VintageRow(QWidget):
    """One version: its figure and status, whence and by whom it came, and the button to take it."""

    taken = Signal(object)

    def __init__(self, theme: Theme, entry: HistoryEntry, indicator: Indicator) -> None:
        super().__init__()
        self.entry = entry
        self.take = icon_button(theme, "", "取用这一版", kind="link")
        usable = entry.new is not None and not (entry.withdrawn or entry.reverts)
        policy = self.take.sizePolicy()
        policy.setRetainSizeWhenHidden(True)  # every row keeps the same head
        self.take.setSizePolicy(policy)
        self.take.setVisible(usable and not entry.current)
        self.take.clicked.connect(self._take)
        gone = entry.withdrawn or bool(entry.reverts)
        self.value = label(_value(entry, indicator), "" if gone else "section")
        self.status = label(_status(entry), "helper", "accent" if entry.current else "")
        self.whence = label(_whence(entry), "helper")
        self.why = label(_why(entry), "second")
        for words in (self.whence, self.why):
            words.setWordWrap(True)
        self.why.setVisible(bool(self.why.text()))
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.value)
        head.addWidget(self.status)
        head.addStretch(1)
        head.addWidget(self.take)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 8)
        column.setSpacing(3)
        column.addLayout(head)
        column.addWidget(self.whence)
        column.addWidget(self.why)

    def _take(self) -> None:
        self.taken.emit(self.entry)


class VintagePanel(QWidget):
    """Versions newest first; it takes the cell pane's place until closed."""

    taken = Signal(object)
    """Emitted with the HistoryEntry that is to stand again."""
    closed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.key: CellKey | None = None
        self.rows: list[VintageRow] = []
        self.setProperty("role", "pane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedWidth(WIDTH)
        self.title = label("", "pane-title")
        self.title.setWordWrap(True)
        self.hint = label("取用一版，会按那一版的数、状态和来源再记一条修订，可以撤销。", "helper")
        self.hint.setWordWrap(True)
        self.close_button = icon_button(theme, "x", kind="quiet")
        self.close_button.setToolTip("回到单元格  Esc")
        self.close_button.setAccessibleName("关闭各版")
        self.close_button.clicked.connect(self.closed)
        self._column = QVBoxLayout()
        self._lay_out()

    def show_log(
        self, key: CellKey, title: str, indicator: Indicator, log: Sequence[HistoryEntry]
    ) -> None:
        """Show the history of a cell, newest first."""
        self.key = key
        self.title.setText(title)
        clear(self._column)
        self.rows = []
        for entry in log:
            row = VintageRow(self._theme, entry, indicator)
            row.taken.connect(self.taken)
            if self.rows:
                self._column.addWidget(divider())
            self._column.addWidget(row)
            self.rows.append(row)
        self.hint.setText(_hint(len(log)))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(19, 0, 12, 0)
        head.addWidget(self.title, 1)
        head.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        inner = QWidget()
        inside = QVBoxLayout(inner)
        inside.setContentsMargins(19, 6, 20, 20)
        inside.setSpacing(0)
        inside.addWidget(self.hint)
        inside.addSpacing(8)
        inside.addLayout(self._column)
        inside.addStretch(1)
        self._column.setSpacing(0)
        scroll = scrolled(inner)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1, 14, 0, 0)
        outer.setSpacing(0)
        outer.addLayout(head)
        outer.addWidget(scroll, 1)


def _hint(count: int) -> str:
    if not count:
        return "这一格还没有填过数。"
    return f"共 {count} 条，新的在上。取用一版，是按它的数、状态和来源再记一条修订，可以撤销。"


def _value(entry: HistoryEntry, indicator: Indicator) -> str:
    if entry.new is None:
        return "清空"
    assert isinstance(entry.key, CellKey), entry
    return figure(entry.new, indicator, entry.key.measure)


def _status(entry: HistoryEntry) -> str:
    words = [] if entry.status is None or entry.new is None else [STATUS_WORDS[entry.status]]
    if entry.current:
        words.append("现在用的")
    if entry.reverts:
        words.append("撤销")
    elif entry.withdrawn:
        words.append("已撤销")
    return " · ".join(words)


def _whence(entry: HistoryEntry) -> str:
    published = "" if entry.published_on is None else f"{entry.published_on} 公布"
    written = f"{entry.recorded_at:%Y-%m-%d %H:%M} {entry.author}录入"
    return "，".join(part for part in (published, entry.source, written) if part)


def _why(entry: HistoryEntry) -> str:
    return "；".join(part for part in (entry.note, entry.reason) if part)
