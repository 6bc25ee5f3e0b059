"""填报: the monthly grid of a region's figures, typed and pasted as in a spreadsheet."""

from PySide6.QtCore import QTimer
from PySide6.QtGui import QAction, QHideEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tracker.entry_context import entry_indicators, equation, month_name
from tracker.indicators import CellKey
from tracker.periods import Month
from tracker.progress import headline_rows
from tracker.progress.result import Progress
from tracker.review import Finding
from ui.entry_filing import EntryFiling
from ui.figure_desk import FigureDesk
from ui.models.entry_axis import LABELS
from ui.models.entry_rows import ALL_IN_USE, WHOLE_CATALOGUE, EntryView, Way
from ui.models.entry_table import EntryTable
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
from ui.widgets.grid_widths import month_widths, name_widths

_LABEL_WIDTHS = (33, 186, 66, 78)
_PANE_FROM = 1320 - 169
"""Page width from which the pane is always open (a window of 1,320 px)."""


class EntryPage(GridPage):
    """Tool row, paste bar, edit bar, grid and cell pane. There is no save button."""

    title = "填报"

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__(session)
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
        self.find_bar = FindBar(theme, self.grid)
        self.pane = CellPane(session, theme, self.table.findings)
        self.desk = FigureDesk(session)
        self.filing = EntryFiling(session, theme, self.table.findings, self)
        self.filing.invalid = self._invalid
        self.filing.selected = self._selected
        self._pane_wanted: bool | None = None
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._paste = QAction("从表格粘贴", self)
        self._paste.setProperty("icon_name", "clipboard-paste")
        self._paste.triggered.connect(self.grid.view.paste)
        self._lay_out()
        self._connect()

    def header_actions(self) -> list[QAction]:
        """Offer the paste, what is done with a month, and handing it in."""
        return [self._paste, self.filing.more, self.filing.submit]

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
        self._pane_wanted = not self.pane.isVisibleTo(self)
        self.pane.setVisible(self._pane_wanted)

    def current_key(self) -> CellKey | None:
        """Return the key of the current cell."""
        here = self.grid.current
        return None if here is None else self.table.key_at(*here)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the pane out of narrow windows until it is asked for."""
        super().resizeEvent(event)
        if self._pane_wanted is None:
            self.pane.setVisible(self.width() >= _PANE_FROM)

    def hideEvent(self, event: QHideEvent) -> None:
        """Enter what is being typed: the page is left."""
        self.grid.view.commit()
        super().hideEvent(event)

    # Reactions.

    def _on_view_chosen(self, view: EntryView) -> None:
        self.grid.view.commit()
        self._rebuild(view)
        self._show_current()
        self.status_changed.emit()

    def _rebuild(self, view: EntryView) -> None:
        key, session = self.current_key(), self.session
        self.table.show_view(view)
        self.tools.choose(view)
        axis = self.table.axis
        self.grid.set_half_after(axis.half_after)
        if view.way is Way.INDICATORS:
            self.grid.set_value_widths(month_widths(session.as_of.month))
        else:
            heads = (axis.head(column) for column in range(LABELS, axis.columns))
            self.grid.set_value_widths(name_widths([head.text for head in heads]))
        self.paste_bar.hide()
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

    def _show_what_stands_around(self) -> None:
        self._show_current()
        self.filing.refresh()
        self.status_changed.emit()

    def _show_current(self) -> None:
        here, key = self.grid.current, self.current_key()
        if here is None or key is None:
            self.edit_bar.show_cell("", "", "", "")
            return
        indicator = self.session.snapshot.indicator(key.indicator)
        region = self.session.snapshot.region(key.region).short_name
        by_region = self.table.view.way is Way.REGIONS
        month = month_name(indicator, key.month.month)
        self.edit_bar.show_cell(
            indicator.name,
            f"{region} {month}" if by_region else month,
            self.table.text_to_edit(*here),
            equation(self.session.snapshot, key),
        )
        if not self.pane.isVisibleTo(self):
            return
        problem, reading = self.table.problem_at(*here), self.table.reading_at(*here)
        self.pane.show_cell(
            key,
            self.table.look(*here).text,
            self._headline(key),
            bad=problem is not None,
            derived=problem is None and reading is not None and reading.derived,
        )

    def _on_corrected(self, key: CellKey, value: float) -> None:
        self._walk(lambda: self.desk.correct(key, value))

    def _on_answered(self, finding: Finding, note: str) -> None:
        self._walk(lambda: self.desk.answer(finding, note))

    def _on_described(self, key: CellKey) -> None:
        self._walk(lambda: self.desk.describe(key, self.pane.source))

    def _headline(self, key: CellKey) -> Progress | None:
        session = self.session
        rows = headline_rows(session.snapshot, key.region, session.as_of, only=key.indicator)
        return rows[0] if rows else None

    def _invalid(self) -> int:
        """Count the texts of the region in view that were refused: they forbid handing it in."""
        return self.table.count_refused((self.session.region,))

    def _selected(self) -> list[CellKey]:
        keys = (self.table.key_at(*place) for place in self.grid.view.block.cells())
        return [key for key in keys if key is not None]

    def _show_list(self) -> None:
        """Put the list of findings in the place of the cell pane."""
        self.filing.pane.show()
        self.pane.hide()
        self.filing.show_list()

    def _close_list(self) -> None:
        self.filing.pane.hide()
        self.pane.setVisible(self._pane_wanted is not False)

    def _go_to(self, key: CellKey) -> None:
        """Stand on a finding's cell; the pane beside it answers it."""
        self._close_list()
        self.show_indicator(key.indicator, key.month.month)

    # Once.

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(0)
        for bar in (self.tools, self.error_bar, self.find_bar, self.paste_bar, self.edit_bar):
            left.addWidget(bar)
        left.addWidget(self.grid, 1)
        holder = QWidget()
        holder.setLayout(left)
        left.setContentsMargins(0, 0, 0, 0)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(holder, 1)
        row.addWidget(self.pane)
        row.addWidget(self.filing.pane)
        self.setFocusProxy(self.grid)
        self.grid.set_value_widths(month_widths(self.session.as_of.month))

    def _connect(self) -> None:
        self.tools.view_chosen.connect(self._on_view_chosen)
        self.tools.undo_wanted.connect(self._undo)
        self.tools.redo_wanted.connect(self._redo)
        # One edit moves the cell, the figures and the problems: what stands around is drawn once.
        self._later.timeout.connect(self._show_what_stands_around)
        self.grid.current_moved.connect(self._later.start)
        self.grid.pasted.connect(self._on_pasted)
        self.paste_bar.undo_wanted.connect(self._undo)
        self.error_bar.retry_wanted.connect(self._retry)
        self.table.refused.connect(self._on_refused)
        self.table.paste_ended.connect(self.paste_bar.hide)
        self.table.problems_changed.connect(self._on_problems_changed)
        self.filing.done.connect(self.done)
        self.filing.refused.connect(self._on_refused)
        self.filing.menu.list_wanted.connect(self._show_list)
        self.filing.pane.closed.connect(self._close_list)
        self.filing.pane.key_chosen.connect(self._go_to)
        self.pane.figure_corrected.connect(self._on_corrected)
        self.pane.doubt_answered.connect(self._on_answered)
        self.pane.particulars_edited.connect(self._on_described)
