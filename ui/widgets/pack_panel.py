"""会前包: which charts, which indicators, which folder; then progress and cancel."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.widgets.job_panel import JobPanel
from ui.widgets.label import label
from ui.widgets.tick_list import TickList

_SIZE = (640, 520)
_INSIDE = "一个文件夹：图片、图中数据 .xlsx、幻灯片 .pptx、材料 .docx 和清单。"


class PackPanel(JobPanel):
    """The choices of 会前包."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, "会前包", "做会前包", _SIZE)
        self.about = label(tone="second")
        self.charts, self.indicators = TickList("图"), TickList("一个指标的图画哪些")
        self._arrange()
        for part in (self.charts, self.indicators):
            part.ticked.connect(self._check)
        self.folder.textChanged.connect(self._check)
        self.set_running(False)

    def show_progress(self, done: int, total: int) -> None:
        """Show how many pictures are done; papers follow the last."""
        super().show_progress(done, total)
        if done == total:
            self.say("图画好了，正在排幻灯片和材料…")

    def show_subject(self, words: str) -> None:
        """Say which region and month the pack is about, and what is in it."""
        self.about.setText(f"{words}。{_INSIDE}")

    def _choices(self) -> tuple[QWidget, ...]:
        return self.charts, self.indicators, self.folder, self.browse

    def _check(self) -> None:
        """Allow the start when there is a chart and a folder."""
        complete = bool(self.charts.values) and bool(self.folder.text().strip())
        self.start_button.setEnabled(complete and not self._running)
        if not self._running:
            chosen = bool(self.indicators.values)
            told = "" if chosen else "没有选指标：画滞后和临界的那几个"
            self.say(told if complete else "先选至少一张图，再选一个文件夹")

    def _arrange(self) -> None:
        lists = QHBoxLayout()
        lists.setSpacing(12)
        lists.addWidget(self.charts)
        lists.addWidget(self.indicators)
        place = self._place_row()
        place.insertWidget(0, label("放进", "second"))
        self._stack_up(self.about, lists, place, grows=lists)
