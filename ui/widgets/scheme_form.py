"""SchemeForm: 考核计分: the schemes at the left, form, caps and weights of the chosen one."""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFormLayout,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from tracker.assessment.schemes import Scheme, SchemeKind, own_schemes, scheme_of, schemes
from tracker.desk.scheme_editing import KIND_WORDS, saved_scheme, scheme_names
from tracker.edits import SettingEdit
from tracker.errors import BadValue
from tracker.exchange.numerals import read_number
from tracker.periods import Horizon, Month
from tracker.snapshot import Snapshot
from tracker.wording import plain
from ui.plain_tip import plain_tip
from ui.theme import Theme
from ui.widgets.adjustment_list import AdjustmentList
from ui.widgets.clearing import clear
from ui.widgets.icon import divider, icon_button
from ui.widgets.label import label
from ui.widgets.segmented import Segmented
from ui.widgets.set_list import SetList

_LIST_WIDTH, _POINTS_WIDTH = 160, 64
_COLUMNS = 2


class SchemeForm(QWidget):
    """Emits `changed` at every edit; a field left blank is an indicator that is not scored."""

    changed = Signal()
    copy_wanted = Signal(str)
    removal_wanted = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._snapshot: Snapshot | None = None
        self._scheme: Scheme = next(iter(schemes().values()))
        self.list = SetList("计分办法", _LIST_WIDTH)
        self.title = label("", "pane-title")
        self.note = label("", "helper")
        self.copy = icon_button(theme, "copy", "另存一套")
        self.remove = icon_button(theme, "x", "删去")
        self.kind = Segmented(list(KIND_WORDS.items()))
        self.cap, self.bonus, self.deduction = (_points_field() for _ in range(3))
        self.cap.setPlaceholderText("不封顶")
        self.weights: dict[str, QLineEdit] = {}
        self.total = label("", "helper")
        self.by_hand = AdjustmentList(theme)
        self._grid = QGridLayout()
        self._lay_out()
        self.list.picked.connect(self._on_picked)
        self.kind.chosen.connect(self.changed)
        self.by_hand.changed.connect(self.changed)
        for field in (self.cap, self.bonus, self.deduction):
            field.textChanged.connect(self.changed)
        self.copy.clicked.connect(self._on_copy)
        self.remove.clicked.connect(self._on_remove)

    def show_snapshot(self, snapshot: Snapshot, name: str = "") -> None:
        """Show a ledger's schemes, silently; `name` chooses one."""
        self._snapshot = snapshot
        names = scheme_names(snapshot.settings)
        own = own_schemes(snapshot.settings)
        wanted = next((one for one in (name, self._scheme.name) if one in names), names[0])
        self.list.show_sets(((one, "自定" * (one in own)) for one in names), wanted)
        self._offer_weights(snapshot)
        self._show(scheme_of(snapshot.settings, wanted))

    def show_sheet(self, region: str, as_of: Month) -> None:
        """Say whose sheet the points by hand belong to: a region's, for the whole year."""
        assert self._snapshot is not None
        self.by_hand.show_sheet(self._snapshot, (region, as_of.year, Horizon.FY))

    @property
    def name(self) -> str:
        """The scheme that is shown."""
        return self._scheme.name

    def edits(self) -> list[SettingEdit]:
        """Return what the fields change; empty for nothing. Raises BadValue."""
        return [*self._scheme_edits(), *self.by_hand.edits()]

    def _scheme_edits(self) -> list[SettingEdit]:
        if self._snapshot is None or self._scheme.name not in own_schemes(self._settings):
            return []
        found = self._edited()
        if found == self._scheme:
            return []
        return [saved_scheme(self._settings, found, self._snapshot.catalogue)]

    def summary(self) -> str:
        """Name the step of saving."""
        changed = f"改计分办法 {self._scheme.name}" if self._scheme_edits() else ""
        by_hand = "加分扣分" if self.by_hand.edits() else ""
        return "，".join(part for part in (changed, by_hand) if part)

    @property
    def _settings(self) -> Mapping[str, str]:
        return {} if self._snapshot is None else self._snapshot.settings

    def _edited(self) -> Scheme:
        weights = {
            name: _number(field, "分值") for name, field in self.weights.items() if _typed(field)
        }
        return replace(
            self._scheme,
            kind=SchemeKind(self.kind.value),
            cap=(_number(self.cap, "封顶") or None) if _typed(self.cap) else None,
            weights=MappingProxyType(_in_order(weights, self._scheme.weights)),
            bonus_cap=_number(self.bonus, "加分上限"),
            deduction_cap=_number(self.deduction, "扣分上限"),
        )

    def _show(self, scheme: Scheme) -> None:
        self.blockSignals(True)
        self._scheme = scheme
        own = scheme.name in own_schemes(self._settings)
        self.title.setText(scheme.name)
        self.note.setText("留空不计分。" if own else "自带的办法不能改；要改，先另存一套自己的。")
        self.kind.choose(scheme.kind.value)
        self.cap.setText("" if scheme.cap is None else plain(scheme.cap))
        self.bonus.setText(plain(scheme.bonus_cap))
        self.deduction.setText(plain(scheme.deduction_cap))
        for name, field in self.weights.items():
            field.setText(plain(scheme.weights[name]) if name in scheme.weights else "")
        for part in (self.kind, self.cap, self.bonus, self.deduction, *self.weights.values()):
            part.setEnabled(own)
        self.remove.setVisible(own)
        self.blockSignals(False)
        self._show_total()

    def _offer_weights(self, snapshot: Snapshot) -> None:
        """Make a field for every indicator of the catalogue, once."""
        every = list(snapshot.catalogue.indicators.values())
        if [one.id for one in every] == list(self.weights):
            return
        clear(self._grid)
        self.weights = {}
        rows = -(-len(every) // _COLUMNS)
        for place, one in enumerate(every):
            field = _points_field()
            field.setAccessibleName(f"{one.name}分值")
            field.textChanged.connect(self._on_weight)
            column = place // rows * 3
            name = label(one.short_name)
            name.setToolTip(plain_tip(one.name))
            self._grid.addWidget(name, place % rows, column)
            self._grid.addWidget(field, place % rows, column + 1)
            self.weights[one.id] = field

    def _on_weight(self) -> None:
        self._show_total()
        self.changed.emit()

    def _show_total(self) -> None:
        scored = [field for field in self.weights.values() if _typed(field)]
        try:
            total = sum(_number(field, "分值") for field in scored)
        except BadValue:
            self.total.setText("")
            return
        self.total.setText(f"{len(scored)} 项计分，合计 {plain(round(total, 6))} 分")

    def _on_picked(self, name: str) -> None:
        self._show(scheme_of(self._settings, name))
        self.changed.emit()

    def _on_copy(self) -> None:
        self.copy_wanted.emit(self._scheme.name)

    def _on_remove(self) -> None:
        self.removal_wanted.emit(self._scheme.name)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self.title)
        head.addStretch(1)
        head.addWidget(self.remove)
        head.addWidget(self.copy)
        form = QFormLayout()
        form.setHorizontalSpacing(14)
        form.setVerticalSpacing(8)
        for name, field in (
            ("算法", self.kind), ("完成率封顶", self.cap),
            ("加分上限", self.bonus), ("扣分上限", self.deduction),
        ):  # fmt: skip
            field.setAccessibleName(name)
            form.addRow(label(name, "", "second"), field)
        self._grid.setHorizontalSpacing(14)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnMinimumWidth(2, 24)
        right = QVBoxLayout()
        right.setSpacing(8)
        right.addLayout(head)
        right.addWidget(self.note)
        right.addLayout(form)
        right.addWidget(divider())
        right.addWidget(self.by_hand)
        right.addWidget(divider())
        titles = QHBoxLayout()
        titles.addWidget(label("分值", "section"))
        titles.addStretch(1)
        titles.addWidget(self.total)
        right.addLayout(titles)
        right.addLayout(self._grid)
        right.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(19, 14, 14, 16)
        row.setSpacing(16)
        row.addWidget(self.list)
        row.addLayout(right, 1)


def _points_field() -> QLineEdit:
    field = QLineEdit()
    field.setFixedWidth(_POINTS_WIDTH)
    field.setAlignment(Qt.AlignmentFlag.AlignRight)
    return field


def _typed(field: QLineEdit) -> bool:
    return bool(field.text().strip())


def _number(field: QLineEdit, what: str) -> float:
    value = read_number(field.text(), "") if _typed(field) else 0.0
    if value is None:
        raise BadValue(f"“{field.text()}”不是{what}，请填一个数。")
    return value


def _in_order(weights: dict[str, float], before: Mapping[str, float]) -> dict[str, float]:
    """Keep the order that the scheme had, new ones behind: sheets print in it."""
    kept = {name: weights[name] for name in before if name in weights}
    return kept | weights
