"""EntryFiling: the acts of 填报 that concern a month as a whole, and the list of what wants an eye.

It stands beside EntryPage, which is about cells: the page gives it a place and a grid to lead to.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QWidget

from tracker.errors import TrackerError
from tracker.indicators import CellKey, Light
from tracker.review import Check, Finding, Severity
from tracker.review.confirmations import Answer
from tracker.review.red_lights import ASKED
from ui import dialogs
from ui.filing_desk import FilingDesk
from ui.models.entry_findings import EntryFindings
from ui.session import Session
from ui.theme import Theme
from ui.widgets.filing_menu import FilingMenu
from ui.widgets.findings_pane import FindingEntry, FindingsPane

_MARKS = {Severity.ERROR: Light.RED, Severity.WARNING: Light.YELLOW, Severity.NOTICE: Light.NONE}


class EntryFiling(QObject):
    """Header actions, menu and findings pane of 填报."""

    done = Signal(str)
    refused = Signal(str)
    """Emitted with the sentence of a TrackerError."""

    def __init__(
        self, session: Session, theme: Theme, findings: EntryFindings, page: QWidget
    ) -> None:
        super().__init__(page)
        self._session = session
        self._findings = findings
        self._page = page
        self.desk = FilingDesk(session)
        self.pane = FindingsPane(theme)
        self.pane.hide()
        self.menu = FilingMenu(page)
        self.invalid: Callable[[], int] = int
        self.selected: Callable[[], list[CellKey]] = list
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
        self.pane.copy_wanted.connect(self._copy_reminder)

    def refresh(self) -> None:
        """Follow the session: the words of the actions, and the list where it is open."""
        state, month = self.desk.state, self._session.as_of.month
        self.submit.setText(f"撤回 {month} 月" if state.handed_in else f"提交 {month} 月")
        self.submit.setEnabled(not (self.invalid() and not state.handed_in))
        self.menu.show_state(locked=state.locked, waiting=state.waiting, month=month)
        if self.pane.isVisible():
            self.show_list()

    def show_list(self) -> None:
        """Fill the findings pane for the month in view."""
        answered = self._findings.of_month()
        red = [one for one in answered if one[0].check is Check.RED]
        missing = [one for one in answered if one[0].check in (Check.MISSING, Check.LATE)]
        rest = [one for one in answered if one not in red and one not in missing]
        month = self._session.as_of.month
        self.pane.show_sections(
            f"{month} 月检查与未报",
            (
                ("红灯待说明", [self._entry(*one) for one in red if one[1] is None]),
                ("需核对", [self._entry(*one) for one in rest if one[1] is None]),
                ("未报", [self._entry(*one) for one in missing]),
                ("以前月份红灯待说明", [self._entry(*one) for one in self._findings.postponed()]),
                ("已说明、已确认", [self._entry(*one) for one in answered if one[1] is not None]),
            ),
        )

    def _entry(self, finding: Finding, answer: Answer | None) -> FindingEntry:
        key = finding.key
        assert isinstance(key, CellKey)
        light = Light.RED if finding.check is Check.RED else _MARKS[finding.severity]
        sentence = (
            finding.sentence.removeprefix(ASKED)
            if answer is None
            else f"{answer.text}（{answer.author}）"
        )
        name = self._session.snapshot.indicator(key.indicator).name
        if key.month != self._session.as_of:
            name = f"{name} {key.month.month} 月"
        return FindingEntry(key, light, name, sentence, answer is not None)

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

    def _copy_reminder(self) -> None:
        QGuiApplication.clipboard().setText(self.desk.reminder())
        self.done.emit("催报的话已复制")

    def _act(self, act: Callable[[], str]) -> None:
        try:
            self.done.emit(act())
        except TrackerError as error:
            self.refused.emit(str(error))
