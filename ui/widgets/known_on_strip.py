"""KnownOnStrip: the line under the header while not everything known now is shown."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.theme import Theme
from ui.widgets.icon import icon_button
from ui.widgets.label import label

if TYPE_CHECKING:
    from tracker.editions import Edition

HEIGHT = 32


class KnownOnStrip(QWidget):
    """Hidden while everything is shown as it is known now."""

    newest_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("role", "known-on")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(HEIGHT)
        self.sentence = label()
        self.sentence.setProperty("tone", "time")
        self.newest = icon_button(theme, "history", "回到最新", "link")
        self.newest.clicked.connect(self.newest_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(19, 0, 16, 1)
        row.setSpacing(16)
        row.addWidget(self.sentence)
        row.addWidget(self.newest)
        row.addStretch()
        self.hide()

    def show_edition(self, edition: "Edition") -> None:
        """Say which 会议版 is shown, who froze it when, and its fingerprint."""
        known = "" if edition.known_on is None else f"、按 {edition.known_on} 已知"
        self.sentence.setText(
            f"只读：会议版“{edition.name}”，截至 {edition.as_of.year} 年 {edition.as_of.month} 月"
            f"{known}；{edition.made_on} {edition.by}冻结，指纹 {edition.short_fingerprint}"
        )
        self._offer("离开会议版")
        self.show()

    def _offer(self, text: str) -> None:
        self.newest.setText(text)
        self.newest.setToolTip(f"{text}  Esc")

    def show_day(self, day: date | None, *, reviewed: bool = False) -> None:
        """Say which day's knowledge is shown, or that signed figures are; else hide the strip."""
        if reviewed:
            self.sentence.setText("只读：只看已审的数，待审的当作没有")
        elif day is not None:
            self.sentence.setText(f"只读：按 {day} 已知的数和目标")
        self._offer("回到最新")
        self.setVisible(reviewed or day is not None)
