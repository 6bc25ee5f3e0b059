"""EntryBeside: what stands at the right of the grid of 填报: the cell, or a list in its place."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

_PANE_FROM = 1320 - 169
"""Page width from which the cell pane is always open (a window of 1,320 px)."""


class EntryBeside:
    """Shows the cell pane or one of the others, never two. F4 shows and hides the cell pane."""

    def __init__(self, pane: QWidget, others: Sequence[QWidget]) -> None:
        self._pane = pane
        self._others = others
        self._wanted: bool | None = None
        self._fits = True
        for other in others:
            other.hide()

    def show(self, shown: QWidget) -> None:
        """Put one of the others in the place of the cell pane."""
        for one in (self._pane, *self._others):
            one.setVisible(one is shown)

    def close(self) -> None:
        """Go back to the cell pane, or to none where it was not open."""
        for other in self._others:
            other.hide()
        self._pane.setVisible(self._fits if self._wanted is None else self._wanted)

    def show_pane(self) -> None:
        """Show the cell pane where a list has led to a cell, also in a narrow window."""
        self.show(self._pane)

    def toggle(self) -> None:
        """Show or hide the cell pane."""
        self._wanted = self._pane.isHidden()
        for other in self._others:
            other.hide()
        self._pane.setVisible(self._wanted)

    def fit(self, width: int) -> None:
        """Leave the cell pane out of narrow windows until it is asked for."""
        self._fits = width >= _PANE_FROM
        if self._wanted is None and all(other.isHidden() for other in self._others):
            self._pane.setVisible(self._fits)
