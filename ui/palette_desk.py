"""PaletteDesk: gathers what the command palette offers and does what is picked."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from ui.actions import WINDOW_ACTIONS
from ui.models.palette_entries import PaletteEntry
from ui.pages.page import Page
from ui.session import Session
from ui.theme import Theme
from ui.widgets.header_bar import region_options

if TYPE_CHECKING:
    from ui.widgets.command_palette import CommandPalette

_PAGE, _INDICATOR, _REGION, _ACTION = "页面", "指标", "地区", "功能"
_ON_PAGE = "page:"
"""Begins the values of actions that belong to the open page."""
_ITSELF = "find"


class PaletteDesk(QObject):
    """Ctrl+K. Pages and actions come from the window's own table, so that none is forgotten."""

    def __init__(
        self,
        window: QWidget,
        session: Session,
        theme: Theme,
        actions: Mapping[str, QAction],
        page: Callable[[], Page],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._theme = theme
        self._actions = actions
        self._page = page
        self.palette: CommandPalette | None = None

    def open(self) -> None:
        """Open the palette over the window."""
        from ui.widgets.command_palette import CommandPalette  # not needed at the start

        self.palette = CommandPalette(self._theme, self._window, self.entries())
        self.palette.picked.connect(self._on_picked)
        self.palette.open_over(self._window)

    def entries(self) -> list[PaletteEntry]:
        """Return pages, indicators, regions, then actions that can be done now."""
        catalogue = self._session.snapshot.catalogue
        specs = [spec for spec in WINDOW_ACTIONS if spec.name != _ITSELF]
        pages = [spec for spec in specs if spec.group == _PAGE]
        others = [
            spec for spec in specs if spec.group != _PAGE and self._actions[spec.name].isEnabled()
        ]
        ordered = sorted(catalogue.indicators.values(), key=lambda one: one.order)
        return [
            *(PaletteEntry(_PAGE, s.name, s.text, (), _keys(s.shortcuts)) for s in pages),
            *(
                PaletteEntry(_INDICATOR, one.id, one.name, (one.short_name, one.lever))
                for one in ordered
            ),
            *(
                PaletteEntry(_REGION, one.value, one.text, tuple(one.words.split()))
                for one in region_options(catalogue)
            ),
            *self._page_entries(),
            *(PaletteEntry(_ACTION, s.name, s.text, (), _keys(s.shortcuts)) for s in others),
        ]

    def _page_entries(self) -> list[PaletteEntry]:
        """Return the actions of the open page's header, but for those that only open a menu."""
        return [
            PaletteEntry(
                _ACTION, f"{_ON_PAGE}{at}", action.text(), (), action.shortcut().toString()
            )
            for at, action in enumerate(self._page().header_actions())
            if action.isEnabled() and action.property("menu") is None
        ]

    def _on_picked(self, entry: PaletteEntry) -> None:
        self.palette = None
        if entry.kind == _INDICATOR:
            self._page().show_indicator(entry.value)
        elif entry.kind == _REGION:
            self._session.look_at(region=entry.value)
        elif entry.value.startswith(_ON_PAGE):
            self._page().header_actions()[int(entry.value.removeprefix(_ON_PAGE))].trigger()
        else:
            self._actions[entry.value].trigger()


def _keys(shortcuts: tuple[str, ...]) -> str:
    return shortcuts[0] if shortcuts else ""
