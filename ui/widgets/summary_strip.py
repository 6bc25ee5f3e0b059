"""SummaryStrip: time, lights, how many tasks will be past half, and which must hurry most."""

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from tracker.board import Board
from tracker.headlines import speed_words
from tracker.indicators import Light
from tracker.periods import JUNE, MONTHS_IN_YEAR
from tracker.wording import LIGHT_WORDS, multiplier, share
from ui import fonts
from ui.theme import Theme
from ui.widgets.lamp import paint_lamp
from ui.widgets.lettering import Lettering
from ui.widgets.light_buttons import LightButtons
from ui.widgets.rules_button import RulesButton
from ui.widgets.year_strip import YearStrip

HEIGHT = 48
_UPPER, _LOWER = 14, 34
_STRIP_X, _LIGHTS_X, _LIGHT_STEP, _SPEED_X, _HURRY_X = 81, 309, 58, 561, 723
_LEFT, _DIVIDER_BEFORE = 19, 18
_SHOWN_LIGHTS = (Light.GREEN, Light.YELLOW, Light.RED, Light.NONE)
_HURRY_HARD = 1.5


class SummaryStrip(QWidget):
    """Painted in one go; what it says is also its accessible description."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._board: Board | None = None
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("小结")
        self._strip = YearStrip(theme, parent=self)
        self._strip.setGeometry(_STRIP_X, 5, 190, 20)
        self.rules = RulesButton(theme, self)
        self.rules.setGeometry(_LIGHTS_X + 4 * _LIGHT_STEP - 26, 0, 26, HEIGHT - 4)
        self.lights = LightButtons(theme, _SHOWN_LIGHTS, _LIGHT_STEP, self)
        self.lights.setGeometry(_LIGHTS_X - 5, 0, 4 * _LIGHT_STEP - 21, HEIGHT - 4)
        ink = theme.color("ink")
        self._helper = Lettering(12, fonts.REGULAR, theme.color("ink3"))
        self._second = Lettering(12, fonts.REGULAR, theme.color("ink2"))
        self._number = Lettering(17, fonts.BOLD, ink)
        self._time = Lettering(17, fonts.BOLD, theme.color("time"))
        self._percent = Lettering(12, fonts.REGULAR, theme.color("time"))
        self._name = Lettering(13, fonts.MEDIUM, ink)
        self._zero = Lettering(17, fonts.BOLD, theme.color("ink3"))
        self._hurry = Lettering(13, fonts.BOLD, theme.color("warnt"))
        self._hurry_hard = Lettering(13, fonts.BOLD, theme.color("badt"))
        self._counts = {
            light: Lettering(17, fonts.BOLD, theme.light_text_color(light)) for light in Light
        } | {Light.NONE: Lettering(17, fonts.BOLD, theme.color("ink2"))}

    def show_board(self, board: Board) -> None:
        """Sum up a board."""
        summed = self._board
        self._board = board
        if summed is not None and _sums(summed) == _sums(board):
            return
        self._strip.show_months(board.as_of.month)
        counts = "，".join(
            f"{LIGHT_WORDS[light]} {board.lights.get(light, 0)} 项" for light in _SHOWN_LIGHTS
        )
        self.setAccessibleDescription(
            f"{counts}；{speed_words(board)} {board.tasks_past_half} / {board.tasks}"
        )
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(915, HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the four blocks."""
        if self._board is None:
            return
        painter = QPainter(self)
        self._paint_time(painter, self._board.as_of.month)
        self._paint_lights(painter, self._board)
        self._paint_speed(painter, self._board)
        self._paint_hurry(painter, self._board)

    def _paint_time(self, painter: QPainter, month: int) -> None:
        self._helper.write(painter, "时间", _LEFT, _UPPER - 1)
        x = self._time.write(painter, share(month / MONTHS_IN_YEAR), _LEFT, _LOWER - 2)
        self._percent.write(painter, "%", x, _LOWER)
        self._second.write(painter, _time_left(month), _STRIP_X, _LOWER)

    def _paint_lights(self, painter: QPainter, board: Board) -> None:
        self._divider(painter, _LIGHTS_X)
        for place, light in enumerate(_SHOWN_LIGHTS):
            x = _LIGHTS_X + place * _LIGHT_STEP
            lamp = QPointF(x + 6.0, _UPPER - 0.5)
            paint_lamp(painter, light, lamp, self._theme.light_color(light))
            self._helper.write(painter, LIGHT_WORDS[light], x + 16, _UPPER)
            count = board.lights.get(light, 0)
            word = self._counts[light] if count else self._zero
            word.write(painter, str(count), x + 1, _LOWER - 1)

    def _paint_speed(self, painter: QPainter, board: Board) -> None:
        self._divider(painter, _SPEED_X)
        words = speed_words(board)
        if self._helper.width(words) > self.width() - _SPEED_X - 4:
            words = words.removeprefix("照现在速度 ")
        self._helper.write(painter, words, _SPEED_X, _UPPER - 1)
        x = self._number.write(painter, str(board.tasks_past_half), _SPEED_X, _LOWER - 1)
        self._second.write(painter, f" / {board.tasks} 项累计任务", x, _LOWER)

    def _paint_hurry(self, painter: QPainter, board: Board) -> None:
        if self.width() < _HURRY_X + 90:
            return
        self._divider(painter, _HURRY_X)
        self._helper.write(painter, "最要提速", _HURRY_X, _UPPER - 1)
        x: float = _HURRY_X
        shown = board.most_behind[:2]
        if not shown:
            self._second.write(painter, "没有", x, _LOWER)
        for row in shown:
            name = row.progress.indicator.short_name
            effort = row.effort or 0.0
            text = multiplier(effort)
            if x + self._name.width(name) + self._hurry.width(text) + 5 > self.width():
                return
            x = self._name.write(painter, name, x, _LOWER - 1) + 4
            hurry = self._hurry_hard if effort > _HURRY_HARD else self._hurry
            x = hurry.write(painter, text, x, _LOWER - 1) + 13

    def _divider(self, painter: QPainter, x: int) -> None:
        painter.fillRect(x - _DIVIDER_BEFORE, 2, 1, 38, self._theme.color("line"))


def _time_left(month: int) -> str:
    """Say how far the half or the end of the year is."""
    if month < JUNE:
        return f"距 6 月 30 日还有 {JUNE - month} 个月"
    if month == JUNE:
        return "上半年结束"
    if month < MONTHS_IN_YEAR:
        return f"距 12 月 31 日还有 {MONTHS_IN_YEAR - month} 个月"
    return "全年结束"


def _sums(board: Board) -> tuple[object, ...]:
    """Return what the strip shows of a board, to see whether it must be drawn again."""
    hurry = [(row.progress.indicator.short_name, row.effort) for row in board.most_behind[:2]]
    return board.as_of.month, board.lights, board.tasks, board.tasks_past_half, hurry
