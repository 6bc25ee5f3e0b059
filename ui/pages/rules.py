"""规则: how lights are judged and scores are given; what a change would flip is seen before."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from tracker.assessment.schemes import COPY_SETTING as SCHEME_SETTING
from tracker.desk.rule_editing import copy_edit, removed_edit, with_edit
from tracker.desk.rule_preview import light_flips
from tracker.desk.scheme_editing import (
    ADJUSTMENT_SETTING,
    copied_scheme,
    removed_scheme,
    score_by,
)
from tracker.edits import Changes, SettingEdit
from tracker.errors import TrackerError
from tracker.lights import COPY_SETTING, PRESET_SETTING, rules_of
from ui import dialogs
from ui.pages.page import Page
from ui.session import Session
from ui.theme import Theme
from ui.widgets.flip_pane import FlipPane
from ui.widgets.label import label
from ui.widgets.pace_form import PaceForm
from ui.widgets.rule_form import RuleForm
from ui.widgets.scheme_form import SchemeForm
from ui.widgets.segmented import Segmented

_LOGGED = (PRESET_SETTING, COPY_SETTING, "pace.", SCHEME_SETTING, ADJUSTMENT_SETTING)
_LINES = 12
_TABS = (("lights", "亮灯规则"), ("pace", "进度尺子"), ("schemes", "考核计分"))


class RulesPage(Page):
    """Three forms, one pane. Saving is one revision with a reason, and one undo step."""

    title = "规则"

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__(session)
        self.tabs = Segmented(_TABS)
        self.lights = RuleForm(theme)
        self.pace = PaceForm()
        self.schemes = SchemeForm(theme)
        self.pane = FlipPane(theme)
        self._forms: dict[str, RuleForm | PaceForm | SchemeForm] = {
            "lights": self.lights, "pace": self.pace, "schemes": self.schemes,
        }  # fmt: skip
        self._later = QTimer(self)  # a look at all lights, once the typing pauses
        self._later.setSingleShot(True)
        self._later.setInterval(120)
        self._lay_out()
        self._connect()

    def refresh(self) -> None:
        """Show the ledger's rules; what was typed and not saved is gone."""
        session = self.session
        self.lights.show_settings(session.snapshot.settings)
        self.pace.show_snapshot(session.snapshot, session.region, session.as_of)
        self.schemes.show_snapshot(session.snapshot)
        self.schemes.show_sheet(session.region, session.as_of)
        self.pane.show_history(session.store.log.of_settings(_LOGGED, _LINES))
        self.look()

    def status_text(self) -> str:
        """Name the preset in force."""
        return f"亮灯规则 {rules_of(self.session.snapshot.settings).name}"

    def toggle_pane(self) -> None:
        """Show or hide the pane."""
        self.pane.setVisible(not self.pane.isVisibleTo(self))

    def look(self) -> None:
        """Show in the pane what the fields would bring about."""
        self._later.stop()
        session = self.session
        as_of = session.as_of
        region = session.snapshot.region(session.region).name
        where = f"{region}，截至 {as_of.year} 年 {as_of.month} 月"
        try:
            edits = self._form.edits()
            settings = dict(session.snapshot.settings)
            for edit in edits:
                settings = with_edit(settings, edit)
            flips = light_flips(session.snapshot, settings, session.region, as_of)
        except TrackerError as error:
            self.pane.show_problem(str(error))
            return
        self.pane.show_flips(flips, where, pending=bool(edits))
        if self.tabs.value == "schemes":
            self.pane.count.setText(self._score_words(settings))

    def _score_words(self, settings: Mapping[str, str]) -> str:
        """Say what the region scores by the scheme shown, and what it would."""
        session = self.session
        candidate = session.snapshot.after(Changes(), settings)
        totals = [
            score_by(one, self.schemes.name, session.region, session.as_of).total_words
            for one in (session.snapshot, candidate)
        ]
        before, after = totals
        return before if before == after else f"{before}\n改后{after}"

    @property
    def _form(self) -> RuleForm | PaceForm | SchemeForm:
        return self._forms[self.tabs.value]

    def _on_tab(self, name: str) -> None:
        self.stack.setCurrentIndex([value for value, _ in _TABS].index(name))
        self.refresh()

    def _on_save(self, reason: str) -> None:
        text = self._form.summary()
        if self._record(self._form.edits(), text, reason):
            self.pane.reason.clear()
            self.done.emit(f"{text}，可撤销")

    def _record(self, edits: Sequence[SettingEdit], text: str, reason: str) -> bool:
        try:
            self.session.record(edits, text, reason)
        except TrackerError as error:
            dialogs.tell(self, error, "没有存下")
            return False
        return True

    def _copy(self, source: str, what: str, make: Callable[[str], SettingEdit]) -> str:
        """Ask for a name and copy under it at once: nothing changes by that yet."""
        name = dialogs.ask_words(
            self, f"另存{what}", f"从“{source}”抄一套，之后可以改。", f"{source}（本地）"
        )
        if not name:
            return ""
        try:
            edit = make(name)
        except TrackerError as error:
            dialogs.tell(self, error, "没有另存")
            return ""
        text = f"另存{what} {source} 为 {name}"
        return name if self._record([edit], text, f"由 {source} 另存") else ""

    def _copy_rules(self, source: str) -> None:
        settings = self.session.snapshot.settings
        name = self._copy(source, "亮灯规则", lambda name: copy_edit(settings, source, name))
        if name:
            self.lights.show_settings(self.session.snapshot.settings, name)
            self.look()

    def _copy_scheme(self, source: str) -> None:
        settings = self.session.snapshot.settings
        name = self._copy(source, "计分办法", lambda name: copied_scheme(settings, source, name))
        if name:
            self.schemes.show_snapshot(self.session.snapshot, name)
            self.look()

    def _remove_rules(self, name: str) -> None:
        self._remove(name, "亮灯规则", removed_edit)

    def _remove_scheme(self, name: str) -> None:
        self._remove(name, "计分办法", removed_scheme)

    def _remove(
        self, name: str, what: str, make: Callable[[dict[str, str], str], SettingEdit]
    ) -> None:
        try:
            edit = make(dict(self.session.snapshot.settings), name)
        except TrackerError as error:
            dialogs.tell(self, error, "没有删去")
            return
        if self._record([edit], f"删去{what} {name}", "不再用"):
            self.done.emit(f"已删去{what} {name}，可撤销")

    def _lay_out(self) -> None:
        self.stack = QStackedWidget()
        for form in self._forms.values():
            scroll = QScrollArea()
            scroll.setWidgetResizable(True)
            scroll.setWidget(form)
            form.setProperty("role", "scrolled")
            self.stack.addWidget(scroll)
        tools = QHBoxLayout()
        tools.setContentsMargins(19, 8, 20, 8)
        tools.addWidget(self.tabs)
        tools.addSpacing(12)
        tools.addWidget(label("存在台账里，有历史，可撤销", "helper"))
        tools.addStretch(1)
        holder = QWidget()
        left = QVBoxLayout(holder)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(0)
        left.addLayout(tools)
        left.addWidget(self.stack, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(holder, 1)
        row.addWidget(self.pane)

    def _connect(self) -> None:
        self.tabs.chosen.connect(self._on_tab)
        for form in self._forms.values():
            form.changed.connect(self._later.start)
        self._later.timeout.connect(self.look)
        self.lights.copy_wanted.connect(self._copy_rules)
        self.lights.removal_wanted.connect(self._remove_rules)
        self.schemes.copy_wanted.connect(self._copy_scheme)
        self.schemes.removal_wanted.connect(self._remove_scheme)
        self.pane.save_wanted.connect(self._on_save)
        self.pane.discard_wanted.connect(self.refresh)
