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
_HINT = "由数据生成，选一条或自己改"
_OUTDATED = "▲ 数据变了，自己写的标题请核对数字"


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
        self._hint = label(_HINT, "helper")
        self.titles.title_changed.connect(self._say_hint)
        self.checks = CheckList(theme)
        self.numbers = ChartTableView(theme)
        _fill(self, theme, "app")
        self._about = QWidget()
        self._arrange_about()
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

    def offer_titles(self, titles: Sequence[str], *, keep_own: bool) -> None:
        """Show suggested titles; own words stay when the picture is still about the same."""
        self._about.show()
        self.titles.offer(titles, keep_own=keep_own)
        self._say_hint()

    def show_picture(self, image: QImage, checks: Sequence[CheckLine]) -> None:
        """Show a picture and what its checks found."""
        self.preview.show_image(image, self.titles.title)
        self.checks.show_lines(checks)

    def show_failure(self, title: str, reason: str) -> None:
        """Show why there is no picture; titles and numbers stay."""
        self.preview.show_message(title, reason)
        self.checks.show_lines((CheckLine(False, reason),))

    def say(self, title: str, reason: str, action: str) -> None:
        """Show that there is nothing to draw: no titles, no checks, no numbers, a way out."""
        self.preview.show_message(title, reason, action)
        self.checks.show_lines(())
        self.numbers.show_table(None)
        self._about.hide()

    def _arrange(self, theme: Theme) -> None:
        bar = QWidget()
        bar.setFixedHeight(_BAR_PX)
        _fill(bar, theme, "surface")
        switch = QHBoxLayout(bar)
        switch.setContentsMargins(_SIDE_PX, 0, _SIDE_PX, 0)
        switch.addWidget(self.sizes)
        switch.addStretch()
        switch.addWidget(self._pixels)
        column = QVBoxLayout()
        column.setContentsMargins(_SIDE_PX, 12, _SIDE_PX, 12)
        column.setSpacing(0)
        column.addWidget(self.preview, 1)
        column.addWidget(self._about)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(bar)
        layout.addWidget(divider())
        layout.addLayout(column, 1)

    def _arrange_about(self) -> None:
        words = QHBoxLayout()
        words.setSpacing(12)
        words.addWidget(label("标题写结论", "section"))
        words.addWidget(self._hint)
        words.addStretch()
        column = QVBoxLayout(self._about)
        column.setContentsMargins(0, 10, 0, 0)
        column.setSpacing(0)
        column.addLayout(words)
        column.addSpacing(5)
        column.addWidget(self.titles)
        column.addSpacing(8)
        column.addWidget(label("导出前检查", "section"))
        column.addSpacing(3)
        column.addWidget(self.checks)
        column.addSpacing(5)
        column.addWidget(self.numbers)

    def _on_chosen(self, preset: str) -> None:
        self._say_pixels()
        self.preset_chosen.emit(preset)

    def _say_hint(self) -> None:
        """Ask to check own words whose figures have changed meanwhile."""
        outdated = self.titles.is_outdated
        self._hint.setText(_OUTDATED if outdated else _HINT)
        self._hint.setProperty("tone", "warn" if outdated else "")
        self._hint.style().polish(self._hint)

    def _say_pixels(self) -> None:
        self._pixels.setText(self._presets[self.sizes.value].size_text)


def _fill(widget: QWidget, theme: Theme, token: str) -> None:
    """Give a block its background."""
    widget.setAutoFillBackground(True)
    palette = widget.palette()
    palette.setColor(widget.backgroundRole(), theme.color(token))
    widget.setPalette(palette)
