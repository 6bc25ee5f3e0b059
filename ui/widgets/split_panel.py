"""SplitPanel: 目标分解 in the place of the grid: how, the parts, what they come to, and why."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLineEdit,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from tracker.splitting import Method, Split
from ui.models.split_table import NAME, SplitTable
from ui.theme import Theme
from ui.widgets.label import label
from ui.widgets.plain_table import ROW_PX, dress_plain_table
from ui.widgets.plan_panel import PlanPanel
from ui.widgets.segmented import Segmented

OVER = (("stages", "分到各期"), ("regions", "分到下级地区"))
_STAGE_METHODS = (
    (Method.LINEAR.value, "线性"),
    (Method.LAST_YEAR.value, "去年各期占比"),
    (Method.OWN.value, "自定"),
)
_REGION_METHODS = (
    (Method.EQUAL.value, "均分"),
    (Method.LAST_YEAR.value, "去年占比"),
    (Method.OWN.value, "自定"),
)
_WIDTHS = (220, 140, 170, 170, 170)
_HEAD_PX, _LEFT = 31, 11
_HINTS = {
    Method.OWN: "在“比重”或“份数”里填自己的，目标跟着算；也可以直接改目标",
    Method.LINEAR: "按月均分；直接改目标的那一格就按自己定的，清空恢复",
    Method.EQUAL: "各地一样；直接改目标的那一格就按自己定的，清空恢复",
    Method.LAST_YEAR: "按上年实际的占比；直接改目标的那一格就按自己定的，清空恢复",
}


class SplitPanel(PlanPanel):
    """Shows a split and asks for another; it writes nothing itself."""

    over_chosen = Signal(str)
    method_chosen = Signal(str)
    write_wanted = Signal(str, str)
    """Emitted with 文号 and reason."""

    def __init__(self, theme: Theme) -> None:
        super().__init__("写入")
        self.over = Segmented(OVER)
        self.stage_methods = Segmented(_STAGE_METHODS)
        self.region_methods = Segmented(_REGION_METHODS)
        self.over.setAccessibleName("分到哪里")
        self.hint = label("", "helper")
        self.table = SplitTable(self)
        self.view = QTableView()
        self.sum = label("", "pace")
        self.doubts = label("", "second", "warn")
        self.refused = label("", "second", "bad")
        self.document, self.reason = QLineEdit(), QLineEdit()
        for words in (self.doubts, self.refused):
            words.setWordWrap(True)
        self._lay_out()
        self.over.chosen.connect(self.over_chosen)
        for methods in (self.stage_methods, self.region_methods):
            methods.chosen.connect(self.method_chosen)
        self.write.clicked.connect(self._send)
        self.reason.returnPressed.connect(self._send)

    def open_for(self, name: str, document: str) -> None:
        """Begin with another target; 文号 is the whole's own until another is typed."""
        self.title.setText(f"分解{name}")
        self.document.setText(document)
        self.reason.clear()
        self.refuse("")

    def show_split(
        self, over: str, method: Method, made: Split | None, doubts: Sequence[str], why: str = ""
    ) -> None:
        """Show a split and what speaks against it; None, and why it cannot be made so."""
        stages = over == OVER[0][0]
        self.over.choose(over)
        self.stage_methods.setVisible(stages)
        self.region_methods.setVisible(not stages)
        (self.stage_methods if stages else self.region_methods).choose(method.value)
        self.hint.setText(_HINTS[method])
        self.table.show(made, method)
        self.view.setVisible(made is not None)
        self.write.setEnabled(made is not None)
        self.write.setText("写入" if made is None else f"写入 {len(made.edits(''))} 个目标")
        if made is not None:
            own = sum(share.by_hand for share in made.shares)
            kept = "写入后现有的目标留作旧版本，一步可撤销"
            self.summary.setText(f"自己定了 {own} 份，{kept}" if own else kept)
            self.view.setMaximumHeight(_HEAD_PX + ROW_PX * len(made.shares))
        self.sum.setText("" if made is None else made.sentence)
        level = made is not None and made.is_level
        self._tone(self.sum, "ok" if level else "warn")
        self.doubts.setText("\n".join(doubts) if made is not None else why)
        self.doubts.setVisible(bool(self.doubts.text()))

    def refuse(self, sentence: str) -> None:
        """Say why what was typed, or the whole split, was not taken; "" takes it back."""
        self.refused.setText(sentence)
        self.refused.setVisible(bool(sentence))

    def _send(self) -> None:
        if self.write.isEnabled():
            self.write_wanted.emit(self.document.text().strip(), self.reason.text().strip())

    def _tone(self, words: QWidget, tone: str) -> None:
        if words.property("tone") != tone:
            words.setProperty("tone", tone)
            words.style().unpolish(words)
            words.style().polish(words)

    def _lay_out(self) -> None:
        dress_plain_table(self.view, self.table, _WIDTHS, NAME)
        framed = QHBoxLayout()
        framed.setContentsMargins(_LEFT, 0, _LEFT, 0)
        framed.addWidget(self.view)
        triggers = QAbstractItemView.EditTrigger
        self.view.setEditTriggers(
            triggers.AnyKeyPressed | triggers.EditKeyPressed | triggers.DoubleClicked
        )
        self.view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.view.setAccessibleName("各份目标")
        ways = QHBoxLayout()
        ways.setContentsMargins(20, 12, 16, 10)
        ways.setSpacing(12)
        for part in (self.over, self.stage_methods, self.region_methods, self.hint):
            ways.addWidget(part)
        ways.addStretch(1)
        said = QVBoxLayout()
        said.setContentsMargins(20, 10, 16, 10)
        said.setSpacing(6)
        for words in (self.sum, self.doubts, self.refused):
            said.addWidget(words)
        signed = QHBoxLayout()
        signed.setContentsMargins(20, 0, 16, 16)
        signed.setSpacing(10)
        for name, field, hint, width in (
            ("文号", self.document, "如 省政办发〔2023〕1 号", 240),
            ("理由", self.reason, "如 按年度任务书分解", 360),
        ):
            field.setPlaceholderText(hint)
            field.setAccessibleName(name)
            field.setFixedWidth(width)
            signed.addWidget(label(name, "helper"))
            signed.addWidget(field)
        signed.addStretch(1)
        column = self._column
        column.addLayout(ways)
        column.addLayout(framed, 1000)
        column.addLayout(said)
        column.addLayout(signed)
        column.addStretch(1)
