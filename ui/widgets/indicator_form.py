"""IndicatorForm: the fields of 新增指标: what kind it is, its unit, and who reports it when."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFormLayout, QLineEdit, QVBoxLayout, QWidget

from tracker.errors import BadValue
from tracker.indicators import Better, Catalogue, Indicator, MeasureKind
from tracker.own_indicators import KIND_WORDS, Wish, new_indicator
from tracker.periods import Calendar
from ui.widgets.label import label
from ui.widgets.segmented import Segmented

_CALENDARS = (
    (Calendar.MONTHLY.value, "每月"),
    (Calendar.MONTHLY_JAN_FEB.value, "每月（1—2月合并）"),
    (Calendar.QUARTERLY.value, "每季"),
    (Calendar.YEARLY.value, "每年"),
)
_BETTER = ((Better.HIGHER.value, "越高越好"), (Better.LOWER.value, "越低越好"))
_HINTS = {
    MeasureKind.FLOW: "从 1 月累计，如到位资金；看完成率和序时进度。",
    MeasureKind.RATE: "直接与目标比，如 GDP 增速、失业率；单位写 % 或总量的单位。",
    MeasureKind.STOCK: "月末的余额，如贷款；与目标余额比。",
    MeasureKind.RANK: "第几名，越小越好；目标写前几名。",
    MeasureKind.MILESTONE: "未启动、推进中、完成；目标写时限，如 7月10日。",
}
_LONGEST_NAME = 40


class IndicatorForm(QWidget):
    """Emits `changed` whenever a field does; `indicator` is what the fields say."""

    changed = Signal()

    def __init__(self, catalogue: Catalogue) -> None:
        super().__init__()
        self._catalogue = catalogue
        self.name = QLineEdit()
        self.name.setMaxLength(_LONGEST_NAME)
        self.kind = Segmented([(kind.value, words) for kind, words in KIND_WORDS.items()])
        self.hint = label("", "helper")
        self.hint.setWordWrap(True)
        self.unit = QLineEdit()
        self.unit.setPlaceholderText("如 亿元")
        self.calendar = Segmented(_CALENDARS)
        self.better = Segmented(_BETTER)
        self.lever = QLineEdit()
        self.lever.setPlaceholderText("如 项目，可不填")
        self.department = QLineEdit()
        self.department.setPlaceholderText("可不填")
        self.sums = QCheckBox("各市州相加等于全省")
        self.reason = QLineEdit()
        self.reason.setPlaceholderText("为什么加，记入历史")
        self.problem = label("", "helper", "bad")
        self.problem.setWordWrap(True)
        self._lay_out()
        for field in (self.name, self.unit, self.lever, self.department):
            field.textChanged.connect(self._on_changed)
        for choice in (self.calendar, self.better):
            choice.chosen.connect(self._on_changed)
        self.kind.chosen.connect(self._on_kind)
        self._on_kind()

    def indicator(self) -> Indicator:
        """Return the indicator that the fields describe. Raises BadValue with what is wrong."""
        kind = MeasureKind(self.kind.value)
        return new_indicator(
            self._catalogue,
            Wish(
                self.name.text(),
                kind,
                self.unit.text(),
                calendar=Calendar(self.calendar.value),
                better=Better(self.better.value),
                lever=self.lever.text(),
                lead_department=self.department.text(),
                sums=self.sums.isChecked(),
            ),
        )

    def _on_kind(self) -> None:
        kind = MeasureKind(self.kind.value)
        self.hint.setText(_HINTS[kind])
        measured = kind not in (MeasureKind.RANK, MeasureKind.MILESTONE)
        self._form.setRowVisible(self.unit, measured)
        self._form.setRowVisible(self.sums, measured and kind is not MeasureKind.RATE)
        self._form.setRowVisible(self.better, kind is not MeasureKind.MILESTONE)
        self.better.choose((Better.LOWER if kind is MeasureKind.RANK else Better.HIGHER).value)
        if kind is MeasureKind.RATE and not self.unit.text():
            self.unit.setText("%")
        elif kind is not MeasureKind.RATE and self.unit.text() == "%":
            self.unit.clear()
        self._on_changed()

    def _on_changed(self) -> None:
        """Say what is wrong as soon as there is a name."""
        sentence = ""
        if self.name.text().strip():
            try:
                self.indicator()
            except BadValue as error:
                sentence = str(error)
        self.problem.setText(sentence)
        self.changed.emit()

    @property
    def is_good(self) -> bool:
        """Say whether the fields make an indicator."""
        return bool(self.name.text().strip()) and not self.problem.text()

    def _lay_out(self) -> None:
        self._form = QFormLayout()
        self._form.setContentsMargins(0, 0, 0, 0)
        self._form.setHorizontalSpacing(14)
        self._form.setVerticalSpacing(10)
        rows: list[tuple[str, QWidget]] = [
            ("名称", self.name),
            ("类型", self.kind),
            ("", self.hint),
            ("单位", self.unit),
            ("报送", self.calendar),
            ("好坏", self.better),
            ("抓手", self.lever),
            ("牵头单位", self.department),
            ("", self.sums),
            ("理由", self.reason),
        ]
        for name, field in rows:
            field.setAccessibleName(name or field.accessibleName())
            self._form.addRow(label(name, "", "second"), field)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._form)
        column.addWidget(self.problem)
