"""双过半标尺: the ruler cell of the board (DESIGN.md section 6), painted row by row."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from tracker.board import BoardRow
from tracker.indicators import Light
from tracker.periods import JUNE, MONTHS_IN_YEAR
from tracker.progress import Rule
from tracker.progress.printed import completion_words, last_value_words
from ui import fonts
from ui.theme import Theme
from ui.widgets.lettering import Align, Lettering

MARGIN_LEFT, MARGIN_RIGHT = 12, 14
"""Inside the cell, so that labels at 0 and 100 % have room."""
HALF = 0.5
GROWTH_SPAN_PP = 4.0
"""The growth ruler reaches so many 百分点 to either side of the target."""
_CLIP = 1.04
_BAR_HEIGHT, _TICK_HEIGHT, _HATCH_STEP = 10, 18, 5
_SHADE_ALPHA = 0.43
_LABEL_GAP, _ABOVE = 8, 11


@dataclass(frozen=True, slots=True)
class Scale:
    """Where shares and pp lie between the ends of a cell's axis."""

    left: int
    width: int

    @classmethod
    def of(cls, cell: QRect) -> "Scale":
        """Lay the axis into a cell."""
        return cls(cell.left() + MARGIN_LEFT, cell.width() - MARGIN_LEFT - MARGIN_RIGHT)

    def at(self, fraction: float) -> float:
        """Return the x of a share of the task (or of the year)."""
        return self.left + fraction * self.width

    def at_pp(self, gap: float) -> float:
        """Return the x of a distance from the target."""
        return self.at(HALF + gap / (2 * GROWTH_SPAN_PP))


