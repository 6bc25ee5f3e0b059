"""KnownOnButton: 最新数据, or the day whose knowledge every page shows."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QListWidgetItem, QWidget

from tracker.desk.known_on import known_on_words, reviewed_words
from ui.plain_tip import plain_tip
from ui.theme import Theme
from ui.widgets.pick_button import PickButton, PickList, PickOption

REVIEWED = "reviewed"
"""The value of the line that shows signed figures only."""
EDITION = "edition"
"""The value that is shown while a 会议版 is; no line of the list has it."""
_NEWEST_WIDTH, _DAY_WIDTH, _EDGES = 92, 146, 44


class DayList(PickList):
    """A list of days with a line above it that takes any other day."""

    def __init__(self, parent: QWidget, options: Sequence[PickOption], value: str) -> None:
        super().__init__(parent, options, value)
        self.search.setPlaceholderText("或输入 2023-01-31")
        self.search.setVisible(True)
        self.setFocusProxy(self.search)

    def _pick(self, item: QListWidgetItem | None) -> None:
        """Pick a line; without one, the day that was typed."""
        typed = self.search.text().strip()
        if item is None and typed:
            self.close()
            self.picked.emit(typed)
            return
        super()._pick(item)


class KnownOnButton(PickButton):
    """`picked` is emitted with the day as text, "" for 最新数据, REVIEWED for 只看已审."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, self._day_options, parent=parent)
        self._days: Callable[[], Sequence[date]] = tuple
        self.setAccessibleName("按哪天已知的数")
        self.show_day(None)

    def offer_days(self, days: Callable[[], Sequence[date]]) -> None:
        """Say which days the list offers; asked each time it opens."""
        self._days = days

    def show_day(self, day: date | None, *, reviewed: bool = False) -> None:
        """Show the day that is looked at, or that signed figures only are."""
        self.setFixedWidth(_NEWEST_WIDTH if day is None else _DAY_WIDTH)
        if reviewed:
            self.show_value(REVIEWED, reviewed_words())
        else:
            self.show_value("" if day is None else str(day), known_on_words(day))
        self.setToolTip("只看到某一天为止已知的数和目标，或只看已审的数  Ctrl+Shift+K")

    def show_edition(self, name: str) -> None:
        """Show that a 会议版 is looked at; the list leads back."""
        self.setFixedWidth(_DAY_WIDTH)
        words = QFontMetrics(self.font()).elidedText(
            f"会议版 {name}", Qt.TextElideMode.ElideRight, _DAY_WIDTH - _EDGES
        )
        self.show_value(EDITION, words)
        self.setToolTip(plain_tip(f"正在看会议版“{name}”，选“最新数据”或按 Esc 离开  Ctrl+Shift+K"))

    def open_list(self) -> None:
        """Open the list with its line for another day."""
        self.popup = DayList(self, self._day_options(), self.value)
        self.popup.picked.connect(self.picked)
        self.popup.open_under(self)

    def _day_options(self) -> list[PickOption]:
        days = [PickOption(str(day), known_on_words(day)) for day in self._days()]
        newest = PickOption("", known_on_words(None))
        return [newest, PickOption(REVIEWED, reviewed_words()), *days]
