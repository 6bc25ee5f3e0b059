"""NavBar: the pages at the left, one chosen, with the product's mark above them."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QIcon, QKeyEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QFrame, QVBoxLayout, QWidget

from ui import fonts
from ui.theme import Theme
from ui.widgets.lettering import Align, Lettering

WIDTH = 168


@dataclass(frozen=True, slots=True)
class NavEntry:
    """A page in the navigation. `set_apart` puts a line above it, `at_foot` sends it down;
    `badge` is the colour of its number of open matters.
    """

    name: str
    text: str
    icon: str
    shortcut: str
    set_apart: bool = False
    at_foot: bool = False
    badge: str = "warnt"


class NavBar(QWidget):
    """168 px at the left edge. Up and Down move between pages."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, entries: Sequence[NavEntry]) -> None:
        super().__init__()
        self._theme = theme
        self.setFixedWidth(WIDTH)
        self._items = {entry.name: _NavItem(theme, entry) for entry in entries}
        self._group = QButtonGroup(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 64, 0, 12)
        column.setSpacing(2)
        above = [entry for entry in entries if not entry.at_foot]
        for entry in [*above, *(entry for entry in entries if entry.at_foot)]:
            if entry.at_foot and above:
                column.addStretch()
                above = []
            if entry.set_apart:
                column.addSpacing(4)
                column.addWidget(_separator())
                column.addSpacing(5)
            item = self._items[entry.name]
            self._group.addButton(item)
            column.addWidget(item)
            item.clicked.connect(self._on_clicked)
        if above:
            column.addStretch()

    def choose(self, name: str) -> None:
        """Mark a page as the open one."""
        item = self._items.get(name)
        if item is not None:
            item.setChecked(True)

    def set_badge(self, name: str, count: int) -> None:
        """Show a number of open matters beside a page; 0 shows none."""
        self._items[name].set_badge(count)

    def item(self, name: str) -> QAbstractButton:
        """Return the button of a page."""
        return self._items[name]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move between the pages with Up and Down."""
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        items = list(self._items.values())
        focused = next((at for at, item in enumerate(items) if item.hasFocus()), None)
        if not step or focused is None:
            super().keyPressEvent(event)
            return
        following = items[max(0, min(len(items) - 1, focused + step))]
        following.setFocus(Qt.FocusReason.TabFocusReason)
        following.click()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground and the product's mark: time and task bars crossing the half line."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color("nav"))
        paint_mark(painter, self._theme, 16, 14)
        name = Lettering(17, fonts.BOLD, self._theme.color("ink"))
        name.write(painter, "双过半", 52, 26)

    def _on_clicked(self) -> None:
        for name, item in self._items.items():
            if item.isChecked():
                self.chosen.emit(name)


def paint_mark(painter: QPainter, theme: Theme, left: float, top: float) -> None:
    """Draw the 24×24 mark."""
    painter.fillRect(QRectF(left + 2, top + 5, 17, 5), theme.color("time"))
    painter.fillRect(QRectF(left + 2, top + 14, 22, 5), theme.color("bar"))
    painter.fillRect(QRectF(left + 13, top + 1, 2, 22), theme.color("half"))


def window_icon(theme: Theme) -> QIcon:
    """Return the mark as the icon of the window."""
    picture = QPixmap(32, 32)
    picture.fill(theme.color("nav"))
    painter = QPainter(picture)
    paint_mark(painter, theme, 4, 4)
    painter.end()
    return QIcon(picture)


def _separator() -> QFrame:
    line = QFrame()
    line.setProperty("role", "nav-line")
    line.setContentsMargins(0, 0, 0, 0)
    return line


class _NavItem(QAbstractButton):
    """One page: icon, word, and a badge when something is open."""

    def __init__(self, theme: Theme, entry: NavEntry) -> None:
        super().__init__()
        self._theme = theme
        self._entry = entry
        self._badge = 0
        self._hovered = False
        self.setCheckable(True)
        self.setText(entry.text)
        self.setAccessibleName(entry.text)
        self.setToolTip(f"{entry.text}  {entry.shortcut}")
        self.setFixedHeight(36)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def set_badge(self, count: int) -> None:
        self._badge = count
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(WIDTH, 36)

    def enterEvent(self, _event: QEnterEvent) -> None:
        self._hovered = True
        self.update()

    def leaveEvent(self, _event: QEvent) -> None:
        self._hovered = False
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        body = QRectF(8, 0, WIDTH - 16, 36)
        chosen = self.isChecked()
        if chosen or self._hovered:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.color("surface" if chosen else "hover"))
            painter.drawRoundedRect(body, 6, 6)
        if chosen:
            painter.fillRect(QRect(0, 6, 3, 24), self._theme.color("accent"))
        ratio = self.devicePixelRatioF()
        token = "accent" if chosen else "ink2"
        painter.drawPixmap(20, 9, self._theme.pixmap(self._entry.icon, token, 18, ratio))
        weight = fonts.MEDIUM if chosen else fonts.REGULAR
        color = self._theme.color("ink" if chosen else "ink2")
        Lettering(14, weight, color).write(painter, self.text(), 48, 18)
        if self._badge:
            badge = Lettering(12, fonts.MEDIUM, self._theme.color(self._entry.badge))
            badge.write(painter, str(self._badge), 144, 18, Align.RIGHT)
