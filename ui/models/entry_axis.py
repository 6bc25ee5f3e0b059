"""EntryAxis: which figure stands in which cell of 填报; one page, laid out in two directions."""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Sequence

from tracker.edits import Changes
from tracker.entry_context import EntryCount
from tracker.indicators import CellKey
from tracker.periods import Month
from ui.models.cell_look import CellLook, HeadLook
from ui.models.entry_rows import GroupRow, RegionRow, Row, SeriesRow
from ui.session import Session

LABELS = 4
"""Both directions begin with four columns of labels, which stay in sight."""
NUMBER, NAME = 0, 1


class EntryAxis(ABC):
    """The layout of a grid of figures: rows, columns, keys and the words of heads and labels.

    It is made anew for another region, month or choice of series. `half_after` is the column
    that the half line follows (None: time does not run across), `regions` whose figures it shows.
    """

    half_after: int | None = None

    def __init__(self, session: Session, regions: Sequence[str]) -> None:
        self.session = session
        self.as_of: Month = session.as_of
        self.regions = tuple(regions)
        self.rows: list[Row] = []

    @property
    @abstractmethod
    def columns(self) -> int:
        """How many columns there are, labels and figures."""

    @abstractmethod
    def series_at(self, row: int, column: int) -> SeriesRow | None:
        """Return the series of a cell; None outside the figures."""

    @abstractmethod
    def key_at(self, row: int, column: int) -> CellKey | None:
        """Return a cell's key; None outside the figures."""

    @abstractmethod
    def place_near(
        self, indicator: str, region: str, month: Month | None
    ) -> tuple[int, int] | None:
        """Return the cell of a figure, or the one nearest to it; None without the indicator."""

    @abstractmethod
    def head(self, column: int) -> HeadLook:
        """Return a column's head."""

    @abstractmethod
    def label_look(self, row: int, column: int) -> CellLook:
        """Return the look of a label, or of any cell of a group's head."""

    def row_words(self, row: int) -> str:
        """Return the names that a row is found by: its indicator's, or its region's."""
        shown = self.rows[row]
        if isinstance(shown, SeriesRow):
            one = shown.indicator
            return f"{one.name} {one.short_name} {one.id} {one.lead_department}"
        if isinstance(shown, RegionRow):
            return " ".join((shown.region.name, shown.region.code, *shown.region.aliases))
        return ""

    def column_words(self, column: int) -> str:
        """Return the names that a column is found by; months have none."""
        return ""

    @abstractmethod
    def place_words(self, keys: Iterable[CellKey]) -> str:
        """Say where keys lie: 4 月，第 1—8 行."""

    @abstractmethod
    def rows_touched(self, changes: Changes) -> Iterable[int]:
        """Return the rows whose figures a change may have altered."""

    @abstractmethod
    def count(self) -> EntryCount:
        """Count the main figures due and entered in the month in view."""

    @abstractmethod
    def doubt_keys(self) -> list[CellKey]:
        """Return the cells of the month in view whose doubts are counted below the grid."""

    @property
    def first_place(self) -> tuple[int, int] | None:
        """The cell to stand on when there is no better one; None on an empty grid."""
        for row, shown in enumerate(self.rows):
            if not isinstance(shown, GroupRow) and self.columns > LABELS:
                return row, LABELS
        return None

    def covered_cells(self) -> dict[tuple[int, int], int]:
        """Return for each cell that a merged one lies over the column of the merged one."""
        return {}

    def compact_column(self, row: int) -> int | None:
        """Return which of a row's figures a block with one column for 1—2月 leaves out."""
        return None


def main_key(row: SeriesRow, region: str, month: Month) -> CellKey:
    """Name the figure that an indicator is judged by, whatever measure is shown."""
    judged_by = row.indicator.judged_by
    return CellKey(row.indicator.id, region, month, judged_by, row.indicator.basis_of(judged_by))


def span_words(first: int, last: int) -> str:
    """Print a run of numbers: 4, or 1—8."""
    return str(first) if first == last else f"{first}—{last}"
