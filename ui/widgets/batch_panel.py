"""批量导出: charts, regions, months, sizes, formats, folder; then progress and cancel."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QWidget,
)

from tracker.charts.file_names import FIELDS, TEMPLATE
from ui.widgets.chart_options import LEVELS
from ui.widgets.job_panel import JobPanel
from ui.widgets.label import label
from ui.widgets.segmented import Segmented
from ui.widgets.tick_list import TickList

Options = Sequence[tuple[object, str]]
_SIZE = (860, 560)
_ONE, _EVERY = "one", "every"


class BatchPanel(JobPanel):
    """The choices of 批量导出."""

    example_wanted = Signal()
    """Emitted when what files are called may have changed; `show_example` answers."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, "批量导出", "导出", _SIZE)
        self.charts, self.regions = TickList("图"), TickList("地区")
        self.months, self.sizes = TickList("月份"), TickList("尺寸")
        self.formats = {kind: QCheckBox(kind.upper()) for kind in ("png", "svg", "pdf")}
        self.zip_box = QCheckBox("另存一个 zip")
        self.indicators = Segmented(((_ONE, "图表页的指标"), (_EVERY, "有数的各一张")))
        self.indicators.setAccessibleName("一个指标的图画哪些")
        self.compared = Segmented(LEVELS)
        self.compared.setAccessibleName("排名、色块图、位次变化比哪一级")
        self.template = QLineEdit(TEMPLATE)
        self.template.setAccessibleName("文件名的样子")
        self.template.setToolTip("可用 " + "、".join(f"{{{name}}}" for name in FIELDS))
        self.example = label(tone="second")
        self.sets_button = QPushButton("一组图")
        self.sets_button.setToolTip("取出存下的一组图，或把现在选的存为一组")
        self._is_named = True
        self._arrange()
        self._connect()
        self.set_running(False)

    @property
    def every_indicator(self) -> bool:
        """Say whether charts about one indicator are drawn for every one with a figure."""
        return self.indicators.value == _EVERY

    @property
    def image_formats(self) -> tuple[str, ...]:
        """The ticked formats."""
        return tuple(kind for kind, box in self.formats.items() if box.isChecked())

    @property
    def compares_counties(self) -> bool:
        """Say whether charts that put regions in order compare the counties where they can."""
        return self.compared.value == LEVELS[True][0]

    def show_example(self, words: str, *, wrong: bool = False) -> None:
        """Show what the first file will be called, or what is wrong with the template."""
        self.example.setText(words)
        self._is_named = not wrong
        self._allow()

    def _choices(self) -> tuple[QWidget, ...]:
        return (self.charts, self.regions, self.months, self.sizes, self._fields, self.sets_button)

    def _arrange(self) -> None:
        lists = QHBoxLayout()
        lists.setSpacing(12)
        for part in (self.charts, self.regions, self.months, self.sizes):
            lists.addWidget(part)
        formats = QHBoxLayout()
        formats.setSpacing(16)
        for box in (*self.formats.values(), self.zip_box):
            formats.addWidget(box)
        formats.addStretch()
        self._fields = QWidget()
        grid = QGridLayout(self._fields)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        for row, name in ((0, "指标"), (1, "格式"), (2, "文件名"), (4, "存到")):
            grid.addWidget(label(name, "second"), row, 0)
        grid.addLayout(self._subject_row(), 0, 1)
        grid.addLayout(formats, 1, 1)
        grid.addWidget(self.template, 2, 1)
        grid.addWidget(self.example, 3, 1)
        grid.addLayout(self._place_row(), 4, 1)
        self._stack_up(lists, self._fields, grows=lists, left=self.sets_button)

    def _subject_row(self) -> QHBoxLayout:
        """Put which indicators and which regions are compared on one line."""
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.indicators)
        row.addSpacing(12)
        row.addWidget(label("比较", "second"))
        row.addWidget(self.compared)
        row.addStretch()
        return row

    def _connect(self) -> None:
        for part in (self.charts, self.regions, self.months, self.sizes):
            part.ticked.connect(self._check)
        for box in self.formats.values():
            box.toggled.connect(self._check)
        self.template.textChanged.connect(self.example_wanted)
        self.indicators.chosen.connect(self.example_wanted)
        self.compared.chosen.connect(self.example_wanted)

    def _check(self) -> None:
        """Allow 导出 when something of everything is ticked."""
        complete = self._is_complete()
        self._allow()
        if not self._running:
            self.say("" if complete else "图、地区、月份、尺寸、格式各选至少一个")
        if complete:
            self.example_wanted.emit()

    def _is_complete(self) -> bool:
        lists = (self.charts, self.regions, self.months, self.sizes)
        return all(part.values for part in lists) and bool(self.image_formats)

    def _allow(self) -> None:
        self.start_button.setEnabled(self._is_complete() and self._is_named and not self._running)
