"""EntryTable: the grid of 填报, one region's series × the months of a year."""

from collections.abc import Iterable

from PySide6.QtCore import QModelIndex

from tracker.breaks import break_words
from tracker.edits import ActualEdit, Changes, Edit, correct_actual
from tracker.entry_context import EntryCount, closed_reason, count_entered, month_name
from tracker.errors import TrackerError
from tracker.exchange.clipboard import Block, Selection
from tracker.exchange.entry_text import read_figure
from tracker.exchange.numerals import NumberProblem
from tracker.filing.locks import lock_of, lock_sentence
from tracker.indicators import Basis, CellKey, Indicator, MeasureKind, Target, TargetKey
from tracker.periods import Horizon, Month
from tracker.progress.pace import lowest_target
from tracker.readings import Reading, reading
from tracker.wording import amount
from ui.models.cell_look import CellLook, HeadLook, Problem
from ui.models.entry_findings import EntryFindings
from ui.models.entry_looks import (
    closed_look,
    doubtful_look,
    figure_look,
    group_look,
    name_look,
    number_look,
    printed,
    problem_look,
    target_look,
    unit_look,
)
from ui.models.entry_paste import NOT_A_NUMBER, NOT_WRITTEN, land_figures, typed_figure
from ui.models.entry_rows import EntryView, GroupRow, Row, SeriesRow, entry_rows
from ui.models.grid_cells import Index
from ui.models.grid_table import GridTable
from ui.models.landing import GridKey, Landing
from ui.session import Session

NUMBER, NAME, UNIT, TARGET, JANUARY = range(5)
FEBRUARY = JANUARY + 1
JUNE_COLUMN = JANUARY + 5
COLUMNS = JANUARY + 12
_HEADS = ("", "指标", "单位", "年度目标")
_QUARTERS = ("一季度", "二季度", "三季度", "四季度")
_NOWHERE = QModelIndex()


