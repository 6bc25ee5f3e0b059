"""DraftRow: one sentence of a 通报: chosen or not, its numbers underlined, its words to edit."""

from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from tracker.bulletin.draft import DraftLine
from ui.theme import Theme
from ui.widgets.icon import icon_button
from ui.widgets.label import label


class DraftRow(QWidget):
    """A sentence. What is asked for goes out as signals with the row's number."""

    chosen = Signal(int, bool)
    reworded = Signal(int, str)
    refresh_wanted = Signal(int)
    cell_wanted = Signal(str)
    """Emitted with the indicator whose number was clicked."""

    def __init__(self, theme: Theme, number: int) -> None:
        super().__init__()
        self._theme = theme
        self._number = number
        self._line: DraftLine | None = None
        self.box = QCheckBox()
        self.words = label()
        self.words.setWordWrap(True)
        self.words.setTextFormat(Qt.TextFormat.RichText)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.LinksAccessibleByMouse)
        self.words.linkActivated.connect(self.cell_wanted)
        self.edit = icon_button(theme, "pencil", kind="quiet")
        self.edit.setToolTip("改文字，数不动")
        self.edit.setAccessibleName("改文字")
        self.refresh = icon_button(theme, "redo-2", "按现在的数重写", kind="link")
        self._written = False
        self._lay_out()
        self.box.clicked.connect(self._on_chosen)
        self.edit.clicked.connect(self._open)
        self.refresh.clicked.connect(self._on_refresh)

    def show_line(self, line: DraftLine, *, stale: bool) -> None:
        """Show a sentence; a stale one is struck out."""
        self._line = line
        self.box.setChecked(line.chosen)
        self.box.setAccessibleName(line.text)
        accent = self._theme.color("ink3" if stale else "accent").name()
        pieces = []
        for part in line.sentence.parts:
            text = escape(part.text)
            if part.cell is not None:
                link = f'<a href="{escape(part.cell.indicator)}" style="color:{accent}">{text}</a>'
                pieces.append(link)
            else:
                pieces.append(text)
        body = "".join(pieces)
        ink = self._theme.color("ink3" if stale or not line.chosen else "ink").name()
        struck = f"<s>{body}</s>" if stale else body
        self.words.setText(f'<span style="color:{ink}">{struck}</span>')
        self.refresh.setVisible(stale)
        self._close()

    def _open(self) -> None:
        if self._line is not None:
            self._make_field()
            self.field.setPlainText(self._line.editable)
            self._show_field(True)
            self.field.setFocus()

    def _make_field(self) -> None:
        """Make what a sentence is rewritten with; a page has a hundred rows and edits a few."""
        if self._written:
            return
        self._written = True
        self.field = QPlainTextEdit()
        self.field.setFixedHeight(74)
        self.field.setTabChangesFocus(True)
        self.keep = icon_button(self._theme, "check", "存下")
        self.drop = icon_button(self._theme, "", "不改了")
        self.keep.clicked.connect(self._on_kept)
        self.drop.clicked.connect(self._close)
        self._lines.insertWidget(1, self.field)
        self._buttons.insertWidget(1, self.keep)
        self._buttons.insertWidget(2, self.drop)

    def _close(self) -> None:
        self._show_field(False)

    def _show_field(self, shown: bool) -> None:
        if self._written:
            for part in (self.field, self.keep, self.drop):
                part.setVisible(shown)
        self.words.setVisible(not shown)
        self.edit.setVisible(not shown)

    def _on_chosen(self, checked: bool) -> None:
        self.chosen.emit(self._number, checked)

    def _on_refresh(self) -> None:
        self.refresh_wanted.emit(self._number)

    def _on_kept(self) -> None:
        self.reworded.emit(self._number, self.field.toPlainText())

    def _lay_out(self) -> None:
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(8)
        self._buttons.addWidget(self.refresh)
        self._buttons.addStretch(1)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(4)
        self._lines.addWidget(self.words)
        self._lines.addLayout(self._buttons)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 5, 0, 5)
        row.setSpacing(8)
        row.addWidget(self.box, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(self._lines, 1)
        row.addWidget(self.edit, 0, Qt.AlignmentFlag.AlignTop)
