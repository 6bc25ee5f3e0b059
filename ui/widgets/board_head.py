"""BoardHead: the head of the board, its words over the numbers."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter

from ui.theme import Theme
from ui.widgets.board_delegate import BoardDelegate, inset
from ui.widgets.lettering import Align, Lettering
from ui.widgets.row_delegate import LEFT_PADDING
from ui.widgets.row_head import RowHead
from ui.widgets.ruler import Scale


class BoardHead(RowHead):
    """A click sorts by a column."""

    def __init__(self, theme: Theme, names: list[str], delegate: BoardDelegate) -> None:
        super().__init__(theme, names)
        self._delegate = delegate

    def _write(
        self, painter: QPainter, rect: QRect, middle: float, head: tuple[str, str], word: Lettering
    ) -> None:
        name, text = head
        if name in ("light", "indicator"):
            left = LEFT_PADDING if name == "light" else rect.left()
            word.write(painter, text, left, middle)
        elif name == "ruler":
            word.write(painter, text, Scale.of(rect).at(0.5), middle, Align.CENTRE)
        else:
            right = rect.right() + 1 - inset(name, self._delegate.last_column)
            word.write(painter, text, right, middle, Align.RIGHT)
