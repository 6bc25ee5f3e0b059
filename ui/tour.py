"""The scripted tour: drives the real window with real keys and keeps pictures of what it shows."""

import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Sequence
from datetime import date, datetime
from pathlib import Path
from time import monotonic

from PySide6.QtCore import QEvent, QMessageLogContext, Qt, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from resources import ROOT as RESOURCES
from tracker.charts.gallery import GALLERY, ChartRequest
from tracker.disk_faults import disk_fault
from tracker.errors import TrackerError
from tracker.ledgers import LedgerKind, create_ledger, device_id
from tracker.periods import MONTHS_IN_YEAR, Horizon, Month
from ui.display import has_display
from ui.main_window import REFERENCE_SIZE, MainWindow
from ui.page_registry import ENTRIES
from ui.pages.charts import ChartsPage
from ui.pages.entry import EntryPage
from ui.pages.targets import TargetsPage
from ui.preferences import Preferences
from ui.session import Session
from ui.theme import Theme

AUTHOR = "演示"
ENTERED = {
    "funds_in_place": ("1046.5", "1331"),
    "loan_balance": ("9.1", "9.0"),
    "fixed_investment": ("12.2", "11.4"),
}
"""What is typed for April and May 2023: amounts in the indicator's unit, growth in %."""
APRIL = Month(2023, 4)
HALF_YEAR_TARGETS = {"loan_balance": "8.5", "funds_in_place": "1500"}
SAMPLE_MONTHS = (Month(2023, 4), Month(2023, 6))
_PATIENCE_S = 30.0
_CTRL, _ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


def run(folder: Path) -> int:
    """Make the application, on a screen or without one, and show around in it."""
    from ui.app import make_application

    if not has_display():
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    if os.environ.get("QT_QPA_PLATFORM") == "offscreen":
        qInstallMessageHandler(_print_message)
    return show_around(make_application(), folder)


