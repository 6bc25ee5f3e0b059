"""Makes the manual's pictures anew from the scripted tour: `make manual`.

They are kept in 192 colours, so that the whole manual stays small.
"""

import shutil
import sys
import tempfile
from pathlib import Path

from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from resources import ROOT as RESOURCES
from tracker.ledgers import LedgerKind
from tracker.periods import Month
from ui.app import make_application
from ui.main_window import MainWindow
from ui.page_registry import ENTRIES
from ui.pages.entry import EntryPage
from ui.pages.meetings import MeetingsPage
from ui.pages.targets import TargetsPage
from ui.theme import Theme
from ui.tour.itinerary import Tour
from ui.tour.steering import MEETING
from ui.welcome import WelcomeDialog

PICTURES = RESOURCES / "manual" / "pictures"
COLORS = 192
IMPORTED = """指标,2023年1-6月,2023年1-7月
招商引资到位资金(亿元),1652.8,1934.2
省列重大项目完成投资(亿元),1120.4,1340.6
一般公共预算收入(亿元),512.4,588.9
外贸进出口总值(亿元),262.9,304.1
城镇新增就业(万人),19.10,22.36
新建高标准农田(万亩),190.1,231.7
"""
"""A table that is dropped on the window, to show what an import asks."""


class ManualTour(Tour):
    """The tour of the sample, kept page by page under the names that the manual uses."""

    def keep_the_pages(self) -> None:
        """Keep each page as of April, the split of a target and the panel of an import."""
        window = self._open(LedgerKind.SAMPLE)
        self._go_to_month(window, Month(2023, 4))
        for entry in ENTRIES:
            self._turn_to(window, entry.nav.name)
            if entry.nav.name == "meetings":
                self._freeze(window)
            else:
                self._keep(window, entry.nav.name)
        self._keep_split(window)
        self._keep_import(window)
        self._close(window)

    def keep_the_welcome(self) -> None:
        """Keep what the first start shows."""
        theme = Theme(RESOURCES, "light")
        theme.apply(self._application)
        welcome = WelcomeDialog(theme, "~/.local/share/guoban/台账.guoban")
        welcome.show()
        self._keyboard.settle()
        self._save(welcome, "welcome")
        welcome.close()
        welcome.deleteLater()

    def _freeze(self, window: MainWindow) -> None:
        """Freeze April, so that June has something to be compared with."""
        page = window.page
        assert isinstance(page, MeetingsPage)
        page.tools.name.setFocus()
        self._keyboard.type(MEETING)
        self._keyboard.press(Qt.Key.Key_Return)
        window.toast.hide()
        self._go_to_month(window, Month(2023, 6))
        self._keyboard.settle()
        self._keep(window, "meetings")
        self._go_to_month(window, Month(2023, 4))

    def _keep_split(self, window: MainWindow) -> None:
        self._turn_to(window, "targets")
        self._find("funds_in_place")
        page = window.page
        assert isinstance(page, TargetsPage)
        page.panels.open_split()
        self._keep(window, "split")
        self._keyboard.press(Qt.Key.Key_Escape)

    def _keep_import(self, window: MainWindow) -> None:
        table = self._scratch / "7月.csv"
        table.write_text(IMPORTED, "utf-8")
        page = window.open_page("entry")
        page.import_file(table)
        assert isinstance(page, EntryPage)
        importing = page.files.importing
        self._until(lambda: importing.is_open and importing.plan.isVisible(), "读表")
        self._keep(window, "import")

    def _save(self, widget: QWidget, name: str) -> None:
        path = self._folder / f"{name}.png"
        widget.grab().save(str(path))
        self.written.append(path)


def renew(application: QApplication, folder: Path) -> list[Path]:
    """Write all pictures into a folder; returns them."""
    # A fixed place: pages show it, and pictures that did not change should stay as they are.
    scratch = Path(tempfile.gettempdir()) / "双过半"
    scratch.mkdir()
    try:
        tour = ManualTour(application, folder, scratch)
        tour.keep_the_welcome()
        tour.keep_the_pages()
    finally:
        shutil.rmtree(scratch)
    for path in tour.written:
        with Image.open(path) as picture:
            small = picture.convert("RGB").quantize(COLORS, dither=Image.Dither.NONE)
        small.save(path, optimize=True)
    return tour.written


if __name__ == "__main__":
    made = renew(make_application(), PICTURES)
    size = sum(path.stat().st_size for path in made)
    print(f"手册的 {len(made)} 张图已更新，共 {size / 1e6:.1f} MB，在 {PICTURES}")
    sys.exit(0)
