"""SetList: the named sets at the left of 规则: presets of lights, schemes of scores."""

from collections.abc import Iterable

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from ui.plain_tip import plain_tip

_NAME_ROLE = Qt.ItemDataRole.UserRole


class SetList(QListWidget):
    """Each line is a name and what is to be known about it: 自定, 在用."""

    picked = Signal(str)
    """Emitted with the name that a person chose."""

    def __init__(self, what: str, width: int) -> None:
        super().__init__()
        self.setFixedWidth(width)
        self.setAccessibleName(what)
        self.currentItemChanged.connect(self._on_changed)

    def show_sets(self, sets: Iterable[tuple[str, str]], chosen: str) -> None:
        """Show names with their marks, one of them chosen, silently."""
        with QSignalBlocker(self):
            self.clear()
            for name, marks in sets:
                item = QListWidgetItem(f"{name}　{marks}".strip("　"))
                item.setData(_NAME_ROLE, name)
                item.setToolTip(plain_tip(name))
                self.addItem(item)
                if name == chosen:
                    self.setCurrentItem(item)

    def _on_changed(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.picked.emit(item.data(_NAME_ROLE))
