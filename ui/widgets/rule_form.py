"""RuleForm: 亮灯规则: the presets at the left, the ladders of the chosen one beside them."""

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from tracker.desk.rule_editing import LADDERS, is_own, saved_edit, use_edit, with_edit
from tracker.edits import SettingEdit
from tracker.lights import LightRules, default_rules, preset_names, rules_of
from ui.theme import Theme
from ui.widgets.icon import divider, icon_button
from ui.widgets.label import label
from ui.widgets.ladder_editor import LadderEditor
from ui.widgets.set_list import SetList

_LIST_WIDTH = 144


class RuleForm(QWidget):
    """Emits `changed` at every edit; what the edits come to is in `edits`."""

    changed = Signal()
    copy_wanted = Signal(str)
    """Emitted with the name of the preset to copy."""
    removal_wanted = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._settings: Mapping[str, str] = {}
        self._rules: LightRules = default_rules()
        self.list = SetList("亮灯规则", _LIST_WIDTH)
        self.title = label("", "pane-title")
        self.note = label("", "helper")
        self.note.setWordWrap(True)
        self.used = QCheckBox("用这套规则亮灯")
        self.copy = icon_button(theme, "copy", "另存一套")
        self.remove = icon_button(theme, "x", "删去")
        self.ladders = {part: LadderEditor(theme, part) for part in LADDERS}
        self.peers = QCheckBox("增速还要和同级平均比：两样都到才达标，不负为临界")
        self.catch_up = QCheckBox("补欠：当时滞后、后来补上的月份画成 ▲ 补")
        self._lay_out()
        self.list.picked.connect(self._on_picked)
        for ladder in self.ladders.values():
            ladder.changed.connect(self.changed)
        for box in (self.used, self.peers, self.catch_up):
            box.toggled.connect(self.changed)
        self.copy.clicked.connect(self._on_copy)
        self.remove.clicked.connect(self._on_remove)

    def show_settings(self, settings: Mapping[str, str], name: str = "") -> None:
        """Show a ledger's presets, silently; `name` chooses one, else what was chosen, or used."""
        self._settings = settings
        names = preset_names(settings)
        in_force = rules_of(settings).name
        wanted = next((one for one in (name, self._rules.name) if one in names), in_force)
        marks = {
            one: ["自定"] * is_own(settings, one) + ["在用"] * (one == in_force) for one in names
        }
        self.list.show_sets(((one, "、".join(marks[one])) for one in names), wanted)
        self._show(rules_of(settings, wanted))

    @property
    def name(self) -> str:
        """The preset that is shown."""
        return self._rules.name

    def edits(self) -> list[SettingEdit]:
        """Return what the fields change; empty for nothing. Raises BadValue, UnknownName."""
        made: list[SettingEdit] = []
        settings = dict(self._settings)
        if is_own(settings, self.name):
            found = self._edited()
            if found != self._rules:
                made.append(saved_edit(found))
                settings = with_edit(settings, made[-1])
        if self.used.isChecked() and rules_of(self._settings).name != self.name:
            made.append(use_edit(settings, self.name))
        return made

    def summary(self) -> str:
        """Name the step of saving."""
        if not is_own(self._settings, self.name):
            return f"选用亮灯规则 {self.name}"
        using = self.used.isChecked() and rules_of(self._settings).name != self.name
        return f"改亮灯规则 {self.name}并选用" if using else f"改亮灯规则 {self.name}"

    def _edited(self) -> LightRules:
        flow, growth, level, rank = (self.ladders[part].steps() for part in LADDERS)
        return replace(
            self._rules,
            flow=flow,
            growth=growth,
            level=level,
            rank=rank,
            peers=self.peers.isChecked(),
            catch_up=self.catch_up.isChecked(),
        )

    def _show(self, rules: LightRules) -> None:
        self.blockSignals(True)
        self._rules = rules
        own = is_own(self._settings, rules.name)
        used = rules_of(self._settings).name == rules.name
        self.title.setText(rules.name)
        self.note.setText(
            ("正在用。" if used else "") + "低于最后一档是滞后。＞ 不含界限，≥ 含界限。"
            if own
            else ("正在用。" if used else "")
            + "自带的规则不能改；要改，先另存一套自己的。低于最后一档是滞后。"
        )
        for part, ladder in self.ladders.items():
            ladder.show_steps(getattr(rules, part), editable=own)
        for box, value in ((self.peers, rules.peers), (self.catch_up, rules.catch_up)):
            box.setChecked(value)
            box.setEnabled(own)
        self.used.setChecked(used)
        self.used.setVisible(not used)
        self.remove.setVisible(own and not used)
        self.blockSignals(False)

    def _on_picked(self, name: str) -> None:
        self._show(rules_of(self._settings, name))
        self.changed.emit()

    def _on_copy(self) -> None:
        self.copy_wanted.emit(self.name)

    def _on_remove(self) -> None:
        self.removal_wanted.emit(self.name)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self.title)
        head.addSpacing(6)
        head.addWidget(self.used)
        head.addStretch(1)
        head.addWidget(self.remove)
        head.addWidget(self.copy)
        right = QVBoxLayout()
        right.setSpacing(8)
        right.addLayout(head)
        right.addWidget(self.note)
        for ladder in self.ladders.values():
            right.addSpacing(2)
            right.addWidget(divider())
            right.addSpacing(2)
            right.addWidget(ladder)
        right.addWidget(divider())
        right.addWidget(self.peers)
        right.addWidget(self.catch_up)
        right.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(19, 14, 14, 16)
        row.setSpacing(16)
        row.addWidget(self.list)
        row.addLayout(right, 1)
