"""RegionTools: the row under the finding of 市州: indicator, order, which regions, and the note."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from tracker.indicators import Indicator, Region, RegionLevel
from tracker.plots.region_scope import Scope
from tracker.plots.region_sheet import RegionSheet
from tracker.ranking import RankBy
from ui.plain_tip import plain_tip
from ui.theme import Theme
from ui.widgets.icon import icon_button
from ui.widgets.label import label
from ui.widgets.named_pick import NamedPick
from ui.widgets.pick_button import PickOption
from ui.widgets.segmented import Segmented

_INDICATOR_WIDTH = 220
ORDERS = (
    (RankBy.COMPLETION, "完成率"),
    (RankBy.GROWTH, "增速"),
    (RankBy.AMOUNT, "数额"),
    (RankBy.MOVEMENT, "进位"),
)
_SCOPES = ((Scope.BELOW, "市州"), (Scope.COUNTIES, "县区"), (Scope.EVERY, "全部"))


class RegionTools(QWidget):
    """42 px. It shows what is chosen and asks for something else; it changes nothing itself."""

    indicator_picked = Signal(str)
    order_picked = Signal(str)
    scope_picked = Signal(str)
    up_wanted = Signal()
    down_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._indicators: Sequence[Indicator] = ()
        self.indicator = NamedPick(theme, "指标", self._options, _INDICATOR_WIDTH)
        self.orders = Segmented([(by.value, text) for by, text in ORDERS])
        self.scopes = Segmented([(scope.value, text) for scope, text in _SCOPES])
        self.up = icon_button(theme, "chevron-left", "甘肃省", "link")
        self.down = icon_button(theme, "chevron-right", "下级", "link")
        self.down.setToolTip("看所选地区的县区  Enter")
        self.note = label("", "helper")
        self.note.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        row = QHBoxLayout(self)
        row.setContentsMargins(19, 0, 19, 11)
        row.setSpacing(10)
        for part in (self.up, self.indicator, self.orders, self.scopes, self.down, self.note):
            row.addWidget(part, 1 if part is self.note else 0)
        self.indicator.picked.connect(self.indicator_picked)
        self.orders.chosen.connect(self.order_picked)
        self.scopes.chosen.connect(self.scope_picked)
        self.up.clicked.connect(self.up_wanted)
        self.down.clicked.connect(self.down_wanted)

    def show_sheet(self, sheet: RegionSheet) -> None:
        """Show what the table is about; orders without values cannot be chosen."""
        self.indicator.show_value(sheet.indicator.id, sheet.indicator.name)
        for by, text in ORDERS:
            button = self.orders.button(by.value)
            button.setEnabled(by in sheet.orders or by is sheet.by)
            button.setToolTip("" if button.isEnabled() else f"各地没有{text}，排不了")
        self.orders.choose(sheet.by.value)
        self.note.setText(sheet.note if sheet.held.rows else "")
        self.note.setToolTip(plain_tip(self.note.text()))

    def show_ground(self, parent: Region, above: Region | None, scope: Scope) -> None:
        """Show whose regions are compared: the province offers levels, others a way back up."""
        province = parent.level is RegionLevel.PROVINCE
        self.scopes.setVisible(province)
        self.scopes.choose(scope.value)
        self.up.setVisible(above is not None)
        if above is not None:
            self.up.setText(f"{above.name} › {parent.name}")
            self.up.setToolTip(plain_tip(f"回到{above.name}  Backspace"))

    def offer(self, indicators: Sequence[Indicator]) -> None:
        """Offer indicators, those with figures first in the list."""
        self._indicators = indicators

    def _options(self) -> list[PickOption]:
        return [PickOption(i.id, i.name, 0, f"{i.short_name} {i.lever}") for i in self._indicators]
