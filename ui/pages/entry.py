"""填报: the monthly grid of a region's figures, typed and pasted as in a spreadsheet."""

from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QAction, QCloseEvent, QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tracker.entry_context import entry_indicators
from tracker.indicators import CellKey
from tracker.periods import Month
from tracker.review import Finding
from ui.backup_keeper import BackupKeeper
from ui.entry_around import EntryAround
from ui.entry_beside import EntryBeside
from ui.entry_files import EntryFiles
from ui.entry_filing import EntryFiling
from ui.figure_desk import FigureDesk
from ui.models.entry_rows import ALL_IN_USE, WHOLE_CATALOGUE, EntryView
from ui.models.entry_table import EntryTable
from ui.models.paste_preview import PastePreview
from ui.pages.grid_page import GridPage
from ui.session import Session
from ui.theme import Theme
from ui.widgets.cell_pane import CellPane
from ui.widgets.entry_choices import EntryChoices
from ui.widgets.entry_tools import EntryTools
from ui.widgets.find_bar import FindBar
from ui.widgets.grid_bars import EditBar, ErrorBar, PasteBar
from ui.widgets.grid_head import TWO_LEVELS
from ui.widgets.grid_panel import GridPanel
from ui.widgets.grid_widths import value_widths
from ui.widgets.paste_panel import PastePanel

_LABEL_WIDTHS = (33, 186, 66, 78)


