"""目标: the grid of stage targets of a region and year, and what they bring about."""

from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QAction, QCloseEvent, QHideEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tracker.entry_context import entry_indicators
from tracker.errors import TrackerError
from tracker.indicators import MeasureKind, TargetKey
from tracker.own_indicators import indicator_edit
from tracker.splitting import draft_of
from ui import dialogs
from ui.backup_keeper import BackupKeeper
from ui.models.entry_rows import ALL_IN_USE, WHOLE_CATALOGUE
from ui.models.target_rows import TargetRow, TargetView
from ui.models.target_table import FIRST_STAGE, TargetTable, measure_word
from ui.pages.grid_page import GridPage
from ui.session import Session
from ui.steering.target_panels import TargetPanels
from ui.theme import Theme
from ui.widgets.empty_state import EmptyState
from ui.widgets.grid_bars import EditBar, ErrorBar, PasteBar
from ui.widgets.grid_head import ONE_LEVEL
from ui.widgets.grid_panel import GridPanel
from ui.widgets.icon import icon_button
from ui.widgets.pick_button import PickOption
from ui.widgets.target_pane import TargetPane
from ui.widgets.target_tools import TargetTools

_LABEL_WIDTHS = (33, 186, 52, 78)
_VALUE_WIDTHS = [86, 86, 86, 86, 76, 166]
_PANE_FROM = 1320 - 169


