"""RevisedMarks: which cells were entered more than once, asked of the ledger when first shown."""

from tracker.edits import Changes
from tracker.indicators import CellKey
from ui.session import Session

_FEW = 50
"""Changed cells that are asked about one by one; of a larger block all is asked anew."""


class RevisedMarks:
    """Keeps the revised cells of the regions that were shown, of one year."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._held: dict[tuple[str, int], frozenset[CellKey]] = {}

    def has(self, key: CellKey) -> bool:
        """Say whether a cell was entered more than once."""
        place = (key.region, key.month.year)
        if place not in self._held:
            self._held[place] = self._session.store.log.revised_cells(*place)
        return key in self._held[place]

    def follow(self, changes: Changes) -> None:
        """Ask again about what a revision changed."""
        for place in changes.slices & set(self._held):
            touched = {key for key in changes.cells if (key.region, key.month.year) == place}
            if len(touched) > _FEW:
                del self._held[place]
            else:
                found = self._session.store.log.revised_cells(*place, touched)
                self._held[place] = (self._held[place] - touched) | found

    def forget(self) -> None:
        """Ask about everything anew."""
        self._held.clear()