def show_around(application: QApplication, folder: Path) -> int:
    """Do the whole tour and write its pictures into a folder, made if need be.

    Returns the exit code: 1 when a known error, told in one sentence, ended it.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix="guoban-tour-") as scratch:
            tour = Tour(application, folder.resolve(), Path(scratch))
            tour.fill_in_the_public_ledger()
            tour.look_at_the_sample()
    except TrackerError as error:
        print(error, file=sys.stderr)
        return 1
    except OSError as error:
        reason = disk_fault(error)
        print(f"演示的图写不进“{folder}”（{reason}），请换一个文件夹。", file=sys.stderr)
        return 1
    print(f"演示完成，{len(tour.written)} 张图在 {folder}")
    return 0


def _print_message(_kind: QtMsgType, _where: QMessageLogContext, message: str) -> None:
    """Print what Qt says, but not what a platform without a screen cannot do anyway."""
    if not message.startswith("This plugin does not support"):
        print(message, file=sys.stderr)


class Tour:
    """A person at the keyboard. Nothing is written to a ledger but by typing it."""

    def __init__(self, application: QApplication, folder: Path, scratch: Path) -> None:
        self._application = application
        self._folder = folder
        self._scratch = scratch
        self._keyboard = Keyboard(application)
        self.written: list[Path] = []

    def fill_in_the_public_ledger(self) -> None:
        """Set two half-year targets, enter April and May of three indicators, export a picture."""
        window = self._open(LedgerKind.GANSU_2023)
        self._turn_to(window, "targets")
        for indicator, value in HALF_YEAR_TARGETS.items():
            self._set_half_year_target(window, indicator, value)
        self._keep(window, "gansu-2023_targets")
        self._turn_to(window, "entry")
        for indicator, values in ENTERED.items():
            self._enter(window, indicator, values)
        self._keep(window, "gansu-2023_entry")
        self._turn_to(window, "overview")
        self._keep(window, "gansu-2023_overview")
        self._export(window, "funds_in_place")
        self._close(window)

    def look_at_the_sample(self, months: Sequence[Month] = SAMPLE_MONTHS) -> None:
        """Keep every page and every chart in every size, as of some months."""
        window = self._open(LedgerKind.SAMPLE)
        for month in months:
            self._go_to_month(window, month)
            for entry in ENTRIES:
                self._turn_to(window, entry.nav.name)
                self._keep(window, f"sample_{month}_{entry.nav.name}")
            self._draw_all(window.session)
        self._close(window)

    # One thing a person does.

    def _open(self, kind: LedgerKind) -> MainWindow:
        """Open the window on a fresh ledger, with nothing remembered from last time."""
        preferences = Preferences(self._scratch / f"{kind.value}.ini")
        # A folder of its own: a file left by an earlier tour would make the program ask.
        exports = self._scratch / "pictures"
        exports.mkdir(exist_ok=True)
        preferences.export_folder = str(exports)
        theme = Theme(RESOURCES, preferences.theme)
        theme.apply(self._application)
        store = create_ledger(
            self._scratch / f"{kind.value}.guoban",
            kind,
            now=_now,
            author=AUTHOR,
            device=device_id(self._scratch),
        )
        window = MainWindow(Session(store, date.today, datetime.now), preferences, theme)
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

    def _set_half_year_target(self, window: MainWindow, indicator: str, value: str) -> None:
        """Type a target into the column 上半年 of an indicator's row."""
        self._find(indicator)
        page = window.page
        assert isinstance(page, TargetsPage)
        self._step_left(lambda: (key := page.current_key()) and key.horizon is Horizon.H1)
        self._keyboard.type(value)
        self._keyboard.press(Qt.Key.Key_Return)

    def _enter(self, window: MainWindow, indicator: str, values: tuple[str, ...]) -> None:
        """Type figures into the row of an indicator, from April on, each left with Tab."""
        self._find(indicator)
        page = window.page
        assert isinstance(page, EntryPage)
        self._step_left(lambda: (key := page.current_key()) and key.month == APRIL)
        for value in values:
            self._keyboard.type(value)
            self._keyboard.press(Qt.Key.Key_Tab)

    def _step_left(self, arrived: Callable[[], object]) -> None:
        """Go left in a grid until the wanted cell is current."""
        for _ in range(MONTHS_IN_YEAR):
            if arrived():
                return
            self._keyboard.press(Qt.Key.Key_Left)
        raise TrackerError("演示在表格里找不到要填的那一格。")

    def _export(self, window: MainWindow, indicator: str) -> None:
        """Bring an indicator's picture to 图表 and export it."""
        self._find(indicator)
        self._keyboard.press(Qt.Key.Key_E, _CTRL)
        page = window.page
        assert isinstance(page, ChartsPage)
        self._keep(window, "gansu-2023_charts")
        told: list[str] = []
        page.done.connect(lambda sentence, *_: told.append(sentence))
        self._keyboard.press(Qt.Key.Key_E, _CTRL)
        self._until(lambda: bool(told), "导出图片")
        for path in (self._scratch / "pictures").iterdir():
            kept = self._folder / f"gansu-2023_exported_{path.name}"
            shutil.copyfile(path, kept)
            self.written.append(kept)

    def _go_to_month(self, window: MainWindow, month: Month) -> None:
        """Step the header to a month."""
        while (shown := window.session.as_of) != month:
            forward = shown < month
            self._keyboard.press(Qt.Key.Key_Right if forward else Qt.Key.Key_Left, _ALT)

    # Pictures.

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

    def _draw_all(self, session: Session) -> None:
        """Export every chart in every size it has, trajectories of the first indicator."""
        from tracker.charts.export import export, file_name

        indicator = next(iter(session.snapshot.catalogue.indicators))
        for entry in GALLERY.values():
            for preset in entry.presets:
                request = ChartRequest(
                    entry.id,
                    session.region,
                    session.as_of,
                    session.today(),
                    preset.id,
                    indicator if entry.needs_indicator else None,
                )
                path = self._folder / file_name(request, "png")
                export(session.snapshot, request, path, force=True)
                self.written.append(path)

    def _until(self, holds: Callable[[], bool], what: str) -> None:
        """Let the window work until something holds. Raises TrackerError when it never does."""
        deadline = monotonic() + _PATIENCE_S
        while not holds():
            if monotonic() > deadline:
                raise TrackerError(f"演示停在“{what}”：等了 {_PATIENCE_S:g} 秒没有结果。")
            QTest.qWait(10)


class Keyboard:
    """Sends key events to whatever has the focus, pop-ups first, as a keyboard does."""

    def __init__(self, application: QApplication) -> None:
        self._application = application

    def press(
        self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        """Press and release a key."""
        QTest.keyClick(self._focus(), key, modifier)
        self.settle()

    def type(self, text: str) -> None:
        """Type a text letter by letter."""
        for letter in text:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                event = QKeyEvent(kind, ord(letter.upper()), _no_modifier(), letter)
                self._application.sendEvent(self._focus(), event)
        self.settle()

    def settle(self) -> None:
        """Let everything that was set off happen."""
        QTest.qWait(1)
        self._application.sendPostedEvents()

    def _focus(self) -> QWidget:
        popup = self._application.activePopupWidget()
        if popup is not None:
            return popup.focusWidget() or popup
        window = self._application.activeWindow() or self._application.topLevelWidgets()[0]
        return self._application.focusWidget() or window.focusWidget() or window


def _no_modifier() -> Qt.KeyboardModifier:
    return Qt.KeyboardModifier.NoModifier


def _now() -> datetime:
    """Read the clock, at the edge."""
    return datetime.now().astimezone()