class TargetsPage(GridPage):
    """Tool row, grid and pane; every target is a new version as soon as its cell is left."""

    title = "目标"

    def __init__(self, session: Session, theme: Theme, keeper: BackupKeeper | None = None) -> None:
        super().__init__(session)
        self.table: TargetTable = TargetTable(session)
        self.tools = TargetTools(theme, session.undo_stack, self._scopes)
        self.empty = EmptyState(theme)
        self.paste_bar = PasteBar(theme)
        self.edit_bar = EditBar(theme)
        self.error_bar = ErrorBar(theme)
        self.grid = GridPanel(self.table, theme, label_widths=_LABEL_WIDTHS, head_height=ONE_LEVEL)
        self.grid.set_value_widths(_VALUE_WIDTHS)
        self.grid.view.horizontalHeader().setStretchLastSection(True)
        self.pane = TargetPane(session, theme)
        self.panels = TargetPanels(session, theme, keeper, self, self.current_key)
        self.frame_button = icon_button(theme, "copy", "从上年框架新建", kind="primary")
        self.type_button = icon_button(theme, "pencil", "直接填")
        self.empty.offer(self.frame_button, self.type_button)
        self._pane_wanted: bool | None = None
        self._later = QTimer(self)  # what stands around the grid is drawn once per edit
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._lay_out()
        self._connect()

    def header_actions(self) -> list[QAction]:
        """Offer what is done with targets besides typing them, 目标分解 as the primary one."""
        return [self.panels.importing.action, self.panels.more, self.panels.split]

    def refresh(self) -> None:
        """Follow the session: new rows for another region or year, else only what surrounds."""
        self.grid.view.commit()
        moved = self.table.viewpoint != self.session.viewpoint
        if moved or not self.grid.current:
            self._rebuild(self.table.view)
            self._show_current()
        self._show_emptiness()
        self.panels.refresh()
        self._later.start()

    def status_text(self) -> str:
        """Count the targets of the year, and the texts that were refused."""
        year, snapshot = self.session.as_of.year, self.session.snapshot
        held = snapshot.targets(self.session.region, year)
        count = sum(
            1 for key in held if snapshot.target_in_force(key, self.session.as_of) is not None
        )
        parts = [f"{year} 年目标 {count} 个" if count else f"{year} 年还没有目标"]
        if self.table.problems:
            parts.append(f"不合格 {len(self.table.problems)}")
        return "　".join(parts)

    def indicator_shown(self) -> str:
        """Return the indicator of the current row."""
        key = self.current_key()
        return "" if key is None else key.indicator

    def show_indicator(self, indicator_id: str) -> None:
        """Stand on an indicator's annual target, in a view that shows it."""
        if self._row_of(indicator_id) is None:
            in_use = entry_indicators(
                self.session.snapshot, self.session.region, self.session.as_of.year
            )
            used = any(one.id == indicator_id for one in in_use)
            self._rebuild(TargetView(scope=ALL_IN_USE if used else WHOLE_CATALOGUE))
        row = self._row_of(indicator_id)
        if row is not None:
            self.grid.stand_on(row, self.table.last_column)
            self.grid.view.setFocus()

    def toggle_pane(self) -> None:
        """Show or hide the pane."""
        self._pane_wanted = not self.pane.isVisibleTo(self)
        self.pane.setVisible(self._pane_wanted)
        self._show_current()

    def current_key(self) -> TargetKey | None:
        """Return the target of the current cell."""
        here = self.grid.current
        return None if here is None else self.table.key_at(*here)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the pane out of narrow windows until it is asked for."""
        super().resizeEvent(event)
        if self._pane_wanted is None:
            self.pane.setVisible(self.width() >= _PANE_FROM)

    def import_file(self, path: Path) -> None:
        """Show what a 责任书 would bring in."""
        self.panels.importing.open_file(path)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Let no work outlive the window."""
        self.panels.end()
        super().closeEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Enter what is being typed: the page is left."""
        self.grid.view.commit()
        super().hideEvent(event)

    # Reactions.

    def _on_view_chosen(self, view: TargetView) -> None:
        self.grid.view.commit()
        self._rebuild(view)
        self._show_current()

    def _rebuild(self, view: TargetView) -> None:
        key = self.current_key()
        self.table.show_view(view)
        self.tools.choose(view)
        self.paste_bar.hide()
        row = None if key is None else self._row_of(key.indicator)
        if row is None:
            rows = enumerate(self.table.rows)
            row = next((n for n, one in rows if isinstance(one, TargetRow)), None)
        here = self.grid.current
        if row is not None:
            self.grid.stand_on(row, FIRST_STAGE if here is None else here[1])

    def _row_of(self, indicator_id: str) -> int | None:
        for row, shown in enumerate(self.table.rows):
            if isinstance(shown, TargetRow) and shown.indicator.id == indicator_id:
                return row
        return None

    def _show_current(self) -> None:
        here, key = self.grid.current, self.current_key()
        if here is None or key is None:
            self.edit_bar.show_cell("", "", "", "")
            return
        indicator = self.session.snapshot.indicator(key.indicator)
        typed = self.table.text_to_edit(*here)
        name = measure_word(indicator, key.measure)
        task = indicator.kind is MeasureKind.MILESTONE
        hint = "写时限，如 7月10日" if task else "上限写 ≤8600，区间写 5—6，约数写 9左右"
        self.edit_bar.show_cell(indicator.name, f"{key.horizon.label}{name}", typed, hint)
        if self.pane.isVisibleTo(self):
            row = self.table.headline(key.indicator)
            bad = self.table.problem_at(*here) is not None
            self.pane.show_target(key, typed, row, name, bad=bad)

    def _show_emptiness(self) -> None:
        year = self.session.as_of.year
        frame = draft_of(self.session.snapshot, self.session.region, year)
        held = self.session.snapshot.targets(self.session.region, year)
        none_yet = not any(
            self.session.snapshot.target_in_force(key, self.session.as_of) for key in held
        )
        self.frame_button.setEnabled(bool(frame))
        self.frame_button.setToolTip(
            f"把 {year - 1} 年的 {len(frame)} 个目标抄为 {year} 年的初稿，可逐个改，一步可撤销"
            if frame
            else f"{year - 1} 年没有可抄的目标"
        )
        self.empty.say(f"{year} 年还没有目标", "先录年度目标，标尺才能画出来")
        self._empty_row.setVisible(none_yet)

    def _copy_frame(self) -> None:
        year = self.session.as_of.year
        edits = draft_of(self.session.snapshot, self.session.region, year)
        if not edits:
            return
        try:
            self.session.record(edits, f"从 {year - 1} 年框架新建 {len(edits)} 个目标")
        except TrackerError as error:
            self.error_bar.show_error(str(error), unsaved=0)
            return
        self._rebuild(self.table.view)
        self._show_current()
        self.done.emit(f"已抄 {year - 1} 年的 {len(edits)} 个目标，可逐个改")
        self.grid.view.setFocus()

    def _add_indicator(self) -> None:
        asked = dialogs.ask_indicator(self, self.session.snapshot.catalogue)
        if asked is None:
            return
        indicator, reason = asked
        text = f"新增指标 {indicator.name}"
        try:
            self.session.record([indicator_edit(indicator)], text, reason)
        except TrackerError as error:
            self.error_bar.show_error(str(error), unsaved=0)
            return
        self.show_indicator(indicator.id)
        self.done.emit(f"已新增指标 {indicator.name}，现在可以设目标")

    def _type_directly(self) -> None:
        self._empty_row.hide()
        self.grid.view.setFocus()

    def _scopes(self) -> list[PickOption]:
        snapshot = self.session.snapshot
        in_use = entry_indicators(snapshot, self.session.region, self.session.as_of.year)
        whole = len(snapshot.catalogue.indicators)
        return [
            PickOption(ALL_IN_USE, f"全部 {len(in_use)} 项"),
            PickOption(WHOLE_CATALOGUE, f"目录 {whole} 项"),
        ]

    # Once.

    def _lay_out(self) -> None:
        self._empty_row = QWidget()
        middle = QHBoxLayout(self._empty_row)
        middle.setContentsMargins(20, 12, 20, 16)
        middle.addStretch(1)
        middle.addWidget(self.empty)
        middle.addStretch(1)
        holder = QWidget()
        left = QVBoxLayout(holder)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(0)
        for part in (
            self.tools,
            self.error_bar,
            self._empty_row,
            self.paste_bar,
            self.edit_bar,
        ):
            left.addWidget(part)
        left.addWidget(self.grid, 1)
        row = QHBoxLayout(self.panels.desk)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(holder, 1)
        row.addWidget(self.pane)
        self.setFocusProxy(self.grid)

    def _connect(self) -> None:
        self.tools.view_chosen.connect(self._on_view_chosen)
        self.tools.undo_wanted.connect(self._undo)
        self.tools.redo_wanted.connect(self._redo)
        self.tools.indicator_wanted.connect(self._add_indicator)
        self.frame_button.clicked.connect(self._copy_frame)
        self.type_button.clicked.connect(self._type_directly)
        self._later.timeout.connect(self._show_current)
        self.grid.current_moved.connect(self._later.start)
        self.grid.pasted.connect(self._on_pasted)
        self.paste_bar.undo_wanted.connect(self._undo)
        self.error_bar.retry_wanted.connect(self._retry)
        self.table.refused.connect(self._on_refused)
        self.table.paste_ended.connect(self.paste_bar.hide)
        self.table.problems_changed.connect(self._on_problems_changed)
        self.panels.done.connect(self.done)
        self.panels.acted.connect(self.acted)
        self.panels.refused.connect(self._on_refused)
        self.panels.indicator_wanted.connect(self.show_indicator)
        self.pane.owner.edited.connect(self.panels.name_owner)
        self.panels.refused.connect(self.pane.owner.put_back)
