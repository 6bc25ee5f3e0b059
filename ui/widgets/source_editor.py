"""SourceEditor: status, publication day, source and note of the figure in a cell."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QLineEdit, QWidget

from tracker.errors import BadValue
from tracker.indicators import Actual, Status
from tracker.wording import STATUS_WORDS
from ui.plain_tip import plain_tip
from ui.widgets.label import label

STATUSES = (
    Status.ESTIMATE,
    Status.FLASH,
    Status.PUBLISHED,
    Status.PRELIMINARY,
    Status.FINAL,
    Status.REVISED,
)
"""The ladder, in the order in which a figure climbs it."""
_LONGEST = 200


class SourceEditor(QWidget):
    """Emits `edited` once a field was left with something else in it. There is no save button."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[str, str, str, str] | None = None
        self.status = QComboBox()
        for one in STATUSES:
            self.status.addItem(STATUS_WORDS[one], one)
        self.day, self.source, self.note = QLineEdit(), QLineEdit(), QLineEdit()
        self.day.setPlaceholderText("如 2023-05-10，可不填")
        self.source.setPlaceholderText("如 省商务厅月报")
        self.note.setPlaceholderText("选填，随修订留存")
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(7)
        grid.setColumnStretch(1, 1)
        fields = (
            ("状态", self.status),
            ("公布日期", self.day),
            ("来源", self.source),
            ("说明", self.note),
        )
        for row, (name, field) in enumerate(fields):
            grid.addWidget(label(name, "helper"), row, 0, Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(field, row, 1)
            field.setAccessibleName(name)
        self.status.activated.connect(self._leave)
        for field in (self.day, self.source, self.note):
            field.setMaxLength(_LONGEST)
            field.editingFinished.connect(self._leave)

    def show_actual(self, actual: Actual | None) -> None:
        """Show a figure's particulars; a blank or derived cell has none to edit."""
        self.setEnabled(actual is not None)
        status = Status.FLASH if actual is None else actual.status
        day = "" if actual is None or actual.published_on is None else str(actual.published_on)
        source, note = ("", "") if actual is None else (actual.source, actual.note)
        shown = (status.value, day, source, note)
        if shown == self._shown:
            return
        self._shown = shown
        self.status.setCurrentIndex(STATUSES.index(status))
        for field, text in ((self.day, day), (self.source, source), (self.note, note)):
            field.setText(text)
            field.setCursorPosition(0)
        self._mark_day(wrong=False)

    @property
    def chosen_status(self) -> Status:
        """The status that is chosen."""
        return STATUSES[self.status.currentIndex()]

    @property
    def chosen_day(self) -> date | None:
        """The publication day typed; None for none. Raises BadValue for what is no day."""
        text = self.day.text().strip()
        if not text:
            return None
        try:
            return date.fromisoformat(text)
        except ValueError:
            raise BadValue(f"“{text}”不是日期，请写成 2023-05-10 这样。") from None

    def put_back(self) -> None:
        """Show again what stands in the ledger: what was typed was refused."""
        shown, self._shown = self._shown, None
        if shown is not None:
            self.status.setCurrentIndex(STATUSES.index(Status(shown[0])))
            for field, text in zip((self.day, self.source, self.note), shown[1:], strict=True):
                field.setText(text)
        self._shown = shown

    def _leave(self) -> None:
        typed = (
            self.chosen_status.value,
            self.day.text().strip(),
            self.source.text().strip(),
            self.note.text().strip(),
        )
        if self._shown is None or typed == self._shown:
            return
        try:
            _ = self.chosen_day
        except BadValue as error:
            self._mark_day(wrong=True, why=str(error))
            return
        self._mark_day(wrong=False)
        self.edited.emit()

    def _mark_day(self, *, wrong: bool, why: str = "") -> None:
        self.day.setProperty("state", "bad" if wrong else "")
        self.day.setToolTip(plain_tip(why))
        self.day.style().unpolish(self.day)
        self.day.style().polish(self.day)
