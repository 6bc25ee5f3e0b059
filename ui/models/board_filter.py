"""BoardFilter: which rows of the board are shown, by lever, department, light and words."""

from dataclasses import dataclass, replace

from tracker.board import Board, BoardRow
from tracker.indicators import Light


@dataclass(frozen=True, slots=True)
class BoardFilter:
    """What is shown; "" and None for all. Every word of `words` must be found in a row's names."""

    lever: str = ""
    department: str = ""
    light: Light | None = None
    words: str = ""

    @property
    def is_open(self) -> bool:
        """Say whether everything is shown."""
        return not (self.lever or self.department or self.light is not None or self.words.strip())

    def takes(self, row: BoardRow) -> bool:
        """Say whether a row is shown. Rows without a target have no light to be filtered by."""
        progress = row.progress
        indicator = progress.indicator
        if self.light is not None and (progress.light is not self.light or progress.target is None):
            return False
        names = (indicator.name, indicator.short_name, indicator.id, *row.tags)
        text = " ".join((*names, indicator.lever, indicator.lead_department)).lower()
        return (
            self.lever in ("", indicator.lever)
            and self.department in ("", indicator.lead_department)
            and all(word in text for word in self.words.lower().split())
        )

    def of(self, board: Board) -> Board:
        """Return the board with the rows that are shown; its sums stay those of all rows."""
        return replace(
            board,
            cumulative=tuple(row for row in board.cumulative if self.takes(row)),
            growth=tuple(row for row in board.growth if self.takes(row)),
        )
