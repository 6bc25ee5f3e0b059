"""TargetPanels: what 目标 does besides typing a cell: 分解, 改动清单, the next year's draft.

It stands beside TargetsPage, which is about cells: the page gives it a place, and its grid is
covered while a panel is open.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QStackedLayout, QWidget

from tracker.desk.known_on import read_day
from tracker.desk.target_changes import target_changes
from tracker.errors import TrackerError
from tracker.exchange.importing import Hints, ImportPlan
from tracker.exchange.sheets import Sheet
from tracker.exchange.target_sheets import plan_target_sheets
from tracker.indicators import TargetKey
from tracker.owners import Owner
from tracker.snapshot import Snapshot
from tracker.splitting import Method, Share, next_year
from ui.backup_keeper import BackupKeeper
from ui.entry_import import EntryImport
from ui.list_out import ListOut
from ui.session import Session
from ui.steering.owner_desk import OwnerDesk
from ui.steering.split_desk import SplitDesk
from ui.theme import Theme
from ui.widgets.changes_panel import ChangesPanel
from ui.widgets.split_panel import SplitPanel


class TargetPanels(QObject):
    """Header actions of 目标 and the panels that take the grid's place."""

    done = Signal(str)
    acted = Signal(str, str, object)
    refused = Signal(str)
    """Emitted with the sentence of a TrackerError."""
    indicator_wanted = Signal(str)

    def __init__(
        self,
        session: Session,
        theme: Theme,
        keeper: BackupKeeper | None,
        page: QWidget,
        current: Callable[[], TargetKey | None],
    ) -> None:
        """`current` is the target of the cell that the grid stands on."""
        super().__init__(page)
        self._session = session
        self._page = page
        self._current = current
        self.splitting = SplitDesk(session)
        self._owners = OwnerDesk(session)
        self.out = ListOut(session, page)
        self.importing = EntryImport(session, theme, keeper, page, self._plan)
        self.importing.action.setText("导入责任书")
        self.importing.action.setToolTip(
            "导入 .xlsx、.xls、.csv：指标一行，全年和各期目标并排；也可以把文件拖进窗口"
        )
        self.desk = QWidget()
        self.split_panel = SplitPanel(theme)
        self.changes_panel = ChangesPanel(theme)
        self.stack = QStackedLayout(page)
        self.stack.setContentsMargins(0, 0, 0, 0)
        for part in (self.desk, self.split_panel, self.changes_panel, self.importing.panel):
            self.stack.addWidget(part)
        self.split = self._action("目标分解", "layout-grid", self.open_split)
        self.split.setToolTip("把当前指标的全年目标分到各期，或分到下级地区")
        self.menu = QMenu(page)
        self.menu.addAction("改了哪些目标…").triggered.connect(self.open_changes)
        self.draft = self.menu.addAction("")
        self.draft.triggered.connect(self._draft_next_year)
        self.more = self._action("更多", "history")
        self.more.setProperty("menu", self.menu)
        for panel in (self.split_panel, self.changes_panel):
            leave = QShortcut(QKeySequence(Qt.Key.Key_Escape), panel)
            leave.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            leave.activated.connect(self.close)
        self._connect()
        self.refresh()

    @property
    def is_open(self) -> bool:
        """Say whether a panel is in the grid's place."""
        return self.stack.currentWidget() is not self.desk

    def refresh(self) -> None:
        """Follow the session: another region or year closes what is open about the former."""
        year = self._session.as_of.year
        self.draft.setText(f"照 {year} 年的框架起草 {year + 1} 年目标")
        if self.stack.currentWidget() is self.changes_panel:
            self._show_changes(self.changes_panel.since.text())
        elif self.stack.currentWidget() is self.split_panel and self._has_moved():
            self.close()
        elif self.stack.currentWidget() is self.split_panel:
            self._show_split()

    def open_split(self) -> None:
        """Split the annual target of the current line, or say why it cannot be."""
        key = self._current()
        if key is None:
            self.refused.emit("先点一个累计量指标的格子，再分解它的全年目标。")
            return
        try:
            self._session.refuse_looking_back()
            self.splitting.begin(key)
        except TrackerError as error:
            self.refused.emit(str(error))
            return
        whole = self.splitting.whole
        assert whole is not None
        self.split_panel.open_for(self.splitting.name, whole.document)
        self._show_split()
        self._cover(self.split_panel)
        self.split_panel.view.setFocus()

    def open_changes(self) -> None:
        """List what changed since the year began, until another day is typed."""
        self._show_changes(str(date(self._session.as_of.year, 1, 1)))
        self._cover(self.changes_panel)
        self.changes_panel.since.setFocus()

    def close(self) -> None:
        """Give the grid its place back; nothing is written."""
        if self.is_open:
            self.stack.setCurrentWidget(self.desk)
            self._page.setFocus()
            self.split.setEnabled(True)

    def end(self) -> None:
        """The window closes: stop what runs."""
        self.out.close()
        self.importing.end()

    def _cover(self, panel: QWidget) -> None:
        self.stack.setCurrentWidget(panel)
        self.split.setEnabled(panel is not self.split_panel)

    def _has_moved(self) -> bool:
        whole, session = self.splitting.whole, self._session
        here = (session.region, session.as_of.year)
        return whole is None or (whole.key.region, whole.key.year) != here

    def _show_split(self) -> None:
        desk = self.splitting
        try:
            made, why = desk.made(), ""
        except TrackerError as error:
            made, why = None, str(error)
        doubts = () if made is None else desk.doubts(made)
        self.split_panel.show_split(desk.over, desk.method, made, doubts, why)

    def _on_over(self, over: str) -> None:
        self.splitting.over = over
        self.split_panel.refuse("")
        self._show_split()

    def _on_method(self, method: str) -> None:
        self.splitting.methods[self.splitting.over] = Method(method)
        self.split_panel.refuse("")
        self._show_split()

    def _on_value(self, share: Share, text: str) -> None:
        self._take(lambda: self.splitting.set_value(share, text))

    def _on_weight(self, share: Share, text: str) -> None:
        self._take(lambda: self.splitting.set_weight(share, text))

    def _take(self, typed: Callable[[], None]) -> None:
        self.split_panel.refuse("")
        try:
            typed()
        except TrackerError as error:
            self.split_panel.refuse(str(error))
        self._show_split()

    def _write(self, document: str, reason: str) -> None:
        try:
            told = self.splitting.write(document, reason)
        except TrackerError as error:
            self.split_panel.refuse(str(error))
            return
        self.close()
        self.done.emit(told)

    def _show_changes(self, since: str) -> None:
        session = self._session
        try:
            day = read_day(since)
            held = target_changes(session.snapshot, session.region, session.as_of.year, day)
        except TrackerError as error:
            self.changes_panel.refuse(str(error))
            return
        self.out.held = held
        self.changes_panel.show_list(str(day), held)

    def _draft_next_year(self) -> None:
        session = self._session
        year = session.as_of.year
        try:
            edits = next_year(session.snapshot, session.region, year)
            words = f"照 {year} 年框架起草 {year + 1} 年目标"
            changes = session.record(edits, words) if edits else None
        except TrackerError as error:
            self.refused.emit(str(error))
            return
        count = len(changes.targets) if changes else 0
        done = f"已起草 {year + 1} 年目标 {count} 个，请逐个改定"
        self.done.emit(done if count else f"{year + 1} 年已经有这些目标，没有变化")

    def _action(self, text: str, icon: str, handler: Callable[[], object] | None = None) -> QAction:
        action = QAction(text, self._page)
        action.setProperty("icon_name", icon)
        if handler is not None:
            action.triggered.connect(handler)
        return action

    def _connect(self) -> None:
        panel = self.split_panel
        panel.over_chosen.connect(self._on_over)
        panel.method_chosen.connect(self._on_method)
        panel.write_wanted.connect(self._write)
        panel.cancelled.connect(self.close)
        panel.table.value_typed.connect(self._on_value)
        panel.table.weight_typed.connect(self._on_weight)
        listed = self.changes_panel
        listed.since_wanted.connect(self._show_changes)
        listed.cancelled.connect(self.close)
        listed.copy.clicked.connect(self.out.copy)
        listed.table.copy_wanted.connect(self.out.copy)
        listed.export.clicked.connect(self.out.save_workbook)
        listed.print.clicked.connect(self.out.preview)
        listed.table.row_opened.connect(self._on_line_opened)
        self.out.done.connect(self.acted)
        self.importing.opened.connect(self._on_importing)
        self.importing.done.connect(self._on_imported)

    def _plan(
        self, sheets: Sequence[Sheet], snapshot: Snapshot, hints: Hints, **more: Any
    ) -> ImportPlan:
        """Plan a 责任书; one that names no year is of the year in view."""
        year = hints.year or self._session.as_of.year
        return plan_target_sheets(sheets, snapshot, replace(hints, year=year), **more)

    def name_owner(self, owner: Owner) -> None:
        """Name who answers for the indicator of the current line."""
        key = self._current()
        if key is None:
            return
        try:
            self._owners.name(key.indicator, owner)
        except TrackerError as error:
            self.refused.emit(str(error))

    def _on_importing(self, opened: bool) -> None:
        if opened:
            self._cover(self.importing.panel)
            self.importing.plan.cancel.setFocus()
        elif self.stack.currentWidget() is self.importing.panel:
            self.close()

    def _on_imported(self, sentence: str, _undoable: bool) -> None:
        self.acted.emit(sentence, "撤销", self._undo)

    def _undo(self) -> None:
        try:
            self._session.undo_stack.undo()
        except TrackerError as error:
            self.refused.emit(str(error))

    def _on_line_opened(self, line: object) -> None:
        self.close()
        self.indicator_wanted.emit(getattr(line, "indicator", ""))
