"""EntryTable: the grid of 填报: the figures that an axis lays out, typed, pasted and marked."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QModelIndex

from tracker.edits import ActualEdit, Changes, Edit, correct_actual
from tracker.entry_context import EntryCount, closed_reason, month_name
from tracker.errors import TrackerError
from tracker.exchange.clipboard import Block, Selection
from tracker.exchange.entry_text import read_figure
from tracker.exchange.numerals import NumberProblem
from tracker.filing.locks import lock_of, lock_sentence
from tracker.indicators import CellKey, Indicator, MeasureKind
from tracker.readings import Reading, reading
from tracker.wording import amount
from ui.models.cell_look import CellLook, HeadLook, Problem
from ui.models.doubt_sweep import DoubtSweep
from ui.models.entry_axis import EntryAxis
from ui.models.entry_findings import EntryFindings
from ui.models.entry_landing import EntryLanding
from ui.models.entry_looks import (
    closed_look,
    doubtful_look,
    figure_look,
    printed,
    problem_look,
)
from ui.models.entry_months import FEBRUARY, JANUARY, JUNE_COLUMN, MonthsAxis
from ui.models.entry_paste import NOT_A_NUMBER, NOT_WRITTEN, typed_figure
from ui.models.entry_regions import RegionsAxis
from ui.models.entry_rows import EntryView, Row, Way
from ui.models.grid_cells import Index
from ui.models.grid_table import GridTable
from ui.models.landing import GridKey, Landing
from ui.models.paste_preview import PastePreview
from ui.models.revised_marks import RevisedMarks
from ui.session import Session

__all__ = ["FEBRUARY", "JANUARY", "JUNE_COLUMN", "EntryTable"]
_AXES = {Way.INDICATORS: MonthsAxis, Way.REGIONS: RegionsAxis}
_NOWHERE = QModelIndex()


class EntryTable(GridTable):
    """One month's or one region's figures. Which stands where is the axis's concern."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.view = EntryView()
        self.viewpoint = session.viewpoint
        self.axis: EntryAxis = MonthsAxis(session, self.view)
        self._revised = RevisedMarks(session)
        self.findings = EntryFindings(session)
        self._counted: EntryCount | None = None
        self.sweep = DoubtSweep(self.findings)
        self.sweep.found.connect(self._mark_doubtful)
        self.rebuild()

    # What it shows.

    @property
    def rows(self) -> list[Row]:
        """The rows: groups and series, or regions."""
        return self.axis.rows

    def show_view(self, view: EntryView) -> None:
        """Show other series, or the other direction: the tool row was used."""
        self.view = view
        self.rebuild()

    def rebuild(self) -> None:
        """Lay the figures out anew for the session's region and month."""
        self.beginResetModel()
        self.viewpoint = self.session.viewpoint
        self._reset_looks()
        self.findings.forget()
        self.axis = _AXES[self.view.way](self.session, self.view)
        self._revised.forget()
        self._counted = None
        self.endResetModel()
        self.sweep.start(self.axis.doubt_keys())

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Count groups and series, or regions."""
        return 0 if parent.isValid() else len(self.axis.rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Count the labels and what is filled in."""
        return 0 if parent.isValid() else self.axis.columns

    def covered_cells(self) -> dict[tuple[int, int], int]:
        """Return the cells that merged ones lie over."""
        return self.axis.covered_cells()

    def key_at(self, row: int, column: int) -> CellKey | None:
        """Return the cell's key; None for labels and groups."""
        return self.axis.key_at(row, column)

    def closed_reason(self, row: int, column: int) -> str:
        """Say why a cell takes no figure, by its calendar, by today and by 封账."""
        key, series = self.axis.key_at(row, column), self.axis.series_at(row, column)
        if key is None or series is None:
            return "这里不填数。"
        closed = closed_reason(series.indicator, series.basis, key.month, self.session.today())
        if closed:
            return closed
        held = lock_of(self.session.snapshot.settings, key.month)
        return "" if held is None else lock_sentence(key.month, held)

    def reading_at(self, row: int, column: int) -> Reading | None:
        """Return the figure or derived figure of a cell."""
        key = self.key_at(row, column)
        if key is None:
            return None
        return reading(
            self.session.snapshot, key.indicator, key.region, key.measure, key.month, key.basis
        )

    def raw_text(self, row: int, column: int) -> str:
        """Return the entered figure with just its digits; blank for blank and derived cells."""
        key = self.key_at(row, column)
        actual = None if key is None else self.session.snapshot.actual(key)
        if actual is None:
            return ""
        indicator = self._indicator_of(actual.key)
        if indicator.kind is MeasureKind.MILESTONE:
            return amount(actual.value, indicator, actual.key.measure)
        return typed_figure(actual.value)

    def head(self, column: int) -> HeadLook:
        """Return a column's head."""
        return self.axis.head(column)

    def row_words(self, row: int) -> str:
        """Return the names that a row is found by."""
        return self.axis.row_words(row)

    def column_words(self, column: int) -> str:
        """Return the names that a column is found by."""
        return self.axis.column_words(column)

    def count(self) -> EntryCount:
        """Count the main figures due and entered in the month in view."""
        if self._counted is None:
            self._counted = self.axis.count()
        return self._counted

    def count_doubtful(self) -> int:
        """Count the figures of the month in view whose warnings nobody has answered.

        They are worked out between events; `sweep` says when all of them are.
        """
        return self.sweep.count

    def _mark_doubtful(self, keys: list[CellKey]) -> None:
        places = (self.axis.place_near(key.indicator, key.region, key.month) for key in keys)
        self._repaint({place[0] for place in places if place is not None})

    def count_refused(self, regions: Sequence[str]) -> int:
        """Count the texts of regions that were refused, whichever month they were typed for."""
        keys = (key for key in self.problems if isinstance(key, CellKey))
        return sum(1 for key in keys if key.region in regions)

    # What typing does.

    def edit_of(self, key: GridKey, text: str) -> Edit | None:
        """Turn typed text into an edit; blank unsets. Raises BadValue."""
        assert isinstance(key, CellKey)
        indicator = self.session.snapshot.indicator(key.indicator)
        return self._edit_to(key, read_figure(text, indicator, key.measure))

    def _edit_to(self, key: CellKey, value: float | None) -> Edit | None:
        current = self.session.snapshot.actual(key)
        if value == (None if current is None else current.value):
            return None
        return correct_actual(current, key, value, self.session.today())

    def land(self, block: Block, selection: Selection) -> Landing:
        """Say what each text of a block does where it lands, laid as it was copied."""
        return self.landing().land(block, selection)

    def landing(self) -> EntryLanding:
        """Return what lays blocks onto the figures as they stand now."""
        return EntryLanding(
            self.axis, lambda row, column: bool(self.closed_reason(row, column)), self._edit_to
        )

    def offer(self, block: Block, selection: Selection) -> Landing | PastePreview:
        """Return the preview of a block that is not plain or would overwrite, else its landing."""
        preview = PastePreview(
            block, selection, self.landing, self.session.snapshot, self.session.region
        )
        return preview if preview.is_doubtful else preview.landing

    def _indicator_of(self, key: CellKey) -> Indicator:
        return self.session.snapshot.indicator(key.indicator)

    def problem_of(self, key: GridKey, text: str, error: TrackerError) -> Problem:
        """Describe text that is no figure."""
        fix = error.suggestion if isinstance(error, NumberProblem) else None
        title = NOT_A_NUMBER if isinstance(error, NumberProblem) else NOT_WRITTEN
        return Problem(text, title, str(error), fix or "")

    def step_text(self, edit: Edit) -> str:
        """Name one edit: 招商引资到位资金 4 月 1,046.5; another region than the one in view too."""
        assert isinstance(edit, ActualEdit)
        indicator = self.session.snapshot.indicator(edit.key.indicator)
        month = month_name(indicator, edit.key.month.month)
        if edit.key.region != self.session.region:
            month = f"{self.session.snapshot.region(edit.key.region).short_name} {month}"
        value = "清空" if edit.value is None else amount(edit.value, indicator, edit.key.measure)
        return f"{indicator.name} {month} {value}"

    def place_words(self, keys: frozenset[GridKey]) -> str:
        """Name the months and rows of a paste."""
        return self.axis.place_words(key for key in keys if isinstance(key, CellKey))

    def rows_touched(self, changes: Changes) -> Iterable[int]:
        """Return the rows that a change may have altered."""
        self.findings.forget(changes)
        self._counted = None
        self.sweep.start(self.axis.doubt_keys())
        self._revised.follow(changes)
        touched = self.axis.rows_touched(changes)
        # A 不可比 mark, a setting, decides what can be derived.
        return range(len(self.rows)) if changes.settings else touched

    # How it looks.

    def look_of(self, row: int, column: int) -> CellLook:
        """Make a cell's look."""
        key, series = self.axis.key_at(row, column), self.axis.series_at(row, column)
        if key is None or series is None:
            return self.axis.label_look(row, column)
        reading_here = self.reading_at(row, column)
        closed = self.closed_reason(row, column)
        if closed:
            return closed_look(printed(series, reading_here), closed)
        problem = self.problems.get(key)
        if problem is not None:
            return problem_look(problem)
        current = key.month == self.axis.as_of
        look = figure_look(
            series,
            reading_here,
            current=current and self.view.way is Way.INDICATORS,
            pasted=self.is_pasted(key),
            revised=self._revised.has(key),
        )
        # Past months are looked at in the pane: a grid of marks for all of them tells nothing.
        doubtful = current and self.findings.known_doubtful(key)
        return doubtful_look(look) if doubtful else look
