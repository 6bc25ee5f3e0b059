"""自存样式 n 个: the line under the gallery that opens the list of saved styles."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton

_HEIGHT_PX = 34


class SavedStyleButton(QPushButton):
    """Says how many styles there are."""

    menu_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "link")
        self.setFixedHeight(_HEIGHT_PX)
        self.setStyleSheet("text-align: left; padding-left: 16px")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(self.menu_wanted)

    def show_count(self, count: int) -> None:
        """Show how many styles are saved."""
        self.setText(f"自存样式 {count} 个" if count else "自存样式")
        self.setAccessibleName(f"自存样式，{count} 个")
