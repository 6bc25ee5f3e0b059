"""TickList: a short list of things to tick, under a head that ticks all or none."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QListWidget, QListWidgetItem, QVBoxLayout, QWidget


class TickList(QWidget):
    """Offers (value, text) pairs; values may be any hashable thing."""

    ticked = Signal()
    """Emitted when a person ticks or unticks."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self._values: list[object] = []
        self._head = QCheckBox(title)
        self._head.setTristate(True)
        self._head.clicked.connect(self._on_head)
        self._list = QListWidget()
        self._list.setAccessibleName(title)
        self._list.itemChanged.connect(self._on_changed)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self._head)
        layout.addWidget(self._list)

    @property
    def values(self) -> list[object]:
        """The ticked values, in the list's order."""
        pairs = zip(self._values, self._items(), strict=True)
        return [value for value, item in pairs if _is_ticked(item)]

    def offer(self, options: Sequence[tuple[object, str]], ticked: Collection[object]) -> None:
        """Fill the list, silently."""
        self._list.blockSignals(True)
        self._list.clear()
        self._values = [value for value, _ in options]
        for value, text in options:
            item = QListWidgetItem(text)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            self._list.addItem(item)
            _tick(item, value in ticked)
        self._list.blockSignals(False)
        self._show_head()

    def tick(self, value: object, ticked: bool = True) -> None:
        """Tick or untick a value, as a person would."""
        _tick(self._list.item(self._values.index(value)), ticked)

    def _items(self) -> list[QListWidgetItem]:
        return [self._list.item(row) for row in range(self._list.count())]

    def _on_head(self) -> None:
        wanted = len(self.values) < self._list.count()
        self._list.blockSignals(True)
        for item in self._items():
            _tick(item, wanted)
        self._list.blockSignals(False)
        self._on_changed()

    def _on_changed(self) -> None:
        self._show_head()
        self.ticked.emit()

    def _show_head(self) -> None:
        count = len(self.values)
        some = Qt.CheckState.PartiallyChecked if count else Qt.CheckState.Unchecked
        every = count == self._list.count() and count > 0
        self._head.setCheckState(Qt.CheckState.Checked if every else some)


def _is_ticked(item: QListWidgetItem) -> bool:
    return item.checkState() == Qt.CheckState.Checked


def _tick(item: QListWidgetItem, ticked: bool) -> None:
    item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
