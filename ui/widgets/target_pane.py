"""TargetPane: the current target of 目标: value, force, what it brings about, and its versions."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tracker.desk.history_words import day_words, history_words
from tracker.desk.target_review import double_half_words
from tracker.edits import HistoryEntry
from tracker.indicators import Target, TargetKey
from tracker.owners import owner_of
from tracker.progress import Progress, light_word, why
from tracker.review import target_findings
from tracker.wording import TIER_WORDS
from ui.session import Session
from ui.theme import Theme
from ui.widgets.cell_pane import WIDTH, ValueBox
from ui.widgets.history_list import HistoryList
from ui.widgets.icon import divider
from ui.widgets.label import label
from ui.widgets.light_chip import LightChip
from ui.widgets.owner_editor import OwnerEditor
from ui.widgets.pane_block import fill_pane, section_head

_FORCE = {"at_least": "达到或超过", "at_most": "不超过", "about": "左右", "range": "区间内"}


class TargetPane(QWidget):
    """Read-only beside the grid: what is typed there shows here at once."""

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__()
        self._session = session
        self.setProperty("role", "pane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedWidth(WIDTH)
        self.name = label("", "pane-title")
        self.where = label("", "helper")
        self.value = ValueBox(theme)
        self.force = label("", "second")
        self.chip = LightChip(theme)
        self.judged = label("", "second")
        self.double_half = label("", "strong")
        self.notes = label("", "second", "warn")
        self.owner = OwnerEditor()
        self.versions = HistoryList()
        for words in (self.name, self.force, self.judged, self.notes, self.double_half):
            words.setWordWrap(True)
        self._lay_out()

    def show_target(
        self, key: TargetKey, typed: str, row: Progress | None, measure: str, *, bad: bool
    ) -> None:
        """Show a target: `typed` as the editor has it, `row` the indicator's headline row."""
        snapshot = self._session.snapshot
        indicator = snapshot.indicator(key.indicator)
        unit = indicator.unit_of(key.measure)
        self.name.setText(indicator.name)
        tier = TIER_WORDS[key.tier]
        self.where.setText(f"{key.year} 年{key.horizon.label}　{tier}　{measure}　{unit}")
        self.value.show_value(typed or "未设", unit, bad=bad, quiet=not typed)
        self._show_force(snapshot.target_in_force(key, self._session.as_of))
        self._show_row(row)
        as_of = self._session.as_of
        found = [
            one.sentence
            for one in target_findings(snapshot, key.region, as_of, only=key.indicator)
            if one.key.measure is key.measure
        ]
        self.notes.setText("\n".join(found))
        self.notes.setVisible(bool(found))
        owner = owner_of(snapshot.settings, indicator)
        self.owner.show_owner(owner, editable=not self._session.only_looks)
        entries = self._session.store.log.of_target(key)
        lines = [
            (
                day_words(_day(entry), self._session.today()),
                history_words(entry, indicator),
                entry.withdrawn,
            )
            for entry in entries
        ]
        self.versions.show_lines(lines or [("", "还没有版本", False)])

    def _show_force(self, target: Target | None) -> None:
        if target is None:
            self.force.setText("直接输入：9、≤8600、9%左右；删掉即撤下。")
            return
        dated = target.due_on is not None
        force = "按时完成" if dated else _FORCE[target.comparator.value]
        parts = [force, f"{target.effective_on:%Y-%m-%d} 起生效"]
        parts.append(f"文号 {target.document}" if target.document else "")
        parts += [target.reason, target.source]
        self.force.setText("，".join(part for part in parts if part))

    def _show_row(self, row: Progress | None) -> None:
        self.chip.setVisible(row is not None)
        words = "" if row is None else double_half_words(row)
        self.double_half.setText(words)
        self.double_half.setVisible(bool(words))
        if row is None:
            self.judged.setText("没有目标，也没有数据。")
            return
        self.chip.show_light(row.light, light_word(row), why(row))
        self.judged.setText(why(row))

    def _lay_out(self) -> None:
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(19, 14, 20, 20)
        column.setSpacing(6)
        for part in (self.name, self.where):
            column.addWidget(part)
        column.addSpacing(6)
        column.addWidget(self.value)
        column.addSpacing(2)
        column.addWidget(self.force)
        column.addWidget(self.notes)
        column.addSpacing(10)
        column.addLayout(section_head("亮灯与双过半", self.chip))
        column.addWidget(self.double_half)
        column.addWidget(self.judged)
        column.addSpacing(10)
        column.addWidget(divider())
        column.addSpacing(8)
        column.addWidget(label("负责", "section"))
        column.addWidget(self.owner)
        column.addSpacing(10)
        column.addWidget(divider())
        column.addSpacing(8)
        column.addWidget(label("版本", "section"))
        column.addWidget(self.versions)
        column.addStretch(1)
        fill_pane(self, inner)


def _day(entry: HistoryEntry) -> date:
    """Return the day a version is in force from."""
    return entry.published_on or entry.recorded_at.date()