class EntryPage(GridPage):
    """Tool row, paste bar, edit bar, grid and cell pane. There is no save button."""

    title = "填报"

    def __init__(self, session: Session, theme: Theme, keeper: BackupKeeper | None = None) -> None:
        super().__init__(session)
        self.files = EntryFiles(session, theme, keeper, self)
        self.table: EntryTable = EntryTable(session)
        choices = EntryChoices(session)
        self.tools = EntryTools(theme, session.undo_stack, choices.departments, choices.levers)
        self.paste_bar = PasteBar(theme)
        self.edit_bar = EditBar(theme)
        self.error_bar = ErrorBar(theme)
        self.grid = GridPanel(
            self.table,
            theme,
            label_widths=_LABEL_WIDTHS,
            head_height=TWO_LEVELS,
            half_after=self.table.axis.half_after,
        )
        self.paste_panel = PastePanel(theme)
        self.find_bar = FindBar(theme, self.grid)
        self.pane = CellPane(session, theme, self.table.findings)
        self.around = EntryAround(self.table, self.grid, self.edit_bar, self.pane)
        self.desk = FigureDesk(session)
        self.filing = EntryFiling(session, theme, self.table.findings, self)
        self.filing.invalid = self._invalid
        self.filing.selected = self._selected
        self.filing.current = self.current_key
        self.beside = EntryBeside(self.pane, (self.filing.pane, self.filing.versions))
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        paste = self.grid.view.paste
        self._paste = self._action("从表格粘贴", "clipboard-paste", handler=paste)
        self._lay_out()
        self._connect()

    def header_actions(self) -> list[QAction]:
        """Offer import and paste, what is done with a month, and handing it in."""
        return [self.files.importing.action, self._paste, self.filing.more, self.filing.submit]

    def refresh(self) -> None:
        """Follow the session: new rows for another region or year, else only what surrounds."""
        self.grid.view.commit()
        moved = self.table.viewpoint != self.session.viewpoint
        if moved or not self.grid.current:
            self._rebuild(self.table.view)
            self._show_current()
        self._later.start()

    def status_text(self) -> str:
        """Count: 4 月应报 14 项  已填 12  不合格 1."""
        count = self.table.count()
        parts = [f"{self.session.as_of.month} 月应报 {count.due} 项", f"已填 {count.filled}"]
        doubtful = self.table.count_doubtful()
        if doubtful:
            parts.append(f"需核对 {doubtful}")
        wrong = self.table.count_refused(self.table.axis.regions)
        if wrong:
            parts.append(f"不合格 {wrong}")
        return "　".join([*parts, *self.filing.desk.state.words])

    def indicator_shown(self) -> str:
        """Return the indicator of the current row."""
        key = self.current_key()
        return "" if key is None else key.indicator

    def show_indicator(self, indicator_id: str, month: int | None = None) -> None:
        """Stand on an indicator's cell of a month (else the as-of's), in a view that shows it."""
        shown = Month(self.session.as_of.year, month or self.session.as_of.month)
        place = self._place_of(indicator_id, shown)
        if place is None:
            in_use = entry_indicators(
                self.session.snapshot, self.session.region, self.session.as_of.year
            )
            used = any(one.id == indicator_id for one in in_use)
            self._rebuild(EntryView(lever=ALL_IN_USE if used else WHOLE_CATALOGUE))
            place = self._place_of(indicator_id, shown)
        if place is not None:
            self.grid.stand_on(*place)
            self.grid.view.setFocus()

    def toggle_pane(self) -> None:
        """Show or hide the cell pane."""
        self.beside.toggle()

    def current_key(self) -> CellKey | None:
        """Return the key of the current cell."""
        return self.around.key

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the pane out of narrow windows until it is asked for."""
        super().resizeEvent(event)
        self.beside.fit(self.width())

    def showEvent(self, event: QShowEvent) -> None:
        """Go on working out what is doubtful."""
        super().showEvent(event)
        self.table.sweep.wake()

    def hideEvent(self, event: QHideEvent) -> None:
        """Enter what is being typed: the page is left."""
        self.table.sweep.rest()
        self.grid.view.commit()
        super().hideEvent(event)

    def import_file(self, path: Path) -> None:
        """Show what a file would bring in; see EntryImport."""
        self.files.open_file(path)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stop what is being read or exported."""
        self.files.close()
        super().closeEvent(event)

    # Reactions.

    def _on_view_chosen(self, view: EntryView) -> None:
        self.grid.view.commit()
        self._rebuild(view)
        self._show_current()
        self.status_changed.emit()

    def _rebuild(self, view: EntryView) -> None:
        key = self.current_key()
        self.table.show_view(view)
        self.tools.choose(view)
        axis = self.table.axis
        self.grid.set_half_after(axis.half_after)
        self.grid.set_value_widths(value_widths(axis))
        self.paste_bar.hide()
        self.paste_panel.give_up()
        place = None
        if key is not None:
            place = axis.place_near(key.indicator, key.region, key.month)
        place = place or axis.first_place
        if place is not None:
            self.grid.stand_on(*place)

    def _place_of(self, indicator_id: str, month: Month) -> tuple[int, int] | None:
        """Return the cell of the region in view; None when the grid does not show the month."""
        axis = self.table.axis
        if axis.half_after is None and month != axis.as_of:
            return None
        return axis.place_near(indicator_id, self.session.region, month)

    def _preview_paste(self, preview: PastePreview) -> None:
        """Put what a doubtful paste would do in the place of the grid."""
        for covered in (self.grid, self.edit_bar, self.paste_bar):
            covered.hide()
        self.paste_panel.show_preview(preview)

    def _close_preview(self) -> None:
        self.grid.show()
        self.edit_bar.show()
        self.grid.view.setFocus()

    def _paste_previewed(self, preview: PastePreview) -> None:
        self.grid.view.pasted.emit(self.table.paste_landing(preview.land()))

    def _show_what_stands_around(self) -> None:
        self._show_current()
        self.filing.refresh()
        self.tools.show_lock(self.filing.desk.lock_words)
        self.status_changed.emit()

    def _show_current(self) -> None:
        self.around.show(self.pane.isVisibleTo(self))

    def _on_corrected(self, key: CellKey, value: float) -> None:
        self._walk(lambda: self.desk.correct(key, value))

    def _on_answered(self, finding: Finding, note: str) -> None:
        self._walk(lambda: self.desk.answer(finding, note))

    def _on_described(self, key: CellKey) -> None:
        self._walk(lambda: self.desk.describe(key, self.pane.source))

    def _invalid(self) -> int:
        """Count the texts of the region in view that were refused: they forbid handing it in."""
        return self.table.count_refused((self.session.region,))

    def _selected(self) -> list[CellKey]:
        keys = (self.table.key_at(*place) for place in self.grid.view.block.cells())
        return [key for key in keys if key is not None]

    def _show_list(self) -> None:
        """Put the list of findings in the place of the cell pane."""
        self.beside.show(self.filing.pane)
        self.filing.show_list()

    def _show_versions(self) -> None:
        """Put the versions of the current cell in the place of the cell pane."""
        if self.filing.show_versions():
            self.beside.show(self.filing.versions)

    def _go_to(self, key: CellKey) -> None:
        """Stand on a finding's cell; the pane beside it answers it."""
        self.beside.show_pane()
        self.show_indicator(key.indicator, key.month.month)

    # Once.

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(0)
        for bar in (self.tools, self.error_bar, self.find_bar, self.filing.reason_bar,
                    self.paste_bar, self.edit_bar):  # fmt: skip
            left.addWidget(bar)
        left.addWidget(self.grid, 1)
        left.addWidget(self.paste_panel, 1)
        holder = QWidget()
        holder.setLayout(left)
        left.setContentsMargins(0, 0, 0, 0)
        row = QHBoxLayout(self.files.desk)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(holder, 1)
        row.addWidget(self.pane)
        row.addWidget(self.filing.pane)
        row.addWidget(self.filing.versions)
        self.files.rest_while_open([self._paste, self.filing.more, self.filing.submit])
        self.filing.menu.addSeparator()
        self.filing.menu.addMenu(self.files.exporting.menu)
        self.setFocusProxy(self.grid)
        self.grid.set_value_widths(value_widths(self.table.axis))

    def _connect(self) -> None:
        self.tools.view_chosen.connect(self._on_view_chosen)
        self.tools.undo_wanted.connect(self._undo)
        self.tools.redo_wanted.connect(self._redo)
        # One edit moves the cell, the figures and the problems: what stands around is drawn once.
        self._later.timeout.connect(self._show_what_stands_around)
        self.grid.current_moved.connect(self._later.start)
        self.grid.pasted.connect(self._on_pasted)
        self.grid.view.paste_doubted.connect(self._preview_paste)
        self.paste_panel.accepted.connect(self._paste_previewed)
        self.paste_panel.closed.connect(self._close_preview)
        self.session.changed.connect(self.paste_panel.give_up)
        self.paste_bar.undo_wanted.connect(self._undo)
        self.error_bar.retry_wanted.connect(self._retry)
        self.table.refused.connect(self._on_refused)
        self.table.sweep.finished.connect(self.status_changed)
        self.table.paste_ended.connect(self.paste_bar.hide)
        self.table.problems_changed.connect(self._on_problems_changed)
        self.files.done.connect(self.acted)
        self.filing.done.connect(self.done)
        self.filing.refused.connect(self._on_refused)
        self.filing.menu.list_wanted.connect(self._show_list)
        self.filing.menu.versions_wanted.connect(self._show_versions)
        self.pane.versions_wanted.connect(self._show_versions)
        self.filing.pane.closed.connect(self.beside.close)
        self.filing.versions.closed.connect(self.beside.close)
        self.filing.reason_bar.left.connect(self.grid.view.setFocus)
        self.filing.pane.key_chosen.connect(self._go_to)
        self.pane.figure_corrected.connect(self._on_corrected)
        self.pane.doubt_answered.connect(self._on_answered)
        self.pane.particulars_edited.connect(self._on_described)
