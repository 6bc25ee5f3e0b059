"""The scripted tour: drives the real window with real keys and keeps pictures of what it shows."""

import os
import shutil
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMessageLogContext, Qt, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from tracker.charts.gallery import GALLERY, ChartRequest
from tracker.disk_faults import disk_fault
from tracker.errors import TrackerError
from tracker.ledgers import LedgerKind
from tracker.periods import Horizon, Month
from ui.display import has_display
from ui.main_window import MainWindow
from ui.page_registry import ENTRIES
from ui.pages.charts import ChartsPage
from ui.pages.entry import EntryPage
from ui.pages.targets import TargetsPage
from ui.session import Session
from ui.tour.steering import SteeringTour

ENTERED = {
    "funds_in_place": ("1046.5", "1331"),
    "loan_balance": ("9.1", "9.0"),
    "fixed_investment": ("12.2", "11.4"),
}
"""What is typed for April and May 2023: amounts in the indicator's unit, growth in %."""
APRIL = Month(2023, 4)
HALF_YEAR_TARGETS = {"loan_balance": "8.5", "funds_in_place": "1500"}
SAMPLE_MONTHS = (Month(2023, 4), Month(2023, 6))
_CTRL = Qt.KeyboardModifier.ControlModifier


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
            tour.steer()
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


class Tour(SteeringTour):
    """What is shown, in its order."""

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
