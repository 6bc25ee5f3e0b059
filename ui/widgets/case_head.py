"""CaseHead: the head of 半年督查清单, its words over the texts."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter

from ui.widgets.case_delegate import TEXT_PADDING
from ui.widgets.lettering import Align, Lettering
from ui.widgets.row_delegate import LEFT_PADDING
from ui.widgets.row_head import RowHead

_INSETS = {"light": LEFT_PADDING, "reason": TEXT_PADDING}


class CaseHead(RowHead):
    """30 px between two hairlines; a click sorts by a column."""

    height_px = 30

    def _write(
        self, painter: QPainter, rect: QRect, middle: float, head: tuple[str, str], word: Lettering
    ) -> None:
        name, text = head
        painter.fillRect(rect.left(), rect.top(), rect.width(), 1, self._theme.color("line"))
        if name in ("value", "gap"):
            word.write(painter, text, rect.right() + 1, middle, Align.RIGHT)
        else:
            word.write(painter, text, rect.left() + _INSETS.get(name, 0), middle)
