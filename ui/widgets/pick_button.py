"""PickButton: a field that opens a list to pick from, with a search line when it is long."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ui import fonts
from ui.theme import Theme

_ROW, _SHOWN_ROWS, _SEARCH_FROM = 30, 14, 16
_VALUE, _WORDS = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True)
class PickOption:
    """One line of the list. `words` are further names it is found by; `depth` indents it."""

    value: str
    text: str
    depth: int = 0
    words: str = ""


class PickButton(QPushButton):
    """Space, Enter, Down or a click opens the list; typing searches; Enter picks; Escape leaves."""

    picked = Signal(str)

    def __init__(
        self,
        theme: Theme,
        options: Callable[[], Sequence[PickOption]],
        *,
        arrow: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        """`options` is asked each time the list opens, so a long list costs nothing before."""
        super().__init__(parent)
        self._theme = theme
        self._options = options
        self._arrow = arrow
        self.value = ""
        self.popup: PickList | None = None
        if arrow:
            self.setProperty("kind", "pick")
        self.clicked.connect(self.open_list)

    def show_value(self, value: str, text: str) -> None:
        """Show what is picked."""
        self.value = value
        self.setText(text)

    def open_list(self) -> None:
        """Open the list under the button, at what is picked now."""
        if self.popup is not None:
            self.popup.close()
        self.popup = PickList(self, self._options(), self.value)
        self.popup.picked.connect(self.picked)
        self.popup.open_under(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with the keys that open a list anywhere."""
        keys = (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F4)
        if event.key() in keys:
            self.open_list()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the field and its chevron."""
        super().paintEvent(event)
        if self._arrow:
            token = "ink2" if self.isEnabled() else "inkoff"
            ratio = self.devicePixelRatioF()
            painter = QPainter(self)
            arrow = self._theme.pixmap("chevron-down", token, 16, ratio)
            painter.drawPixmap(self.width() - 25, (self.height() - 16) // 2, arrow)


class PickList(QFrame):
    """The list under a PickButton: a pop-up that closes when something is picked or left."""

    picked = Signal(str)

    def __init__(self, parent: QWidget, options: Sequence[PickOption], value: str) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("role", "popup")
        self.search = QLineEdit(self)
        self.search.setPlaceholderText("输入名称查找")
        self.search.setVisible(len(options) >= _SEARCH_FROM)
        self.search.textChanged.connect(self._filter)
        self.search.installEventFilter(self)
        self.list = QListWidget(self)
        self.list.setProperty("role", "popup-list")
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemClicked.connect(self._pick)
        self.list.itemActivated.connect(self._pick)
        for option in options:
            self.list.addItem(_item(option))
            if option.value == value:
                self.list.setCurrentRow(self.list.count() - 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(5, 5, 5, 5)
        column.setSpacing(4)
        column.addWidget(self.search)
        column.addWidget(self.list)
        self.setFocusProxy(self.search if self.search.isVisibleTo(self) else self.list)

    def open_under(self, button: QWidget) -> None:
        """Place the list under a widget, at least as wide, and give it the keyboard."""
        rows = min(self.list.count(), _SHOWN_ROWS)
        widest = max(self.list.sizeHintForColumn(0) + 34, button.width() - 12, 96)
        self.list.setMinimumWidth(widest)
        self.list.setFixedHeight(rows * _ROW + 2)
        self.adjustSize()
        self.move(button.mapToGlobal(QPoint(0, button.height() + 4)))
        self.show()
        current = self.list.currentItem()
        if current is not None:
            self.list.scrollToItem(current, QListWidget.ScrollHint.PositionAtCenter)
        self.setFocus(Qt.FocusReason.PopupFocusReason)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Let the arrow keys and Enter of the search line work on the list."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
                self._step(1 if event.key() == Qt.Key.Key_Down else -1)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._pick(self.list.currentItem())
                return True
        return False

    def _step(self, by: int) -> None:
        row = self.list.currentRow() + by
        while 0 <= row < self.list.count() and self.list.item(row).isHidden():
            row += by
        if 0 <= row < self.list.count():
            self.list.setCurrentRow(row)

    def _filter(self, text: str) -> None:
        wanted = text.strip().lower()
        first = -1
        for row in range(self.list.count()):
            item = self.list.item(row)
            fits = wanted in str(item.data(_WORDS))
            item.setHidden(not fits)
            if fits and first < 0:
                first = row
        self.list.setCurrentRow(first)

    def _pick(self, item: QListWidgetItem | None) -> None:
        if item is None:
            return
        value = str(item.data(_VALUE))
        self.close()
        self.picked.emit(value)


def _item(option: PickOption) -> QListWidgetItem:
    """Make a line of the list; what others are grouped under is bolder."""
    item = QListWidgetItem("　" * option.depth + option.text)
    item.setData(_VALUE, option.value)
    item.setData(_WORDS, f"{option.text} {option.words} {option.value}".lower())
    item.setSizeHint(QSize(0, _ROW))
    weight = fonts.MEDIUM if option.depth == 0 else fonts.REGULAR
    face: QFont = fonts.font(13, weight)
    item.setFont(face)
    return item
