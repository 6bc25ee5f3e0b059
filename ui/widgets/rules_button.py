"""RulesButton: the light counts as a button that opens the list of rules of the lights."""

from collections.abc import Sequence

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.plain_tip import plain_tip
from ui.theme import Theme
from ui.widgets.pick_button import PickButton, PickOption

_CHEVRON, _FROM_RIGHT = 14, 16


class RulesButton(PickButton):
    """Lies over the counts, which the strip paints, and draws only its chevron at the top right."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, self._options_held, arrow=False, parent=parent)
        self._names: tuple[str, ...] = ()
        self.setProperty("kind", "bare")

    def offer(self, names: Sequence[str], chosen: str) -> None:
        """Offer rules by name; the one in use is marked in the list and named by the tooltip."""
        self._names = tuple(names)
        self.value = chosen
        self.setToolTip(plain_tip(f"亮灯规则：{chosen}。点开可换"))
        self.setAccessibleName(f"亮灯规则 {chosen}")

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the chevron; the rest shows what lies under it."""
        token = "ink" if self.underMouse() else "ink3"
        arrow = self._theme.pixmap("chevron-down", token, _CHEVRON, self.devicePixelRatioF())
        QPainter(self).drawPixmap(self.width() - _FROM_RIGHT, 7, arrow)

    def _options_held(self) -> list[PickOption]:
        return [PickOption(name, name) for name in self._names]
