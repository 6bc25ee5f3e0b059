"""StageTimeline: the four stages as lanes over a year and the January after; one is chosen."""

from collections.abc import Mapping

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from tracker.inspection.cycle import AXIS_MONTHS, LANE_WORDS, Cycle, MarkState, StepMark
from tracker.inspection.stage_list import STAGE_WORDS, StageName
from tracker.periods import JUNE, MONTHS_IN_YEAR
from ui import fonts
from ui.theme import Theme
from ui.widgets.lettering import Align, Lettering, elided

HEAD_PX, LANE_PX = 32, 34
_LEFT, _LABELS, _RIGHT = 19, 118, 39
_WHEN = 60
_DISC, _RING = 5.5, 5.0
_BAR_PX = 18
_BEFORE = 200
_STAGES = tuple(StageName)


class StageTimeline(QWidget):
    """Up and Down or a click choose a lane. Everything is placed in months from 1 January."""

    chosen = Signal(str)
    """Emitted with the name of the stage that a person chose."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._cycle: Cycle | None = None
        self._notes: Mapping[tuple[StageName, int], str] = {}
        self.stage = StageName.INSPECTION
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(HEAD_PX + LANE_PX * len(_STAGES) + 1)
        self.setAccessibleName("四个阶段")

    def show_cycle(self, cycle: Cycle, notes: Mapping[tuple[StageName, int], str]) -> None:
        """Show a year; `notes` stand behind the steps they are about, by lane and number."""
        self._cycle, self._notes = cycle, notes
        self.update()

    def choose(self, stage: StageName) -> None:
        """Mark a lane without emitting `chosen`."""
        self.stage = stage
        self.setAccessibleDescription(STAGE_WORDS[stage])
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as the page."""
        return QSize(900, self.height())

    def x_of(self, months: float) -> float:
        """Return where a time stands, px."""
        room = self.width() - _LEFT - _LABELS - _RIGHT
        return _LEFT + _LABELS + room * months / AXIS_MONTHS

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose another lane with Up and Down."""
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        at = _STAGES.index(self.stage) + step
        if not step:
            super().keyPressEvent(event)
        elif 0 <= at < len(_STAGES):
            self._choose(_STAGES[at])

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the lane under the mouse."""
        at = int((event.position().y() - HEAD_PX) // LANE_PX)
        if 0 <= at < len(_STAGES):
            self._choose(_STAGES[at])

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw ground, months, lanes, half line, time line and marks, in this order."""
        if self._cycle is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        color = self._theme.color
        begin, half, foot = self.x_of(0), self.x_of(JUNE), HEAD_PX + LANE_PX * len(_STAGES)
        shade = QRectF(begin, HEAD_PX, half - begin, foot - HEAD_PX)
        painter.fillRect(shade, color("track1", 0.42))
        self._paint_months(painter)
        for at, stage in enumerate(_STAGES):
            self._paint_label(painter, stage, HEAD_PX + LANE_PX * at)
        painter.fillRect(QRectF(half - 1, HEAD_PX - 8, 2, foot - HEAD_PX + 8), color("half"))
        name = Lettering(12, fonts.BOLD, color("ink"))
        name.write(painter, "双过半", half - 8, foot - 13, Align.RIGHT)
        self._paint_time(painter, foot)
        for at, stage in enumerate(_STAGES):
            self._paint_marks(painter, stage, HEAD_PX + LANE_PX * (at + 0.5))

    def _choose(self, stage: StageName) -> None:
        if stage is not self.stage:
            self.choose(stage)
            self.chosen.emit(stage.value)

    def _paint_months(self, painter: QPainter) -> None:
        assert self._cycle is not None
        small = Lettering(12, fonts.REGULAR, self._theme.color("ink3"))
        chip = self._chip_box()
        for month in range(1, AXIS_MONTHS + 1):
            words = f"{month} 月" if month <= MONTHS_IN_YEAR else "次年 1 月"
            x = self.x_of(month - 0.5)
            wide = small.width(words) / 2
            if not (x + wide > chip.left() - 4 and x - wide < chip.right() + 4):
                small.write(painter, words, x, HEAD_PX / 2, Align.CENTRE)

    def _paint_label(self, painter: QPainter, stage: StageName, top: float) -> None:
        color = self._theme.color
        painter.fillRect(QRectF(_LEFT, top, self.width() - _LEFT - 16, 1), color("line2"))
        foot = QRectF(_LEFT, top + LANE_PX, self.width() - _LEFT - 16, 1)
        painter.fillRect(foot, color("line2"))
        chosen = stage is self.stage
        if chosen:
            painter.fillRect(QRectF(0, top + 1, 3, LANE_PX - 1), color("accent"))
        ink = color("accent" if chosen else "ink")
        name = Lettering(13, fonts.BOLD if chosen else fonts.MEDIUM, ink)
        name.write(painter, STAGE_WORDS[stage], _LEFT, top + LANE_PX / 2)
        when = Lettering(11, fonts.REGULAR, color("ink3"))
        when.write(painter, LANE_WORDS[stage], _LEFT + _WHEN, top + LANE_PX / 2)

    def _chip_box(self) -> QRectF:
        assert self._cycle is not None
        words = Lettering(12, fonts.BOLD, self._theme.color("surface"))
        wide = words.width(self._cycle.words) + 20
        x = self.x_of(min(self._cycle.at, AXIS_MONTHS))
        left = min(x - wide / 2, self.width() - 16 - wide)
        return QRectF(round(left), HEAD_PX / 2 - 10, round(wide), 20)

    def _paint_time(self, painter: QPainter, foot: float) -> None:
        assert self._cycle is not None
        color = self._theme.color("time")
        pen = QPen(color, 1.4)
        pen.setDashPattern([4, 3])
        painter.setPen(pen)
        x = round(self.x_of(self._cycle.at)) + 0.5
        painter.drawLine(QPointF(x, HEAD_PX - 6), QPointF(x, foot))
        box = self._chip_box()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color)
        painter.drawRoundedRect(box, 3, 3)
        words = Lettering(12, fonts.BOLD, self._theme.color("surface"))
        words.write(painter, self._cycle.words, box.center().x(), box.center().y(), Align.CENTRE)

    def _paint_marks(self, painter: QPainter, stage: StageName, y: float) -> None:
        assert self._cycle is not None
        marks = self._cycle.lane(stage)
        for at, mark in enumerate(marks):
            if mark.until is None:
                self._paint_step(painter, mark, y)
                end = self.x_of(mark.at) + 11
            else:
                self._paint_period(painter, mark, y)
                end = self.x_of(mark.until) + 8
            following = self.x_of(marks[at + 1].at) - 12 if at + 1 < len(marks) else self.width()
            words = mark.text
            note = self._notes.get((stage, at), "")
            if note:
                words = f"{words}　{note}" if words else note
            room = min(following, self.width() - 16) - end
            self._write(painter, words, QRectF(end, y, room, 0), self.x_of(mark.at), mark.state)

    def _write(
        self, painter: QPainter, words: str, room: QRectF, mark: float, state: MarkState
    ) -> None:
        """Write behind a mark; at the right edge of the year before it."""
        token = "ink3" if state is MarkState.NEXT else "ink"
        text = Lettering(12, fonts.REGULAR, self._theme.color(token))
        at_edge = room.right() > self.width() - 20 and text.width(words) > room.width()
        wide = room.width() if not at_edge else _BEFORE
        shown = elided(words, 12, fonts.REGULAR, wide)
        left = mark - 11 - text.width(shown) if at_edge else room.left()
        right = left + text.width(shown)
        if shown and self._crosses(left, right):
            ground = QRectF(left - 3, room.y() - 9, right - left + 6, 18)
            painter.fillRect(ground, self._theme.color("surface"))
        text.write(painter, shown, left, room.y())

    def _crosses(self, left: float, right: float) -> bool:
        assert self._cycle is not None
        return left < self.x_of(self._cycle.at) < right

    def _paint_step(self, painter: QPainter, mark: StepMark, y: float) -> None:
        color = self._theme.color
        centre = QPointF(self.x_of(mark.at), y)
        painter.setBrush(color("surface"))
        if mark.state is MarkState.DONE:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color("time"))
            painter.drawEllipse(centre, _DISC, _DISC)
        elif mark.state is MarkState.NOW:
            painter.setPen(QPen(color("time"), 2.4))
            painter.drawEllipse(centre, _RING + 0.8, _RING + 0.8)
        else:
            painter.setPen(QPen(color("none"), 1.4))
            painter.drawEllipse(centre, _RING - 0.4, _RING - 0.4)

    def _paint_period(self, painter: QPainter, mark: StepMark, y: float) -> None:
        assert self._cycle is not None
        assert mark.until is not None
        color = self._theme.color
        left, right = self.x_of(mark.at) + 1, self.x_of(mark.until)
        box = QRectF(left, y - _BAR_PX / 2, right - left, _BAR_PX)
        ahead = mark.state is MarkState.NEXT
        painter.setPen(QPen(color("line2" if ahead else "time"), 1.2))
        painter.setBrush(color("surface" if ahead else "timebg"))
        painter.drawRoundedRect(box, 3, 3)
        now = min(max(self.x_of(self._cycle.at), left), right)
        if now > left and not ahead:
            painter.fillRect(QRectF(left, box.top(), now - left, _BAR_PX), color("time"))
