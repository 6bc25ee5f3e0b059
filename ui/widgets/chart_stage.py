"""The middle of 图表: size switch, preview, titles, checks and numbers of one picture."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tracker.charts.presets import Preset
from ui.theme import Theme
from ui.widgets.chart_preview import ChartPreview
from ui.widgets.chart_table_view import ChartTableView
from ui.widgets.check_list import CheckLine, CheckList
from ui.widgets.icon import divider
from ui.widgets.label import label
from ui.widgets.segmented import Segmented
from ui.widgets.title_picker import TitlePicker

_BAR_PX, _SIDE_PX = 45, 16


class ChartStage(QWidget):
    """One picture and everything said about it, on the preview's backdrop."""

    preset_chosen = Signal(str)

    def __init__(self, theme: Theme, presets: Sequence[Preset]) -> None:
        super().__init__()
        self._presets = {preset.id: preset for preset in presets}
        self.sizes = Segmented([(preset.id, preset.name) for preset in presets])
        self.sizes.setAccessibleName("预览的尺寸")
        self.sizes.chosen.connect(self._on_chosen)
        self._pixels = label(tone="second")
        self.preview = ChartPreview(theme)
        self.titles = TitlePicker(theme)
        self.checks = CheckList(theme)
        self.numbers = ChartTableView(theme)
        _fill(self, theme, "app")
        self._arrange(theme)
        self._say_pixels()

    def offer(self, presets: Sequence[Preset], chosen: str) -> None:
        """Show only the sizes that a chart declares, and which of them is previewed."""
        ids = [preset.id for preset in presets]
        for preset in self._presets:
            self.sizes.button(preset).setVisible(preset in ids)
            self.sizes.button(preset).setEnabled(preset in ids)
        self.sizes.choose(chosen)
        self._say_pixels()

    def show_picture(self, image: QImage, checks: Sequence[CheckLine]) -> None:
        """Show a picture and what its checks found."""
        self.preview.show_image(image, self.titles.title)
        self.checks.show_lines(checks)

    def show_failure(self, title: str, reason: str) -> None:
        """Show why there is no picture; titles and numbers stay."""
        self.preview.show_message(title, reason)
        self.checks.show_lines((CheckLine(False, reason),))

    def say(self, title: str, reason: str) -> None:
        """Show that there is nothing to draw: no titles, no checks, no numbers."""
        self.preview.show_message(title, reason)
        self.titles.offer((), keep_own=False)
        self.checks.show_lines(())
        self.numbers.show_table(None)

    def _arrange(self, theme: Theme) -> None:
        bar = QWidget()
        bar.setFixedHeight(_BAR_PX)
        _fill(bar, theme, "surface")
        switch = QHBoxLayout(bar)
        switch.setContentsMargins(_SIDE_PX, 0, _SIDE_PX, 0)
        switch.addWidget(self.sizes)
        switch.addStretch()
        switch.addWidget(self._pixels)
        words = QHBoxLayout()
        words.setSpacing(12)
        words.addWidget(label("标题写结论", "section"))
        words.addWidget(label("由数据生成，选一条或自己改", "helper"))
        words.addStretch()
        column = QVBoxLayout()
        column.setContentsMargins(_SIDE_PX, 12, _SIDE_PX, 12)
        column.setSpacing(0)
        column.addWidget(self.preview, 1)
        column.addSpacing(10)
        column.addLayout(words)
        column.addSpacing(6)
        column.addWidget(self.titles)
        column.addSpacing(8)
        column.addWidget(label("导出前检查", "section"))
        column.addSpacing(3)
        column.addWidget(self.checks)
        column.addSpacing(4)
        column.addWidget(self.numbers)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(bar)
        layout.addWidget(divider())
        layout.addLayout(column, 1)

    def _on_chosen(self, preset: str) -> None:
        self._say_pixels()
        self.preset_chosen.emit(preset)

    def _say_pixels(self) -> None:
        self._pixels.setText(self._presets[self.sizes.value].size_text)


def _fill(widget: QWidget, theme: Theme, token: str) -> None:
    """Give a block its background."""
    widget.setAutoFillBackground(True)
    palette = widget.palette()
    palette.setColor(widget.backgroundRole(), theme.color(token))
    widget.setPalette(palette)