class Ruler:
    """Paints the ruler of one row into its cell; the half line joins up from row to row."""

    def __init__(self, theme: Theme, percent_px: int = 13) -> None:
        self._theme = theme
        self._percent = {
            light: Lettering(percent_px, fonts.MEDIUM, self._percent_color(light))
            for light in Light
        }
        self._small = {
            light: Lettering(11, fonts.MEDIUM, self._percent_color(light)) for light in Light
        }
        self._last = Lettering(12, fonts.REGULAR, theme.color("ink3"))

    def paint(self, painter: QPainter, cell: QRect, row: BoardRow) -> None:
        """Paint everything but the time line, which the table draws once over all rows."""
        scale = Scale.of(cell)
        accumulates = row.progress.rule.accumulates
        if accumulates:
            shade = QRectF(scale.left, cell.top(), scale.width / 2, cell.height())
            painter.fillRect(shade, self._theme.color("track1", _SHADE_ALPHA))
        self._ticks(painter, cell, scale)
        middle = cell.top() + cell.height() // 2
        if accumulates:
            self._task(painter, scale, middle, row)
        self._half_line(painter, scale, cell.top(), cell.bottom() + 1)
        if not accumulates:
            self._growth(painter, scale, middle, row)
        else:
            self._label(painter, cell, middle, row)

    def _ticks(self, painter: QPainter, cell: QRect, scale: Scale) -> None:
        color = self._theme.color("line")
        for share_of_task in (0.0, 0.25, 0.75, 1.0):
            x = round(scale.at(share_of_task) - 0.001)
            painter.fillRect(x, cell.top(), 1, cell.height(), color)

    def _half_line(self, painter: QPainter, scale: Scale, top: int, bottom: int) -> None:
        x = round(scale.at(HALF)) - 1
        painter.fillRect(QRectF(x, top, 2, bottom - top), self._theme.color("half"))

    def _task(self, painter: QPainter, scale: Scale, middle: int, row: BoardRow) -> None:
        progress = row.progress
        top = middle - _BAR_HEIGHT // 2
        end = self._bar_end(scale, row)
        if end is not None:
            bar = QRectF(scale.left, top, end - scale.left, _BAR_HEIGHT)
            if progress.pending:
                self._box(painter, bar, None, "none")
            elif progress.is_ceiling:
                self._box(painter, bar, "barsoft", "bar")
            else:
                painter.fillRect(bar, self._theme.color("bar"))
                self._shortfall(painter, scale, bar, row)
        if row.plan_tick is not None:
            x = round(scale.at(min(row.plan_tick, 1.0))) - 1
            height = _TICK_HEIGHT
            painter.fillRect(x, middle - height // 2, 2, height, self._theme.color("time"))

    def _bar_end(self, scale: Scale, row: BoardRow) -> float | None:
        if row.ruler_share is None:
            return None
        return scale.at(max(0.0, min(row.ruler_share, _CLIP)))

    def _shortfall(self, painter: QPainter, scale: Scale, bar: QRectF, row: BoardRow) -> None:
        progress = row.progress
        behind = progress.light in (Light.YELLOW, Light.RED)
        if not behind or row.ruler_pace is None:
            return
        due = scale.at(min(row.ruler_pace, 1.0))
        box = QRectF(bar.right(), bar.top(), due - bar.right(), bar.height())
        if box.width() >= 1:
            color = self._theme.light_color(progress.light)
            hatch(painter, box, color)

    def _box(self, painter: QPainter, box: QRectF, fill: str | None, edge: str) -> None:
        if fill is not None:
            painter.fillRect(box, self._theme.color(fill))
        painter.setPen(QPen(self._theme.color(edge), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5))

    def _label(self, painter: QPainter, cell: QRect, middle: int, row: BoardRow) -> None:
        """Write the percent behind the bar; where it has no room there, over the bar's end."""
        progress = row.progress
        if progress.pending:
            self._last_known(painter, Scale.of(cell), middle, row)
            return
        scale = Scale.of(cell)
        end = self._bar_end(scale, row)
        if end is None:
            return
        text, large = completion_words(progress), self._percent[progress.light]
        x = max(end, scale.at(HALF)) + _LABEL_GAP
        right = cell.right() + 1
        if x + large.width(text) <= right:
            large.write(painter, text, x, middle)
        else:
            self._small[progress.light].write(painter, text, right, middle - _ABOVE, Align.RIGHT)

    def _last_known(self, painter: QPainter, scale: Scale, middle: int, row: BoardRow) -> None:
        text = last_value_words(row.progress)
        end = self._bar_end(scale, row) or 0.0
        x = max(end, scale.at(HALF)) + _LABEL_GAP
        room = scale.at(_CLIP) - self._last.width(text)
        self._last.write(painter, text, min(x, room), middle)

    def _growth(self, painter: QPainter, scale: Scale, middle: int, row: BoardRow) -> None:
        progress = row.progress
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if row.nation_gap is not None:
            self._nation(painter, scale, middle, row.nation_gap)
        if progress.pending:
            self._last_known(painter, scale, middle, row)
        elif progress.gap is not None and progress.rule is Rule.RATE:
            ok = progress.light in (Light.GREEN, Light.NONE)
            color = self._theme.color("bar") if ok else self._theme.light_color(progress.light)
            self._disc(painter, scale, middle, progress.gap, color)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    def _disc(
        self, painter: QPainter, scale: Scale, middle: int, gap: float, color: QColor
    ) -> None:
        line, inside = scale.at(HALF), max(-GROWTH_SPAN_PP, min(gap, GROWTH_SPAN_PP))
        x = scale.at_pp(inside)
        start = line + 1 if x >= line else line - 1
        painter.setPen(QPen(color, 3, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
        painter.drawLine(QPointF(start, middle), QPointF(x, middle))
        if inside != gap:
            self._arrow(painter, x, middle, 1 if gap > 0 else -1, color)
            return
        painter.setPen(QPen(self._theme.color("surface"), 1))
        painter.setBrush(color)
        painter.drawEllipse(QPointF(x, middle), 5.5, 5.5)

    def _nation(self, painter: QPainter, scale: Scale, middle: int, gap: float) -> None:
        color = self._theme.color("ink3")
        x = scale.at_pp(max(-GROWTH_SPAN_PP, min(gap, GROWTH_SPAN_PP)))
        if abs(gap) > GROWTH_SPAN_PP:
            self._arrow(painter, x, middle, 1 if gap > 0 else -1, color)
            return
        painter.setPen(QPen(color, 1.2))
        painter.setBrush(self._theme.color("surface"))
        painter.drawPolygon(diamond(x, middle, 4))

    def _arrow(self, painter: QPainter, x: float, middle: float, side: int, color: QColor) -> None:
        tip = QPointF(x + side * 1.5, middle)
        back = x - side * 4.5
        painter.setPen(QPen(color, 1.2))
        painter.setBrush(self._theme.color("surface"))
        painter.drawPolygon(QPolygonF([tip, QPointF(back, middle - 4), QPointF(back, middle + 4)]))

    def _percent_color(self, light: Light) -> QColor:
        behind = light in (Light.YELLOW, Light.RED)
        return self._theme.light_text_color(light) if behind else self._theme.color("ink")


def diamond(x: float, y: float, radius: float) -> QPolygonF:
    """Return a diamond around a point."""
    return QPolygonF(
        [
            QPointF(x, y - radius),
            QPointF(x + radius, y),
            QPointF(x, y + radius),
            QPointF(x - radius, y),
        ]
    )


def hatch(painter: QPainter, box: QRectF, color: QColor) -> None:
    """Fill a box with 45° lines, five px apart, inside a hairline; Qt's own is too coarse."""
    painter.save()
    painter.setClipRect(box)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(color, 1.4))
    x = box.left() - box.height()
    while x < box.right():
        painter.drawLine(QPointF(x, box.bottom()), QPointF(x + box.height(), box.top()))
        x += _HATCH_STEP
    painter.setPen(QPen(color, 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5))
    painter.restore()


def paint_time_line(
    painter: QPainter, theme: Theme, cell: QRect, month: int, span: tuple[int, int]
) -> None:
    """Draw the dashed line of time over rows, once: dashes per row would break.

    `cell` lies across as the rulers do, `span` is where the rows begin and end. In June there is
    none: time lies under the half line.
    """
    if month == JUNE:
        return
    pen = QPen(theme.color("time"), 1)
    pen.setDashPattern([4, 3])
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    painter.translate(int(Scale.of(cell).at(month / MONTHS_IN_YEAR)) + 0.5, 0)
    painter.drawLine(0, span[0], 0, span[1])
