"""Hands: a person at the keyboard of the real window, who keeps pictures of what it shows."""

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from time import monotonic

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from resources import ROOT as RESOURCES
from tracker.errors import TrackerError
from tracker.ledgers import LedgerKind, create_ledger, device_id
from tracker.periods import MONTHS_IN_YEAR, Month
from ui.main_window import REFERENCE_SIZE, MainWindow
from ui.page_registry import ENTRIES
from ui.pages.charts import ChartsPage
from ui.preferences import Preferences
from ui.session import Session
from ui.theme import Theme
from ui.tour.keyboard import Keyboard

AUTHOR = "演示"
_PATIENCE_S = 30.0
_CTRL, _ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


class Hands:
    """Does one thing at a time. Nothing is written to a ledger but by typing it."""

    def __init__(self, application: QApplication, folder: Path, scratch: Path) -> None:
        self._application = application
        self._folder = folder
        self._scratch = scratch
        self._keyboard = Keyboard(application)
        self.written: list[Path] = []

    def _open(self, kind: LedgerKind, theme: str = "") -> MainWindow:
        """Open the window on a fresh ledger, with nothing remembered from last time."""
        preferences = Preferences(self._scratch / f"{kind.value}{theme}.ini")
        # A folder of its own: a file left by an earlier tour would make the program ask.
        exports = self._scratch / "pictures"
        exports.mkdir(exist_ok=True)
        preferences.export_folder = str(exports)
        look = Theme(RESOURCES, theme or preferences.theme)
        look.apply(self._application)
        store = create_ledger(
            self._scratch / f"{kind.value}{theme}.guoban",
            kind,
            now=_now,
            author=AUTHOR,
            device=device_id(self._scratch),
        )
        window = MainWindow(Session(store, date.today, datetime.now), preferences, look)
        window.watch_focus(self._application)
        window.resize(*REFERENCE_SIZE)
        window.show()
        window.activateWindow()
        QTest.qWaitForWindowActive(window)
        self._keyboard.settle()
        return window

    def _close(self, window: MainWindow) -> None:
        window.close()
        window.session.close()
        window.deleteLater()
        self._keyboard.settle()

    def _turn_to(self, window: MainWindow, name: str) -> None:
        """Open a page by its keys, and see that it is the one."""
        shortcut = next(entry.nav.shortcut for entry in ENTRIES if entry.nav.name == name)
        self._keyboard.press(Qt.Key(Qt.Key.Key_0 + int(shortcut[-1])), _CTRL)
        if window.open_name != name:
            raise TrackerError(f"演示按 {shortcut} 没有打开“{name}”页。")

    def _find(self, indicator: str) -> None:
        """Search an indicator as Ctrl+K does, by its id."""
        self._keyboard.press(Qt.Key.Key_K, _CTRL)
        self._keyboard.type(indicator)
        self._keyboard.press(Qt.Key.Key_Return)

    def _step_left(self, arrived: Callable[[], object]) -> None:
        """Go left in a grid until the wanted cell is current."""
        for _ in range(MONTHS_IN_YEAR):
            if arrived():
                return
            self._keyboard.press(Qt.Key.Key_Left)
        raise TrackerError("演示在表格里找不到要填的那一格。")

    def _go_to_month(self, window: MainWindow, month: Month) -> None:
        """Step the header to a month."""
        while (shown := window.session.as_of) != month:
            forward = shown < month
            self._keyboard.press(Qt.Key.Key_Right if forward else Qt.Key.Key_Left, _ALT)

    def _keep(self, window: MainWindow, name: str) -> None:
        """Save what the window shows, once nothing in it is still being drawn."""
        page = window.page
        if isinstance(page, ChartsPage):
            self._until(lambda: page.picture is not None, "画预览图")
            page.work.wait()
        self._keyboard.settle()
        path = self._folder / f"{name}.png"
        if not window.grab().save(str(path)):
            raise OSError(None, "截图没有写成", str(path))
        self.written.append(path)

    def _until(self, holds: Callable[[], bool], what: str) -> None:
        """Let the window work until something holds. Raises TrackerError when it never does."""
        deadline = monotonic() + _PATIENCE_S
        while not holds():
            if monotonic() > deadline:
                raise TrackerError(f"演示停在“{what}”：等了 {_PATIENCE_S:g} 秒没有结果。")
            QTest.qWait(10)


def _now() -> datetime:
    """Read the clock, at the edge."""
    return datetime.now().astimezone()
