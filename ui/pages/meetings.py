"""MeetingsPage (会议): 会议版 frozen, opened read-only, and 与上次会议相比."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QCloseEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tracker.editions import Edition
from tracker.edits import Changes
from tracker.errors import TrackerError
from tracker.inspection.stage_list import StageLine, StageList
from ui import dialogs
from ui.background import Background
from ui.list_out import ListOut
from ui.pages.page import Page
from ui.session import Session
from ui.steering.edition_desk import EditionDesk
from ui.theme import Theme
from ui.widgets.edition_table import EditionTable
from ui.widgets.edition_tools import EditionTools
from ui.widgets.empty_state import EmptyState
from ui.widgets.icon import divider, icon_button
from ui.widgets.label import label
from ui.widgets.named_pick import NamedPick
from ui.widgets.pick_button import PickOption
from ui.widgets.stage_table import StageTable

_SHOWN = 8
_NOT_DONE = "没有冻结"


class MeetingsPage(Page):
    """The editions above, what changed since the chosen one below."""

    title = "会议"

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__(session)
        self.desk = EditionDesk(session)
        self.out = ListOut(session, self)
        self._check = Background(self)
        self.finding = label("", "finding")
        self.finding.setContentsMargins(19, 12, 16, 8)
        self.finding.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.tools = EditionTools(theme)
        self.editions = EditionTable(theme)
        self.warning = label()
        self.warning.setProperty("tone", "bad")
        self.warning.setWordWrap(True)
        self.warning.setContentsMargins(19, 8, 16, 8)
        self.warning.hide()
        self.against = NamedPick(theme, "比到", self._sides, 240)
        self.copy = icon_button(theme, "copy", "复制")
        self.copy.setToolTip("复制成表，可贴进 Excel 或 WPS")
        self.moves = StageTable(theme)
        self.nothing = label("", "second")
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty = EmptyState(theme)
        self.name_button = icon_button(theme, "lock", "起个名字冻结", "primary")
        self.empty.offer(self.name_button)
        self.empty.say("还没有会议版", "冻结一次，以后打开一字不差，还能比出变化")
        self._export = self._action("导出变化", "file-spreadsheet", "", self.export_now)
        self._print = self._action("打印变化", "", "Ctrl+P", self.out.preview)
        self._open = self._action("打开会议版", "eye", "", self._open_chosen)
        self._lay_out()
        self._connect()

    def header_actions(self) -> list[QAction]:
        """导出变化, and 打开会议版 as the primary one."""
        return [self._export, self._open]

    def affected_by(self, changes: Changes) -> bool:
        """Whatever is entered may be a change since the last meeting."""
        return bool(changes)

    def refresh(self) -> None:
        """Read the editions again, and what changed since the chosen one."""
        held = self.desk.held
        self.tools.show_subject(f"冻结 {self.desk.subject}", frozen=self.session.only_looks)
        self.editions.show_editions(held, self.session.snapshot.catalogue)
        for part in (self.editions, self._below):
            part.setVisible(bool(held))
        self._vacant.setVisible(not held)
        known = {one.name for one in held}
        if self.against.value not in known:
            self.against.value = ""
        self._compare()

    def status_text(self) -> str:
        """Count the editions."""
        return f"会议版 {len(self.desk.held)} 个"

    def export_now(self) -> None:
        """Save what changed as a workbook, or as a document if it is named so."""
        self.out.save_workbook()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Let no work outlive the window."""
        self._check.close()
        self.out.close()
        super().closeEvent(event)

    # Reactions.

    def _compare(self) -> None:
        chosen = self.editions.chosen
        self._open.setEnabled(chosen is not None)
        held, why = self._compared(chosen)
        if chosen is None:
            self.finding.setText("会议版：把一次会议用的数、目标和规则冻结起来")
        else:
            words = {one.value: one.text for one in self._sides()}
            self.against.show_value(self.against.value, words.get(self.against.value, ""))
            self.finding.setText(f"会议版“{chosen.name}”" if held is None else held.sentence)
        if held is not None:
            self.moves.show_list(held)
        self.out.held = held if held is not None and held.lines else None
        self.moves.setVisible(self.out.held is not None)
        self.nothing.setVisible(self.out.held is None)
        self.nothing.setText(why if held is None else f"{held.sentence}。")
        for part in (self._export, self._print, self.copy):
            part.setEnabled(self.out.held is not None)

    def _compared(self, chosen: Edition | None) -> tuple[StageList | None, str]:
        """Return what changed since an edition; or None, and why that cannot be said."""
        if chosen is None:
            return None, ""
        others = {one.name: one for one in self.desk.held}
        try:
            return self.desk.compared(chosen, others.get(self.against.value)), ""
        except TrackerError as error:
            return None, str(error)

    def _sides(self) -> list[PickOption]:
        chosen = self.editions.chosen
        others = [one for one in self.desk.held if chosen is None or one.name != chosen.name]
        return [
            PickOption("", self.desk.present_words),
            *(PickOption(one.name, f"“{one.name}”") for one in others),
        ]

    def _on_chosen(self) -> None:
        chosen = self.editions.chosen
        self.warning.hide()
        if chosen is not None and self.against.value == chosen.name:
            self.against.value = ""
        self._compare()

    def _on_side(self, value: str) -> None:
        self.against.value = value
        self._compare()

    def _save(self, name: str, known_on: str) -> None:
        try:
            told = self.desk.save(name, known_on)
        except TrackerError as error:
            dialogs.tell(self, error, _NOT_DONE)
            return
        self.tools.clear()
        self.editions.choose(" ".join(name.split()))
        self.done.emit(told)

    def _open_chosen(self) -> None:
        chosen = self.editions.chosen
        if chosen is not None:
            self._open_edition(chosen)

    def _open_edition(self, edition: Edition) -> None:
        """Show an edition on every page, and see whether the ledger is still as it was sealed."""
        try:
            self.session.open_edition(edition)
        except TrackerError as error:
            dialogs.tell(self, error, "会议版打不开")
            return
        self.done.emit(f"正在看会议版“{edition.name}”，各页只读")
        self._check.start(
            partial(self.desk.altered, edition), partial(self._on_checked, edition), self._on_failed
        )

    def _on_checked(self, edition: Edition, told: list[str]) -> None:
        self.warning.setVisible(bool(told))
        if not told:
            return
        count, rest = len(told), len(told) - _SHOWN
        head = f"会议版“{edition.name}”与冻结时不一样，有 {count} 处被改动，请用备份核对。"
        more = [f"其余 {rest} 处见 guoban edition show。"] if rest > 0 else []
        self.warning.setText("\n".join([head, *told[:_SHOWN], *more]))
        dialogs.tell(self, f"{head}\n{told[0]}", "会议版与冻结时不一样")

    def _on_failed(self, error: TrackerError) -> None:
        dialogs.tell(self, error, "会议版没有核对")

    def _on_line_opened(self, line: StageLine) -> None:
        self.page_requested.emit("overview", line.indicator)

    # Once.

    def _lay_out(self) -> None:
        self._vacant = QWidget()
        middle = QVBoxLayout(self._vacant)
        middle.addWidget(self.empty, 0, Qt.AlignmentFlag.AlignCenter)
        head = QHBoxLayout()
        head.setContentsMargins(19, 10, 16, 8)
        head.setSpacing(10)
        head.addWidget(label("与上次会议相比", "section"))
        head.addWidget(self.against)
        head.addStretch(1)
        head.addWidget(self.copy)
        self._below = QWidget()
        below = QVBoxLayout(self._below)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(0)
        below.addWidget(divider())
        below.addLayout(head)
        below.addWidget(self.moves, 1)
        below.addWidget(self.nothing, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.finding, self.tools, self.editions, self.warning):
            column.addWidget(part)
        column.addWidget(self._below, 1)
        column.addWidget(self._vacant, 1)
        self.setFocusProxy(self.editions)

    def _connect(self) -> None:
        self.tools.save_wanted.connect(self._save)
        self.name_button.clicked.connect(self.tools.name.setFocus)
        self.editions.wanted.connect(self._open_edition)
        self.editions.chosen_changed.connect(self._on_chosen)
        self.against.picked.connect(self._on_side)
        self.copy.clicked.connect(self.out.copy)
        self.moves.copy_wanted.connect(self.out.copy)
        self.moves.row_opened.connect(self._on_line_opened)
        self.out.done.connect(self.acted)
