"""ChangesPanel: 某日以来改了哪些目标, in the place of the grid."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit

from tracker.inspection.stage_list import StageList
from ui.theme import Theme
from ui.widgets.icon import icon_button
from ui.widgets.label import label
from ui.widgets.plan_panel import PlanPanel
from ui.widgets.stage_table import StageTable


class ChangesPanel(PlanPanel):
    """A day to compare with, and the list. Enter in the field asks for the list of another day."""

    since_wanted = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(away="关闭")
        self.title.setText("改了哪些目标")
        self.since = QLineEdit()
        self.since.setPlaceholderText("2023-03-01")
        self.since.setAccessibleName("与哪一天的目标比")
        self.since.setFixedWidth(130)
        self.refused = label("", "second", "bad")
        self.copy = icon_button(theme, "copy", "复制")
        self.export = icon_button(theme, "file-spreadsheet", "导出清单")
        self.print = icon_button(theme, "printer", "打印")
        self.table = StageTable(theme)
        self.nothing = label("", "second")
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._lay_out()
        self.since.returnPressed.connect(self._send)
        self.since.editingFinished.connect(self._send)
        self._sent = ""

    def show_list(self, since: str, held: StageList) -> None:
        """Show the changes since a day."""
        self._sent = since
        self.since.setText(since)
        self.refused.setText("")
        self.summary.setText(held.sentence)
        self.table.setVisible(bool(held.lines))
        self.nothing.setVisible(not held.lines)
        self.nothing.setText(f"{held.sentence}。")
        for part in (self.copy, self.export, self.print):
            part.setEnabled(bool(held.lines))
        if held.lines:
            self.table.show_list(held)

    def refuse(self, sentence: str) -> None:
        """Say what is wrong with the day."""
        self.refused.setText(sentence)

    def _send(self) -> None:
        if self.since.text() != self._sent:
            self._sent = self.since.text()
            self.since_wanted.emit(self._sent)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(20, 12, 16, 10)
        row.setSpacing(10)
        row.addWidget(label("与这一天比", "helper"))
        row.addWidget(self.since)
        row.addWidget(self.refused)
        row.addStretch(1)
        for part in (self.copy, self.print, self.export):
            row.addWidget(part)
        column = self._column
        column.addLayout(row)
        column.addWidget(self.table, 1)
        column.addWidget(self.nothing, 1)
