"""Where a block lands in 填报: its figures' cells, in whichever way the block is laid."""

from collections.abc import Callable

from tracker.edits import Edit
from tracker.exchange.clipboard import Block, Selection
from tracker.exchange.importing.indicator_words import shipped_aliases
from tracker.exchange.importing.vocabulary import Vocabulary
from tracker.exchange.pasting import Arrangement, Ground, LayBy, ways_to_lay
from tracker.exchange.pasting.ground import Place
from tracker.indicators import CellKey, Indicator
from ui.models.entry_axis import LABELS, EntryAxis
from ui.models.entry_months import FEBRUARY, JANUARY
from ui.models.entry_paste import land_figures
from ui.models.entry_rows import GroupRow
from ui.models.landing import Landing


class EntryLanding:
    """Lays blocks onto one axis. Heads of groups are no rows to a block: it goes on below them."""

    def __init__(
        self,
        axis: EntryAxis,
        is_closed: Callable[[int, int], bool],
        edit_to: Callable[[CellKey, float], Edit | None],
    ) -> None:
        self._axis = axis
        self._edit_to = edit_to
        self._catalogue = axis.session.snapshot.catalogue
        self._rows = [n for n, row in enumerate(axis.rows) if not isinstance(row, GroupRow)]
        covered = axis.covered_cells()
        self._covered = covered
        self._keys = [
            [
                None if (row, column) in covered or is_closed(row, column)
                else axis.key_at(row, column)
                for column in range(LABELS, axis.columns)
            ]
            for row in self._rows
        ]  # fmt: skip

    def land(self, block: Block, selection: Selection) -> Landing:
        """Lay a block from the selection's corner on, as it was copied."""
        compact = self._has_one_column_for_jan_feb(block, selection)
        return self._land(block, self._inside(selection), compact=compact)

    def land_way(self, way: Arrangement, selection: Selection) -> Landing:
        """Lay a block in one of its ways."""
        if way.by is LayBy.POSITION and not way.notes:
            return self.land(way.block, selection)
        return self._land(way.block, Selection(*way.corner), compact=False)

    def ways(self, block: Block, selection: Selection) -> tuple[Arrangement, ...]:
        """Return the ways in which a block may be meant."""
        inside = self._inside(selection)
        compact = self._has_one_column_for_jan_feb(block, selection)
        keys = self._compact_keys() if compact else self._keys
        ground = Ground(keys, Place(inside.row, inside.column), self._axis.as_of.year)
        words = Vocabulary(self._catalogue, shipped_aliases())
        return ways_to_lay(block, ground, words, self._unit_of)

    def _land(self, block: Block, selection: Selection, *, compact: bool) -> Landing:
        keys = self._compact_keys() if compact else self._keys
        return land_figures(block, selection, keys, self._indicator_of, self._edit_to)

    def _inside(self, selection: Selection) -> Selection:
        """Return a selection in rows and columns of figures."""
        chosen = range(selection.row, selection.row + selection.height)
        rows = [at for at, row in enumerate(self._rows) if row in chosen]
        first = rows[0] if rows else 0
        return Selection(first, selection.column - LABELS, max(1, len(rows)), selection.width)

    def _compact_keys(self) -> list[list[CellKey | None]]:
        """Return the keys with one column for 1—2月."""
        compact: list[list[CellKey | None]] = []
        for row, keys in zip(self._rows, self._keys, strict=True):
            left_out = self._axis.compact_column(row)
            compact.append([key for at, key in enumerate(keys) if at != left_out])
        return compact

    def _has_one_column_for_jan_feb(self, block: Block, selection: Selection) -> bool:
        """Say whether a block from January on has something where a merged cell hides February."""
        if selection.column != JANUARY or not self._covered:
            return False
        first = self._inside(selection).row
        return any(
            (row, FEBRUARY) in self._covered and block.text(down, 1)
            for down, row in enumerate(self._rows[first : first + block.height])
        )

    def _indicator_of(self, key: CellKey) -> Indicator:
        return self._catalogue.indicator(key.indicator)

    def _unit_of(self, key: CellKey) -> str:
        return self._indicator_of(key).unit_of(key.measure)
