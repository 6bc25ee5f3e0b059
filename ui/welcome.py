"""WelcomeDialog: the first start offers three ledgers, one of them ready to look around in."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout

from tracker.ledgers import LedgerKind
from ui.theme import Theme
from ui.widgets.label import label
from ui.widgets.year_strip import YearStrip

_OFFERS = (
    (
        LedgerKind.GANSU_2023,
        "甘肃2023（公开数据）",
        "全省 2023 年上半年公开发布的目标和月度数据，每个数都带来源和日期",
    ),
    (
        LedgerKind.SAMPLE,
        "示例台账",
        "17 项指标、全省和 15 个地区、2017—2023 年，虚构数据，适合试用",
    ),
    (LedgerKind.BLANK, "空白台账", "只有指标和地区目录，目标和完成数自己填"),
)


class WelcomeDialog(QDialog):
    """Three choices; Enter takes the first. The choice is in `kind` once accepted."""

    def __init__(self, theme: Theme, place: str) -> None:
        """`place` is the file that the ledger is going to be."""
        super().__init__()
        self.kind = LedgerKind.GANSU_2023
        self.setWindowTitle("双过半")
        self.setFixedWidth(520)
        title = label("从哪本台账开始")
        title.setProperty("role", "title")
        reason = label("时间过半，任务过半。目标和每月完成数都记在一个文件里，以后可以再换。")
        reason.setProperty("tone", "second")
        where = label(f"存在 {place}")
        where.setProperty("role", "helper")
        where.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 24, 28, 20)
        column.setSpacing(8)
        column.addWidget(YearStrip(theme, 6))
        column.addSpacing(8)
        column.addWidget(title)
        column.addWidget(reason)
        column.addSpacing(10)
        self.buttons = {kind: self._offer(kind, name, text) for kind, name, text in _OFFERS}
        for button in self.buttons.values():
            column.addWidget(button)
        column.addSpacing(6)
        column.addWidget(where)
        self.buttons[LedgerKind.GANSU_2023].setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move between the choices with Up and Down."""
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Down)
        else:
            super().keyPressEvent(event)

    def _offer(self, kind: LedgerKind, name: str, text: str) -> QPushButton:
        button = QPushButton()
        button.setProperty("kind", "offer")
        button.setProperty("ledger", kind.value)
        button.setAccessibleName(name)
        button.clicked.connect(self._on_clicked)
        head = label(name)
        head.setProperty("role", "section")
        body = label(text)
        body.setProperty("role", "helper")
        inside = QVBoxLayout()
        inside.setSpacing(3)
        inside.addWidget(head)
        inside.addWidget(body)
        row = QHBoxLayout(button)
        row.setContentsMargins(16, 10, 16, 10)
        row.addLayout(inside)
        for shown in (head, body):
            shown.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        return button

    def _on_clicked(self) -> None:
        pressed = self.sender()
        assert pressed is not None
        self.kind = LedgerKind(pressed.property("ledger"))
        self.accept()
