"""ProblemPopup: the box beside a cell that says why its text was not written, and what to do."""

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from tracker.indicators import Light
from ui import fonts
from ui.models.cell_look import Problem
from ui.theme import Theme
from ui.widgets.lamp import paint_lamp
from ui.widgets.lettering import Align, Lettering, width_px, wrapped

_ARROW, _PADDING, _RADIUS = 8, 14, 6
_MIN_WIDTH, _MAX_TEXT = 232, 300
_TITLE_Y, _TEXT_Y, _LINE = 21, 44, 19


class ProblemPopup(QWidget):
    """A painted child with an arrow to its cell: title, reason, and the fixes as links.

    It never takes the keyboard: Enter and Delete in the cell do the same as its links.
    """

    fix_chosen = Signal()
    clear_chosen = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._problem = Problem("", "", "")
        self._lines: list[str] = []
        self._clear_text = ""
        self._fix_box = QRectF()
        self._clear_box = QRectF()
        self._arrow_right = False
        self._arrow_y = 0.0
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()

    @property
    def problem(self) -> Problem:
        """What is shown."""
        return self._problem

    def show_problem(self, problem: Problem, stored: str) -> None:
        """Set the words. `stored` is the value that stands in the ledger, shown by 恢复."""
        self._problem = problem
        self._lines = wrapped(problem.reason, 12, fonts.REGULAR, _MAX_TEXT)
        self._clear_text = ""
        if problem.typed:
            self._clear_text = f"恢复 {stored}" if stored else "清空"
        self.setAccessibleName(f"{problem.title}。{problem.reason}")
        self._place_links()
        self.resize(self.sizeHint())
        self.update()

    def sizeHint(self) -> QSize:
        """Room for the longest line, the links and the arrow."""
        lines = max((width_px(line, 12) for line in self._lines), default=0.0)
        title = width_px(self._problem.title, 13, fonts.BOLD) + 22
        links = self._clear_box.right() + 80 if self._fix_box.width() else 0.0
        width = max(_MIN_WIDTH, lines + 6, title, links - _PADDING - _ARROW)
        height = _TEXT_Y + _LINE * len(self._lines) - 4 + (34 if self._clear_text else 6)
        return QSize(round(width) + 2 * _PADDING + _ARROW, height)

    def stand_beside(self, cell: QRect, inside: QRect) -> None:
        """Move to the right of a cell, or to its left where there is no room."""
        size = self.sizeHint()
        x = cell.right() + 5
        self._arrow_right = x + size.width() > inside.right()
        if self._arrow_right:
            x = cell.left() - 4 - size.width()
        y = cell.center().y() - 22
        y = max(inside.top() + 2, min(y, inside.bottom() - size.height() - 2))
        self._arrow_y = cell.center().y() - y
        self._place_links()
        self.setGeometry(QRect(QPoint(max(inside.left(), x), y), size))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the box, its arrow and the words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.color("bad"), 1))
        painter.setBrush(self._theme.color("surface"))
        painter.drawPath(self._outline())
        left = self._left()
        lamp = QPointF(left + 4, _TITLE_Y)
        paint_lamp(painter, Light.RED, lamp, self._theme.color("bad"), 4.8)
        title = Lettering(13, fonts.BOLD, self._theme.color("badt"))
        title.write(painter, self._problem.title, left + 16, _TITLE_Y)
        reason = Lettering(12, fonts.REGULAR, self._theme.color("ink2"))
        for number, line in enumerate(self._lines):
            reason.write(painter, line, left, _TEXT_Y + _LINE * number)
        if self._clear_text:
            self._paint_links(painter)

    def _paint_links(self, painter: QPainter) -> None:
        centre = self._clear_box.center().y()
        if self._fix_box.width():
            fix = Lettering(13, fonts.MEDIUM, self._theme.color("accent"))
            fix.write(painter, self._fix_text(), self._fix_box.left(), centre)
            key = Lettering(11, fonts.REGULAR, self._theme.color("ink3"))
            right = self.width() - _PADDING - (_ARROW if self._arrow_right else 0)
            key.write(painter, "Enter 采用", right, centre, Align.RIGHT)
        clear = Lettering(13, fonts.REGULAR, self._theme.color("ink2"))
        clear.write(painter, self._clear_text, self._clear_box.left(), centre)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show that the links can be clicked."""
        place = event.position()
        over = self._fix_box.contains(place) or self._clear_box.contains(place)
        shape = Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor
        self.setCursor(shape)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Follow a link; the box never lets a click through to the cells below it."""
        if self._fix_box.contains(event.position()):
            self.fix_chosen.emit()
        elif self._clear_box.contains(event.position()):
            self.clear_chosen.emit()

    def _fix_text(self) -> str:
        if self._problem.unsaved:
            return "再写一次"
        return f"改为 {self._problem.fix}"

    def _left(self) -> float:
        return _PADDING + (0 if self._arrow_right else _ARROW)

    def _place_links(self) -> None:
        """Work out where the links stand, for painting and for clicks."""
        top = _TEXT_Y + _LINE * len(self._lines) - 5
        left = self._left()
        self._fix_box = self._clear_box = QRectF(left, top, 0, 28)
        if self._problem.fix:
            width = width_px(self._fix_text(), 13, fonts.MEDIUM)
            self._fix_box = QRectF(left, top, width, 28)
            left += width + 24
        if self._clear_text:
            self._clear_box = QRectF(left, top, width_px(self._clear_text, 13), 28)

    def _outline(self) -> QPainterPath:
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        if self._arrow_right:
            box.setRight(box.right() - _ARROW)
            tip, foot = box.right() + _ARROW, box.right() - 1
        else:
            box.setLeft(box.left() + _ARROW)
            tip, foot = box.left() - _ARROW, box.left() + 1
        frame, arrow = QPainterPath(), QPainterPath()
        frame.addRoundedRect(box, _RADIUS, _RADIUS)
        y = min(max(self._arrow_y, box.top() + 14), box.bottom() - 14)
        arrow.moveTo(foot, y - 7)
        arrow.lineTo(tip, y)
        arrow.lineTo(foot, y + 7)
        arrow.closeSubpath()
        return frame.united(arrow)
