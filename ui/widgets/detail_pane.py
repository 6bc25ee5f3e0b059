"""DetailPane: everything about the selected indicator, 356 px at the right of the board."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from tracker.detail import description, entry_day, figures, pace_sentence
from tracker.edits import HistoryEntry
from tracker.history_words import history_words
from tracker.indicators import Indicator
from tracker.progress import light_word, why
from tracker.trajectory import Trajectory
from ui import fonts
from ui.theme import Theme
from ui.widgets.figure_row import FigureRow
from ui.widgets.icon import divider, icon_button
from ui.widgets.lettering import Lettering, elided
from ui.widgets.light_chip import LightChip
from ui.widgets.mini_trajectory import MiniTrajectory
from ui.widgets.stage_list import StageList

WIDTH = 356
_PADDING = 20


class DetailPane(QWidget):
    """Shows a trajectory and the last entries; its two buttons ask for other pages."""

    entry_wanted = Signal(str)
    """Emitted with the indicator's id."""
    chart_wanted = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "pane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedWidth(WIDTH)
        self._indicator = ""
        self._shown: tuple[Trajectory, Sequence[HistoryEntry]] | None = None
        self._name = QLabel()
        self._name.setProperty("role", "pane-title")
        self._name.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._full_name = ""
        self.chip = LightChip(theme)
        self._about = _label("helper")
        self._figures = FigureRow(theme)
        self.sentence = _label("pace")
        self.sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._pace_detail = _label("second")
        self._why = _label("unit")
        self._basis = _label("unit")
        self._course = MiniTrajectory(theme)
        self._stages = StageList(theme)
        self._recent = RecentList(theme)
        self.entry_button = icon_button(theme, "pencil", "填报")
        self.chart_button = icon_button(theme, "chart-column", "做成图表")
        self.entry_button.clicked.connect(self._on_entry)
        self.chart_button.clicked.connect(self._on_chart)
        self._lay_out()

    def show_course(self, course: Trajectory, recent: Sequence[HistoryEntry]) -> None:
        """Show an indicator; nothing is drawn again that is as it was."""
        if (course, recent) == self._shown:
            return
        self._shown = (course, recent)
        progress = course.progress
        indicator = progress.indicator
        self._indicator = indicator.id
        self._full_name = indicator.name
        reason = why(progress)
        self.chip.show_light(progress.light, light_word(progress), reason)
        self._about.setText("　".join(description(progress)))
        self._figures.show_figures(figures(course))
        pace = pace_sentence(course)
        self.sentence.setText(pace.text)
        self.sentence.setVisible(bool(pace.text))
        self._pace_detail.setText(pace.detail)
        self._pace_detail.setVisible(bool(pace.detail))
        self._why.setText(reason)
        kind = "累计" if course.cumulative else "同比" if progress.unit == "%" else "期末"
        self._basis.setText(f"{kind}，{progress.unit}")
        self._course.show_course(course)
        self._stages.show_stages(progress, course.stages)
        self._recent.show_entries(indicator, recent)
        self._elide_name()

    def resizeEvent(self, event: object) -> None:
        """Cut the name where it would touch the chip."""
        super().resizeEvent(event)  # type: ignore[arg-type]
        self._elide_name()

    def _elide_name(self) -> None:
        room = WIDTH - 2 * _PADDING - self.chip.sizeHint().width() - 10
        self._name.setText(elided(self._full_name, 16, fonts.BOLD, room))
        self._name.setToolTip(self._full_name)

    def _lay_out(self) -> None:
        inside = QWidget()
        inside.setProperty("role", "scrolled")
        column = QVBoxLayout(inside)
        column.setContentsMargins(19, 14, _PADDING, 0)
        column.setSpacing(0)
        head = QHBoxLayout()
        head.addWidget(self._name, 1)
        head.addWidget(self.chip)
        blocks: tuple[QWidget | QHBoxLayout | int, ...] = (
            head, 3, self._about, 19, self._figures, 12, divider(), 11, self.sentence, 3,
            self._pace_detail, 12, divider(), 11, self._section("轨迹", self._basis),
            2, self._course, 2, self._why, 9, divider(), 9, self._stages, 12, divider(), 8,
            self._section("最近记录"), 2, self._recent,
        )  # fmt: skip
        for block in blocks:
            if isinstance(block, int):
                column.addSpacing(block)
            elif isinstance(block, QHBoxLayout):
                column.addLayout(block)
            else:
                column.addWidget(block)
        column.addStretch()
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inside)
        scroll.viewport().setAutoFillBackground(False)
        inside.setAutoFillBackground(False)
        buttons = QHBoxLayout()
        buttons.setContentsMargins(19, 6, _PADDING, 16)
        buttons.setSpacing(8)
        for button in (self.entry_button, self.chart_button):
            button.setProperty("align", "left")
            buttons.addWidget(button, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(scroll, 1)
        outer.addLayout(buttons)

    def _section(self, title: str, right: QLabel | None = None) -> QHBoxLayout:
        row = QHBoxLayout()
        label = QLabel(title)
        label.setProperty("role", "section")
        row.addWidget(label)
        row.addStretch()
        if right is not None:
            row.addWidget(right)
        return row

    def _on_entry(self) -> None:
        self.entry_wanted.emit(self._indicator)

    def _on_chart(self) -> None:
        self.chart_wanted.emit(self._indicator)


class RecentList(QWidget):
    """最近记录: day and what was entered."""

    _ROW = 24

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: list[tuple[str, str]] = []
        self._day = Lettering(12, fonts.REGULAR, theme.color("ink3"))
        self._text = Lettering(12, fonts.REGULAR, theme.color("ink2"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_entries(self, indicator: Indicator, entries: Sequence[HistoryEntry]) -> None:
        """Show the last entries, newest first."""
        self._lines = [
            (f"{entry_day(entry):%m-%d}", history_words(entry, indicator)) for entry in entries
        ]
        self.setFixedHeight(self._ROW * max(1, len(self._lines)))
        self.setToolTip("\n".join(f"{day}　{text}" for day, text in self._lines))
        self.update()

    def sizeHint(self) -> QSize:
        """The pane's width."""
        return QSize(316, self._ROW * max(1, len(self._lines)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the lines."""
        painter = QPainter(self)
        if not self._lines:
            self._day.write(painter, "还没有记录", 0, self._ROW / 2)
        for place, (day, text) in enumerate(self._lines):
            middle = QPointF(0, place * self._ROW + self._ROW / 2).y()
            self._day.write(painter, day, 0, middle)
            shown = elided(text, 12, fonts.REGULAR, self.width() - 48)
            self._text.write(painter, shown, 48, middle)


def _label(role: str) -> QLabel:
    label = QLabel()
    label.setProperty("role", role)
    label.setWordWrap(True)
    return label
