"""OverviewPage (总览): the finding, its sums, the board with the rulers, and the pane beside it."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tracker.board import Board, BoardRow, board
from tracker.edits import Changes, SettingEdit
from tracker.errors import TrackerError
from tracker.headlines import board_finding
from tracker.lights import DEFAULT_PRESET, PRESET_SETTING, preset_names, rules_of
from tracker.wording import official
from ui import dialogs
from ui.pages.page import Page
from ui.pane_reading import PaneReading
from ui.session import Session
from ui.theme import Theme
from ui.widgets.board_filter_bar import BoardFilterBar
from ui.widgets.board_menu import BoardMenu
from ui.widgets.board_table import BoardTable
from ui.widgets.detail_pane import DetailPane
from ui.widgets.empty_state import EmptyState
from ui.widgets.icon import divider, icon_button
from ui.widgets.label import label
from ui.widgets.summary_strip import SummaryStrip

_PANE_FROM_WIDTH = 1320 - 169
"""Under a window of 1320 px the pane is called by Ctrl+I instead of standing there."""


class OverviewPage(Page):
    """Reads one Board of the snapshot and hands it to its parts; computes nothing itself."""

    title = "总览"

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__(session)
        self._board: Board | None = None
        self._pane_called = False
        self.finding = label()
        self.finding.setProperty("role", "finding")
        self.finding.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.summary = SummaryStrip(theme)
        self.filters = BoardFilterBar(theme)
        self.filters.changed.connect(self._show_rows)
        self.filters.closed.connect(self._on_filters_closed)
        self.summary.lights.light_picked.connect(self.filters.toggle_light)
        self.table = BoardTable(theme)
        self.table.row_chosen.connect(self._on_row_chosen)
        self.table.row_opened.connect(self._on_row_opened)
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.table.customContextMenuRequested.connect(self._on_menu_wanted)
        self.pane = DetailPane(theme)
        self.pane.entry_wanted.connect(self._on_entry_wanted)
        self.pane.chart_wanted.connect(self._on_chart_wanted)
        self._reading = PaneReading(session, self.pane)
        self.summary.rules.picked.connect(self._on_preset_wanted)
        self.empty = EmptyState(theme)
        self._copy_action = self._action("复制结论", "copy", "Ctrl+Shift+C", self.copy_finding)
        self._export_action = self._action("导出图片", "image-down", "", self._on_export)
        self._export_action.setToolTip("导出图片  Ctrl+E")
        self._lay_out(theme)

    def refresh(self) -> None:
        """Read the board again and show it."""
        session = self.session
        self._board = board(session.snapshot, session.region, session.as_of)
        self.summary.rules.offer(preset_names(session.snapshot.settings), self._preset)
        has_targets = bool(self._board.judged)
        self._content.setVisible(has_targets)
        self._vacant.setVisible(not has_targets)
        self._copy_action.setEnabled(has_targets)
        if has_targets:
            self.finding.setText(board_finding(self._board))
            self.summary.show_board(self._board)
            self._show_rows()
        else:
            region = session.snapshot.region(session.region).name
            self.empty.say(
                f"{session.as_of.year} 年还没有目标", f"{region}：先录年度目标，标尺才能画出来"
            )
        self._place_pane()

    def affected_by(self, changes: Changes) -> bool:
        """A change concerns the board when it is about its region, the nation, or settings."""
        regions = {region for region, _ in changes.slices}
        nation = self.session.snapshot.catalogue.nation
        seen = {self.session.region} | ({nation.code} if nation is not None else set())
        return bool(changes.settings) or bool(regions & seen)

    def header_actions(self) -> list[QAction]:
        """复制结论, and 导出图片 as the primary one."""
        return [self._copy_action, self._export_action]

    def status_text(self) -> str:
        """Count indicators, figures due and figures waited for."""
        read = self._board
        if read is None or not read.rows:
            return ""
        bare = len(read.rows) - len(read.judged)
        kinds = f"（{bare} 项未设目标）" if bare else ""
        counts = f"{len(read.rows)} 项指标{kinds}　{read.as_of.month} 月应报 {read.due} 项，"
        rules = "" if self._preset == DEFAULT_PRESET else f"　亮灯规则 {self._preset}"
        return f"{counts}已报 {read.reported} 项　待报 {read.due - read.reported} 项{rules}"

    def indicator_shown(self) -> str:
        """The selected row's indicator."""
        chosen = self.table.chosen
        return "" if chosen is None else chosen.progress.indicator.id

    def show_indicator(self, indicator_id: str) -> None:
        """Select an indicator's row; one that is filtered out shows all rows again."""
        if self._board is not None and not any(
            row.progress.indicator.id == indicator_id
            for row in self.filters.filter.of(self._board).rows
        ):
            self.filters.close_bar()
        if not self.table.choose(indicator_id):
            name = self.session.snapshot.indicator(indicator_id).name
            self.done.emit(f"{self.session.as_of.year} 年没有“{name}”的目标和数据")

    def open_search(self) -> bool:
        """Open the bar that filters the rows."""
        if self._content.isVisible():
            self.filters.open_bar()
        return self._content.isVisible()

    def toggle_pane(self) -> None:
        """Show or hide the pane in a narrow window."""
        self._pane_called = not self._pane_called
        self._place_pane()

    @property
    def _preset(self) -> str:
        return rules_of(self.session.snapshot.settings).name

    def copy_finding(self) -> None:
        """Put the finding on the clipboard as an official text writes it."""
        text = official(self.finding.text())
        QGuiApplication.clipboard().setText(text)
        self.done.emit("已复制结论")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Decide whether there is room for the pane."""
        super().resizeEvent(event)
        self._place_pane()

    def _lay_out(self, theme: Theme) -> None:
        left = QVBoxLayout()
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(0)
        self.finding.setContentsMargins(19, 12, 16, 8)
        left.addWidget(self.finding)
        left.addWidget(self.summary)
        left.addWidget(self.filters)
        left.addWidget(divider())
        left.addWidget(self.table, 1)
        self._content = QWidget()
        row = QHBoxLayout(self._content)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(left, 1)
        row.addWidget(self.pane)
        self._vacant = QWidget()
        middle = QVBoxLayout(self._vacant)
        middle.addWidget(self.empty, 0, Qt.AlignmentFlag.AlignCenter)
        targets = icon_button(theme, "target", "录入目标", "primary")
        targets.clicked.connect(self._on_targets_wanted)
        self.empty.offer(targets)
        self.targets_button = targets
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._content)
        column.addWidget(self._vacant)

    def _show_rows(self) -> None:
        """Show the rows that the filters let through; sums and lights stay those of all."""
        if self._board is not None and self._board.judged:
            shown = self.filters.filter.of(self._board)
            self.table.show_board(shown)
            self.filters.show_board(self._board, shown)
            self.summary.lights.choose(self.filters.filter.light)

    def _on_filters_closed(self) -> None:
        self.table.setFocus()

    def _place_pane(self) -> None:
        wide = self.width() >= _PANE_FROM_WIDTH
        self.pane.setVisible(wide != self._pane_called)

    def _on_row_chosen(self, row: BoardRow | None) -> None:
        if row is not None:
            self._reading.show(row.progress.indicator.id)

    def _on_row_opened(self, row: BoardRow) -> None:
        self._on_entry_wanted(row.progress.indicator.id)

    def _on_entry_wanted(self, indicator: str) -> None:
        self.page_requested.emit("entry", indicator)

    def _on_chart_wanted(self, indicator: str) -> None:
        self.page_requested.emit("charts", indicator)

    def _on_targets_wanted(self) -> None:
        self.page_requested.emit("targets", "")

    def _on_export(self) -> None:
        self.export_requested.emit("")

    def _on_menu_wanted(self, place: QPoint) -> None:
        menu = BoardMenu(self, self._copy_action)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.offer_presets(preset_names(self.session.snapshot.settings), self._preset)
        menu.offer_columns([(column.name, column.title) for column in self.table.table.columns])
        menu.copy_wanted.connect(self.table.copy)
        menu.preset_wanted.connect(self._on_preset_wanted)
        menu.sort_wanted.connect(self.table.sort_by)
        menu.popup(self.table.viewport().mapToGlobal(place))

    def _on_preset_wanted(self, name: str) -> None:
        try:
            self.session.record([SettingEdit(PRESET_SETTING, name)], f"亮灯规则改为{name}")
        except TrackerError as error:
            dialogs.tell(self, error, "没有换规则")
