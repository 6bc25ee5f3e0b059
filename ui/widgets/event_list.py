"""EventList: 大事 on the time axis of the picture: lines to edit or remove, one line to add."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from tracker.events import LONGEST_TEXT, Event
from ui.plain_tip import plain_tip
from ui.theme import Theme
from ui.widgets.clearing import clear
from ui.widgets.icon import divider, icon_button
from ui.widgets.label import label
from ui.widgets.pane_block import wrapped_label

_WHEN_PX, _WORDS_PX, _ROW_PX, _SHOWN_ROWS = 92, 226, 26, 2


class EventList(QWidget):
    """Shows events and announces what a person wants; it keeps nothing itself."""

    entered = Signal(object, str, str, bool)
    """Emitted with the event edited or None, the date, the text, and only this indicator."""
    remove_wanted = Signal(object)
    """Emitted with an event."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._edited: Event | None = None
        self._of_one = True
        self._lines = QScrollArea()
        self._grid = QGridLayout()
        self.rows: list[tuple[QPushButton, QPushButton]] = []
        self.add_button = QPushButton("记一件")
        self.add_button.setProperty("kind", "link")
        self.add_button.clicked.connect(partial(self.open_fields, None))
        policy = self.add_button.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.add_button.setSizePolicy(policy)
        self.when = QLineEdit()
        self.when.setFixedWidth(_WHEN_PX)
        self.when.setPlaceholderText("2023-04-12")
        self.when.setAccessibleName("大事的日期或月份")
        self.text = QLineEdit()
        self.text.setMaxLength(LONGEST_TEXT)
        self.text.setPlaceholderText("什么事，回车记下")
        self.text.setAccessibleName("大事的内容")
        self.only_here = QCheckBox("只记在这个指标上")
        self.problem = wrapped_label("second")
        self.problem.setProperty("tone", "bad")
        for field in (self.when, self.text):
            field.returnPressed.connect(self._on_entered)
        self._arrange()
        self._close_fields()

    def show_events(self, events: Sequence[Event], *, of_one: bool) -> None:
        """Show the events of a picture, silently; `of_one` says that it is about one indicator."""
        clear(self._grid)
        self.rows = [self._add_row(row, event) for row, event in enumerate(events)]
        self._lines.setFixedHeight(min(len(events), _SHOWN_ROWS) * _ROW_PX)
        self._lines.setVisible(bool(events))
        self._of_one = of_one
        self._close_fields()

    def open_fields(self, event: Event | None) -> None:
        """Show the fields, with an event to change or empty."""
        self._edited = event
        self.when.setText("" if event is None else event.when)
        self.text.setText("" if event is None else event.text)
        self.only_here.setChecked(event is not None and event.indicator is not None)
        self._say("")
        self._fields.show()
        self.only_here.setVisible(self._of_one)
        self.add_button.hide()
        self.when.setFocus()

    def say_problem(self, sentence: str) -> None:
        """Say below the fields why what was typed is no event."""
        self._say(sentence)

    def _say(self, sentence: str) -> None:
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))

    def _close_fields(self) -> None:
        self._edited = None
        self._fields.hide()
        self.only_here.hide()
        self._say("")
        self.add_button.show()

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.addWidget(label("大事", "section"))
        head.addStretch()
        head.addWidget(self.add_button)
        scrolled = QWidget()
        scrolled.setProperty("role", "scrolled")
        scrolled.setLayout(self._grid)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(0)
        self._grid.setColumnStretch(0, 1)
        self._lines.setWidgetResizable(True)
        self._lines.setFrameShape(QScrollArea.Shape.NoFrame)
        self._lines.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._lines.setWidget(scrolled)
        self._fields = QWidget()
        row = QHBoxLayout(self._fields)
        row.setContentsMargins(0, 4, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.when)
        row.addWidget(self.text, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addSpacing(11)
        column.addWidget(divider())
        column.addSpacing(4)
        column.addLayout(head)
        for part in (self._lines, self._fields, self.only_here, self.problem):
            column.addWidget(part)

    def _add_row(self, row: int, event: Event) -> tuple[QPushButton, QPushButton]:
        """Add one line: the words, which open the event, and what removes it."""
        words = QPushButton()
        words.setProperty("kind", "bare")
        shown = f"{event.when}  {event.text}"
        cut = words.fontMetrics().elidedText(shown, Qt.TextElideMode.ElideRight, _WORDS_PX)
        words.setText(cut)
        words.setAccessibleName(shown)
        words.setStyleSheet("text-align: left")
        words.setFixedHeight(_ROW_PX)
        where = "" if event.indicator is None else "，只在这个指标上"
        words.setToolTip(plain_tip(f"{event.when} {event.text}{where}；点一下可以改"))
        words.clicked.connect(partial(self.open_fields, event))
        remove = icon_button(self._theme, "x", kind="quiet")
        remove.setFixedHeight(_ROW_PX - 2)
        remove.setToolTip("去掉这件大事")
        remove.setAccessibleName(f"去掉大事 {event.text}")
        remove.clicked.connect(partial(self.remove_wanted.emit, event))
        self._grid.addWidget(words, row, 0)
        self._grid.addWidget(remove, row, 1)
        return words, remove

    def _on_entered(self) -> None:
        only_here = self._of_one and self.only_here.isChecked()
        self.entered.emit(self._edited, self.when.text(), self.text.text(), only_here)
