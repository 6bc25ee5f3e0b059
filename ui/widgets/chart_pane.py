"""The right pane of 图表: 内容 and 样式 above, 导出 below."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.widgets.chart_options import ChartOptions
from ui.widgets.export_panel import ExportPanel
from ui.widgets.icon import divider
from ui.widgets.label import label

PANE_PX = 300
_PAD_PX = 20


class ChartPane(QWidget):
    """Puts the two halves of the pane under each other at a fixed width."""

    def __init__(self, options: ChartOptions, panel: ExportPanel) -> None:
        super().__init__()
        self.setFixedWidth(PANE_PX)
        column = QVBoxLayout()
        column.setContentsMargins(_PAD_PX - 1, 13, _PAD_PX, 16)
        column.setSpacing(0)
        column.addWidget(options)
        column.addSpacing(13)
        column.addWidget(divider())
        column.addSpacing(10)
        column.addWidget(label("导出", "section"))
        column.addSpacing(6)
        column.addWidget(panel, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(divider(vertical=True))
        row.addLayout(column, 1)
