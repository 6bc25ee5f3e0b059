"""StyleKeeping: 存为样式, the list of saved styles under the gallery, and wearing one."""

from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu, QWidget

from ui import dialogs
from ui.chart_choice import ChartChoice
from ui.preferences import Preferences
from ui.saved_styles import SavedStyle, SavedStyles
from ui.widgets.export_panel import ExportPanel
from ui.widgets.saved_style_button import SavedStyleButton


class StyleKeeping(QObject):
    """Keeps looks, sizes and format under a name, and brings them back."""

    done = Signal(str, str, object)
    """Emitted with a sentence, the text of a button, and what that does."""

    def __init__(
        self, page: QWidget, choice: ChartChoice, panel: ExportPanel, preferences: Preferences
    ) -> None:
        super().__init__(page)
        self._page = page
        self._choice = choice
        self._panel = panel
        self._styles = SavedStyles(preferences)
        self.button = SavedStyleButton()
        self.button.menu_wanted.connect(self._on_menu)
        self._count()

    def keep_now(self) -> None:
        """Ask for a name and keep what the page shows under it."""
        proposed = f"样式 {len(self._styles.all()) + 1}"
        text = "记下底色、字号、来源、尺寸和格式；同名的会换成这一个。"
        name = dialogs.ask_words(self._page, "存为样式", text, proposed)
        if not name:
            return
        choice, panel = self._choice, self._panel
        self._keep(
            SavedStyle(
                name,
                choice.paper,
                choice.text_step,
                choice.source,
                panel.sizes,
                panel.image_format,
            )
        )
        self.done.emit(f"已存为样式“{name}”", "", None)

    def wear(self, style: SavedStyle) -> None:
        """Give the page the looks, sizes and format of a style."""
        panel = self._panel
        panel.take(style.sizes or panel.sizes, style.image_format, panel.folder)
        panel.settings_changed.emit()
        self._choice.wear(style)

    def drop(self, style: SavedStyle) -> None:
        """Forget a style; the toast brings it back."""
        self._styles.drop(style.name)
        self._count()
        self.done.emit(f"已删除样式“{style.name}”", "撤销", partial(self._keep, style))

    def menu(self) -> QMenu:
        """Return the menu of the styles: to wear one, and to delete one."""
        menu = QMenu(self.button)
        styles = self._styles.all()
        for style in styles:
            menu.addAction(style.name, partial(self.wear, style))
        if styles:
            menu.addSeparator()
            away = menu.addMenu("删除")
            for style in styles:
                away.addAction(style.name, partial(self.drop, style))
        menu.addAction("把现在的存为样式", self.keep_now)
        return menu

    def _keep(self, style: SavedStyle) -> None:
        self._styles.keep(style)
        self._count()

    def _count(self) -> None:
        self.button.show_count(len(self._styles.all()))

    def _on_menu(self) -> None:
        menu = self.menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.button.mapToGlobal(self.button.rect().topLeft()))
