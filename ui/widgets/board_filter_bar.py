"""BoardFilterBar: the slim bar over the board that filters its rows, hidden until it is wanted."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from tracker.board import Board
from tracker.indicators import Light
from tracker.wording import LIGHT_WORDS
from ui.models.board_filter import BoardFilter
from ui.theme import Theme
from ui.widgets.icon import icon_button
from ui.widgets.label import label
from ui.widgets.pick_button import PickButton, PickOption

_EVERY_LEVER, _EVERYBODY, _EVERY_LIGHT = "全部抓手", "全部单位", "全部灯"
_LIGHTS = (Light.GREEN, Light.YELLOW, Light.RED, Light.NONE)


class BoardFilterBar(QWidget):
    """40 px. Ctrl+F opens it; Escape, or its cross, shows everything and closes it."""

    changed = Signal()
    closed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setFixedHeight(40)
        self.filter = BoardFilter()
        self._levers: Sequence[str] = ()
        self._departments: Sequence[str] = ()
        self.words = QLineEdit()
        self.words.setPlaceholderText("筛指标，如 外贸")
        self.words.setAccessibleName("筛指标")
        self.words.setFixedWidth(180)
        self.lever = PickButton(theme, lambda: _options(_EVERY_LEVER, self._levers))
        self.department = PickButton(theme, lambda: _options(_EVERYBODY, self._departments))
        self.light = PickButton(theme, _light_options)
        self.count = label("", "helper")
        self.shut = icon_button(theme, "x", kind="quiet")
        self.shut.setToolTip("全部显示  Esc")
        self.shut.setAccessibleName("全部显示")
        self._lay_out()
        self.words.textChanged.connect(lambda text: self._narrow(words=text))
        self.lever.picked.connect(lambda value: self._narrow(lever=value))
        self.department.picked.connect(lambda value: self._narrow(department=value))
        self.light.picked.connect(lambda value: self._narrow(light=_light_of(value)))
        self.shut.clicked.connect(self.close_bar)
        self._show_filter()
        self.hide()

    def open_bar(self) -> None:
        """Show the bar with the keyboard in its field."""
        self.show()
        self.words.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.words.selectAll()

    def close_bar(self) -> None:
        """Show all rows again and hide the bar."""
        self.clear()
        self.hide()
        self.closed.emit()

    def clear(self) -> None:
        """Show all rows."""
        self.words.clear()
        self._narrow(lever="", department="", light=None)

    def toggle_light(self, light: Light) -> None:
        """Show the rows of one light, or all again; the bar says so."""
        self._narrow(light=None if self.filter.light is light else light)
        self.setVisible(not self.filter.is_open or self.words.hasFocus())

    def show_board(self, board: Board, shown: Board) -> None:
        """Offer the levers and departments that occur, and count what is shown."""
        indicators = [row.progress.indicator for row in board.rows]
        self._levers = list(dict.fromkeys(one.lever for one in indicators if one.lever))
        departments = dict.fromkeys(one.lead_department for one in indicators)
        self._departments = [name for name in departments if name]
        held = len(shown.rows)
        self.count.setText(f"{held} / {len(board.rows)} 项" if held else "没有符合的指标")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground and the line above."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color("subtle"))
        painter.fillRect(QRect(0, 0, self.width(), 1), self._theme.color("line"))

    def _narrow(self, **parts: object) -> None:
        wanted = replace(self.filter, **parts)  # type: ignore[arg-type]
        if wanted != self.filter:
            self.filter = wanted
            self._show_filter()
            self.changed.emit()

    def _show_filter(self) -> None:
        held = self.filter
        self.lever.show_value(held.lever, held.lever or _EVERY_LEVER)
        self.department.show_value(held.department, held.department or _EVERYBODY)
        light = held.light
        self.light.show_value(
            "" if light is None else light.value,
            _EVERY_LIGHT if light is None else LIGHT_WORDS[light],
        )

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(19, 4, 14, 4)
        row.setSpacing(8)
        for part, name, wide in (
            (self.lever, "抓手", 110),
            (self.department, "牵头单位", 200),
            (self.light, "灯", 100),
        ):
            part.setAccessibleName(name)
            part.setFixedWidth(wide)
        for one in (self.words, self.lever, self.department, self.light, self.count):
            row.addWidget(one)
        row.addStretch(1)
        row.addWidget(self.shut)


def _options(every: str, names: Sequence[str]) -> list[PickOption]:
    return [PickOption("", every), *(PickOption(name, name) for name in names)]


def _light_options() -> list[PickOption]:
    lights = [PickOption(light.value, LIGHT_WORDS[light]) for light in _LIGHTS]
    return [PickOption("", _EVERY_LIGHT), *lights]


def _light_of(value: str) -> Light | None:
    return Light(value) if value else None
