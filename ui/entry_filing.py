"""EntryFiling: the acts of 填报 that concern a month as a whole, and the list of what wants an eye.

It stands beside EntryPage, which is about cells: the page gives it a place and a grid to lead to.
"""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QWidget

from tracker.edits import Changes, HistoryEntry
from tracker.errors import TrackerError
from tracker.indicators import CellKey, Status
from tracker.marking import marking_of
from tracker.review import unexplained
from ui import dialogs
from ui.figure_desk import FigureDesk
from ui.filing_desk import FilingDesk
from ui.findings_sections import FindingsSections
from ui.models.entry_findings import EntryFindings
from ui.session import Session
from ui.theme import Theme
from ui.widgets.filing_menu import FilingMenu
from ui.widgets.findings_pane import FindingsPane
from ui.widgets.reason_bar import ReasonBar
from ui.widgets.vintage_panel import VintagePanel


class EntryFiling(QObject):
    """Header actions, menu, findings pane, versions and the asking for reasons of 填报."""

    done = Signal(str)
    refused = Signal(str)
    """Emitted with the sentence of a TrackerError."""

    def __init__(
        self, session: Session, theme: Theme, findings: EntryFindings, page: QWidget
    ) -> None:
        super().__init__(page)
        self._session = session
        self._sections = FindingsSections(session, findings)
        self._page = page
        self._figures = FigureDesk(session)
        self.desk = FilingDesk(session)
        self.pane = FindingsPane(theme)
        self.versions = VintagePanel(theme)
        self.reason_bar = ReasonBar(theme)
        self.menu = FilingMenu(page)
        self.invalid: Callable[[], int] = int
        self.selected: Callable[[], list[CellKey]] = list
        self.current: Callable[[], CellKey | None] = _nothing
        self.more = QAction("审核与封账", page)
        self.more.setProperty("icon_name", "clipboard-check")
        self.more.setProperty("menu", self.menu)
        self.submit = QAction("提交", page)
        self.submit.setProperty("icon_name", "check")
        self.submit.triggered.connect(self._submit)
        self.menu.sign_month_wanted.connect(self._sign_month)
        self.menu.sign_cells_wanted.connect(self._sign_cells)
        self.menu.lock_wanted.connect(self._lock)
        self.menu.unlock_wanted.connect(self._unlock)
        self.menu.status_wanted.connect(self._mark)
        self.pane.copy_wanted.connect(partial(self._copy_reminder, members=False))
        self.pane.print_wanted.connect(self.print_list)
        self.pane.copy_all_wanted.connect(partial(self._copy_reminder, members=True))
        self.pane.due_day_set.connect(self._set_due_day)
        self.versions.taken.connect(self._take)
        self.reason_bar.given.connect(self._give_reason)
        session.changed.connect(self.ask_why)
        session.viewpoint_moved.connect(self.reason_bar.put_away)

    def refresh(self) -> None:
        """Follow the session: the words of the actions, and the list where it is open."""
        state, month = self.desk.state, self._session.as_of.month
        self.submit.setText(f"撤回 {month} 月" if state.handed_in else f"提交 {month} 月")
        self.submit.setEnabled(not (self.invalid() and not state.handed_in))
        self.menu.show_state(locked=state.locked, waiting=state.waiting, month=month)
        if self.pane.isVisible():
            self.show_list()
        if self.versions.isVisible():
            self.show_versions()

    def show_list(self) -> None:
        """Fill the findings pane for the month in view."""
        month = self._session.as_of.month
        self.pane.show_sections(f"{month} 月检查与未报", self._sections.of_month())
        self.pane.show_due_days(self.desk.due_days(), members=bool(self.desk.members))

    def print_list(self) -> None:
        """Show the print preview of the findings of the month in view."""
        from ui.paper_print import PaperPrint  # not needed before something is printed

        mark = marking_of(self._session.snapshot.settings)
        PaperPrint(self._page).preview_list(self._sections.as_list(), mark)

    def ask_why(self, changes: Changes) -> None:
        """Ask for a word about a published figure that was just typed over."""
        revised = None
        if len(changes.cells) == 1:
            (key,) = changes.cells
            revised = unexplained(self._session.store.history(key))
        if revised is None:
            self.reason_bar.put_away()
        else:
            self.reason_bar.ask(self._figures.name_of(revised.key), revised)

    def show_versions(self) -> bool:
        """Fill the panel of versions for the current cell; False when there is no cell."""
        key = self.current()
        if key is None:
            return False
        indicator = self._session.snapshot.indicator(key.indicator)
        log = self._session.store.history(key)
        self.versions.show_log(key, f"{self._figures.name_of(key)} 各版", indicator, log)
        return True

    def _submit(self) -> None:
        self._act(lambda: self.desk.hand_in_or_take_back(self.invalid()))

    def _sign_month(self) -> None:
        self._act(self.desk.sign)

    def _sign_cells(self) -> None:
        self._act(lambda: self.desk.sign(self.selected()))

    def _lock(self) -> None:
        month = self._session.as_of.month
        text = f"封账以后，所有地区 {month} 月的数都不能再改，直到解封。写一句为什么："
        reason = dialogs.ask_words(self._page, f"{month} 月封账", text, "")
        if reason:
            self._act(lambda: self.desk.lock(reason))

    def _unlock(self) -> None:
        month = self._session.as_of.month
        reason = dialogs.ask_words(self._page, f"{month} 月解封", "写一句为什么，记入历史：", "")
        if reason:
            self._act(lambda: self.desk.unlock(reason))

    def _copy_reminder(self, *, members: bool) -> None:
        QGuiApplication.clipboard().setText(self.desk.reminder(members=members))
        self.done.emit("催报的话已复制，含下级地区" if members else "催报的话已复制")

    def _set_due_day(self, department: str, text: str) -> None:
        self._act(lambda: self.desk.set_due_day(department, text))

    def _mark(self, status: Status) -> None:
        self._act(lambda: self._figures.mark(self.selected(), status))

    def _take(self, entry: HistoryEntry) -> None:
        self._act(lambda: self._figures.take(entry))

    def _give_reason(self, key: CellKey, reason: str) -> None:
        self._act(lambda: self._figures.give_reason(key, reason))

    def _act(self, act: Callable[[], str]) -> None:
        try:
            self.done.emit(act())
        except TrackerError as error:
            self.refused.emit(str(error))


def _nothing() -> None:
    return None
