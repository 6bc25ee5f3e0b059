"""FlipPane: what saving would do: the lights that flip, the reason for it, and what was changed."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from tracker.desk.history_words import day_words
from tracker.desk.rule_preview import LightFlip, flips_words
from tracker.edits import SettingChange
from tracker.progress import light_word
from ui.plain_tip import plain_tip
from ui.theme import Theme
from ui.widgets.clearing import clear
from ui.widgets.history_list import HistoryList
from ui.widgets.icon import divider, icon_button
from ui.widgets.label import label
from ui.widgets.light_chip import LightChip
from ui.widgets.pane_block import fill_pane, section_head

WIDTH = 324
_MOST_SHOWN = 30


class FlipPane(QWidget):
    """`save_wanted` carries the reason; without one nothing is saved."""

    save_wanted = Signal(str)
    discard_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._ready = False
        self.setProperty("role", "pane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedWidth(WIDTH)
        self.where = label("", "helper")
        self.count = label("", "strong")
        self.problem = label("", "second", "bad")
        self.reason = QLineEdit()
        self.reason.setPlaceholderText("为什么改，如 市政府常务会议定")
        self.reason.setAccessibleName("理由")
        self.save = icon_button(theme, "check", "存下", kind="primary")
        self.discard = icon_button(theme, "undo-2", "不改了")
        self.history = HistoryList()
        for words in (self.count, self.problem):
            words.setWordWrap(True)
        self.flips: tuple[LightFlip, ...] = ()
        self._lay_out()
        self.reason.textChanged.connect(self._show_save)
        self.reason.returnPressed.connect(self._on_save)
        self.save.clicked.connect(self._on_save)
        self.discard.clicked.connect(self.discard_wanted)

    def show_flips(self, flips: Sequence[LightFlip], where: str, *, pending: bool) -> None:
        """Show what a pending change would flip; nothing is pending: say so."""
        self.flips = tuple(flips)
        self.where.setText(where)
        self.problem.hide()
        self.count.setText(flips_words(self.flips) if pending else "还没有改动")
        self._fill()
        self._ready = pending
        self._show_save()

    def show_problem(self, sentence: str) -> None:
        """Say why what the fields hold cannot be saved."""
        self.flips = ()
        self.count.setText("还不能存")
        self.problem.setText(sentence)
        self.problem.show()
        self._fill()
        self._ready = False
        self._show_save()

    def show_history(self, changes: Sequence[SettingChange]) -> None:
        """List the changes of the rules, newest first."""
        lines = []
        for one in changes:
            day = day_words(one.recorded_at.date(), changes[0].recorded_at.date())
            parts = [one.text, one.reason, one.author]
            lines.append((day, "，".join(part for part in parts if part), one.withdrawn))
        self.history.show_lines(lines or [("", "规则还没有改过", False)])

    def _fill(self) -> None:
        clear(self._list)
        for flip in self.flips[:_MOST_SHOWN]:
            self._list.addWidget(FlipLine(self._theme, flip))
        if len(self.flips) > _MOST_SHOWN:
            self._list.addWidget(label(f"另有 {len(self.flips) - _MOST_SHOWN} 项", "helper"))

    def _show_save(self) -> None:
        reasoned = bool(self.reason.text().strip())
        self.save.setEnabled(self._ready and reasoned)
        self.discard.setEnabled(self._ready or self.problem.isVisibleTo(self))
        self.save.setToolTip("" if reasoned else "先写理由")

    def _on_save(self) -> None:
        if self.save.isEnabled():
            self.save_wanted.emit(self.reason.text().strip())

    def _lay_out(self) -> None:
        self._list = QVBoxLayout()
        self._list.setSpacing(10)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.save)
        buttons.addWidget(self.discard)
        buttons.addStretch(1)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(19, 14, 20, 20)
        column.setSpacing(6)
        column.addLayout(section_head("存下以后"))
        for part in (self.where, self.count, self.problem):
            column.addWidget(part)
        column.addLayout(self._list)
        column.addSpacing(4)
        column.addWidget(self.reason)
        column.addLayout(buttons)
        column.addSpacing(10)
        column.addWidget(divider())
        column.addSpacing(4)
        column.addWidget(label("改过什么", "section"))
        column.addWidget(self.history)
        column.addStretch(1)
        fill_pane(self, inner)


class FlipLine(QWidget):
    """One indicator: its name, the light now, the light then, and why."""

    def __init__(self, theme: Theme, flip: LightFlip) -> None:
        super().__init__()
        chips = []
        for row in (flip.before, flip.after):
            chip = LightChip(theme)
            chip.show_light(row.light, light_word(row), "")
            chips.append(chip)
        head = QHBoxLayout()
        head.setSpacing(6)
        name = label(flip.after.indicator.short_name, "strong")
        name.setToolTip(plain_tip(flip.after.indicator.name))
        head.addWidget(name, 1)
        head.addWidget(chips[0])
        head.addWidget(label("→", "helper"))
        head.addWidget(chips[1])
        reason = label(flip.reason, "helper")
        reason.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(head)
        column.addWidget(reason)
        self.setAccessibleName(f"{flip.after.indicator.name} {flip.words}")
