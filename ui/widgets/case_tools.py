"""CaseTools: the row over a list of 督查: its title, filters, and what can be done with it."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from tracker.indicators import Region
from tracker.inspection.case import STATE_WORDS, CaseState
from tracker.inspection.half_year import InspectionRow
from tracker.inspection.stage_list import StageName
from ui.theme import Theme
from ui.widgets.icon import icon_button
from ui.widgets.label import label
from ui.widgets.pick_button import PickButton, PickOption
from ui.widgets.segmented import Segmented

ALL = ""
_NARROW = 1150
"""Under so many px the lists are narrower and 打印 is left to Ctrl+P."""
_TITLES = {
    StageName.FOLLOW_UP: "月跟进清单",
    StageName.ASSESSMENT: "季考核计分",
    StageName.INSPECTION: "半年督查清单",
    StageName.APPRAISAL: "年终总评",
}
_EVERYWHERE, _EVERYBODY = "全部地区", "全部单位"


@dataclass(frozen=True, slots=True)
class CaseFilter:
    """What of the list is shown; "" for all."""

    state: str = ALL
    region: str = ALL
    department: str = ALL

    def takes(self, row: InspectionRow) -> bool:
        """Say whether a row is shown."""
        return self.state in (ALL, row.state.value) and self.takes_place(row)

    def takes_place(self, row: InspectionRow) -> bool:
        """Say whether a row is shown but for its state."""
        return self.region in (ALL, row.region.code) and self.department in (ALL, row.department)


class CaseTools(QWidget):
    """58 px. The filters are those of 半年督查; a scheme is picked for the two that score."""

    filtered = Signal()
    scheme_picked = Signal(str)
    add_wanted = Signal(str)
    """Emitted with the id of the indicator that a case is opened for."""
    reminder_wanted = Signal()
    print_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setFixedHeight(58)
        self.title = label("", "section")
        options = [(ALL, "全部"), *((one.value, STATE_WORDS[one]) for one in CaseState)]
        self.states = Segmented(options)
        self.region = PickButton(theme, self._region_options)
        self.department = PickButton(theme, self._department_options)
        self.scheme = PickButton(theme, self._scheme_options)
        self.scheme.setFixedWidth(200)
        self.scheme.setAccessibleName("计分办法")
        self.region.setAccessibleName("地区")
        self.department.setAccessibleName("责任单位")
        self.remind = icon_button(theme, "copy", "复制催办", "link")
        self.remind.setToolTip("每个单位一条催办，可贴进微信或邮件")
        self.paper = icon_button(theme, "", "打印", "link")
        self.paper.setToolTip("打印清单  Ctrl+P")
        self.add = PickButton(theme, self._indicator_options, arrow=False)
        self.add.setText("加一项")
        self.add.setIcon(theme.icon("plus", "ink", trailing=2))
        self._regions: Sequence[Region] = ()
        self._departments: Sequence[str] = ()
        self._schemes: Sequence[str] = ()
        self._addable: Sequence[PickOption] = ()
        self.region.show_value(ALL, _EVERYWHERE)
        self.department.show_value(ALL, _EVERYBODY)
        self._lay_out()
        self.states.chosen.connect(self._on_state)
        self.region.picked.connect(self._on_region)
        self.department.picked.connect(self._on_department)
        self.scheme.picked.connect(self.scheme_picked)
        self.add.picked.connect(self.add_wanted)
        self.remind.clicked.connect(self.reminder_wanted)
        self.paper.clicked.connect(self.print_wanted)

    @property
    def filter(self) -> CaseFilter:
        """What is to be shown."""
        return CaseFilter(self.states.value, self.region.value, self.department.value)

    def show_stage(self, stage: StageName, *, editable: bool) -> None:
        """Show what belongs to a stage."""
        inspecting = stage is StageName.INSPECTION
        scoring = stage in (StageName.ASSESSMENT, StageName.APPRAISAL)
        self.title.setText(_TITLES[stage])
        filters = (self.states, self.region, self.department)
        for part in (*filters, self.add, self.remind):
            part.setVisible(inspecting)
        self.scheme.setVisible(scoring)
        self.add.setEnabled(editable)

    def offer_schemes(self, names: Sequence[str], chosen: str) -> None:
        """Offer scoring schemes."""
        self._schemes = names
        self.scheme.show_value(chosen, chosen)

    def offer(self, rows: Sequence[InspectionRow], addable: Sequence[PickOption]) -> None:
        """Count rows by state as the other filters let them through, and offer what occurs."""
        regions = {row.region.code: row.region for row in rows}
        self._regions = list(regions.values())
        self._regions = sorted(self._regions, key=lambda one: (one.level.value, one.order))
        self._departments = sorted({row.department for row in rows})
        self._addable = addable
        if self.region.value not in (ALL, *regions):
            self.region.show_value(ALL, _EVERYWHERE)
        if self.department.value not in (ALL, *self._departments):
            self.department.show_value(ALL, _EVERYBODY)
        places = self.filter
        counts = Counter(row.state for row in rows if places.takes_place(row))
        self.states.button(ALL).setText(f"全部 {counts.total()}")
        for state in CaseState:
            button = self.states.button(state.value)
            button.setText(f"{STATE_WORDS[state]} {counts[state]}")

    def show_all(self) -> None:
        """Take all filters away."""
        self.states.choose(ALL)
        self.region.show_value(ALL, _EVERYWHERE)
        self.department.show_value(ALL, _EVERYBODY)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Narrow the two lists where the counts of the states need the room."""
        super().resizeEvent(event)
        narrow = event.size().width() < _NARROW
        self.region.setFixedWidth(106 if narrow else 126)
        self.department.setFixedWidth(106 if narrow else 150)
        self.paper.setVisible(not narrow)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(19, 0, 16, 0)
        row.setSpacing(10)
        row.addWidget(self.title)
        row.addSpacing(8)
        for field in (self.states, self.region, self.department, self.scheme):
            row.addWidget(field)
        row.addStretch()
        for button in (self.remind, self.paper, self.add):
            row.addWidget(button)

    def _region_options(self) -> list[PickOption]:
        options = [PickOption(one.code, one.name, 0, one.short_name) for one in self._regions]
        return [PickOption(ALL, _EVERYWHERE), *options]

    def _department_options(self) -> list[PickOption]:
        return [PickOption(ALL, _EVERYBODY), *(PickOption(n, n) for n in self._departments)]

    def _scheme_options(self) -> list[PickOption]:
        return [PickOption(name, name) for name in self._schemes]

    def _indicator_options(self) -> Sequence[PickOption]:
        return self._addable

    def _on_state(self, _value: str) -> None:
        self.filtered.emit()

    def _on_region(self, code: str) -> None:
        names = {option.value: option.text for option in self._region_options()}
        self.region.show_value(code, names[code])
        self.filtered.emit()

    def _on_department(self, name: str) -> None:
        self.department.show_value(name, name or _EVERYBODY)
        self.filtered.emit()
