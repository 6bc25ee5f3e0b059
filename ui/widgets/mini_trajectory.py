"""MiniTrajectory: the course of one indicator in the pane, with the half line and the 双过半点."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from tracker.periods import JUNE, MONTHS_IN_YEAR
from tracker.trajectory import Point, Trajectory
from tracker.wording import amount, entered
from ui import fonts
from ui.theme import Theme
from ui.widgets.fan import fan_points, paint_fan
from ui.widgets.lettering import Align, Lettering
from ui.widgets.ruler import diamond

if TYPE_CHECKING:  # what lies ahead is imported with its first reading, after the first paint
    from tracker.outlook.prospect import Prospect

_HEIGHT = 196
_LEFT, _RIGHT_LABELS = 8, 58
_TOP, _BASE = 22, 176
_MONTH_LABELS = (3, 6, 9, 12)
_LABEL_STEP = 16
_CLEAR_OF_LINE = 10


class MiniTrajectory(QWidget):
    """Painted, not plotted: it must appear with the board, before matplotlib is imported."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._course: Trajectory | None = None
        self._prospect: Prospect | None = None
        self._low, self._high = 0.0, 1.0
        self.setFixedHeight(_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._axis = Lettering(10.5, fonts.REGULAR, theme.color("ink3"))
        self._now = Lettering(10.5, fonts.MEDIUM, theme.color("time"))
        self._label = Lettering(11, fonts.MEDIUM, theme.color("ink"))
        self._time = Lettering(11, fonts.REGULAR, theme.color("time"))
        self._value = Lettering(13, fonts.BOLD, theme.color("accent"))

    def show_course(self, course: Trajectory) -> None:
        """Draw another course, without what lies ahead of it."""
        self._course = course
        self._prospect = None
        self._low, self._high = _span(course, None)
        last = course.points[-1] if course.points else None
        if last is not None:
            self.setAccessibleName(f"轨迹，{last.month} 月 {self._number(last.value)}")
        self.update()

    def show_prospect(self, prospect: Prospect) -> None:
        """Draw the fan of the estimate, and the months from which the series is 不可比."""
        self._prospect = prospect
        if self._course is not None:
            self._low, self._high = _span(self._course, prospect)
        self.update()

    def sizeHint(self) -> QSize:
        """The pane's width."""
        return QSize(316, _HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw ground, lines and labels, back to front."""
        course = self._course
        if course is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if course.cumulative and course.half is not None:
            quadrant = QRectF(
                QPointF(self._x(0), self._y(course.half)), QPointF(self._x(JUNE), _BASE)
            )
            painter.fillRect(quadrant, self._theme.color("track1", 0.5))
        base = self._y(0.0) if not course.cumulative and self._low < 0 < self._high else _BASE
        self._rule(painter, QPointF(self._x(0), base), QPointF(self._x(12), base), "line2", 1)
        self._fan(painter, course)
        self._months(painter, course)
        self._breaks(painter)
        self._course_line(painter, course.last_year, "ly", 1.6)
        self._nation(painter, course)
        self._plan(painter, course)
        self._time_line(painter, course)
        self._half(painter, course)
        self._actual(painter, course)
        self._end_labels(painter, course)

    def _number(self, value: float) -> str:
        assert self._course is not None
        progress = self._course.progress
        text = amount(value, progress.indicator, progress.measure)
        return f"{text}%" if progress.unit == "%" else text

    def _aim(self, value: float) -> str:
        """Print a target or half without trailing zeros."""
        assert self._course is not None
        return entered(value, 0) + ("%" if self._course.progress.unit == "%" else "")

    def _x(self, month: float) -> float:
        return _LEFT + (self.width() - _LEFT - _RIGHT_LABELS) * month / MONTHS_IN_YEAR

    def _y(self, value: float) -> float:
        span = self._high - self._low or 1.0
        return _BASE - (value - self._low) / span * (_BASE - _TOP - 12)

    def _at(self, point: Point) -> QPointF:
        return QPointF(self._x(point.month), self._y(point.value))

    def _rule(
        self, painter: QPainter, start: QPointF, end: QPointF, token: str, width: float
    ) -> None:
        painter.setPen(QPen(self._theme.color(token), width))
        painter.drawLine(start, end)

    def _months(self, painter: QPainter, course: Trajectory) -> None:
        """Write the months, each amid its own span, the as-of month in time's colour."""
        now = course.progress.as_of.month
        first = "1—2" if course.merges_jan_feb else "1"
        labels = {1 if course.merges_jan_feb else 0.5: first}
        labels |= {month - 0.5: str(month) for month in _MONTH_LABELS if month != now}
        taken = self._x(now - 0.5)
        for middle, text in labels.items():
            x = self._x(middle)
            if abs(x - taken) > _LABEL_STEP or now == MONTHS_IN_YEAR:
                word = f"{text} 月" if text == "12" else text
                self._axis.write(painter, word, x, _BASE + 12, Align.CENTRE)
        self._now.write(painter, str(now), taken, _BASE + 12, Align.CENTRE)

    def _fan(self, painter: QPainter, course: Trajectory) -> None:
        if self._prospect is not None and course.points:
            start = course.points[-1]
            paint_fan(painter, self._theme, self._prospect.estimates, start, self._at)

    def _breaks(self, painter: QPainter) -> None:
        """Draw a double stroke where the series is measured anew."""
        for month in self._prospect.breaks if self._prospect is not None else ():
            painter.setPen(QPen(self._theme.color("ink3"), 1.2))
            for shift in (-2, 2):
                foot = self._x(month - 1) + shift
                painter.drawLine(QPointF(foot - 2, _BASE + 5), QPointF(foot + 2, _BASE - 5))

    def _course_line(
        self, painter: QPainter, points: Sequence[Point], token: str, width: float
    ) -> None:
        painter.setPen(QPen(self._theme.color(token), width))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(QPolygonF([self._at(point) for point in points]))

    def _nation(self, painter: QPainter, course: Trajectory) -> None:
        if course.nation:
            self._course_line(painter, course.nation, "axis", 1.6)
            end = self._at(course.nation[-1])
            painter.setPen(QPen(self._theme.color("ink3"), 1.2))
            painter.setBrush(self._theme.color("subtle"))
            painter.drawPolygon(diamond(end.x(), end.y(), 3.4))

    def _plan(self, painter: QPainter, course: Trajectory) -> None:
        if course.plan:
            painter.setPen(_dotted(self._theme.color("ink")))
            painter.drawPolyline(QPolygonF([self._at(point) for point in course.plan]))
        elif not course.cumulative and course.annual is not None:
            y = self._y(course.annual)
            self._rule(painter, QPointF(self._x(0), y), QPointF(self._x(12), y), "half", 2)

    def _time_line(self, painter: QPainter, course: Trajectory) -> None:
        month = course.progress.as_of.month
        x = int(self._x(month)) + 0.5
        pen = QPen(self._theme.color("time"), 1)
        pen.setDashPattern([3.5, 2.5])
        painter.setPen(pen)
        crossed = course.cumulative and course.half is not None
        painter.drawLine(QPointF(x, _TOP + 18 if crossed else _TOP - 6), QPointF(x, _BASE))
        if month == JUNE and course.half is not None:
            return
        if not crossed:
            self._time.write(painter, f"{month} 月末", x, 7, Align.CENTRE)
            return
        high = bool(course.points) and self._y(course.points[-1].value) < _TOP + 50
        label_y = _BASE - 10 if high else _TOP + 24
        left = x - 6 > self._time.width(f"{month} 月末")
        side = Align.RIGHT if left else Align.LEFT
        self._time.write(painter, f"{month} 月末", x - 6 if left else x + 6, label_y, side)

    def _half(self, painter: QPainter, course: Trajectory) -> None:
        """Draw the cross of time half and task half, meeting in the 双过半点."""
        if not course.cumulative or course.half is None:
            return
        x, y = self._x(JUNE), self._y(course.half)
        self._rule(painter, QPointF(x, _TOP - 6), QPointF(x, _BASE), "half", 2)
        self._rule(painter, QPointF(self._x(0), y), QPointF(x, y), "half", 2)
        self._label.write(painter, "6 月 30 日", x, 7, Align.CENTRE)
        self._label.write(painter, f"过半 {self._aim(course.half)}", _LEFT + 4, y - 9)

    def _actual(self, painter: QPainter, course: Trajectory) -> None:
        bar, ground = self._theme.color("bar"), self._theme.color("subtle")
        self._gapped_line(painter, course, bar)
        painter.setPen(QPen(ground, 1.2))
        painter.setBrush(bar)
        for point in course.points:
            if point.month:
                painter.drawEllipse(self._at(point), 4, 4)
        if course.half is not None and course.cumulative:
            painter.setPen(QPen(self._theme.color("half"), 1.8))
            painter.setBrush(ground)
            painter.drawEllipse(QPointF(self._x(JUNE), self._y(course.half)), 4.6, 4.6)
        if course.points and course.points[-1].month:
            last = self._at(course.points[-1])
            text = self._number(course.points[-1].value)
            right = max(last.x() - 7, self._value.width(text) + 2)
            middle = self._beside_half(course, last.y() - 11, right - self._value.width(text))
            self._value.write(painter, text, right, middle, Align.RIGHT)

    def _beside_half(self, course: Trajectory, middle: float, left: float) -> float:
        """Move a label's middle off the task half and its name."""
        if not course.cumulative or course.half is None or left > self._x(JUNE):
            return middle
        half = self._y(course.half)
        if middle + 11 >= half:
            return max(middle, half + _CLEAR_OF_LINE)
        name_end = _LEFT + 4 + self._label.width(f"过半 {self._aim(course.half)}")
        clear = _CLEAR_OF_LINE + (_LABEL_STEP if left < name_end + 4 else 0)
        return min(middle, half - clear)

    def _gapped_line(self, painter: QPainter, course: Trajectory, color: QColor) -> None:
        """Join months; over a missing month the line is dotted, for there it has no height."""
        breaks = self._prospect.breaks if self._prospect is not None else ()
        for before, after in zip(course.points, course.points[1:], strict=False):
            if any(before.month < month <= after.month for month in breaks if before.month):
                continue  # 不可比: no line leads across
            missing = any(before.month < month < after.month for month in course.missing)
            painter.setPen(_dotted(color) if missing else QPen(color, 3))
            painter.drawLine(self._at(before), self._at(after))

    def _end_labels(self, painter: QPainter, course: Trajectory) -> None:
        """Name the lines at their right ends, pushed apart where they would touch."""
        self._name_nation(painter, course)
        ends: list[tuple[float, str, str]] = []
        if course.annual is not None:
            ends.append((self._y(course.annual), f"目标 {self._aim(course.annual)}", "ink"))
        if course.last_year:
            year = course.progress.year - 1
            ends.append((self._y(course.last_year[-1].value), f"{year} 年", "ink3"))
        ahead = self._prospect
        if ahead is not None and ahead.end_label:
            point = fan_points(ahead.estimates, "point")[-1]
            ends.append((self._y(point.value), ahead.end_label, "bar"))
        ends.sort()
        floor = float("-inf")
        for y, text, token in ends:
            placed = max(y, floor + _LABEL_STEP)
            floor = placed
            weight = fonts.REGULAR if token == "ink3" else fonts.MEDIUM
            word = Lettering(11, weight, self._theme.color(token))
            word.write(painter, text, self._x(12) + 4, placed)

    def _name_nation(self, painter: QPainter, course: Trajectory) -> None:
        """Name the nation's line under its end, for it ends with the year's last figure."""
        if course.nation:
            end = self._at(course.nation[-1])
            self._axis.write(painter, "全国", end.x() + 6, end.y())


def _dotted(color: QColor) -> QPen:
    pen = QPen(color, 1.4)
    pen.setDashPattern([1, 2.2])
    return pen


def _span(course: Trajectory, prospect: Prospect | None) -> tuple[float, float]:
    """Return the lowest and highest value drawn; cumulative courses start at 0."""
    values = [point.value for points in _lines(course) for point in points]
    if prospect is not None and values:
        for part in ("low80", "high80"):
            values += [point.value for point in fan_points(prospect.estimates, part)]
    if course.annual is not None:
        values.append(course.annual)
    if not values:
        return 0.0, 1.0
    if course.cumulative:
        return min(0.0, *values), max(0.0, *values) or 1.0
    pad = (max(values) - min(values)) * 0.15 or 1.0
    return min(values) - pad, max(values) + pad


def _lines(course: Trajectory) -> tuple[Sequence[Point], ...]:
    return course.points, course.last_year, course.nation, course.plan
