"""InspectionPage (督查): four stages on a time axis, the list of the chosen one, a case in full."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QCloseEvent, QGuiApplication, QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from tracker.assessment import schemes
from tracker.assessment.schemes import own_schemes
from tracker.edits import SettingEdit
from tracker.errors import TrackerError
from tracker.inspection.absence import absence
from tracker.inspection.cycle import current_stage, cycle, lane_notes
from tracker.inspection.half_year import (
    InspectionRow,
    half_month,
    inspection_list,
    inspection_rows,
    inspection_sentence,
    period_words,
    reminders,
    state_counts,
    unlisted,
    watched_regions,
)
from tracker.inspection.scores import SCHEME_SETTING, chosen_scheme
from tracker.inspection.stage_list import StageLine, StageList, StageName
from ui import dialogs
from ui.case_work import CaseWork
from ui.list_out import ListOut
from ui.pages.page import Page
from ui.session import Session
from ui.stage_reading import StageReading
from ui.theme import Theme
from ui.widgets.case_pane import CasePane
from ui.widgets.case_table import CaseTable
from ui.widgets.case_tools import CaseTools
from ui.widgets.empty_state import EmptyState
from ui.widgets.icon import icon_button
from ui.widgets.label import label
from ui.widgets.pick_button import PickOption
from ui.widgets.stage_table import StageTable
from ui.widgets.stage_timeline import StageTimeline


class InspectionPage(Page):
    """Reads the lists from the snapshot; what is typed in the pane goes through CaseDesk."""

    title = "督查"

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__(session)
        self._rows: tuple[InspectionRow, ...] = ()
        self.reading = StageReading(session, self)
        self.out = ListOut(session, self)
        self.finding = label()
        self.finding.setProperty("role", "finding")
        self.finding.setContentsMargins(19, 12, 16, 8)
        self.finding.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.timeline = StageTimeline(theme)
        self.timeline.choose(current_stage(session.as_of.year, session.today()))
        self.tools = CaseTools(theme)
        self.table = CaseTable(theme, session.today)
        self.others = StageTable(theme)
        self.empty = EmptyState(theme)
        self.targets_button = icon_button(theme, "target", "录入目标", "primary")
        self.empty.offer(self.targets_button)
        self.pane = CasePane(theme)
        self.work = CaseWork(session, self.pane, self._fresh, self)
        self._export = self._action("导出清单", "file-spreadsheet", "", self.export_now)
        self._bulletin = self._action("生成督查通报", "file-text", "", self.out.save_document)
        self._print = self._action("打印清单", "", "Ctrl+P", self.out.preview)
        self._lay_out()
        self._connect()

    @property
    def stage(self) -> StageName:
        """The stage whose list is shown."""
        return self.timeline.stage

    def refresh(self) -> None:
        """Read the rows of 半年督查 again, and the list of another stage if that is chosen."""
        session = self.session
        snapshot, today, year = session.snapshot, session.today(), session.as_of.year
        regions = watched_regions(snapshot, session.region)
        self._rows = inspection_rows(snapshot, regions, session.as_of, today)
        seen = cycle(year, session.as_of, today)
        notes = lane_notes(snapshot, session.region, session.as_of, self._rows)
        self.timeline.show_cycle(seen, notes)
        self.tools.show_stage(self.stage, editable=self.work.desk.can_record)
        self.tools.offer(self._rows, self._addable())
        scheme = chosen_scheme(snapshot.settings)
        known = dict.fromkeys([*schemes(), *own_schemes(snapshot.settings)])
        self.tools.offer_schemes(list(known), scheme.name)
        self.reading.forget()
        if self.stage is StageName.INSPECTION:
            self._show_cases()
        else:
            self.pane.hide()
            self.out.held = None
            self.reading.ask(self.stage, scheme)

    def header_actions(self) -> list[QAction]:
        """导出清单, and 生成督查通报 as the primary one."""
        return [self._export, self._bulletin]

    def status_text(self) -> str:
        """Count the cases by state; of another stage the sum of its list."""
        if self.stage is StageName.INSPECTION:
            return state_counts(self._rows)
        return "" if self.out.held is None else self.out.held.sentence

    def indicator_shown(self) -> str:
        """The indicator of the selected row."""
        chosen = self.table.chosen
        return "" if chosen is None else chosen.key[0]

    def show_indicator(self, indicator_id: str) -> None:
        """Select an indicator's first row."""
        if not indicator_id:
            return
        self.choose_stage(StageName.INSPECTION.value)
        for row in self._rows:
            if row.key[0] == indicator_id and self.table.choose(row.key):
                return
        name = self.session.snapshot.indicator(indicator_id).name
        self.done.emit(f"“{name}”不在督查清单里")

    def export_now(self) -> None:
        """Save the list as a workbook."""
        self.out.save_workbook()

    def toggle_pane(self) -> None:
        """Open the selected row, or close the pane."""
        if self.pane.isVisible():
            self.work.leave()
        elif self.table.chosen is not None and self.stage is StageName.INSPECTION:
            self.work.open(self.table.chosen)

    def choose_stage(self, name: str) -> None:
        """Show another stage's list."""
        self.work.save()
        self.timeline.choose(StageName(name))
        self.refresh()
        self.status_changed.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        """Save what was typed when the person goes to another page."""
        self.work.save()
        super().hideEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Let no work outlive the window."""
        self.work.save()
        self.reading.close()
        self.out.close()
        super().closeEvent(event)

    def _on_viewpoint_moved(self) -> None:
        self.work.save()
        super()._on_viewpoint_moved()

    def _show_cases(self) -> None:
        session, wanted = self.session, self.tools.filter
        today, snapshot = session.today(), session.snapshot
        shown = [row for row in self._rows if wanted.takes(row)]
        self.out.held = inspection_list(snapshot, shown, session.as_of, today)
        self.finding.setText(inspection_sentence(self._rows, session.as_of, today))
        self.table.show_rows(shown, period_words(half_month(session.as_of)))
        self.stack.setCurrentWidget(self.table if shown else self._vacant)
        self._enable(on=bool(shown))
        if not shown:
            self._say_why_empty()
            self.pane.hide()

    def _enable(self, *, on: bool) -> None:
        for action in (self._export, self._bulletin, self._print):
            action.setEnabled(on)

    def _say_why_empty(self) -> None:
        session = self.session
        filtered = bool(self._rows)
        said = absence(session.snapshot, session.region, session.as_of, filtered=filtered)
        self.targets_button.setVisible(said.needs_targets)
        self.empty.say(said.title, said.reason)

    def _show_list(self, held: StageList) -> None:
        self.out.held = held
        self.finding.setText(held.sentence)
        self.others.show_list(held)
        if not held.lines:
            self._say_nothing_in(held)
        self.stack.setCurrentWidget(self.others if held.lines else self._vacant)
        self._enable(on=bool(held.lines))
        self.status_changed.emit()

    def _say_nothing_in(self, held: StageList) -> None:
        """Say why a stage lists nothing: a year without targets has not been reported well."""
        session = self.session
        said = absence(session.snapshot, session.region, session.as_of, filtered=False)
        self.targets_button.setVisible(said.needs_targets)
        if said.needs_targets:
            self.finding.setText(said.title)
            self.empty.say(said.title, said.reason)
        else:
            self.empty.say(f"{held.title}没有事项", held.sentence)

    def _addable(self) -> list[PickOption]:
        session = self.session
        found = unlisted(session.snapshot, session.region, session.as_of, self._rows)
        return [PickOption(one.id, one.name, 0, one.short_name) for one in found]

    def _lay_out(self) -> None:
        self._vacant = QWidget()
        middle = QVBoxLayout(self._vacant)
        middle.addWidget(self.empty, 0, Qt.AlignmentFlag.AlignCenter)
        self.stack = QStackedWidget()
        for part in (self.table, self.others, self._vacant):
            self.stack.addWidget(part)
        below = QHBoxLayout()
        below.setSpacing(0)
        below.addWidget(self.stack, 1)
        below.addWidget(self.pane)
        self.pane.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.finding, self.timeline, self.tools):
            column.addWidget(part)
        column.addLayout(below, 1)

    def _connect(self) -> None:
        self.timeline.chosen.connect(self.choose_stage)
        self.tools.filtered.connect(self.refresh)
        self.tools.scheme_picked.connect(self._on_scheme)
        self.tools.add_wanted.connect(self._on_add)
        self.tools.reminder_wanted.connect(self._on_remind)
        self.tools.print_wanted.connect(self.out.preview)
        self.table.row_opened.connect(self.work.open)
        self.table.row_chosen.connect(self._on_chosen)
        self.table.copy_wanted.connect(self.out.copy)
        self.others.copy_wanted.connect(self.out.copy)
        self.others.row_opened.connect(self._on_line_opened)
        self.work.acted.connect(self.acted)
        self.work.left.connect(self._on_left)
        self.reading.read.connect(self._show_list)
        self.reading.failed.connect(self._on_failed)
        self.out.done.connect(self.acted)
        self.targets_button.clicked.connect(self._on_targets)

    def _fresh(self, row: InspectionRow) -> InspectionRow:
        return next((one for one in self._rows if one.key == row.key), row)

    def _on_chosen(self, row: InspectionRow | None) -> None:
        if row is not None:
            self.work.follow(row)

    def _on_left(self) -> None:
        self.table.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_add(self, indicator: str) -> None:
        region = self.session.region
        if self.work.do(lambda: self.work.desk.open_case(indicator, region), "已加一项"):
            self.tools.show_all()
            self.refresh()
            if self.table.choose((indicator, region)) and self.table.chosen is not None:
                self.work.open(self.table.chosen)

    def _on_remind(self) -> None:
        shown = [row for row in self._rows if self.tools.filter.takes(row)]
        QGuiApplication.clipboard().setText(reminders(shown, self.session.today()))
        self.done.emit("已复制催办")

    def _on_scheme(self, name: str) -> None:
        edit = SettingEdit(SCHEME_SETTING, name)
        self.work.do(lambda: self.session.record([edit], f"考核改用 {name}"), f"改用 {name}")

    def _on_line_opened(self, line: StageLine) -> None:
        if line.region:
            self.session.look_at(region=line.region)
        self.page_requested.emit("entry" if line.indicator else "rules", line.indicator)

    def _on_failed(self, error: TrackerError) -> None:
        dialogs.tell(self, error, "清单读不出来")

    def _on_targets(self) -> None:
        self.page_requested.emit("targets", "")
