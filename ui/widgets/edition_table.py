"""EditionTable: the 会议版 of a ledger, one line each, with what was frozen and its fingerprint."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QSignalBlocker, Signal

from tracker.desk.meeting_lists import editions_list
from tracker.editions import Edition
from tracker.indicators import Catalogue
from ui.theme import Theme
from ui.widgets.plain_table import ROW_PX
from ui.widgets.stage_table import StageTable

_HEAD_PX, _MOST_SHOWN = 31, 6


class EditionTable(StageTable):
    """Read-only. Enter or a double click opens an edition."""

    wanted = Signal(object)
    """Emitted with the Edition that is to be opened."""
    chosen_changed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._held: tuple[Edition, ...] = ()
        self.selectionModel().currentRowChanged.connect(self.chosen_changed)

    def show_editions(self, held: Sequence[Edition], places: Catalogue) -> None:
        """Show the editions; the chosen one stays chosen, else it is the first."""
        if tuple(held) == self._held:
            return
        chosen = self.chosen
        self._held = tuple(held)
        with QSignalBlocker(self.selectionModel()):
            self.show_list(editions_list(held, places))
        self.setFixedHeight(_HEAD_PX + ROW_PX * max(1, min(_MOST_SHOWN, len(held))))
        if chosen is not None:
            self.choose(chosen.name)

    @property
    def chosen(self) -> Edition | None:
        """The edition that is selected."""
        row = self.currentIndex().row()
        return self._held[row] if 0 <= row < len(self._held) else None

    def choose(self, name: str) -> None:
        """Select an edition by its name."""
        for row, one in enumerate(self._held):
            if one.name == name:
                self.setCurrentIndex(self.lines.index(row, 0))

    def open(self, index: QModelIndex) -> None:
        """Ask for the edition of a line."""
        if index.isValid():
            self.wanted.emit(self._held[index.row()])
