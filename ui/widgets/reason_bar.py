"""ReasonBar: 把公布的 754.1 改成 760：为什么？ a slim line above the grid that may be passed by."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from tracker.review import Revised
from tracker.review.confirmations import LONGEST_NOTE
from ui.theme import Theme
from ui.widgets.icon import icon_button
from ui.widgets.label import label

_PAD = 19


class ReasonBar(QWidget):
    """Asks for one revision at a time and takes no focus by itself: typing goes on in the grid."""

    given = Signal(object, str)
    """Emitted with the CellKey and the reason."""
    left = Signal()
    """Emitted when the field is left by Esc or by 以后补: the keyboard goes back to the grid."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._revised: Revised | None = None
        self.setFixedHeight(38)
        self.setProperty("role", "warn-bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.sentence = label("", "second", "warn")
        self.field = QLineEdit()
        self.field.setMaxLength(LONGEST_NOTE)
        self.field.setPlaceholderText("如：统计局核实后修订。回车保存")
        self.field.setAccessibleName("修订原因")
        self.field.setMinimumWidth(220)
        self.later = icon_button(theme, "", "以后补", kind="link")
        self.later.setToolTip("留在“检查与未报清单”的“修订待说明”里")
        self.field.returnPressed.connect(self._send)
        self.later.clicked.connect(self._leave)
        row = QHBoxLayout(self)
        row.setContentsMargins(_PAD, 0, 14, 0)
        row.setSpacing(12)
        row.addWidget(self.sentence)
        row.addWidget(self.field, 1)
        row.addWidget(self.later)
        self.hide()

    @property
    def revised(self) -> Revised | None:
        """What is asked about; None while the bar is hidden."""
        return self._revised

    def ask(self, name: str, revised: Revised) -> None:
        """Ask why a figure was revised; `name` says of which cell."""
        if revised != self._revised:
            self.field.clear()
        self._revised = revised
        self.sentence.setText(f"{name}：{revised.words}，为什么？")
        self.show()

    def put_away(self) -> None:
        """Ask nothing."""
        self._revised = None
        self.field.clear()
        self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave by Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
            return
        super().keyPressEvent(event)

    def _send(self) -> None:
        reason = " ".join(self.field.text().split())
        if self._revised is not None and reason:
            key = self._revised.key
            self.put_away()
            self.left.emit()
            self.given.emit(key, reason)

    def _leave(self) -> None:
        self.put_away()
        self.left.emit()
