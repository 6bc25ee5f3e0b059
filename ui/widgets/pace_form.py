"""PaceForm: 进度尺子: which yard-stick says how much of each task should be done by now."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from tracker.edits import SettingEdit
from tracker.entry_context import entry_indicators
from tracker.indicators import Indicator, PaceName
from tracker.periods import Month
from tracker.snapshot import Snapshot
from tracker.wording import PACE_WORDS
from ui.widgets.clearing import clear
from ui.widgets.label import label
from ui.widgets.segmented import Segmented

_CHOICES = [(name.value, words) for name, words in PACE_WORDS.items()]


class PaceForm(QWidget):
    """One line for each 累计 indicator in use. Emits `changed` at every choice."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.choices: dict[str, Segmented] = {}
        self._held: dict[str, str] = {}
        self._names: dict[str, str] = {}
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(24)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(2, 1)
        note = label(
            "序时：按月份平均。计划：按阶段目标连成的路径。往年：按过去几年同期的份额，"
            "要有三个完整年份。",
            "helper",
        )
        note.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(19, 14, 20, 16)
        column.setSpacing(12)
        column.addWidget(note)
        column.addLayout(self._grid)
        column.addStretch(1)

    def show_snapshot(self, snapshot: Snapshot, region: str, as_of: Month) -> None:
        """Show the choices of a ledger, silently."""
        shown = [one for one in entry_indicators(snapshot, region, as_of.year) if one.accumulates]
        if [one.id for one in shown] != list(self.choices):
            self._rebuild(shown)
        for one in shown:
            self._held[one.id] = snapshot.pace_of(one).value
            self.choices[one.id].choose(self._held[one.id])

    def edits(self) -> list[SettingEdit]:
        """Return the choices that differ from the ledger's."""
        return [
            SettingEdit(f"pace.{name}", choice.value)
            for name, choice in self.choices.items()
            if choice.value != self._held[name]
        ]

    def summary(self) -> str:
        """Name the step of saving."""
        edits = self.edits()
        if len(edits) != 1:
            return f"改 {len(edits)} 项指标的进度尺子"
        name = edits[0].name.removeprefix("pace.")
        return f"{self._names[name]} 改{PACE_WORDS[PaceName(self.choices[name].value)]}"

    def _rebuild(self, shown: list[Indicator]) -> None:
        clear(self._grid)
        self.choices = {}
        for row, one in enumerate(shown):
            choice = Segmented(_CHOICES)
            choice.setAccessibleName(f"{one.name}的进度尺子")
            choice.chosen.connect(self.changed)
            self._grid.addWidget(label(one.name), row, 0)
            self._grid.addWidget(choice, row, 1)
            self.choices[one.id] = choice
            self._names[one.id] = one.short_name
