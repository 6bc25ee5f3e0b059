"""会前包: which charts, which indicators, which folder; then progress and cancel."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ui.widgets.label import label
from ui.widgets.tick_list import TickList

_SIZE = (640, 520)
_INSIDE = "一个文件夹：图片、图中数据 .xlsx、幻灯片 .pptx、材料 .docx 和清单。"


class PackPanel(QDialog):
    """A window beside the main one; nothing is written here."""

    start_requested = Signal()
    cancel_requested = Signal()
    browse_requested = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("会前包")
        self.setModal(False)
        self.resize(*_SIZE)
        self.about = label(tone="second")
        self.charts, self.indicators = TickList("图"), TickList("一个指标的图画哪些")
        self.folder = QLineEdit()
        self.folder.setAccessibleName("会前包放进的文件夹")
        self.browse = QPushButton("选文件夹")
        self.start_button, self.cancel_button = QPushButton("做会前包"), QPushButton("关闭")
        self.start_button.setProperty("kind", "primary")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName("会前包的进度")
        self.state = label(tone="second")
        self.state.setWordWrap(True)
        self._arrange()
        for part in (self.charts, self.indicators):
            part.ticked.connect(self._on_ticked)
        self.folder.textChanged.connect(self._on_ticked)
        self.browse.clicked.connect(self.browse_requested)
        self.start_button.clicked.connect(self.start_requested)
        self.cancel_button.clicked.connect(self._on_cancel)
        self.set_running(False)

    def set_running(self, running: bool) -> None:
        """Show progress and 取消, or the choices and 关闭."""
        for part in (self.charts, self.indicators, self.folder, self.browse):
            part.setEnabled(not running)
        self.bar.setVisible(running)
        self.bar.setRange(0, 0)
        self.cancel_button.setText("取消" if running else "关闭")
        self._running = running
        self._on_ticked()
        if running:
            self.say("正在读台账…")

    def show_progress(self, done: int, total: int) -> None:
        """Show how many pictures are done; papers follow the last."""
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        last = "图画好了，正在排幻灯片和材料…"
        self.say(last if done == total else f"已画 {done} / {total} 张，可以接着做别的")

    def say(self, sentence: str) -> None:
        """Show a sentence above the buttons."""
        self.state.setText(sentence)

    def reject(self) -> None:
        """Escape and 关闭 hide the panel; what runs goes on, and 会前包 shows it again."""
        self.hide()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Hide instead of ending what runs."""
        event.accept()
        self.hide()

    def _arrange(self) -> None:
        lists = QHBoxLayout()
        lists.setSpacing(12)
        lists.addWidget(self.charts)
        lists.addWidget(self.indicators)
        place = QHBoxLayout()
        place.setSpacing(8)
        place.addWidget(label("放进", "second"))
        place.addWidget(self.folder, 1)
        place.addWidget(self.browse)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.state, 1)
        buttons.addWidget(self.cancel_button)
        buttons.addWidget(self.start_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        column.addWidget(self.about)
        column.addLayout(lists, 1)
        column.addLayout(place)
        column.addWidget(self.bar)
        column.addLayout(buttons)

    def show_subject(self, words: str) -> None:
        """Say which region and month the pack is about, and what is in it."""
        self.about.setText(f"{words}。{_INSIDE}")

    def _on_cancel(self) -> None:
        if self._running:
            self.say("正在停下，画到一半的会画完…")
            self.cancel_requested.emit()
        else:
            self.hide()

    def _on_ticked(self) -> None:
        """Allow the start when there is a chart and a folder."""
        complete = bool(self.charts.values) and bool(self.folder.text().strip())
        self.start_button.setEnabled(complete and not self._running)
        if not self._running:
            chosen = bool(self.indicators.values)
            told = "" if chosen else "没有选指标：画滞后和临界的那几个"
            self.say(told if complete else "先选至少一张图，再选一个文件夹")
