"""MonthsAxis: 按指标, one region's series down and the twelve months of a year across."""

from collections.abc import Iterable

from tracker.breaks import break_words
from tracker.edits import Changes
from tracker.entry_context import EntryCount, count_entered
from tracker.indicators import Basis, CellKey, Target, TargetKey
from tracker.periods import Horizon, Month
from tracker.progress.pace import lowest_target
from ui.models.cell_look import CellLook, HeadLook
from ui.models.entry_axis import LABELS, NAME, NUMBER, EntryAxis, main_key, span_words
from ui.models.entry_looks import group_look, name_look, number_look, target_look, unit_look
from ui.models.entry_rows import EntryView, GroupRow, SeriesRow, entry_rows
from ui.session import Session

UNIT, TARGET = 2, 3
JANUARY = LABELS
FEBRUARY = JANUARY + 1
JUNE_COLUMN = JANUARY + 5
COLUMNS = JANUARY + 12
_HEADS = ("", "指标", "单位", "年度目标")
_QUARTERS = ("一季度", "二季度", "三季度", "四季度")


class MonthsAxis(EntryAxis):
    """Rows are groups and series.

    In a series that reports 1—2月 together the January column stands for February and the view
    lays it over both.
    """

    half_after = JUNE_COLUMN

    def __init__(self, session: Session, view: EntryView) -> None:
        super().__init__(session, (session.region,))
        self.region = session.region
        self._basis = view.basis
        self.rows = entry_rows(session.snapshot, self.regions, self.as_of.year, view)

    @property
    def columns(self) -> int:
        """The labels and the months."""
        return COLUMNS

    def series_at(self, row: int, column: int = JANUARY) -> SeriesRow | None:
        """Return the series of a row; None for a group and for labels."""
        inside = 0 <= row < len(self.rows) and JANUARY <= column < COLUMNS
        found = self.rows[row] if inside else None
        return found if isinstance(found, SeriesRow) else None

    def merges_jan_feb(self, row: int) -> bool:
        """Say whether a row has one cell for 1—2月."""
        series = self.series_at(row)
        return series is not None and series.indicator.calendar.merges(2)

    def covered_cells(self) -> dict[tuple[int, int], int]:
        """Lay the January cell of merged series over February."""
        rows = range(len(self.rows))
        return {(row, FEBRUARY): JANUARY for row in rows if self.merges_jan_feb(row)}

    def compact_column(self, row: int) -> int | None:
        """Leave out what one column for 1—2月 has no room for: a covered cell, or January."""
        return 1 if self.merges_jan_feb(row) else 0

    def key_at(self, row: int, column: int) -> CellKey | None:
        """Return the cell's key; the merged 1—2月 cell is February."""
        series = self.series_at(row, column)
        if series is None:
            return None
        merged = column == JANUARY and self.merges_jan_feb(row)
        month = Month(self.as_of.year, column - JANUARY + (2 if merged else 1))
        return CellKey(series.indicator.id, self.region, month, series.measure, series.basis)

    def place_near(
        self, indicator: str, region: str, month: Month | None
    ) -> tuple[int, int] | None:
        """Return the indicator's cell of a month, or of the month in view."""
        year = self.as_of.year
        shown = month if month is not None and month.year == year else self.as_of
        for row in range(len(self.rows)):
            series = self.series_at(row)
            if series is not None and series.indicator.id == indicator:
                return row, JANUARY + shown.month - 1
        return None

    def head(self, column: int) -> HeadLook:
        """Return a month's head under its quarter, or a label's."""
        if column < JANUARY:
            centred = column == NUMBER
            return HeadLook(
                _HEADS[column], right=column == TARGET, centred=centred, small=column == UNIT
            )
        month = column - JANUARY + 1
        together = month == 2 and self._basis is not Basis.MONTH
        text = "1—2 月" if together else f"{month} 月"
        if month == 1 and all(self.merges_jan_feb(row) for row in self._open_in_january()):
            text = ""
        quarter = _QUARTERS[(month - 1) // 3]
        return HeadLook(text, quarter, right=True, current=month == self.as_of.month)

    def label_look(self, row: int, column: int) -> CellLook:
        """Return the look of number, name, unit and target, or of a group's head."""
        shown = self.rows[row]
        if isinstance(shown, GroupRow):
            return group_look(shown, named=column == NAME)
        assert isinstance(shown, SeriesRow)
        if column == NUMBER:
            return number_look(str(shown.number))
        if column == NAME:
            settings = self.session.snapshot.settings
            return name_look(shown, break_words(settings, shown.indicator.id, self.as_of.year))
        if column == UNIT:
            return unit_look(shown.indicator.unit_of(shown.measure))
        return target_look(shown, self._annual_target(shown))

    def place_words(self, keys: Iterable[CellKey]) -> str:
        """Name the months and rows of a paste: 4 月，第 1—8 行."""
        held = list(keys)
        months = sorted({key.month.month for key in held})
        touched = {key.indicator for key in held}
        numbers = [
            row.number
            for row in self.rows
            if isinstance(row, SeriesRow) and row.indicator.id in touched
        ]
        if not months or not numbers:
            return ""
        rows = span_words(min(numbers), max(numbers))
        return f"{span_words(months[0], months[-1])} 月，第 {rows} 行"

    def rows_touched(self, changes: Changes) -> Iterable[int]:
        """Return the rows of the indicators that changed: a figure moves its derived neighbours."""
        touched = changes.indicators
        return [
            row
            for row, shown in enumerate(self.rows)
            if isinstance(shown, SeriesRow) and shown.indicator.id in touched
        ]

    def count(self) -> EntryCount:
        """Count the main figures due and entered in the month in view, over the indicators."""
        rows = (row for row in self.rows if isinstance(row, SeriesRow))
        keys = [main_key(row, self.region, self.as_of) for row in rows]
        return count_entered(self.session.snapshot, keys, self.session.today())

    def doubt_keys(self) -> list[CellKey]:
        """Return the cells of the month in view."""
        column = JANUARY + self.as_of.month - 1
        keys = (self.key_at(row, self._start(row, column)) for row in range(len(self.rows)))
        return [key for key in keys if key is not None]

    def _start(self, row: int, column: int) -> int:
        """Return the column a month's cell begins in: January for 1—2月."""
        return JANUARY if column == FEBRUARY and self.merges_jan_feb(row) else column

    def _open_in_january(self) -> list[int]:
        return [
            row
            for row in range(len(self.rows))
            if (series := self.series_at(row)) is not None
            and (series.indicator.calendar.merges(2) or series.indicator.calendar.is_due(1))
        ]

    def _annual_target(self, row: SeriesRow) -> Target | None:
        year = self.as_of.year
        key = TargetKey(row.indicator.id, self.region, year, Horizon.FY, row.measure)
        return lowest_target(self.session.snapshot, key, self.as_of)[0]
