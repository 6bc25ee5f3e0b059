"""The right pane of 图表: 内容 and 样式 above, 大事, 导出 below."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from ui.widgets.chart_options import ChartOptions
from ui.widgets.event_list import EventList
from ui.widgets.export_panel import ExportPanel
from ui.widgets.icon import divider
from ui.widgets.label import label

PANE_PX = 300
_PAD_PX = 20
_LEAST_PX, _BELOW_PX = 120, 60


class ChartPane(QWidget):
    """Puts the parts of the pane under each other at a fixed width.

    In a low window what is above 导出 scrolls, so that the buttons stay in reach.
    """

    def __init__(self, options: ChartOptions, events: EventList, panel: ExportPanel) -> None:
        super().__init__()
        self.setFixedWidth(PANE_PX)
        column = QVBoxLayout()
        column.setContentsMargins(0, 13, 0, 16)
        column.setSpacing(0)
        column.addWidget(_Upper(options, events))
        lower = QVBoxLayout()
        lower.setContentsMargins(_PAD_PX - 1, 13, _PAD_PX, 0)
        lower.setSpacing(0)
        lower.addWidget(divider())
        lower.addSpacing(10)
        lower.addWidget(label("导出", "section"))
        lower.addSpacing(6)
        lower.addWidget(panel, 1)
        column.addLayout(lower, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(divider(vertical=True))
        row.addLayout(column, 1)


class _Upper(QScrollArea):
    """As high as its parts, where the window has that much room; else they scroll."""

    def __init__(self, *parts: QWidget) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._held = QWidget()
        self._held.setProperty("role", "scrolled")
        column = QVBoxLayout(self._held)
        column.setContentsMargins(_PAD_PX - 1, 0, _PAD_PX, 0)
        column.setSpacing(0)
        for part in parts:
            column.addWidget(part)
        self.setWidget(self._held)
        self._held.installEventFilter(self)

    def sizeHint(self) -> QSize:
        """Return the size of the parts."""
        return self._held.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Return the least that is of use."""
        return QSize(0, _LEAST_PX)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ask for another height when a part appears, grows or goes."""
        if watched is self._held and event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
            written = self._held.focusWidget()
            if written is not None and written.hasFocus():
                self.ensureWidgetVisible(written, 0, _BELOW_PX)
        return False
