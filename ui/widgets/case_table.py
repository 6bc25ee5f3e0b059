"""CaseTable: 半年督查清单, a row of 59 px for each indicator and region not past half."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtGui import QMouseEvent, QResizeEvent

from tracker.inspection.half_year import InspectionRow
from ui.models.case_columns import case_columns
from ui.models.row_table import Group
from ui.theme import Theme
from ui.widgets.case_delegate import TEXT_PADDING, CaseDelegate
from ui.widgets.case_head import CaseHead
from ui.widgets.row_view import RowView

_WIDTHS = {"light": 81, "name": 158, "value": 100, "gap": 68, "department": 126, "due": 94,
           "state": 146}  # fmt: skip
_LEAST_TEXT, _BARE_TEXT = 150, 80
_GIVEN_UP = ("department", "measure", "due")
"""Which columns are hidden, in this order, where the texts would become too narrow."""


class CaseTable(RowView[InspectionRow]):
    """Read-only; Enter, a double click or the arrow at the right open a row."""

    def __init__(self, theme: Theme, today: Callable[[], date]) -> None:
        columns = case_columns("上半年", today)
        names = [column.name for column in columns]
        delegate = CaseDelegate(theme, names, today)
        super().__init__(columns, lambda row: row.key, delegate, CaseHead(theme, names))
        self._today = today
        self.setAccessibleName("半年督查清单")
        self.table.modelReset.connect(self.hide_heads)  # after the view's own reset

    def show_rows(self, rows: Sequence[InspectionRow], period: str) -> None:
        """Show rows, keeping the selected one; `period` heads the figures."""
        chosen = self.chosen
        self.table.columns = tuple(case_columns(period, self._today))
        self.table.show([Group("rows", "", tuple(rows))])
        self.hide_heads()
        line = None if chosen is None else self.table.line_of(chosen.key)
        self.select_line(self.table.first_row if line is None else line)
        self.horizontalHeader().viewport().update()
        self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open a row by the arrow at its right."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and self._names[index.column()] == "state":
            self.open(index)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share what is left between reason and measure; hide columns where it is narrow."""
        super().resizeEvent(event)
        widths, texts = dict(_WIDTHS), ["reason", "measure"]
        width = self.viewport().width()
        hidden: list[str] = []
        for name in _GIVEN_UP:
            if width - sum(widths.values()) - TEXT_PADDING >= _LEAST_TEXT * len(texts):
                break
            hidden.append(name)
            widths.pop(name, None)
            texts = [text for text in texts if text != name]
        room = max(_BARE_TEXT, width - sum(widths.values()) - TEXT_PADDING)
        widths |= {text: room // len(texts) for text in texts}
        widths["reason"] += TEXT_PADDING + room % len(texts)
        for at, name in enumerate(self._names):
            self.setColumnHidden(at, name in hidden)
            if name in widths:
                self.setColumnWidth(at, widths[name])

    def sort_by(self, name: str) -> None:
        """Sort up, down, then by urgency again."""
        super().sort_by(name)
        self.hide_heads()
