"""HelpDesk: the button with the question mark, its menu, and what greets a newcomer.

Nothing of the help is imported or read before it is asked for.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QAction, QDesktopServices
from PySide6.QtWidgets import QApplication, QMenu, QStackedWidget, QWidget

from resources import VERSION
from tracker.errors import TrackerError
from tracker.language import LANGUAGE
from ui import dialogs
from ui.preferences import Preferences
from ui.theme import Theme
from ui.widgets.focus_ring import FocusRing
from ui.widgets.header_bar import HeaderBar
from ui.widgets.icon import icon_button
from ui.widgets.nav_bar import WIDTH, NavBar

if TYPE_CHECKING:
    from ui.help.coach_marks import CoachMarks
    from ui.help.manual_window import ManualWindow

_MENU = (
    ("open_manual", "start_guide", "show_news"),
    ("show_shortcuts", "hand_over_log", "show_about"),
)
_TOP_PX, _RIGHT_PX = 12, 36


@dataclass(frozen=True, slots=True)
class Shown:
    """The parts of the window that the guide speaks of."""

    nav: NavBar
    header: HeaderBar
    stack: QStackedWidget


class HelpDesk(QObject):
    """Opens the manual at the chapter of the open page, and the rest of the help."""

    page_wanted = Signal(str)
    done = Signal(str, str, object)
    """Emitted with a sentence for the toast, a word for its button, and what that does."""

    def __init__(
        self,
        window: QWidget,
        shown: Shown,
        theme: Theme,
        preferences: Preferences,
        page: Callable[[], str],
        language: str = LANGUAGE,
    ) -> None:
        """`page` names the open page; `language` chooses the manual's, zh or en."""
        super().__init__(window)
        self._window = window
        self._shown = shown
        self._theme = theme
        self._preferences = preferences
        self._page = page
        self._language = language
        self.manual: ManualWindow | None = None
        self.guide: CoachMarks | None = None
        self._application: QApplication | None = None
        self.button = icon_button(theme, "circle-help", kind="quiet", parent=shown.nav)
        self.button.setToolTip("帮助：手册、导览、新功能  F1")
        self.button.setAccessibleName("帮助")
        self.button.move(WIDTH - _RIGHT_PX, _TOP_PX)

    def watch_focus(self, application: QApplication) -> None:
        """Let the manual draw a ring around what the keyboard is at, as the window does."""
        self._application = application

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Return what the actions of the help do."""
        return {
            "open_manual": self.open_manual,
            "start_guide": self.start_guide,
            "show_news": self.show_news,
            "show_shortcuts": partial(dialogs.show_shortcuts, self._window),
            "hand_over_log": self.hand_over_log,
            "show_about": self.show_about,
        }

    def offer(self, actions: Mapping[str, QAction]) -> None:
        """Put the actions into the menu of the button."""
        menu = QMenu(self.button)
        for names in _MENU:
            menu.addActions([actions[name] for name in names])
            menu.addSeparator()
        self.button.setMenu(menu)

    def greet(self) -> None:
        """Show a newcomer around; show what is new to one who knows an older version."""
        if not self._preferences.guide_seen:
            self.start_guide()
        elif self._preferences.seen_version != VERSION:
            self.show_news()

    def open_manual(self) -> None:
        """Open the manual at the chapter of the open page."""
        from ui.help.chapters import Manual
        from ui.help.manual_window import ManualWindow

        if self.manual is None:
            self.manual = ManualWindow(self._theme, Manual(self._language), self._window)
            self.manual.page_wanted.connect(self._show_page)
            if self._application is not None:
                self._ring = FocusRing(self.manual, self._theme, self._application)
        self.manual.open(self._page())
        self.manual.show()
        self.manual.raise_()
        self.manual.activateWindow()

    def start_guide(self) -> None:
        """Show the window in five steps; afterwards the page is open that was before."""
        from ui.help.coach_marks import CoachMarks
        from ui.help.guide import steps

        if self.guide is not None:
            return
        shown = self._shown
        told = steps(shown.nav, shown.header, shown.stack, self.button)
        self.guide = CoachMarks(self._window, self._theme, told)
        self.guide.page_wanted.connect(self.page_wanted)
        self.guide.left.connect(partial(self._end_guide, self._page()))
        self.guide.start()

    def show_news(self) -> None:
        """Show what is new, and remember that it was shown."""
        from ui.help.news import NewsDialog

        self._preferences.seen_version = VERSION
        self._preferences.save()
        NewsDialog(self._theme, self._window).open()

    def show_about(self) -> None:
        """Show version and licences."""
        from ui.help.about import AboutDialog

        AboutDialog(self._theme, self._window).open()

    def hand_over_log(self) -> None:
        """Ask where to, and pack the log."""
        from ui.help.about import versions
        from ui.help.log_parcel import log_folder, pack_log

        proposed = Path.home() / f"guoban-日志-{date.today()}.zip"
        target = dialogs.choose_new_file(self._window, proposed, "压缩包 (*.zip)")
        if target is None:
            return
        try:
            pack_log(log_folder(), versions(), target)
        except TrackerError as error:
            dialogs.tell(self._window, error, "日志没有交出")
            return
        show = partial(QDesktopServices.openUrl, QUrl.fromLocalFile(str(target.parent)))
        self.done.emit(f"日志已存为 {target.name}", "打开文件夹", show)

    def close(self) -> None:
        """The window closes: so does its manual."""
        if self.manual is not None:
            self.manual.close()

    def _end_guide(self, before: str) -> None:
        self._preferences.guide_seen = True
        self._preferences.seen_version = VERSION
        self._preferences.save()
        if self.guide is not None:
            self.guide.deleteLater()
            self.guide = None
        self.page_wanted.emit(before)

    def _show_page(self, name: str) -> None:
        self.page_wanted.emit(name)
        self._window.raise_()
        self._window.activateWindow()
