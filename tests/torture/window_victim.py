"""The real window, typed into and pasted into, for the torture to kill."""

import os
from itertools import count
from pathlib import Path

from tests.torture.victims import CELL, NOW, Ack, Typing, held_in, opened


class TypingInTheWindow:
    """Keys into the grid of 填报. A value is acknowledged when the window says it changed."""

    name, slowest_ms = "window typing", 900

    def work(self, ledger: Path, ack: Ack) -> None:
        """Open the window on April 2023 and type ever higher values, each after the last."""
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        from PySide6.QtTest import QTest
        from PySide6.QtWidgets import QApplication

        from resources import ROOT
        from tests.ui.grid_hands import Hands
        from tracker.storage.store import Store
        from ui import fonts
        from ui.main_window import MainWindow
        from ui.preferences import Preferences
        from ui.session import Session
        from ui.theme import Theme

        application = QApplication([])
        fonts.load(ROOT / "fonts")
        store = Store.open(ledger, now=lambda: NOW, author="张三", device="window")
        session = Session(store, NOW.date, lambda: NOW)
        session.look_at(as_of=CELL.month)
        preferences = Preferences(ledger.with_name("charts") / "preferences.ini")
        preferences.page = "entry"
        theme = Theme(ROOT, "light")
        theme.apply(application)
        window = MainWindow(session, preferences, theme)
        window.resize(1440, 900)
        window.show()
        QTest.qWaitForWindowActive(window)
        hands = Hands(window.page)
        for n in count(int(held_in(store)) + 1):
            hands.enter(CELL.indicator, CELL.month.month, str(n))
            held = session.snapshot.actual(CELL)
            if held is not None and held.value == n:
                ack(n)

    def lost(self, ledger: Path, acknowledged: int) -> list[str]:
        """As when typing without a window."""
        with opened(ledger):
            return Typing().lost(ledger, acknowledged)
