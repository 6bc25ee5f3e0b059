"""FindBar: a slim bar above a grid that finds rows, columns and figures, and walks through them."""

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from ui.models.grid_search import Place, found_places
from ui.theme import Theme
from ui.widgets.grid_panel import GridPanel
from ui.widgets.icon import icon_button
from ui.widgets.label import label

_WIDTH = 260


class FindBar(QWidget):
    """Ctrl+F opens it, F3 and Shift+F3 (Enter, Shift+Enter) walk, Escape closes it."""

    def __init__(self, theme: Theme, grid: GridPanel) -> None:
        super().__init__()
        self._theme = theme
        self._grid = grid
        self.setFixedHeight(40)
        self.words = QLineEdit()
        self.words.setPlaceholderText("指标、地区或数值")
        self.words.setAccessibleName("在表中查找")
        self.words.setFixedWidth(_WIDTH)
        self.count = label("", "helper")
        self.before = icon_button(theme, "chevron-up", kind="quiet")
        self.after = icon_button(theme, "chevron-down", kind="quiet")
        self.shut = icon_button(theme, "x", kind="quiet")
        self._lay_out()
        self.words.textChanged.connect(self._on_typed)
        self.words.installEventFilter(self)
        self.before.clicked.connect(self.go_back)
        self.after.clicked.connect(self.go_on)
        self.shut.clicked.connect(self.close_bar)
        grid.view.finds = True
        grid.view.find_requested.connect(self.open_bar)
        grid.view.found_next.connect(self._walk)
        self.hide()

    def open_bar(self) -> None:
        """Show the bar with the keyboard in it and what was looked for last selected."""
        self.show()
        self.words.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.words.selectAll()
        self._say()

    def close_bar(self) -> None:
        """Hide the bar; the keyboard goes back to the cell that was found."""
        self.hide()
        self._grid.view.setFocus()

    def go_on(self) -> None:
        """Stand on the next cell that answers, the first one after the last."""
        self._walk(1)

    def go_back(self) -> None:
        """Stand on the cell before that answers."""
        self._walk(-1)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Walk with Enter and F3, close with Escape, while the keyboard is in the field."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            key = Qt.Key(event.key())
            back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F3):
                self._walk(-1 if back else 1)
                return True
            if key == Qt.Key.Key_Escape:
                self.close_bar()
                return True
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground and the line below."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color("subtle"))
        line = QRect(0, self.height() - 1, self.width(), 1)
        painter.fillRect(line, self._theme.color("line"))

    def _places(self) -> list[Place]:
        here = self._grid.current
        first = self._grid.first_column
        column = first if here is None else here[1]
        return found_places(self._grid.grid, self.words.text(), column, first)

    def _on_typed(self) -> None:
        """Stand on the first answer at or after the current cell, as typing goes on."""
        places, here = self._places(), self._grid.current
        if places:
            self._go(next((one for one in places if here is None or one >= here), places[0]))
        self._say()

    def _walk(self, step: int) -> None:
        places, here = self._places(), self._grid.current
        if places:
            if here is None:
                target = places[0]
            elif step > 0:
                target = next((one for one in places if one > here), places[0])
            else:
                target = next((one for one in reversed(places) if one < here), places[-1])
            self._go(target)
        self._say()

    def _go(self, place: Place) -> None:
        self._grid.stand_on(*place)

    def _say(self) -> None:
        """Say which of how many: 2/5, or that there is none."""
        places, here = self._places(), self._grid.current
        if not self.words.text().strip():
            text = ""
        elif not places:
            text = "没有找到"
        else:
            text = f"{places.index(here) + 1 if here in places else '—'}/{len(places)}"
        self.count.setText(text)

    def _lay_out(self) -> None:
        named = (
            ("上一个  Shift+F3", self.before),
            ("下一个  F3", self.after),
            ("关  Esc", self.shut),
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(19, 4, 14, 5)
        row.setSpacing(6)
        row.addWidget(self.words)
        for tip, button in named[:2]:
            button.setToolTip(tip)
            button.setAccessibleName(tip.split("  ")[0])
            row.addWidget(button)
        row.addSpacing(4)
        row.addWidget(self.count)
        row.addStretch(1)
        self.shut.setToolTip(named[2][0])
        self.shut.setAccessibleName("关闭查找")
        row.addWidget(self.shut)
