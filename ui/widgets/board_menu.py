"""BoardMenu: what a right click on the board offers: copying, the rule of the lights, sorting."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget


class BoardMenu(QMenu):
    """Made anew each time it opens; it asks and does nothing itself."""

    copy_wanted = Signal()
    preset_wanted = Signal(str)
    """Emitted with the name of another rule of the lights."""
    sort_wanted = Signal(str)
    """Emitted with the name of a column."""

    def __init__(self, parent: QWidget, copy_finding: QAction) -> None:
        super().__init__(parent)
        self.addAction("复制表格", self.copy_wanted.emit)
        self.addAction(copy_finding)
        self.presets = self.addMenu("亮灯规则")
        self.presets.triggered.connect(self._on_preset)
        self.sorting = self.addMenu("排序")
        self.sorting.triggered.connect(self._on_sort)

    def offer_presets(self, names: Sequence[str], chosen: str) -> None:
        """Offer the rules of the lights, the one in use ticked."""
        group = QActionGroup(self)
        for name in names:
            action = self.presets.addAction(name)
            action.setCheckable(True)
            action.setChecked(name == chosen)
            group.addAction(action)

    def offer_columns(self, columns: Sequence[tuple[str, str]]) -> None:
        """Offer columns to sort by: name and title."""
        for name, title in columns:
            self.sorting.addAction(f"按{title}").setData(name)

    def _on_preset(self, action: QAction) -> None:
        self.preset_wanted.emit(action.text())

    def _on_sort(self, action: QAction) -> None:
        self.sort_wanted.emit(str(action.data()))
