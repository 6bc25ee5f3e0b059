"""EntryAround: the edit bar and the pane beside the grid of 填报, which follow the current cell."""

from tracker.entry_context import equation, month_name
from tracker.indicators import CellKey
from tracker.progress import headline_rows
from tracker.progress.result import Progress
from ui.models.entry_rows import Way
from ui.models.entry_table import EntryTable
from ui.session import Session
from ui.widgets.cell_pane import CellPane
from ui.widgets.grid_bars import EditBar
from ui.widgets.grid_panel import GridPanel


class EntryAround:
    """Says what the current cell is, how its number arose, and everything about it in the pane."""

    def __init__(
        self, table: EntryTable, grid: GridPanel, edit_bar: EditBar, pane: CellPane
    ) -> None:
        self._table = table
        self._grid = grid
        self._edit_bar = edit_bar
        self._pane = pane

    @property
    def key(self) -> CellKey | None:
        """The key of the current cell."""
        here = self._grid.current
        return None if here is None else self._table.key_at(*here)

    def show(self, pane_in_sight: bool) -> None:
        """Follow the current cell; the pane only where it can be seen."""
        here, key, table = self._grid.current, self.key, self._table
        if here is None or key is None:
            self._edit_bar.show_cell("", "", "", "")
            return
        snapshot = table.session.snapshot
        indicator = snapshot.indicator(key.indicator)
        month = month_name(indicator, key.month.month)
        if table.view.way is Way.REGIONS:
            month = f"{snapshot.region(key.region).short_name} {month}"
        text = table.text_to_edit(*here)
        self._edit_bar.show_cell(indicator.name, month, text, equation(snapshot, key))
        if not pane_in_sight:
            return
        problem, reading = table.problem_at(*here), table.reading_at(*here)
        self._pane.show_cell(
            key,
            table.look(*here).text,
            _headline(table.session, key),
            bad=problem is not None,
            derived=problem is None and reading is not None and reading.derived,
        )


def _headline(session: Session, key: CellKey) -> Progress | None:
    rows = headline_rows(session.snapshot, key.region, session.as_of, only=key.indicator)
    return rows[0] if rows else None
