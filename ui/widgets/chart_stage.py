"""The middle of 图表: size switch, preview, titles, checks and numbers of one picture."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tracker.charts.presets import Preset
from ui.theme import Theme
from ui.widgets.chart_preview import ChartPreview
from ui.widgets.chart_table_view import ChartTableView
from ui.widgets.check_list import CheckList
from ui.widgets.icon import divider
from ui.widgets.label import label
from ui.widgets.segmented import Segmented
from ui.widgets.title_picker import TitlePicker

_BAR_PX, _SIDE_PX = 46, 16


class ChartStage(QWidget):
    """One picture and everything said about it, on the preview's backdrop."""

    preset_chosen = Signal(str)

    def __init__(
        self, theme: Theme, presets: Sequence[Preset], title_width: Callable[[str], float]
    ) -> None:
        super().__init__()
        self._presets = {preset.id: preset for preset in presets}
        self.sizes = Segmented([(preset.id, preset.name) for preset in presets])
        self.sizes.setAccessibleName("预览的尺寸")
        self.sizes.chosen.connect(self._on_chosen)
        self._pixels = label(tone="second")
        self.preview = ChartPreview(theme)
        self.titles = TitlePicker(theme, title_width)
        self.checks = CheckList(theme)
        self.numbers = ChartTableView(theme)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setStyleSheet(f"ui--ChartStage {{ background: {theme.tokens['app']}; }}")
        self.setAutoFillBackground(True)
        palette = self.palette()
        palette.setColor(self.backgroundRole(), theme.color("app"))
        self.setPalette(palette)
        self._arrange(theme)
        self._say_pixels()

    @property
    def preset(self) -> str:
        """The id of the size that is previewed."""
        return self.sizes.value

    def offer(self, presets: Sequence[Preset]) -> None:
        """Show only the sizes that a chart declares; move to its first when the size is gone."""
        ids = [preset.id for preset in presets]
        for preset in self._presets:
            self.sizes.button(preset).setVisible(preset in ids)
        if self.sizes.value not in ids:
            self.sizes.choose(ids[0])
        self._say_pixels()

    def choose(self, preset: str) -> None:
        """Preview another size, silently; one that is not offered changes nothing."""
        if preset in self._presets and not self.sizes.button(preset).isHidden():
            self.sizes.choose(preset)
            self._say_pixels()

    def _arrange(self, theme: Theme) -> None:
        bar = QWidget()
        bar.setFixedHeight(_BAR_PX)
        bar.setAutoFillBackground(True)
        palette = bar.palette()
        palette.setColor(bar.backgroundRole(), theme.color("surface"))
        bar.setPalette(palette)
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
        column.addSpacing(3)
        column.addWidget(self.titles)
        column.addSpacing(8)
        column.addWidget(label("导出前检查", "section"))
        column.addSpacing(2)
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
