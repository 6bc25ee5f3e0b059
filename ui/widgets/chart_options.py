"""内容 and 样式: what the chart is about and how it is dressed."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QDate, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QComboBox,
    QDateEdit,
    QGridLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from tracker.charts.looks import CHOICES, look
from tracker.indicators import Indicator
from tracker.periods import Month, period_label
from ui.chart_choice import ChartChoice
from ui.widgets.icon import divider
from ui.widgets.label import label
from ui.widgets.segmented import Segmented

_CLEAR, _CLEAR_DARK = "transparent", "transparent_dark"
PAPERS = tuple((choice, look(choice).name) for choice in CHOICES if choice != _CLEAR_DARK)
PAGES = ((_CLEAR, "浅色页"), (_CLEAR_DARK, "深色页"))
"""What a transparent picture is laid on: its letters are dark or light."""
LEVELS = (("members", "市州"), ("counties", "县区"))
TEXT_STEPS = (("standard", "标准"), ("large", "大一档"))
_LABEL_PX = 48
_GAP_PX = 6


class ChartOptions(QWidget):
    """The upper half of the right pane. It shows choices and announces them; it draws nothing."""

    indicator_chosen = Signal(str)
    counties_chosen = Signal(bool)
    """Emitted with whether counties are compared instead of 市州."""
    month_chosen = Signal(object)
    """Emitted with a Month."""
    paper_chosen = Signal(str)
    text_step_chosen = Signal(str)
    source_chosen = Signal(str)
    made_on_chosen = Signal(object)
    """Emitted with a date."""

    def __init__(self) -> None:
        super().__init__()
        self._indicator = QComboBox()
        self._indicator.setAccessibleName("图的指标")
        self._indicator.setMaxVisibleItems(20)
        self._indicator.activated.connect(self._on_indicator)
        self._indicator_label = label("指标", "second")
        self._level = Segmented(LEVELS)
        self._level.setAccessibleName("比哪一级")
        self._level.setObjectName("compared")
        self._level.chosen.connect(self._on_level)
        self._level_label = label("比较", "second")
        self._period = QComboBox()
        self._period.setAccessibleName("图的期间")
        self._period.setMaxVisibleItems(12)
        self._period.activated.connect(self._on_period)
        self._paper = Segmented(PAPERS)
        self._paper.setAccessibleName("底色")
        self._paper.setStyleSheet("QPushButton { padding: 0 7px; }")
        self._paper.chosen.connect(self.paper_chosen)
        self._page = Segmented(PAGES)
        self._page.setAccessibleName("透明图放在哪种页上")
        self._page.setObjectName("page_under")
        self._page.chosen.connect(self.paper_chosen)
        self._page_label = label("放在", "second")
        self._text_step = Segmented(TEXT_STEPS)
        self._text_step.setAccessibleName("字号")
        self._text_step.chosen.connect(self.text_step_chosen)
        self._source = QLineEdit()
        self._source.setAccessibleName("来源")
        self._source.setPlaceholderText("照台账里的出处")
        self._source.setMaxLength(60)
        self._source.textEdited.connect(self.source_chosen)
        self._made_on = _Imprint()
        self._made_on.setAccessibleName("落款日期")
        self._made_on.dateChanged.connect(self._on_made_on)
        self._arrange()

    def show_choice(self, choice: ChartChoice, as_of: Month) -> None:
        """Show what is chosen, silently; the indicator only where the chart is about one."""
        self._show_indicators(choice.indicators(), choice.indicator)
        self._indicator.setVisible(choice.needs_indicator)
        self._indicator_label.setVisible(choice.needs_indicator)
        self._level.choose(LEVELS[choice.counties][0])
        self._level.setVisible(choice.has_levels)
        self._level_label.setVisible(choice.has_levels)
        self._show_months(choice.months(), as_of)
        self.show_look(choice)
        made_on = choice.made_on
        with QSignalBlocker(self._made_on):
            self._made_on.setDate(QDate(made_on.year, made_on.month, made_on.day))

    def _show_indicators(self, indicators: Sequence[Indicator], chosen: str) -> None:
        """Fill the list of indicators and choose one, silently."""
        with QSignalBlocker(self._indicator):
            self._indicator.clear()
            for indicator in indicators:
                self._indicator.addItem(indicator.name, indicator.id)
            self._indicator.setCurrentIndex(self._indicator.findData(chosen))

    def _show_months(self, months: Sequence[Month], chosen: Month) -> None:
        """Fill the list of periods and choose one, silently."""
        with QSignalBlocker(self._period):
            self._period.clear()
            for month in months:
                self._period.addItem(f"{month.year} 年 {period_label(month.month)}", month)
            self._period.setCurrentIndex(list(months).index(chosen))

    def show_look(self, choice: ChartChoice) -> None:
        """Show paper, text step and source of the picture, silently."""
        shown = choice.paper_shown
        clear = shown in dict(PAGES)
        self._paper.choose(_CLEAR if clear else shown)
        self._page.choose(shown if clear else _CLEAR)
        for part in (self._page, self._page_label):
            part.setVisible(clear)
        self._text_step.choose(choice.text_step)
        if self._source.text().strip() != choice.source:
            self._source.setText(choice.source)

    def _arrange(self) -> None:
        content = _form()
        content.addWidget(self._indicator_label, 0, 0)
        content.addWidget(self._indicator, 0, 1)
        content.addWidget(self._level_label, 1, 0)
        content.addWidget(self._level, 1, 1, Qt.AlignmentFlag.AlignLeft)
        content.addWidget(label("期间", "second"), 2, 0)
        content.addWidget(self._period, 2, 1)
        style = _form()
        style.addWidget(label("底色", "second"), 0, 0)
        style.addWidget(self._paper, 0, 1, Qt.AlignmentFlag.AlignLeft)
        style.addWidget(self._page_label, 1, 0)
        style.addWidget(self._page, 1, 1, Qt.AlignmentFlag.AlignLeft)
        style.addWidget(label("字号", "second"), 2, 0)
        style.addWidget(self._text_step, 2, 1, Qt.AlignmentFlag.AlignLeft)
        style.addWidget(label("来源", "second"), 3, 0)
        style.addWidget(self._source, 3, 1)
        style.addWidget(label("落款", "second"), 4, 0)
        style.addWidget(self._made_on, 4, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(label("内容", "section"))
        layout.addSpacing(9)
        layout.addLayout(content)
        layout.addSpacing(13)
        layout.addWidget(divider())
        layout.addSpacing(10)
        layout.addWidget(label("样式", "section"))
        layout.addSpacing(8)
        layout.addLayout(style)

    def _on_indicator(self) -> None:
        self.indicator_chosen.emit(self._indicator.currentData())

    def _on_level(self, level: str) -> None:
        self.counties_chosen.emit(level == LEVELS[True][0])

    def _on_period(self) -> None:
        self.month_chosen.emit(Month(*self._period.currentData()))

    def _on_made_on(self, day: QDate) -> None:
        self.made_on_chosen.emit(date(day.year(), day.month(), day.day()))


def _form() -> QGridLayout:
    """Make a grid of field names and fields."""
    form = QGridLayout()
    form.setHorizontalSpacing(0)
    form.setVerticalSpacing(_GAP_PX)
    form.setColumnMinimumWidth(0, _LABEL_PX)
    form.setColumnStretch(1, 1)
    return form


class _Imprint(QDateEdit):
    """The right end of the footer, of which only the date can be changed."""

    def __init__(self) -> None:
        super().__init__()
        self.setDisplayFormat("'双过半 · 'yyyy-MM-dd' 出图'")
        self.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.NoButtons)
        # The field inside is a line edit too, and must not be dressed as one.
        self.setStyleSheet(
            "QLineEdit { border: none; padding: 0; min-height: 0; background: transparent; }"
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the field its room: styled spin boxes without buttons leave it none."""
        super().resizeEvent(event)
        self.lineEdit().setGeometry(self.rect().adjusted(8, 1, -8, -1))
