"""NewsDialog: what is new, from the CHANGELOG that ships along."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from resources import ROOT as RESOURCES
from tracker.language import LANGUAGE
from tracker.language_choice import CHINESE, ENGLISH
from ui.help.manual_view import ManualView
from ui.theme import Theme

CHANGELOGS = {CHINESE: RESOURCES / "CHANGELOG.md", ENGLISH: RESOURCES / "CHANGELOG.en.md"}
"""What is new, by language; kept in Chinese and told in English too."""
_SIZE = (680, 560)


class NewsDialog(QDialog):
    """The whole CHANGELOG, the newest version first."""

    def __init__(self, theme: Theme, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("新功能")
        self.resize(*_SIZE)
        self.view = ManualView(theme)
        self.view.setAccessibleName("新功能")
        changelog = CHANGELOGS.get(LANGUAGE, CHANGELOGS[CHINESE])
        self.view.show_markdown(changelog.read_text("utf-8"), changelog.parent)
        close = QPushButton("知道了")
        close.setProperty("kind", "primary")
        close.setDefault(True)
        close.clicked.connect(self.accept)
        buttons = QHBoxLayout()
        buttons.setContentsMargins(20, 10, 20, 14)
        buttons.addStretch()
        buttons.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.view, 1)
        column.addLayout(buttons)
        close.setFocus()
