"""TargetTools: the tool row of 目标: which measure and which indicators, tier, undo."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QUndoStack
from PySide6.QtWidgets import QHBoxLayout, QWidget

from tracker.indicators import Measure, Tier
from tracker.wording import TIER_WORDS
from ui.models.target_rows import TargetView
from ui.theme import Theme
from ui.widgets.entry_tools import HEIGHT, GridKeyStrip, walk_button
from ui.widgets.icon import icon_button
from ui.widgets.named_pick import NamedPick
from ui.widgets.pick_button import PickOption
from ui.widgets.segmented import Segmented

_TIERS = (Tier.TARGET, Tier.FLOOR, Tier.STRETCH)
_MEASURES = (("", "主要"), (Measure.AMOUNT.value, "金额"), (Measure.GROWTH.value, "增速"))


class TargetTools(QWidget):
    """Emits `view_chosen` with the whole choice whenever one part of it changes."""

    view_chosen = Signal(object)
    undo_wanted = Signal()
    redo_wanted = Signal()
    indicator_wanted = Signal()

    def __init__(
        self, theme: Theme, undo_stack: QUndoStack, scopes: Callable[[], Sequence[PickOption]]
    ) -> None:
        super().__init__()
        self.setFixedHeight(HEIGHT)
        self._scopes = scopes
        self.measure = Segmented(_MEASURES)
        self.tier = Segmented([(tier.value, TIER_WORDS[tier]) for tier in _TIERS])
        self.tier.setAccessibleName("档次")
        self.tier.setToolTip("目标分三档：确保是底线，力争是高线；亮灯按最低的一档")
        self.scope = NamedPick(theme, "指标", scopes, 139)
        self.undo = walk_button(theme, "undo-2", "撤销  Ctrl+Z")
        self.redo = walk_button(theme, "redo-2", "重做  Ctrl+Y")
        self.add = icon_button(theme, "plus", "新增指标")
        self.add.setToolTip("给台账的目录加一个自己的指标")
        row = QHBoxLayout(self)
        row.setContentsMargins(19, 0, 16, 0)
        row.setSpacing(10)
        row.addWidget(self.measure)
        row.addWidget(self.tier)
        row.addWidget(self.scope)
        row.addWidget(self.add)
        row.addSpacing(4)
        row.addWidget(self.undo)
        row.addWidget(self.redo)
        row.addStretch(1)
        row.addWidget(GridKeyStrip(theme))
        self.measure.chosen.connect(self._emit)
        self.tier.chosen.connect(self._emit)
        self.scope.picked.connect(self._pick_scope)
        self.add.clicked.connect(self.indicator_wanted)
        self.undo.clicked.connect(self.undo_wanted)
        self.redo.clicked.connect(self.redo_wanted)
        self.undo.setEnabled(undo_stack.canUndo())
        self.redo.setEnabled(undo_stack.canRedo())
        undo_stack.canUndoChanged.connect(self.undo.setEnabled)
        undo_stack.canRedoChanged.connect(self.redo.setEnabled)

    @property
    def view(self) -> TargetView:
        """What is chosen."""
        measure = Measure(self.measure.value) if self.measure.value else None
        return TargetView(measure, self.scope.value, Tier(self.tier.value))

    def choose(self, view: TargetView) -> None:
        """Show a choice without emitting."""
        self.measure.choose(view.measure.value if view.measure else "")
        self.tier.choose(view.tier.value)
        self.scope.value = view.scope
        self.show_choices()

    def show_choices(self) -> None:
        """Write the picked scope on its button; its count may have changed."""
        texts = {option.value: option.text for option in self._scopes()}
        self.scope.show_value(self.scope.value, texts.get(self.scope.value, ""))

    def _pick_scope(self, value: str) -> None:
        self.scope.value = value
        self._emit()

    def _emit(self) -> None:
        self.show_choices()
        self.view_chosen.emit(self.view)
