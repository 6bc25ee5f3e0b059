"""CaseDelegate: paints the rows of 半年督查清单, two lines of text at most."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyleOptionViewItem

from tracker.indicators import Light
from tracker.inspection.case import STATE_WORDS, CaseState
from tracker.inspection.half_year import InspectionRow
from tracker.progress import light_word
from ui import fonts
from ui.models.row_table import ROW_ROLE
from ui.theme import Theme
from ui.widgets.lamp import paint_lamp
from ui.widgets.lettering import Align, Lettering, elided, wrapped
from ui.widgets.row_delegate import LEFT_PADDING, RowDelegate

RIGHT_PADDING, TEXT_PADDING = 16, 22
_UP, _DOWN = -10, 10
_LINE = 20
STATE_ICONS = {
    CaseState.AWAITED: "circle-alert",
    CaseState.UNDER_WAY: "pencil",
    CaseState.CHECKING: "eye",
    CaseState.CLOSED: "check",
}
_CHIP_HEIGHT, _CHIP_PADDING, _ICON = 24, 8, 13


class CaseDelegate(RowDelegate):
    """One delegate for all columns."""

    row_height = 59

    def __init__(self, theme: Theme, columns: list[str], today: Callable[[], date]) -> None:
        super().__init__(theme, columns)
        self._today = today
        ink, ink2, ink3 = (theme.color(token) for token in ("ink", "ink2", "ink3"))
        self._name = Lettering(13, fonts.MEDIUM, ink)
        self._value = Lettering(13, fonts.BOLD, ink)
        self._text = Lettering(13, fonts.REGULAR, ink)
        self._faint = Lettering(13, fonts.REGULAR, ink3)
        self._small = Lettering(12, fonts.REGULAR, ink3)
        self._chip = {
            closed: Lettering(12, fonts.MEDIUM, color) for closed, color in ((0, ink), (1, ink2))
        }
        self._gaps = {
            light: Lettering(13, fonts.BOLD, theme.light_text_color(light))
            for light in (Light.RED, Light.YELLOW)
        }
        self._words = {
            light: Lettering(12, fonts.MEDIUM, theme.light_text_color(light)) for light in Light
        }
        self._pressing = {
            1: Lettering(12, fonts.BOLD, theme.color("warnt")),
            2: Lettering(12, fonts.BOLD, theme.color("badt")),
        }
        self._overdue = Lettering(13, fonts.REGULAR, theme.color("badt"))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint ground, hairline and the cell."""
        row = index.data(ROW_ROLE)
        if not isinstance(row, InspectionRow):
            return
        name = self._columns[index.column()]
        box = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, option.rect, index.row(), name)
        painter.setClipRect(box)
        getattr(self, f"_paint_{name}")(painter, box, row)
        painter.restore()

    def _line_inset(self, name: str) -> int:
        return RIGHT_PADDING if name == "state" else 0

    def _paint_light(self, painter: QPainter, box: QRectF, row: InspectionRow) -> None:
        light = row.progress.light
        y = box.center().y()
        centre = QPointF(box.left() + LEFT_PADDING + 6, y)
        paint_lamp(painter, light, centre, self._theme.light_color(light))
        self._words[light].write(painter, light_word(row.progress), box.left() + 37, y)

    def _paint_name(self, painter: QPainter, box: QRectF, row: InspectionRow) -> None:
        room = box.width() - 8
        name = elided(row.progress.indicator.name, 13, fonts.MEDIUM, room)
        self._pair(painter, box, (name, row.region.name), self._name, self._small)

    def _paint_value(self, painter: QPainter, box: QRectF, row: InspectionRow) -> None:
        y = box.center().y()
        self._value.write(painter, row.actual, box.right(), y + _UP, Align.RIGHT)
        self._small.write(painter, row.task, box.right(), y + _DOWN, Align.RIGHT)

    def _paint_gap(self, painter: QPainter, box: QRectF, row: InspectionRow) -> None:
        letters = self._gaps.get(row.progress.light, self._name)
        letters.write(painter, row.gap, box.right(), box.center().y(), Align.RIGHT)

    def _paint_reason(self, painter: QPainter, box: QRectF, row: InspectionRow) -> None:
        text = "" if row.case is None else row.case.reason
        box = box.adjusted(TEXT_PADDING, 0, 0, 0)
        self._two_lines(painter, box, text)

    def _paint_measure(self, painter: QPainter, box: QRectF, row: InspectionRow) -> None:
        self._two_lines(painter, box, "" if row.case is None else row.case.measure)

    def _paint_department(self, painter: QPainter, box: QRectF, row: InspectionRow) -> None:
        room = box.width() - 12
        who = "" if row.case is None else row.case.responsible
        texts = (
            elided(row.department, 13, fonts.MEDIUM, room),
            elided(who, 12, fonts.REGULAR, room),
        )
        self._pair(painter, box, texts, self._name, self._small)

    def _paint_due(self, painter: QPainter, box: QRectF, row: InspectionRow) -> None:
        case = row.case
        if case is None or case.due_on is None:
            return
        today = self._today()
        year = "" if case.due_on.year == row.progress.year else f"{case.due_on.year}-"
        urgency = row.urgency(today)
        first = self._overdue if urgency == 2 else self._text
        second = self._pressing.get(urgency, self._small)
        words = f"{year}{case.due_on:%m-%d}"
        self._pair(painter, box, (words, row.due_words(today)), first, second)

    def _paint_state(self, painter: QPainter, box: QRectF, row: InspectionRow) -> None:
        paint_state_chip(painter, self._theme, row.state, box.left(), box.center().y())
        ratio = painter.device().devicePixelRatioF()
        arrow = self._theme.pixmap("chevron-right", "ink2", 16, ratio)
        x = box.right() - RIGHT_PADDING - 14
        painter.drawPixmap(QPointF(x, box.center().y() - 8), arrow)

    def _pair(
        self,
        painter: QPainter,
        box: QRectF,
        texts: tuple[str, str],
        first: Lettering,
        second: Lettering,
    ) -> None:
        """Write two lines, or one in the middle."""
        y = box.center().y()
        if not texts[1]:
            first.write(painter, texts[0], box.left(), y)
            return
        first.write(painter, texts[0], box.left(), y + _UP)
        second.write(painter, texts[1], box.left(), y + _DOWN)

    def _two_lines(self, painter: QPainter, box: QRectF, text: str) -> None:
        y, room = box.center().y(), box.width() - TEXT_PADDING
        if not text:
            self._faint.write(painter, "尚未报送", box.left(), y)
            return
        lines = wrapped(text, 13, fonts.REGULAR, room)
        if len(lines) == 1:
            self._text.write(painter, lines[0], box.left(), y)
            return
        rest = elided("".join(lines[1:]), 13, fonts.REGULAR, room)
        self._text.write(painter, lines[0], box.left(), y - _LINE / 2)
        self._text.write(painter, rest, box.left(), y + _LINE / 2)


def paint_state_chip(
    painter: QPainter, theme: Theme, state: CaseState, left: float, y: float
) -> float:
    """Paint the outline chip of a state and return its width; never in a light's colour."""
    closed = state is CaseState.CLOSED
    letters = Lettering(12, fonts.MEDIUM, theme.color("ink2" if closed else "ink"))
    word = STATE_WORDS[state]
    width = _CHIP_PADDING * 2 + _ICON + 5 + letters.width(word)
    box = QRectF(round(left) + 0.5, round(y - _CHIP_HEIGHT / 2) + 0.5, round(width),
                 _CHIP_HEIGHT - 1)  # fmt: skip
    painter.setPen(QPen(theme.color("line2"), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush if closed else theme.color("surface"))
    painter.drawRoundedRect(box, 4, 4)
    ratio = painter.device().devicePixelRatioF()
    icon = theme.pixmap(STATE_ICONS[state], "ink2", _ICON, ratio)
    painter.drawPixmap(QPointF(box.left() + _CHIP_PADDING, box.center().y() - _ICON / 2), icon)
    letters.write(painter, word, box.left() + _CHIP_PADDING + _ICON + 5, box.center().y())
    return width
