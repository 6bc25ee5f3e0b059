"""StatusStrip: counts of the page at the left; saved time and 示例数据 at the right."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.plain_tip import plain_tip
from ui.widgets.label import label

HEIGHT = 28


class StatusStrip(QWidget):
    """The bottom line of the window, 28 px."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(HEIGHT)
        self.setProperty("role", "status")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._counts = label()
        self._saved = label()
        self._ledger = label()
        self._backup = label()
        self._marking = label()
        self._marking.setProperty("tone", "bad")
        self._marking.hide()
        self._place = label()
        self._place.setProperty("tone", "warn")
        self._place.hide()
        self._sample = label("示例数据")
        row = QHBoxLayout(self)
        row.setContentsMargins(19, 0, 16, 2)
        row.setSpacing(24)
        row.addWidget(self._counts)
        row.addStretch()
        at_the_right = (self._marking, self._ledger, self._place, self._saved, self._backup)
        for shown in (*at_the_right, self._sample):
            row.addWidget(shown)
        for shown in (self._counts, self._ledger, self._saved, self._backup, self._sample):
            shown.setProperty("role", "second" if shown is self._counts else "helper")
        self._sample.hide()

    @property
    def counts(self) -> str:
        """What the left says."""
        return self._counts.text()

    def show_counts(self, text: str) -> None:
        """Show the counts of the open page."""
        self._counts.setText(text)

    def show_saved(self, text: str) -> None:
        """Show when the last edit was written."""
        self._saved.setText(text)
        self._saved.setVisible(bool(text))

    def show_backup(self, text: str, *, alarm: bool, why: str = "") -> None:
        """Show when the last good backup was made; an alarm stands out and says why."""
        self._backup.setText(f"▲ {text}" if alarm and text else text)
        self._backup.setToolTip(plain_tip(why))
        self._backup.setVisible(bool(text))
        self._backup.setProperty("tone", "warn" if alarm else "")
        self._backup.style().unpolish(self._backup)
        self._backup.style().polish(self._backup)

    @property
    def backup(self) -> str:
        """What is said about the last backup."""
        return self._backup.text()

    def show_marking(self, text: str) -> None:
        """Show the ledger's mark, 内部资料."""
        self._marking.setText(text)
        self._marking.setVisible(bool(text))

    @property
    def marking(self) -> str:
        """The mark that is shown."""
        return self._marking.text()

    @property
    def place(self) -> tuple[str, str]:
        """What is said of the place of the file, and why; "" for a disk of this machine."""
        return self._place.text(), self._place.toolTip()

    def show_place(self, text: str, why: str) -> None:
        """Warn about where the ledger lies."""
        self._place.setText(text)
        self._place.setToolTip(plain_tip(why))
        self._place.setVisible(bool(text))

    def show_ledger(self, title: str, path: str, *, sample: bool) -> None:
        """Name the open ledger; sample figures always say so."""
        self._ledger.setText(title)
        self._ledger.setToolTip(plain_tip(path))
        self._ledger.setVisible(not sample and bool(title))
        self._sample.setVisible(sample)
        self._sample.setToolTip(plain_tip(path))
