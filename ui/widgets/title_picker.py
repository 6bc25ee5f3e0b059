"""标题写结论: the titles that the figures suggest, one of which is picked and may be rewritten."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from tracker import wording
from tracker.charts.titles import MAX_WIDTH, title_width
from ui import fonts
from ui.theme import Theme
from ui.widgets.label import label

_ROWS, _ROW_PX, _GAP_PX, _RADIO_PX = 3, 28, 3, 16

_FIELD_DRESS = """QLineEdit { background: transparent; border: none; padding: 0; color: %s;
font-weight: %d; min-height: 20px; max-height: 22px; }"""


class TitlePicker(QWidget):
    """Three rows: suggestions of the figures, then room for an own sentence.

    Every row can be edited in place; a rewritten row offers its suggestion back.
    """

    title_changed = Signal(str)
    """Emitted with the title when a person picks or types one."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._rows = [TitleRow(theme, number) for number in range(1, _ROWS + 1)]
        self._group = QButtonGroup(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(_GAP_PX)
        for index, row in enumerate(self._rows):
            self._group.addButton(row.radio, index)
            layout.addWidget(row)
            row.picked.connect(self._on_picked)
            row.edited.connect(self._on_edited)
        self._announced = ""
        self._rows[0].radio.setChecked(True)

    @property
    def title(self) -> str:
        """The title that is picked, as written."""
        return self._rows[self._group.checkedId()].text

    @property
    def own_title(self) -> str | None:
        """The title where it is not simply the first suggestion; None lets the chart choose."""
        first = self._rows[0]
        if (first.radio.isChecked() and not first.is_rewritten) or not self.title:
            return None
        return self.title

    @property
    def is_outdated(self) -> bool:
        """Say whether figures changed under the picked title since a person wrote it."""
        return self._rows[self._group.checkedId()].is_outdated

    def offer(self, candidates: Sequence[str], *, keep_own: bool) -> None:
        """Show suggestions. `keep_own` leaves what a person wrote or picked where it stands."""
        for index, row in enumerate(self._rows):
            suggestion = candidates[index] if index < len(candidates) else ""
            row.suggest(suggestion, keep_own=keep_own)
        if not keep_own or not self.title:
            self._rows[0].radio.setChecked(True)
        self._announced = self.title

    def row(self, index: int) -> "TitleRow":
        """Return a row, 0–2, for reading and for typing into it."""
        return self._rows[index]

    def _on_picked(self) -> None:
        for row in self._rows:
            row.update()
        self._announce()

    def _on_edited(self, row: QObject) -> None:
        if isinstance(row, TitleRow):
            row.radio.setChecked(True)
            self._announce()

    def _announce(self) -> None:
        if self.title != self._announced:
            self._announced = self.title
            self.title_changed.emit(self._announced)


class TitleRow(QWidget):
    """One title: radio button, the sentence itself as a field, its width."""

    picked = Signal()
    edited = Signal(object)

    def __init__(self, theme: Theme, number: int) -> None:
        super().__init__()
        self._theme = theme
        self._suggestion = ""
        self.is_outdated = False
        self.setFixedHeight(_ROW_PX)
        self.radio = QRadioButton()
        self.radio.setFixedWidth(_RADIO_PX)
        self.radio.setAccessibleName(f"用第 {number} 条标题")
        self.field = QLineEdit()
        self.field.setAccessibleName(f"第 {number} 条标题，可改写")
        self.field.setPlaceholderText("自己写一句结论")
        self.field.setFrame(False)
        self._restore = QPushButton("恢复原句")
        self._restore.setProperty("kind", "link")
        self._restore.setAccessibleName(f"恢复第 {number} 条原来的标题")
        self._restore.setFixedHeight(22)
        self._restore.hide()
        self._count = label()
        self._count.setProperty("role", "helper")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(11, 0, 12, 0)
        layout.setSpacing(9)
        for widget in (self.radio, self.field, self._restore, self._count):
            layout.addWidget(widget, 1 if widget is self.field else 0)
        self.radio.toggled.connect(self._on_toggled)
        self.field.textEdited.connect(self._on_typed)
        self.field.installEventFilter(self)
        self._restore.clicked.connect(self.restore)
        self._refresh()

    @property
    def text(self) -> str:
        """The sentence as it stands, without blanks at its ends."""
        return self.field.text().strip()

    @property
    def count_text(self) -> str:
        """How wide the sentence is, as shown: 23.5 / 32 字."""
        return self._count.text()

    @property
    def is_rewritten(self) -> bool:
        """Say whether a person changed the suggestion."""
        return bool(self.text) and self.text != self._suggestion

    def suggest(self, suggestion: str, *, keep_own: bool) -> None:
        """Take a new suggestion; own words stay when `keep_own`."""
        rewritten = self.is_rewritten
        self.is_outdated = keep_own and rewritten and suggestion != self._suggestion
        self._suggestion = suggestion
        if not (keep_own and rewritten):
            self.field.setText(suggestion)
            self.field.setCursorPosition(0)
        self._refresh()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Pick the row whose field a person steps into with the mouse."""
        if (
            isinstance(event, QFocusEvent)
            and event.type() is QEvent.Type.FocusIn
            and event.reason() is Qt.FocusReason.MouseFocusReason
            and self.text
        ):
            self.radio.setChecked(True)
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the field's box around the whole row; accent when picked."""
        theme = self._theme
        picked = self.radio.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(theme.color("input"))
        painter.setPen(QPen(theme.color("accent" if picked else "line"), 1))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)

    def _on_toggled(self, checked: bool) -> None:
        self._refresh()
        self.update()
        if checked:
            self.picked.emit()

    def _on_typed(self) -> None:
        self.is_outdated = False
        self._refresh()
        self.edited.emit(self)

    def restore(self) -> None:
        """Give the suggestion back in place of a person's words."""
        self.field.setText(self._suggestion)
        self._on_typed()

    def _refresh(self) -> None:
        """Bring weight, counter and 恢复 in line with text and choice."""
        picked = self.radio.isChecked()
        token, weight = ("ink", fonts.MEDIUM) if picked else ("ink2", fonts.REGULAR)
        self.field.setStyleSheet(_FIELD_DRESS % (self._theme.tokens[token], weight))
        self.radio.setEnabled(bool(self.text) or picked)
        self._restore.setVisible(self.is_rewritten and bool(self._suggestion))
        width = title_width(self.text)
        self._count.setText(f"{wording.plain(width)} / {wording.plain(MAX_WIDTH)} 字")
        self._count.setVisible(bool(self.text))
        self._count.setProperty("tone", "bad" if width > MAX_WIDTH else "")
        self._count.style().polish(self._count)