class EntryTable(GridTable):
    """Rows are groups and series, columns the row's labels and twelve months.

    In a series that reports 1—2月 together the January column stands for February and the view
    lays it over both.
    """

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.view = EntryView()
        self.region = session.region
        self.as_of = session.as_of
        self.viewpoint = session.viewpoint
        self.rows: list[Row] = []
        self._revised: frozenset[CellKey] = frozenset()
        self.findings = EntryFindings(session)
        self.rebuild()

    # What it shows.

    def show_view(self, view: EntryView) -> None:
        """Show other series: the tool row was used."""
        self.view = view
        self.rebuild()

    def rebuild(self) -> None:
        """Make the rows anew for the session's region and year."""
        self.beginResetModel()
        self.viewpoint = self.session.viewpoint
        self.region, self.as_of = self.session.region, self.session.as_of
        self._reset_looks()
        self.findings.forget()
        self._revised = self._revised_cells()
        self.rows = entry_rows(self.session.snapshot, self.region, self.as_of.year, self.view)
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Count groups and series."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Count the labels and the months."""
        return 0 if parent.isValid() else COLUMNS

    def series_at(self, row: int) -> SeriesRow | None:
        """Return the series of a row; None for a group."""
        found = self.rows[row] if 0 <= row < len(self.rows) else None
        return found if isinstance(found, SeriesRow) else None

    def merges_jan_feb(self, row: int) -> bool:
        """Say whether a row has one cell for 1—2月."""
        series = self.series_at(row)
        return series is not None and series.indicator.calendar.merges(2)

    def covered_cells(self) -> dict[tuple[int, int], int]:
        """Lay the January cell of merged series over February."""
        rows = range(len(self.rows))
        return {(row, FEBRUARY): JANUARY for row in rows if self.merges_jan_feb(row)}

    def month_at(self, row: int, column: int) -> Month | None:
        """Return the month a cell stands for; the merged 1—2月 cell is February."""
        if self.series_at(row) is None or not JANUARY <= column < COLUMNS:
            return None
        merged = column == JANUARY and self.merges_jan_feb(row)
        return Month(self.as_of.year, column - JANUARY + (2 if merged else 1))

    def key_at(self, row: int, column: int) -> CellKey | None:
        """Return the cell's key; None outside the months."""
        month, series = self.month_at(row, column), self.series_at(row)
        if month is None or series is None:
            return None
        return CellKey(series.indicator.id, self.region, month, series.measure, series.basis)

    def closed_reason(self, row: int, column: int) -> str:
        """Say why a cell takes no figure, by its calendar and by today."""
        month, series = self.month_at(row, column), self.series_at(row)
        if month is None or series is None:
            return "这里不填数。"
        closed = closed_reason(series.indicator, series.basis, month, self.session.today())
        if closed:
            return closed
        held = lock_of(self.session.snapshot.settings, month)
        return "" if held is None else lock_sentence(month, held)

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
        """Return a month's head under its quarter, or a label's."""
        if column < JANUARY:
            centred = column == NUMBER
            return HeadLook(
                _HEADS[column], right=column == TARGET, centred=centred, small=column == UNIT
            )
        month = column - JANUARY + 1
        together = month == 2 and self.view.basis is not Basis.MONTH
        text = "1—2 月" if together else f"{month} 月"
        if month == 1 and all(self.merges_jan_feb(row) for row in self._open_in_january()):
            text = ""
        quarter = _QUARTERS[(month - 1) // 3]
        return HeadLook(text, quarter, right=True, current=month == self.as_of.month)

    def count(self) -> EntryCount:
        """Count the main figures due and entered in the as-of month, over the indicators shown."""
        keys = [
            CellKey(
                row.indicator.id,
                self.region,
                self.as_of,
                row.indicator.judged_by,
                row.indicator.basis_of(row.indicator.judged_by),
            )
            for row in self.rows
            if isinstance(row, SeriesRow)
        ]
        return count_entered(self.session.snapshot, keys, self.session.today())

    def count_doubtful(self) -> int:
        """Count the figures of the as-of month whose warnings nobody has answered."""
        column = JANUARY + self.as_of.month - 1
        keys = (self.key_at(row, self.start_column(row, column)) for row in range(len(self.rows)))
        return sum(1 for key in keys if key is not None and self.findings.is_doubtful(key))

    def start_column(self, row: int, column: int) -> int:
        """Return the column a month's cell begins in: January for 1—2月."""
        return JANUARY if column == FEBRUARY and self.merges_jan_feb(row) else column

    def _revised_cells(self) -> frozenset[CellKey]:
        return self.session.store.revised_cells(self.region, self.as_of.year)

    def _open_in_january(self) -> list[int]:
        return [
            row
            for row in range(len(self.rows))
            if (series := self.series_at(row)) is not None
            and (series.indicator.calendar.merges(2) or series.indicator.calendar.is_due(1))
        ]

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
        """Lay a block onto the months; a block with one column for 1—2月 meets the merged cells."""
        compact = self._has_one_column_for_jan_feb(block, selection)
        grid = [self._keys_of(row, compact=compact) for row in range(len(self.rows))]
        corner = selection._replace(column=selection.column - JANUARY)
        return land_figures(block, corner, grid, self._indicator_of, self._edit_to)

    def _indicator_of(self, key: CellKey) -> Indicator:
        return self.session.snapshot.indicator(key.indicator)

    def _keys_of(self, row: int, *, compact: bool) -> list[CellKey | None]:
        """Return a row's twelve keys, None where closed; eleven when 1—2月 is one column."""
        keys: list[CellKey | None] = []
        for column in range(JANUARY, COLUMNS):
            covered = column == FEBRUARY and self.merges_jan_feb(row)
            is_open = not covered and not self.closed_reason(row, column)
            keys.append(self.key_at(row, column) if is_open else None)
        if compact:
            del keys[1 if self.merges_jan_feb(row) else 0]
        return keys

    def _has_one_column_for_jan_feb(self, block: Block, selection: Selection) -> bool:
        """Say whether a block from January on has something where a merged cell hides February."""
        if selection.column != JANUARY:
            return False
        return any(
            self.merges_jan_feb(selection.row + row) and block.text(row, 1)
            for row in range(block.height)
        )

    def problem_of(self, key: GridKey, text: str, error: TrackerError) -> Problem:
        """Describe text that is no figure."""
        fix = error.suggestion if isinstance(error, NumberProblem) else None
        title = NOT_A_NUMBER if isinstance(error, NumberProblem) else NOT_WRITTEN
        return Problem(text, title, str(error), fix or "")

    def step_text(self, edit: Edit) -> str:
        """Name one edit: 招商引资到位资金 4 月 1,046.5."""
        assert isinstance(edit, ActualEdit)
        indicator = self.session.snapshot.indicator(edit.key.indicator)
        month = month_name(indicator, edit.key.month.month)
        value = "清空" if edit.value is None else amount(edit.value, indicator, edit.key.measure)
        return f"{indicator.name} {month} {value}"

    def place_words(self, keys: frozenset[GridKey]) -> str:
        """Name the months and rows of a paste: 4 月，第 1—8 行."""
        months = sorted({key.month.month for key in keys if isinstance(key, CellKey)})
        touched = {key.indicator for key in keys}
        numbers = [
            row.number
            for row in self.rows
            if isinstance(row, SeriesRow) and row.indicator.id in touched
        ]
        if not months or not numbers:
            return ""
        rows = _span(min(numbers), max(numbers))
        return f"{_span(months[0], months[-1])} 月，第 {rows} 行"

    def rows_touched(self, changes: Changes) -> Iterable[int]:
        """Return the rows of the indicators that changed: a figure moves its derived neighbours."""
        touched = changes.indicators
        self.findings.forget(changes)
        if any(key.region == self.region for key in changes.cells):
            self._revised = self._revised_cells()
        if changes.settings:  # a 不可比 mark decides what can be derived
            return range(len(self.rows))
        return [
            row
            for row, shown in enumerate(self.rows)
            if isinstance(shown, SeriesRow) and shown.indicator.id in touched
        ]

    # How it looks.

    def look_of(self, row: int, column: int) -> CellLook:
        """Make a cell's look."""
        shown = self.rows[row]
        if isinstance(shown, GroupRow):
            return group_look(shown, named=column == NAME)
        if column == NUMBER:
            return number_look(str(shown.number))
        if column == NAME:
            settings = self.session.snapshot.settings
            return name_look(shown, break_words(settings, shown.indicator.id, self.as_of.year))
        if column == UNIT:
            return unit_look(shown.indicator.unit_of(shown.measure))
        if column == TARGET:
            return target_look(shown, self._annual_target(shown))
        return self._month_look(shown, row, column)

    def _annual_target(self, row: SeriesRow) -> Target | None:
        year = self.as_of.year
        key = TargetKey(row.indicator.id, self.region, year, Horizon.FY, row.measure)
        return lowest_target(self.session.snapshot, key, self.as_of)[0]

    def _month_look(self, shown: SeriesRow, row: int, column: int) -> CellLook:
        key = self.key_at(row, column)
        assert key is not None
        reading_here = self.reading_at(row, column)
        closed = self.closed_reason(row, column)
        if closed:
            return closed_look(printed(shown, reading_here), closed)
        problem = self.problems.get(key)
        if problem is not None:
            return problem_look(problem)
        current = key.month == self.as_of
        look = figure_look(
            shown,
            reading_here,
            current=current,
            pasted=self.is_pasted(key),
            revised=key in self._revised,
        )
        # Past months are looked at in the pane: a grid of marks for all of them tells nothing.
        return doubtful_look(look) if current and self.findings.is_doubtful(key) else look


def _span(first: int, last: int) -> str:
    return str(first) if first == last else f"{first}—{last}"
