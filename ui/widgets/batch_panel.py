"""批量导出: charts, regions, months, sizes, formats, folder; then progress and cancel."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from tracker.charts.file_names import FIELDS, TEMPLATE
from ui.widgets.label import label
from ui.widgets.segmented import Segmented
from ui.widgets.tick_list import TickList

Options = Sequence[tuple[object, str]]
_SIZE = (860, 560)
_ONE, _EVERY = "one", "every"


class BatchPanel(QDialog):
    """A window beside the main one; nothing is written here."""

    start_requested = Signal()
    cancel_requested = Signal()
    browse_requested = Signal()
    example_wanted = Signal()
    """Emitted when what files are called may have changed; `show_example` answers."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("批量导出")
        self.setModal(False)
        self.resize(*_SIZE)
        self.charts, self.regions = TickList("图"), TickList("地区")
        self.months, self.sizes = TickList("月份"), TickList("尺寸")
        self.formats = {kind: QCheckBox(kind.upper()) for kind in ("png", "svg", "pdf")}
        self.zip_box = QCheckBox("另存一个 zip")
        self.indicators = Segmented(((_ONE, "图表页的指标"), (_EVERY, "有数的各一张")))
        self.indicators.setAccessibleName("一个指标的图画哪些")
        self.template, self.folder = QLineEdit(TEMPLATE), QLineEdit()
        self.template.setAccessibleName("文件名的样子")
        self.template.setToolTip("可用 " + "、".join(f"{{{name}}}" for name in FIELDS))
        self.example = label(tone="second")
        self.sets_button = QPushButton("一组图")
        self.sets_button.setToolTip("取出存下的一组图，或把现在选的存为一组")
        self.folder.setAccessibleName("批量导出到的文件夹")
        self.browse = QPushButton("选文件夹")
        self.start_button, self.cancel_button = QPushButton("导出"), QPushButton("关闭")
        self.start_button.setProperty("kind", "primary")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName("批量导出的进度")
        self.state = label(tone="second")
        self.state.setWordWrap(True)
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

    def set_running(self, running: bool) -> None:
        """Show progress and 取消, or the choices and 关闭."""
        for part in (self.charts, self.regions, self.months, self.sizes, self._fields):
            part.setEnabled(not running)
        self.sets_button.setEnabled(not running)
        self.bar.setVisible(running)
        self.bar.setRange(0, 0)
        self.cancel_button.setText("取消" if running else "关闭")
        self._running = running
        self._on_ticked()
        if running:
            self.say("正在读台账…")

    def show_progress(self, done: int, total: int) -> None:
        """Show how many pictures are done."""
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        self.say(f"已画 {done} / {total} 张，可以接着做别的")

    def show_example(self, words: str, *, wrong: bool = False) -> None:
        """Show what the first file will be called, or what is wrong with the template."""
        self.example.setText(words)
        self._is_named = not wrong
        self._allow()

    def say(self, sentence: str) -> None:
        """Show a sentence above the buttons."""
        self.state.setText(sentence)

    def reject(self) -> None:
        """Escape and 关闭 hide the panel; what runs goes on, and 批量导出 shows it again."""
        self.hide()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Hide instead of ending what runs."""
        event.accept()
        self.hide()

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
        place = QHBoxLayout()
        place.setSpacing(8)
        place.addWidget(self.folder, 1)
        place.addWidget(self.browse)
        self._fields = QWidget()
        grid = QGridLayout(self._fields)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        for row, name in ((0, "指标"), (1, "格式"), (2, "文件名"), (4, "存到")):
            grid.addWidget(label(name, "second"), row, 0)
        grid.addWidget(self.indicators, 0, 1, Qt.AlignmentFlag.AlignLeft)
        grid.addLayout(formats, 1, 1)
        grid.addWidget(self.template, 2, 1)
        grid.addWidget(self.example, 3, 1)
        grid.addLayout(place, 4, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.sets_button)
        buttons.addWidget(self.state, 1)
        buttons.addWidget(self.cancel_button)
        buttons.addWidget(self.start_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        column.addLayout(lists, 1)
        column.addWidget(self._fields)
        column.addWidget(self.bar)
        column.addLayout(buttons)

    def _connect(self) -> None:
        for part in (self.charts, self.regions, self.months, self.sizes):
            part.ticked.connect(self._on_ticked)
        for box in self.formats.values():
            box.toggled.connect(self._on_ticked)
        self.template.textChanged.connect(self.example_wanted)
        self.indicators.chosen.connect(self.example_wanted)
        self.browse.clicked.connect(self.browse_requested)
        self.start_button.clicked.connect(self.start_requested)
        self.cancel_button.clicked.connect(self._on_cancel)

    def _on_cancel(self) -> None:
        if self._running:
            self.say("正在停下，画到一半的会画完…")
            self.cancel_requested.emit()
        else:
            self.hide()

    def _on_ticked(self) -> None:
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
