"""CellPane: everything about the current cell of 填报, at the right of the grid."""

from datetime import date

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from tracker.desk.history_words import day_words, history_words
from tracker.desk.month_table import month_table
from tracker.desk.recent_figures import recent_figures
from tracker.edits import HistoryEntry
from tracker.entry_context import month_name
from tracker.indicators import CellKey
from tracker.progress.printed import gap_words, target_words
from tracker.progress.result import Progress
from tracker.progress.why import light_word, why
from tracker.review.lines import check_lines
from ui import fonts
from ui.models.entry_findings import EntryFindings
from ui.session import Session
from ui.theme import Theme
from ui.widgets.check_block import CheckBlock, CheckLines
from ui.widgets.history_list import HistoryList
from ui.widgets.icon import icon_button
from ui.widgets.label import label
from ui.widgets.lettering import Align, Lettering
from ui.widgets.light_chip import LightChip
from ui.widgets.month_grid import MonthGrid
from ui.widgets.pane_block import PaneBlock, fill_pane, section_head
from ui.widgets.recent_strip import RecentStrip
from ui.widgets.source_editor import SourceEditor

WIDTH = 324
_FEW, _MANY = 5, 80


class ValueBox(QWidget):
    """The figure as it stands, large, with its unit; framed in bad where it was refused."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.text = self.unit = ""
        self._bad = self._quiet = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """One large line."""
        return QSize(284, 40)

    def show_value(self, text: str, unit: str, *, bad: bool, quiet: bool) -> None:
        """Show a text; `bad` was refused, `quiet` is derived (推算)."""
        self.text, self.unit, self._bad, self._quiet = text, unit, bad, quiet
        self.setAccessibleName(f"{text} {unit}")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the frame, the figure and the unit."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge, width = ("bad", 1.5) if self._bad else ("line2", 1.0)
        painter.setPen(QPen(self._theme.color(edge), width))
        painter.setBrush(self._theme.color("input"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        token = "badt" if self._bad else "ink3" if self._quiet else "ink"
        weight = fonts.REGULAR if self._quiet else fonts.BOLD
        centre = self.height() / 2
        Lettering(19, weight, self._theme.color(token)).write(painter, self.text, 14, centre)
        unit = Lettering(13, fonts.REGULAR, self._theme.color("ink3"))
        unit.write(painter, self.unit, self.width() - 14, centre, Align.RIGHT)


class CellPane(QWidget):
    """Name, value, 累计与当月, target and gap, source and status, and the row's log."""

    figure_corrected = Signal(object, float)
    """Emitted with the CellKey and the value that a check offered and a person took."""
    doubt_answered = Signal(object, str)
    """Emitted with a Finding and the note in answer to it."""
    particulars_edited = Signal(object)
    """Emitted with the CellKey whose status, day, source or note was changed in `source`."""

    versions_wanted = Signal()
    """Emitted when all versions of the current cell are to be seen."""

    def __init__(self, session: Session, theme: Theme, findings: EntryFindings) -> None:
        super().__init__()
        self._session = session
        self._findings = findings
        self._key: CellKey | None = None
        self._limit = _FEW
        self.setProperty("role", "pane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedWidth(WIDTH)
        self.name = label("", "pane-title")
        self.where = label("", "helper")
        self.value = ValueBox(theme)
        self.months = MonthGrid(theme)
        self.recent = RecentStrip(theme)
        self.chip = LightChip(theme)
        self.target = label("", "second")
        self.gap = label("", "second")
        self.doubts = CheckBlock(theme)
        self.checks = CheckLines(theme)
        self.checks_title = label("校验", "section")
        self.source = SourceEditor()
        self.derived = label("推算，由已填的累计、当月或上年同期数算出", "second")
        self.doubts.fix_chosen.connect(self._on_fix)
        self.doubts.answered.connect(self.doubt_answered)
        self.source.edited.connect(self._on_edited)
        self.history = HistoryList()
        self.all_button = icon_button(theme, "history", "查看全部修订")
        self.all_button.clicked.connect(self._toggle_all)
        self.versions_button = icon_button(theme, "", "这一格的各版", kind="link")
        self.versions_button.setToolTip("看这一格填过的每一版，或取用其中一版")
        self.versions_button.clicked.connect(self.versions_wanted)
        for words in (self.name, self.target, self.gap, self.derived):
            words.setWordWrap(True)
        self._lay_out()

    def show_cell(
        self, key: CellKey, shown: str, row: Progress | None, *, bad: bool, derived: bool
    ) -> None:
        """Show a cell: `shown` is its text on the grid, `row` the indicator's headline row."""
        snapshot = self._session.snapshot
        indicator = snapshot.indicator(key.indicator)
        if self._key is None or key.indicator != self._key.indicator:
            self._limit = _FEW
        self._key = key
        unit = indicator.unit_of(key.measure)
        month = month_name(indicator, key.month.month)
        self.name.setText(indicator.name)
        by = f"{indicator.lead_department}报送"
        if key.region != self._session.region:  # a grid of regions shows others than the one chosen
            by = snapshot.region(key.region).short_name
        self.where.setText(f"{key.month.year} 年 {month}　{unit}　{by}")
        self.value.show_value(shown, unit, bad=bad, quiet=derived)
        until = max(key.month, min(self._session.as_of, key.month._replace(month=12)))
        table = month_table(snapshot, key.indicator, key.region, until)
        self.months.show_table(table, key.month.month)
        self.recent.show_recent(recent_figures(snapshot, key))
        self._show_checks(key)
        self._show_target(row)
        self._show_source(key, derived=derived)
        self._show_history(self._session.store.log.of_row(key, self._limit + 1))

    def _show_target(self, row: Progress | None) -> None:
        judged = row is not None and row.target is not None
        self.chip.setVisible(row is not None)
        self.gap.setVisible(judged)
        if row is None:
            self.target.setText("未设目标")
            return
        self.chip.show_light(row.light, light_word(row), why(row))
        if row.horizon is None:
            self.target.setText("未设目标")
            return
        unit = "" if row.unit == "%" else f" {row.unit}"
        self.target.setText(f"{row.horizon.label}目标 {target_words(row)}{unit}")
        gap = gap_words(row)
        name = "与序时差" if row.completion is not None else "与目标差"
        done = "" if row.completion is None else f"，{why(row)}"
        self.gap.setText(why(row) if done or not gap else f"{name} {gap}。{why(row)}")

    def _show_source(self, key: CellKey, *, derived: bool) -> None:
        self.derived.setVisible(derived)
        self.source.setVisible(not derived)
        self.source.show_actual(self._session.snapshot.actual(key))

    def _show_checks(self, key: CellKey) -> None:
        self.doubts.show_findings(self._findings.answered(key))
        lines = check_lines(self._session.snapshot, key, self._findings.with_vintages(key))
        self.checks_title.setVisible(bool(lines))
        self.checks.show_lines(lines)

    def _on_fix(self, value: float) -> None:
        if self._key is not None:
            self.figure_corrected.emit(self._key, value)

    def _on_edited(self) -> None:
        if self._key is not None:
            self.particulars_edited.emit(self._key)

    def _show_history(self, entries: tuple[HistoryEntry, ...]) -> None:
        if self._key is None:
            return
        indicator = self._session.snapshot.indicator(self._key.indicator)
        lines = [
            (
                day_words(_day(entry), self._session.today()),
                history_words(entry, indicator),
                entry.withdrawn,
            )
            for entry in entries[: self._limit]
        ]
        self.history.show_lines(lines or [("", "还没有记录", False)])
        more = len(entries) > self._limit
        self.all_button.setVisible(more or self._limit == _MANY)
        self.all_button.setText("查看全部修订" if self._limit == _FEW else "只看最近的修订")

    def _toggle_all(self) -> None:
        self._limit = _MANY if self._limit == _FEW else _FEW
        if self._key is not None:
            self._show_history(self._session.store.log.of_row(self._key, self._limit + 1))

    def _lay_out(self) -> None:
        target = section_head("目标与差", self.chip)
        log = section_head("这一行的修订", self.versions_button)
        blocks = (
            PaneBlock(self.name, 3, self.where, 14, self.value, 12, self.doubts, 10, self.months,
                      16, self.recent, 18, above=0, below=0),
            PaneBlock(target, 6, self.target, 4, self.gap, 16, self.checks_title, 6, self.checks,
                      above=0, below=0),
            PaneBlock(section_head("来源与状态"), 8, self.derived, self.source,
                      above=14, below=14),
            PaneBlock(log, 8, self.history, 14, self.all_button, above=16, below=14),
        )  # fmt: skip
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(19, 14, 20, 20)
        column.setSpacing(0)
        for block in blocks:
            column.addWidget(block)
        column.addStretch(1)
        fill_pane(self, inner)


def _day(entry: HistoryEntry) -> date:
    """Return the day an entry counts from: its publication, or when it was recorded."""
    return entry.published_on or entry.recorded_at.date()
