"""What an office steers with: 目标分解, 责任书, 改动清单 and 会议版, in light and dark."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from tracker.ledgers import LedgerKind
from tracker.periods import Month
from ui.main_window import MainWindow
from ui.pages.meetings import MeetingsPage
from ui.pages.targets import TargetsPage
from ui.tour.hands import Hands

THEMES = ("light", "dark")
MEETING = "4 月调度会"
_APRIL, _JUNE = Month(2023, 4), Month(2023, 6)
_DOCUMENT = """甘肃省2023年目标责任书（省政发〔2023〕1号）,,,,,
指标,单位,全年目标,上半年,责任单位,责任领导
招商引资到位资金,亿元,3200,1600,省商务厅,张三
地区生产总值增速,%,≥6%,6左右,省发展改革委,李四
居民消费价格涨幅,%,控制在3%以内,,省发展改革委,李四
幸福指数,分,95,,某局,赵六
"""


class SteeringTour(Hands):
    """Opens the sample once a theme; nothing but the meeting's edition is written."""

    def steer(self) -> None:
        """Keep every panel of 目标 and 会议."""
        for theme in THEMES:
            window = self._open(LedgerKind.SAMPLE, theme)
            self._go_to_month(window, _APRIL)
            self._show_targets(window, f"steer_{theme}")
            self._hold_meeting(window, f"steer_{theme}")
            self._close(window)

    def _show_targets(self, window: MainWindow, name: str) -> None:
        self._turn_to(window, "targets")
        self._find("funds_in_place")
        page = window.page
        assert isinstance(page, TargetsPage)
        panels = page.panels
        _press(window.header, "目标分解")
        self._keep(window, f"{name}_split-stages")
        panels.split_panel.over.button("regions").click()
        self._keep(window, f"{name}_split-regions")
        self._keyboard.press(Qt.Key.Key_Escape)
        panels.open_changes()
        self._keep(window, f"{name}_changes")
        self._keyboard.press(Qt.Key.Key_Escape)
        page.import_file(self._document())
        self._until(lambda: panels.is_open, "读责任书")
        self._keep(window, f"{name}_import")
        self._keyboard.press(Qt.Key.Key_Escape)

    def _hold_meeting(self, window: MainWindow, name: str) -> None:
        """Freeze April under a name, compare it with June, and open it."""
        self._turn_to(window, "meetings")
        page = window.page
        assert isinstance(page, MeetingsPage)
        page.tools.name.setFocus()
        self._keyboard.type(MEETING)
        self._keyboard.press(Qt.Key.Key_Return)
        self._go_to_month(window, _JUNE)
        self._keep(window, f"{name}_meetings")
        page.editions.setFocus()
        self._keyboard.press(Qt.Key.Key_Return)
        self._turn_to(window, "overview")
        self._keep(window, f"{name}_edition-open")
        self._keyboard.press(Qt.Key.Key_Escape)

    def _document(self) -> Path:
        path = self._scratch / "责任书.csv"
        path.write_text(_DOCUMENT, encoding="utf-8")
        return path


def _press(place: QWidget, text: str) -> None:
    for button in place.findChildren(QPushButton):
        if button.text() == text:
            button.click()
