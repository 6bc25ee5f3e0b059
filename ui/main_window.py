"""MainWindow: navigation, header, open page and status line; it hands jumps from page to page."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QGridLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from tracker.edits import Changes
from tracker.errors import TrackerError
from tracker.inspection.case import cases_of
from tracker.marking import marking_of
from tracker.storage.place import is_on_share
from ui import actions, dialogs
from ui.backup_keeper import BackupKeeper
from ui.doubt_badge import DoubtBadge
from ui.file_drop import PACKET_SUFFIX, FileDrop
from ui.help_desk import HelpDesk, Shown
from ui.neighbour_watch import NeighbourWatch
from ui.page_registry import ENTRIES, Surroundings
from ui.pages.page import Page
from ui.palette_desk import PaletteDesk
from ui.preferences import Preferences
from ui.session import Session
from ui.theme import Theme
from ui.viewpoint import Viewpoint
from ui.widgets.focus_ring import FocusRing
from ui.widgets.header_bar import HeaderBar
from ui.widgets.known_on_strip import KnownOnStrip
from ui.widgets.nav_bar import NavBar, window_icon
from ui.widgets.status_strip import StatusStrip
from ui.widgets.toast import Toast

REFERENCE_SIZE = (1440, 900)
MINIMUM_SIZE = (1200, 720)


class MainWindow(QWidget):
    """The shell. Pages are made when they are first opened; what is hidden costs nothing."""

    theme_wanted = Signal(str)
    """Emitted with light or dark when the person wants the other theme."""

    ledger_wanted = Signal(object)
    """Emitted with the Path of a ledger that the person wants to open instead."""

    def __init__(
        self,
        session: Session,
        preferences: Preferences,
        theme: Theme,
        backups: Path | None = None,
    ) -> None:
        """`backups` is the root of the backup folders; None keeps none (a tour, a test)."""
        super().__init__()
        self.session = session
        self._keeps_backups = backups is not None
        self.neighbours = NeighbourWatch(session, self)
        self.keeper = BackupKeeper(session, backups or Path(), _aware_now(session), self)
        self.preferences = preferences
        self.theme = theme
        self.setObjectName("window")
        self.setWindowTitle("双过半")
        self.setMinimumSize(*MINIMUM_SIZE)
        self._pages: dict[str, Page] = {}
        self.open_name = ""
        self.nav = NavBar(theme, [entry.nav for entry in ENTRIES])
        self.header = HeaderBar(theme)
        self.stack = QStackedWidget()
        self.status = StatusStrip()
        self.toast = Toast(self, theme)
        self.drop = FileDrop(self)
        self.known_on_strip = KnownOnStrip(theme)
        self.viewpoint = Viewpoint(session, self.header, self.known_on_strip)
        shown = Shown(self.nav, self.header, self.stack)
        self.help = HelpDesk(self, shown, theme, preferences, lambda: self.open_name)
        self.actions_by_name = actions.build(self, actions.WINDOW_ACTIONS, self._handlers())
        self.help.offer(self.actions_by_name)
        self.palette_desk = PaletteDesk(
            self, session, theme, self.actions_by_name, lambda: self.page
        )
        self.doubts = DoubtBadge(session, self)
        self._lay_out()
        self._connect()
        self._show_badges()
        self.open_page(preferences.page)

    def watch_focus(self, application: QApplication) -> None:
        """Draw a ring around what the keyboard is at."""
        self.focus_ring = FocusRing(self, self.theme, application)
        self.help.watch_focus(application)

    @property
    def page(self) -> Page:
        """The open page."""
        return self._pages[self.open_name]

    def open_page(self, name: str, indicator: str = "") -> Page:
        """Open a page, made now if this is the first time, and select an indicator in it."""
        makers = {entry.nav.name: entry.make for entry in ENTRIES}
        name = name if name in makers else ENTRIES[0].nav.name
        if name not in self._pages:
            given = Surroundings(self.session, self.preferences, self.theme, self.keeper)
            self._add(name, makers[name](given))
        page = self._pages[name]
        self.open_name = name
        self.stack.setCurrentWidget(page)
        if self.isVisible():
            page.refresh_if_dirty()
        self.nav.choose(name)
        self.header.show_title(page.title)
        self.header.show_actions(page.header_actions())
        self.status.show_counts(page.status_text())
        if indicator:
            page.show_indicator(indicator)
        return page

    def export(self, indicator: str | None = None) -> None:
        """Bring a picture to 图表; there, export it. None: what the open page shows."""
        shown = self.page.indicator_shown() if indicator is None else indicator
        if self.open_name != "charts":
            self.open_page("charts").show_indicator(shown)
            return
        self.page.export_now()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember how the window looked. Every edit is already written, so nothing is asked."""
        self.preferences.geometry = self.saveGeometry()
        self.preferences.page = self.open_name
        session = self.session
        self.preferences.remember_view(session.store.path, session.region, session.as_of)
        self.preferences.save()
        self.keeper.close()
        self.neighbours.stop()
        self.doubts.stop()
        self.help.close()
        for page in self._pages.values():
            page.close()
        super().closeEvent(event)

    def _add(self, name: str, page: Page) -> None:
        self._pages[name] = page
        page.page_requested.connect(self.open_page)
        page.export_requested.connect(self.export)
        page.done.connect(self.toast.say)
        page.acted.connect(self.toast.say)
        page.status_changed.connect(self._on_status_changed)
        wanted = getattr(page, "ledger_wanted", None)
        if wanted is not None:
            wanted.connect(self.ledger_wanted)
        self.stack.addWidget(page)

    def _lay_out(self) -> None:
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self.header)
        right.addWidget(self.known_on_strip)
        right.addWidget(self.stack, 1)
        right.addWidget(self.status)
        edge = QFrame()
        edge.setProperty("role", "vline")
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(0)
        grid.addWidget(self.nav, 0, 0)
        grid.addWidget(edge, 0, 1)
        grid.addLayout(right, 0, 2)
        grid.setColumnStretch(2, 1)
        self.setWindowIcon(window_icon(self.theme))
        geometry = self.preferences.geometry
        if geometry is None or not self.restoreGeometry(geometry):
            self.resize(*REFERENCE_SIZE)

    def _connect(self) -> None:
        session = self.session
        self.nav.chosen.connect(self.open_page)
        self.header.search_wanted.connect(self.palette_desk.open)
        self.drop.dropped.connect(self._import)
        session.changed.connect(self._on_changed)
        session.changed.connect(self._show_badges)
        session.viewpoint_moved.connect(self._show_badges)
        self.keeper.changed.connect(self._show_backup)
        self.doubts.counted.connect(partial(self.nav.set_badge, "entry"))
        self.neighbours.lost.connect(self._on_lost)
        self.help.page_wanted.connect(self.open_page)
        self.help.done.connect(self.toast.say)
        undo, redo = self.actions_by_name["undo"], self.actions_by_name["redo"]
        undo.setEnabled(session.undo_stack.canUndo())
        redo.setEnabled(session.undo_stack.canRedo())
        session.undo_stack.canUndoChanged.connect(undo.setEnabled)
        session.undo_stack.canRedoChanged.connect(redo.setEnabled)
        snapshot = session.snapshot
        path = str(session.store.path)
        self.status.show_ledger(snapshot.title, path, sample=snapshot.is_sample)
        self.status.show_marking(marking_of(snapshot.settings))
        saved = session.store.last_saved
        if session.store.read_only:
            self.status.show_saved("只读，不能填报")
        elif saved is not None:
            self.status.show_saved(f"已保存 {saved:%m-%d %H:%M}")

    def _handlers(self) -> dict[str, Callable[[], object]]:
        opening: dict[str, Callable[[], object]] = {
            f"open_{entry.nav.name}": partial(self.open_page, entry.nav.name) for entry in ENTRIES
        }
        return (
            opening
            | self.help.handlers()
            | {
                "month_back": partial(self.header.step, -1),
                "month_on": partial(self.header.step, 1),
                "choose_region": self.header.region.open_list,
                "choose_known_on": self.header.known_on.open_list,
                "find": self._open_palette,
                "find_in_page": self._find_in_page,
                "undo": partial(self._walk_back, self.session.undo_stack.undo),
                "redo": partial(self._walk_back, self.session.undo_stack.redo),
                "export": self.export,
                "toggle_pane": self._toggle_pane,
                "change_theme": self._change_theme,
            }
        )

    def _walk_back(self, step: Callable[[], None]) -> None:
        """Undo or redo; a ledger that refuses says so and the window stays usable."""
        try:
            step()
        except TrackerError as error:
            dialogs.tell(self, error, "没有撤销")

    def _on_changed(self, _changes: Changes) -> None:
        self.status.show_saved(f"已保存 {self.session.now():%H:%M}")
        self.status.show_marking(marking_of(self.session.snapshot.settings))
        self.status.show_counts(self.page.status_text())

    def _show_badges(self, _changes: Changes | None = None) -> None:
        """Count the open matters of 督查 beside its name."""
        session = self.session
        held = cases_of(session.snapshot.settings, session.as_of.year)
        self.nav.set_badge("inspection", sum(case.is_open for case in held))

    def _on_status_changed(self) -> None:
        self.status.show_counts(self.page.status_text())

    def watch_backups(self) -> None:
        """Make the backup of the start and watch the clock, once the window can be seen."""
        if not self.isVisible():
            return  # closed again, or replaced, within its first seconds
        self.neighbours.start()
        self.doubts.start()
        if is_on_share(self.session.store.path):
            self.status.show_place("▲ 网络盘", "台账在网络盘上，两人同时填可能出错；最好放在本机。")
        if self._keeps_backups:
            self.keeper.start()

    def _on_lost(self, sentence: str) -> None:
        dialogs.tell(self, sentence, "台账读不到了")

    def _show_backup(self) -> None:
        keeper = self.keeper
        why = keeper.failure or ("超过一天没有成功的备份" if keeper.is_overdue else "")
        self.status.show_backup(keeper.words, alarm=bool(why), why=why)

    def _open_palette(self) -> None:
        self.palette_desk.open()

    def _find_in_page(self) -> None:
        if not self.page.open_search():
            self.palette_desk.open()

    def _import(self, path: Path) -> None:
        # On 目标 a table is a 责任书; a 填报包 holds figures, wherever it is dropped.
        here = self.open_name == "targets" and path.suffix.lower() != PACKET_SUFFIX
        self.open_page("targets" if here else "entry").import_file(path)

    def _toggle_pane(self) -> None:
        self.page.toggle_pane()

    def _change_theme(self) -> None:
        self.theme_wanted.emit("light" if self.theme.is_dark else "dark")


def _aware_now(session: Session) -> Callable[[], datetime]:
    """Return the session's clock with its time zone, as file names of backups need it."""
    return lambda: session.now().astimezone()
