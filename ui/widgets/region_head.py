"""RegionHead: the head of the ranking on 市州, with the axis of the rulers in it."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter

from ui.theme import Theme
from ui.widgets.lettering import Align, Lettering
from ui.widgets.region_delegate import number_inset
from ui.widgets.row_delegate import LEFT_PADDING
from ui.widgets.row_head import RowHead
from ui.widgets.ruler_axis import RulerAxis

_INSETS = {"rank": LEFT_PADDING, "move": 2, "region": 0}


class RegionHead(RowHead):
    """The order switch sorts, so a head is not clicked."""

    def __init__(self, theme: Theme, names: list[str]) -> None:
        super().__init__(theme, names, sorts=False)
        self._axis = RulerAxis(theme)
        self.month = 1
        self.tasks = True
        """Whether the rulers show shares of a task, or distances from a target."""

    def _write(
        self, painter: QPainter, rect: QRect, middle: float, head: tuple[str, str], word: Lettering
    ) -> None:
        name, text = head
        if name == "ruler" and self.tasks:
            self._axis.paint_task(painter, rect, self.month, middle)
        elif name == "ruler":
            self._axis.paint_growth(painter, rect, middle)
        elif name in _INSETS:
            word.write(painter, text, rect.left() + _INSETS[name], middle)
        else:
            right = rect.right() + 1 - number_inset(name)
            word.write(painter, text, right, middle, Align.RIGHT)
