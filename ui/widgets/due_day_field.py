"""DueDayField: 报送日 省财政厅 次月 [12] 日: by which day a department reports, and its change."""

from collections.abc import Mapping

from PySide6.QtCore import QRegularExpression, Qt, Signal
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from ui import fonts
from ui.plain_tip import plain_tip
from ui.theme import Theme
from ui.widgets.label import label
from ui.widgets.lettering import elided
from ui.widgets.pick_button import PickButton, PickOption

_ARROW = 44
"""What the frame and the arrow of a pick button take, px."""
_DAY = QRegularExpression(r"[1-9]|1\d|2[0-8]")


class DueDayField(QWidget):
    """Emits `chosen` when Enter is pressed on another day than the one that holds."""

    chosen = Signal(str, str)
    """Emitted with the department and the day as typed."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._days: Mapping[str, int] = {}
        self.department = PickButton(theme, self._options)
        self.department.setFixedWidth(148)
        self.department.setAccessibleName("牵头单位")
        self.department.picked.connect(self._show)
        self.day = QLineEdit()
        self.day.setFixedWidth(40)
        self.day.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.day.setValidator(QRegularExpressionValidator(_DAY, self.day))
        self.day.setAccessibleName("报送日")
        self.day.setToolTip("次月 1 到 28 日，回车保存；过了这一天还没有报的就算逾期")
        self.day.returnPressed.connect(self._send)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.department)
        row.addStretch(1)
        row.addWidget(label("次月", "second"))
        row.addWidget(self.day)
        row.addWidget(label("日前报送", "second"))

    def show_days(self, days: Mapping[str, int]) -> None:
        """Show the departments with their days; the picked one stays picked."""
        self._days = days
        picked = self.department.value
        self._show(picked if picked in days else next(iter(days), ""))

    def _show(self, department: str) -> None:
        room = self.department.width() - _ARROW
        self.department.show_value(department, elided(department, 13, fonts.MEDIUM, room))
        self.department.setToolTip(plain_tip(department))
        self.day.setText(str(self._days.get(department, "")))

    def _options(self) -> list[PickOption]:
        return [PickOption(name, name, 0, f"{day} 日") for name, day in self._days.items()]

    def _send(self) -> None:
        name, text = self.department.value, self.day.text()
        if text and text != str(self._days.get(name, "")):
            self.chosen.emit(name, text)
