"""CommandPalette: one field to go anywhere: pages, indicators, regions and actions."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from ui import fonts
from ui.models.palette_entries import PaletteEntry, found
from ui.theme import Theme
from ui.widgets.label import label
from ui.widgets.lettering import Align, Lettering, elided

_WIDTH, _ROW, _SHOWN = 520, 34, 12
_ENTRY = Qt.ItemDataRole.UserRole
_TOP = 60


class CommandPalette(QFrame):
    """Typing narrows, Up and Down choose, Enter goes there, Escape leaves."""

    picked = Signal(object)
    """Emitted with the PaletteEntry."""

    def __init__(self, theme: Theme, parent: QWidget, entries: Sequence[PaletteEntry]) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("role", "popup")
        self._entries = list(entries)
        self.search = QLineEdit(self)
        self.search.setPlaceholderText("页面、指标、地区、功能")
        self.search.setAccessibleName("找页面、指标、地区、功能")
        self.search.textChanged.connect(self._fill)
        self.search.installEventFilter(self)
        self.list = QListWidget(self)
        self.list.setProperty("role", "popup-list")
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setItemDelegate(_LineDelegate(theme, self.list))
        self.list.itemClicked.connect(self._pick)
        self.nothing = label("没有找到", "helper")
        self.nothing.setContentsMargins(8, 2, 8, 6)
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 6, 6, 6)
        column.setSpacing(5)
        for part in (self.search, self.list, self.nothing):
            column.addWidget(part)
        self.setFixedWidth(_WIDTH)
        self.setFocusProxy(self.search)
        self._fill("")

    def open_over(self, window: QWidget) -> None:
        """Place the palette in the upper middle of a window and give it the keyboard."""
        self.adjustSize()
        left = (window.width() - _WIDTH) // 2
        self.move(window.mapToGlobal(QPoint(left, _TOP)))
        self.show()
        self.search.setFocus(Qt.FocusReason.PopupFocusReason)

    def shown(self) -> list[PaletteEntry]:
        """Return the lines that answer what is typed, in order."""
        return [self.list.item(row).data(_ENTRY) for row in range(self.list.count())]

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Let the arrow keys and Enter of the field work on the list."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        key = Qt.Key(event.key())
        steps = {
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_PageUp: -_SHOWN,
            Qt.Key.Key_PageDown: _SHOWN,
        }
        if key in steps:
            row = self.list.currentRow() + steps[key]
            self.list.setCurrentRow(max(0, min(self.list.count() - 1, row)))
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._pick(self.list.currentItem())
            return True
        return False

    def _fill(self, typed: str) -> None:
        self.list.clear()
        for entry in found(self._entries, typed):
            item = QListWidgetItem(entry.text)
            item.setData(_ENTRY, entry)
            item.setSizeHint(QSize(0, _ROW))
            self.list.addItem(item)
        count = self.list.count()
        some = count > 0
        self.list.setVisible(some)
        self.list.setFixedHeight(min(count, _SHOWN) * _ROW + 2)
        self.nothing.setVisible(not some)
        if some:
            self.list.setCurrentRow(0)
        self.adjustSize()

    def _pick(self, item: QListWidgetItem | None) -> None:
        if item is None:
            return
        entry = item.data(_ENTRY)
        self.close()
        self.picked.emit(entry)


class _LineDelegate(QStyledItemDelegate):
    """Draws a line: its kind, its name, its keys at the right."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._kind = Lettering(12, fonts.REGULAR, theme.color("ink3"))
        self._text = Lettering(13, fonts.MEDIUM, theme.color("ink"))
        self._keys = Lettering(12, fonts.REGULAR, theme.color("ink3"))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint a line."""
        box, entry = option.rect, index.data(_ENTRY)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen:
            painter.fillRect(box, self._theme.color("selected"))
        middle = box.top() + box.height() / 2
        self._kind.write(painter, entry.kind, box.left() + 10, middle)
        end = box.right() - 10
        if entry.keys:
            self._keys.write(painter, entry.keys, end, middle, Align.RIGHT)
            end -= round(self._keys.width(entry.keys)) + 12
        left = box.left() + 52
        text = elided(entry.text, 13, fonts.MEDIUM, end - left)
        self._text.write(painter, text, left, middle)
