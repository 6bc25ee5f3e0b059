"""CasePane: one matter of 半年督查 in full, everything in it to be edited."""

from datetime import date

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from tracker.inspection.case import LONGEST_TEXT, STATE_WORDS, CaseDraft, CaseState
from tracker.inspection.half_year import InspectionRow
from tracker.progress import light_word, why
from ui import fonts
from ui.plain_tip import plain_tip
from ui.theme import Theme
from ui.widgets.case_delegate import paint_state_chip
from ui.widgets.icon import icon_button
from ui.widgets.label import label
from ui.widgets.lettering import width_px
from ui.widgets.light_chip import LightChip
from ui.widgets.pane_block import PaneBlock, scrolled, section_head, wrapped_label

WIDTH = 356
_PAD = 20
_TEXT_PX = 58


class CasePane(QFrame):
    """Shows a row and hands back what was typed; Escape leaves it, Ctrl+Enter saves."""

    saved = Signal()
    """Emitted when the person wants what was typed to be recorded."""
    note_given = Signal(str)
    step_wanted = Signal(str)
    """Emitted with submit, close or reopen."""
    left = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("role", "pane")
        self.setFixedWidth(WIDTH)
        self.row: InspectionRow | None = None
        self.title = wrapped_label("pane-title")
        self.place = label("", "helper")
        self.light = LightChip(theme)
        self.state = StateChip(theme)
        self.numbers = wrapped_label("second")
        self.reason, self.measure = _text_field("滞后原因"), _text_field("整改措施")
        self.department, self.responsible = QLineEdit(), QLineEdit()
        self.due_on, self.note = QLineEdit(), QLineEdit()
        self.notes = wrapped_label("second")
        self.doubt = wrapped_label("second")
        self.doubt.setProperty("tone", "warn")
        self.save = icon_button(theme, "save", "存下", "primary")
        self.save.setToolTip("存下  Ctrl+Enter")
        self.forward, self.back = QPushButton(), QPushButton("退回整改")
        self.shut = icon_button(theme, "x", "", "quiet")
        self.shut.setToolTip("关闭  Esc")
        self.shut.setAccessibleName("关闭")
        self._name_fields()
        self._lay_out()
        self._connect()

    def show_row(self, row: InspectionRow, today: date, doubt: str, *, editable: bool) -> None:
        """Show a row; `doubt` says what speaks against closing it."""
        self.row = row
        case, progress = row.case, row.progress
        self.title.setText(progress.indicator.name)
        self.place.setText(row.region.name)
        self.light.show_light(progress.light, light_word(progress), why(progress))
        self.state.show_state(row.state)
        due = row.due_words(today)
        numbers = f"{row.actual} / {row.task}　差 {row.gap or '—'}"
        self.numbers.setText(f"{numbers}　{due}" if due else numbers)
        for field, text in zip(
            (self.reason, self.measure),
            ("", "") if case is None else (case.reason, case.measure),
            strict=True,
        ):
            if field.toPlainText() != text:
                field.setPlainText(text)
        self.department.setText(row.department)
        self.responsible.setText("" if case is None else case.responsible)
        self.due_on.setText("" if case is None or not case.due_on else case.due_on.isoformat())
        self._show_due_fault("")
        lines = () if case is None else case.notes
        self.notes.setText("\n".join(f"{one.on:%m-%d} {one.by}：{one.text}" for one in lines))
        self.notes.setVisible(bool(lines))
        checking = row.state is CaseState.CHECKING
        self.doubt.setText(doubt)
        self.doubt.setVisible(bool(doubt) and checking)
        self._show_steps(row, editable=editable)

    def draft(self) -> CaseDraft:
        """Return what stands in the fields."""
        return CaseDraft(
            self.reason.toPlainText(),
            self.measure.toPlainText(),
            self.department.text(),
            self.responsible.text(),
            self.due_on.text(),
        )

    def show_due_fault(self, sentence: str) -> None:
        """Mark the date that cannot be read."""
        self._show_due_fault(sentence)
        self.due_on.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave with Escape, save with Ctrl+Enter."""
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and control:
            self.saved.emit()
        else:
            super().keyPressEvent(event)

    def _show_due_fault(self, sentence: str) -> None:
        self.due_on.setProperty("state", "bad" if sentence else "")
        self.due_on.setToolTip(plain_tip(sentence))
        self.due_on.style().unpolish(self.due_on)
        self.due_on.style().polish(self.due_on)

    def _show_steps(self, row: InspectionRow, *, editable: bool) -> None:
        is_open = row.state is not CaseState.CLOSED
        for field in (self.department, self.responsible, self.due_on):
            field.setReadOnly(not (editable and is_open))
        for text in (self.reason, self.measure):
            text.setReadOnly(not (editable and is_open))
        self.note.setEnabled(editable)
        self.save.setEnabled(editable and is_open)
        checking = row.state is CaseState.CHECKING
        self.forward.setText("销号" if checking else "报请复核")
        self.forward.setVisible(is_open)
        self.forward.setEnabled(editable)
        self.back.setVisible(row.state in (CaseState.CHECKING, CaseState.CLOSED))
        self.back.setEnabled(editable)

    def _name_fields(self) -> None:
        names = {
            self.department: "责任单位",
            self.responsible: "责任人",
            self.due_on: "完成时限",
            self.note: "新进展",
        }
        for field, name in names.items():
            field.setAccessibleName(name)
        self.due_on.setPlaceholderText("如 2023-07-31")
        self.note.setPlaceholderText("记一条进展，回车存下")

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.shut, 0, Qt.AlignmentFlag.AlignTop)
        chips = QHBoxLayout()
        chips.setSpacing(8)
        for chip in (self.light, self.state):
            chips.addWidget(chip)
        chips.addStretch()
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(_PAD, 16, _PAD, 16)
        column.setSpacing(0)
        blocks = (
            PaneBlock(head, self.place, 8, chips, 8, self.numbers, above=0, below=0),
            PaneBlock(section_head("滞后原因"), 6, self.reason, 10, section_head("整改措施"), 6,
                      self.measure),
            PaneBlock(_pair(self.department, "责任单位", self.responsible, "责任人"), 10,
                      _pair(self.due_on, "完成时限", None, "")),
            PaneBlock(section_head("进展"), 4, self.notes, 6, self.note),
        )  # fmt: skip
        for block in blocks:
            column.addWidget(block)
        column.addStretch()
        scroll = scrolled(inner)
        steps = QHBoxLayout()
        steps.setSpacing(8)
        steps.addWidget(self.save)
        steps.addWidget(self.forward)
        steps.addWidget(self.back)
        steps.addStretch()
        foot = QVBoxLayout()
        foot.setContentsMargins(_PAD, 8, _PAD, 16)
        foot.setSpacing(8)
        foot.addWidget(self.doubt)
        foot.addLayout(steps)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(scroll, 1)
        whole.addLayout(foot)

    def _connect(self) -> None:
        self.save.clicked.connect(self.saved)
        self.shut.clicked.connect(self.left)
        self.note.returnPressed.connect(self._send_note)
        self.forward.clicked.connect(self._send_forward)
        self.back.clicked.connect(self._send_back)
        for field in (self.department, self.responsible, self.due_on):
            field.returnPressed.connect(self.saved)

    def _send_note(self) -> None:
        text = self.note.text()
        self.note.clear()
        self.note_given.emit(text)

    def _send_forward(self) -> None:
        checking = self.row is not None and self.row.state is CaseState.CHECKING
        self.step_wanted.emit("close" if checking else "submit")

    def _send_back(self) -> None:
        self.step_wanted.emit("reopen")


class StateChip(QWidget):
    """The outline chip of a case's state."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._state = CaseState.AWAITED
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_state(self, state: CaseState) -> None:
        """Show a state."""
        self._state = state
        self.setAccessibleName(STATE_WORDS[state])
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Room for icon, word and padding."""
        return QSize(round(width_px(STATE_WORDS[self._state], 12, fonts.MEDIUM)) + 36, 25)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the chip."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_state_chip(painter, self._theme, self._state, 0, 12.5)


def _text_field(name: str) -> QPlainTextEdit:
    field = QPlainTextEdit()
    field.setAccessibleName(name)
    field.setFixedHeight(_TEXT_PX)
    field.setTabChangesFocus(True)
    field.setPlaceholderText(f"尚未报送，最多 {LONGEST_TEXT} 个字")
    return field


def _pair(first: QWidget, name: str, second: QWidget | None, other: str) -> QHBoxLayout:
    """Put two small fields with their names over them side by side."""
    row = QHBoxLayout()
    row.setSpacing(12)
    for field, words in ((first, name), (second, other)):
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addWidget(label(words, "helper"))
        column.addWidget(field if field is not None else QWidget())
        row.addLayout(column, 1)
    return row
