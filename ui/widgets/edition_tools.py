"""EditionTools: the row of 会议 that freezes what the ledger says under a name."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from ui.theme import Theme
from ui.widgets.icon import icon_button
from ui.widgets.label import label

_LONGEST_NAME = 30


class EditionTools(QWidget):
    """A name, a day if need be, and 冻结; Enter in either field freezes."""

    save_wanted = Signal(str, str)
    """Emitted with the name and the day of known-on as typed ("" for the newest)."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.name = QLineEdit()
        self.name.setPlaceholderText("会议版的名字，如 5 月调度会")
        self.name.setAccessibleName("会议版的名字")
        self.name.setMaxLength(_LONGEST_NAME)
        self.name.setFixedWidth(240)
        self.known_on = QLineEdit()
        self.known_on.setPlaceholderText("按最新；或 2023-05-10 已知")
        self.known_on.setAccessibleName("按哪天已知的数冻结")
        self.known_on.setFixedWidth(204)
        self.save = icon_button(theme, "lock", "冻结", "primary")
        self.save.setToolTip("把数、目标和规则冻结成会议版，以后打开一字不差")
        self.subject = label("", "helper")
        row = QHBoxLayout(self)
        row.setContentsMargins(19, 0, 16, 10)
        row.setSpacing(10)
        for part in (self.name, self.known_on, self.save, self.subject):
            row.addWidget(part)
        row.addStretch(1)
        self.save.clicked.connect(self._send)
        self.name.returnPressed.connect(self._send)
        self.known_on.returnPressed.connect(self._send)

    def show_subject(self, words: str, *, frozen: bool) -> None:
        """Say what would be frozen; while something frozen is shown, nothing can be."""
        self.subject.setText("正在只读地看，先回到最新再冻结" if frozen else words)
        for part in (self.name, self.known_on, self.save):
            part.setEnabled(not frozen)

    def clear(self) -> None:
        """Empty the fields: what stood in them is frozen."""
        self.name.clear()
        self.known_on.clear()

    def _send(self) -> None:
        self.save_wanted.emit(self.name.text(), self.known_on.text())
