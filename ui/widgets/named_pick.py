"""NamedPick: a pick button that says what is picked, as 报送 全部部门 does."""

from collections.abc import Callable, Sequence

from PySide6.QtGui import QPainter, QPaintEvent

from ui.plain_tip import plain_tip
from ui.theme import Theme
from ui.widgets.lettering import Lettering, elided
from ui.widgets.pick_button import PickButton, PickOption


class NamedPick(PickButton):
    """The name stands small before the value; a long value is cut, and whole in the tooltip."""

    def __init__(
        self, theme: Theme, name: str, options: Callable[[], Sequence[PickOption]], width: int
    ) -> None:
        super().__init__(theme, options)
        self._colors = theme
        self._name = name
        self._shown = ""
        self.setFixedWidth(width)

    def show_value(self, value: str, text: str) -> None:
        """Show what is picked beside the name."""
        self.value, self._shown = value, text
        self.setAccessibleName(f"{self._name} {text}")
        self.setToolTip(plain_tip(f"{self._name}：{text}"))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the field, its name and what is picked."""
        super().paintEvent(event)
        painter = QPainter(self)
        centre = self.height() / 2
        name = Lettering(12, 400, self._colors.color("ink3"))
        end = name.write(painter, self._name, 10, centre)
        value = Lettering(13, 500, self._colors.color("ink"))
        text = elided(self._shown, 13, 500, self.width() - end - 34)
        value.write(painter, text, end + 8, centre)
