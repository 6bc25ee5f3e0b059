"""DetailPane: everything about the selected indicator, 356 px at the right of the board."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from tracker.desk.detail import description, figures, pace_sentence
from tracker.edits import HistoryEntry
from tracker.progress import Rule, light_word, why
from tracker.trajectory import Trajectory
from ui import fonts
from ui.plain_tip import plain_tip
from ui.theme import Theme
from ui.widgets.estimate_list import EstimateList
from ui.widgets.figure_row import FigureRow
from ui.widgets.icon import divider, icon_button
from ui.widgets.label import label
from ui.widgets.lettering import elided
from ui.widgets.light_chip import LightChip
from ui.widgets.mini_trajectory import MiniTrajectory
from ui.widgets.pane_block import PaneBlock, scrolled, section_head, wrapped_label
from ui.widgets.recent_list import RecentList
from ui.widgets.stage_list import StageList
from ui.widgets.what_if_field import WhatIfField
from ui.widgets.yardstick_list import YardstickList

if TYPE_CHECKING:  # what lies ahead is imported with its first reading, after the first paint
    from tracker.outlook.prospect import Prospect

WIDTH = 356
_PADDING, _SCROLL_BAR = 20, 10


class DetailPane(QWidget):
    """Shows a course and, a moment later, what lies ahead of it; what it asks for are signals."""

    entry_wanted = Signal(str)
    """Emitted with the indicator's id."""
    chart_wanted = Signal(str)
    stick_wanted = Signal(str)
    """Emitted with the name of another yard-stick for the indicator shown."""
    supposed = Signal(str)
    """Emitted with what was typed into 若下月完成."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "pane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedWidth(WIDTH)
        self._indicator = ""
        self._shown: tuple[Trajectory, Sequence[HistoryEntry]] | None = None
        self.prospect: Prospect | None = None
        self._name = label()
        self._name.setProperty("role", "pane-title")
        self._name.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._full_name = ""
        self.chip = LightChip(theme)
        self._about = wrapped_label("helper")
        self._figures = FigureRow(theme)
        self.sentence = wrapped_label("pace")
        self.sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._pace_detail = wrapped_label("second")
        self._basis = wrapped_label("unit")
        self.course = MiniTrajectory(theme)
        self.headline = wrapped_label("second")
        self.break_note = wrapped_label("unit")
        self._stages = StageList(theme)
        self.sticks = YardstickList(theme)
        self.margin = wrapped_label("second")
        self.comparison = wrapped_label("second")
        self.estimates = EstimateList(theme)
        self.refusal = wrapped_label("helper")
        self.speed = wrapped_label("helper")
        self.what_if = WhatIfField()
        self.why = wrapped_label("second")
        self.why.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._recent = RecentList(theme)
        self.entry_button = icon_button(theme, "pencil", "填报")
        self.chart_button = icon_button(theme, "chart-column", "做成图表")
        self._lay_out()
        self._connect()

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
        _say(self.sentence, pace.text)
        _say(self._pace_detail, pace.detail)
        self.why.setText(reason)
        kind = "累计" if course.cumulative else "同比" if progress.unit == "%" else "期末"
        self._basis.setText(f"{kind}，{progress.unit}")
        self._course_block.setVisible(progress.rule is not Rule.MILESTONE)
        self.course.show_course(course)
        if self.prospect is not None:
            self.course.show_prospect(self.prospect)
        self._stages.show_stages(progress, course.stages)
        self._recent.show_entries(indicator, recent)
        self._elide_name()

    def show_prospect(self, prospect: Prospect) -> None:
        """Show what lies ahead of the indicator shown; blocks that say nothing are not there."""
        if prospect == self.prospect:
            return
        self.prospect = prospect
        self.course.show_prospect(prospect)
        _say(self.headline, prospect.headline)
        _say(self.break_note, prospect.break_note)
        self.sticks.show_lines(prospect.sticks)
        self._sticks_block.setVisible(bool(prospect.sticks))
        _say(self.margin, prospect.margin)
        _say(self.comparison, prospect.comparison)
        self._margin_block.setVisible(bool(prospect.margin or prospect.comparison))
        self.estimates.show_lines(prospect.lines)
        refusals = dict.fromkeys(line.refused for line in prospect.lines if line.refused)
        _say(self.refusal, "\n".join(refusals))
        _say(self.speed, prospect.speed)
        self._estimate_block.setVisible(bool(prospect.lines or prospect.speed))
        question = prospect.question
        self._what_if_block.setVisible(question is not None)
        if question is not None:
            self.what_if.ask(question.before, question.after)

    def resizeEvent(self, event: object) -> None:
        """Cut the name where it would touch the chip."""
        super().resizeEvent(event)  # type: ignore[arg-type]
        self._elide_name()

    def _elide_name(self) -> None:
        room = WIDTH - 2 * _PADDING - self.chip.sizeHint().width() - 10
        self._name.setText(elided(self._full_name, 16, fonts.BOLD, room))
        self._name.setToolTip(plain_tip(self._full_name))

    def _connect(self) -> None:
        self.entry_button.clicked.connect(self._on_entry)
        self.chart_button.clicked.connect(self._on_chart)
        self.sticks.stick_wanted.connect(self.stick_wanted)
        self.what_if.supposed.connect(self.supposed)
        self._scroll.verticalScrollBar().rangeChanged.connect(self._on_range_changed)

    def _lay_out(self) -> None:
        self._scroll = scrolled(self._inside())
        buttons = QHBoxLayout()
        buttons.setContentsMargins(19, 10, _PADDING, 12)
        buttons.setSpacing(8)
        for button in (self.entry_button, self.chart_button):
            button.setProperty("align", "left")
            buttons.addWidget(button, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1, 0, 0, 0)
        outer.setSpacing(0)
        self._edge = divider()
        self._edge.hide()
        outer.addWidget(self._scroll, 1)
        outer.addWidget(self._edge)
        outer.addLayout(buttons)

    def _inside(self) -> QWidget:
        """Stack the blocks; first those of the design picture, then what explains them."""
        head = QHBoxLayout()
        head.addWidget(self._name, 1)
        head.addWidget(self.chip)
        self._course_block = PaneBlock(
            *(section_head("轨迹", self._basis), 2, self.course, 4),
            *(self.headline, self.break_note),
            below=11,
        )
        self._sticks_block = PaneBlock(self.sticks)
        self._margin_block = PaneBlock(self.margin, 2, self.comparison)
        self._estimate_block = PaneBlock(self.estimates, self.refusal, self.speed)
        self._what_if_block = PaneBlock(self.what_if, above=12, below=11)
        self._ahead = (
            self._sticks_block, self._margin_block, self._estimate_block, self._what_if_block
        )  # fmt: skip
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(19, 14, _PADDING, 12)
        self._column.setSpacing(0)
        for block in (
            PaneBlock(head, 3, self._about, 19, self._figures, above=0, below=0),
            PaneBlock(self.sentence, 3, self._pace_detail, below=11),
            self._course_block,
            PaneBlock(self._stages),
            *self._ahead,
            PaneBlock(section_head("为什么"), 2, self.why, below=8),
            PaneBlock(section_head("最近记录"), 2, self._recent, below=8),
        ):
            self._column.addWidget(block)
        self._column.addStretch()
        for waiting in (*self._ahead, self.headline, self.break_note):
            waiting.hide()
        return inside

    def _on_range_changed(self, _least: int, most: int) -> None:
        """Let the scroll bar stand in the padding, so that nothing moves when it appears."""
        self._edge.setVisible(most > 0)
        right = _PADDING - (_SCROLL_BAR if most > 0 else 0)
        self._column.setContentsMargins(19, 14, right, 12)

    def _on_entry(self) -> None:
        self.entry_wanted.emit(self._indicator)

    def _on_chart(self) -> None:
        self.chart_wanted.emit(self._indicator)


def _say(label: QLabel, text: str) -> None:
    """Show a text, or nothing at all."""
    label.setText(text)
    label.setVisible(bool(text))
