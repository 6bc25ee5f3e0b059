"""AdjustmentList: 加分扣分: the points of a score sheet that were given by hand, with reasons."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from tracker.assessment.lines import points_text
from tracker.assessment.sheet import Adjustment
from tracker.desk.scheme_editing import adjusted_edit, adjustments_edit, adjustments_of
from tracker.edits import SettingEdit
from tracker.errors import BadValue
from tracker.exchange.numerals import read_number
from tracker.periods import Horizon
from tracker.snapshot import Snapshot
from ui.theme import Theme
from ui.widgets.clearing import clear
from ui.widgets.icon import icon_button
from ui.widgets.label import label

_POINTS_WIDTH = 72
Sheet = tuple[str, int, Horizon]
"""The region, year and horizon whose sheet it is."""


class AdjustmentList(QWidget):
    """Lines to tick off, and one line to add. Emits `changed` at every edit."""

    changed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._snapshot: Snapshot | None = None
        self._sheet: Sheet | None = None
        self._kept: list[Adjustment] = []
        self.removers: list[QPushButton] = []
        self.title = label("", "section")
        self.points = QLineEdit()
        self.points.setFixedWidth(_POINTS_WIDTH)
        self.points.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.points.setPlaceholderText("如 −2")
        self.points.setAccessibleName("加分扣分")
        self.reason = QLineEdit()
        self.reason.setPlaceholderText("加分写正数，扣分写负数；这里写为什么")
        self.reason.setAccessibleName("加分扣分的理由")
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(10)
        self._grid.setColumnStretch(1, 1)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self.points)
        row.addWidget(self.reason, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.title)
        column.addLayout(self._grid)
        column.addLayout(row)
        for field in (self.points, self.reason):
            field.textChanged.connect(self.changed)

    def show_sheet(self, snapshot: Snapshot, sheet: Sheet) -> None:
        """Show the points of a sheet, silently; what was typed and not saved is gone."""
        self._snapshot, self._sheet = snapshot, sheet
        self._kept = list(adjustments_of(snapshot.settings, *sheet))
        region, year, horizon = sheet
        self.title.setText(f"加分扣分　{snapshot.region(region).name} {year} 年{horizon.label}")
        self.blockSignals(True)
        self.points.clear()
        self.reason.clear()
        self._fill()
        self.blockSignals(False)

    def edits(self) -> list[SettingEdit]:
        """Return what the lines change; empty for nothing. Raises BadValue."""
        if self._snapshot is None or self._sheet is None:
            return []
        held = adjustments_of(self._snapshot.settings, *self._sheet)
        edit = adjustments_edit(self._sheet, self._kept)
        typed = self.points.text().strip() or self.reason.text().strip()
        if typed:
            kept = {} if edit.value is None else {edit.name: edit.value}
            added = Adjustment(self._typed_points(), self.reason.text().strip())
            return [adjusted_edit(kept, self._sheet, added)]
        return [edit] if tuple(self._kept) != held else []

    def _typed_points(self) -> float:
        text = self.points.text().strip()
        value = read_number(text, "") if text else None
        if value is None:
            raise BadValue("加分扣分要写分数，如 1.5 或 -2。")
        return value

    def _fill(self) -> None:
        clear(self._grid)
        self.removers = []
        for row, one in enumerate(self._kept):
            points = label(points_text(one.points), "strong")
            points.setFixedWidth(_POINTS_WIDTH)
            points.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            remove = icon_button(self._theme, "x", kind="quiet")
            remove.setToolTip("撤掉这一笔")
            remove.setAccessibleName(f"撤掉 {one.reason}")
            remove.clicked.connect(self._on_removed)
            self.removers.append(remove)
            where = f"　{one.department}" if one.department else ""
            self._grid.addWidget(points, row, 0)
            self._grid.addWidget(label(f"{one.reason}{where}"), row, 1)
            self._grid.addWidget(remove, row, 2)

    def _on_removed(self) -> None:
        sender = self.sender()
        place = next(at for at, button in enumerate(self.removers) if button is sender)
        del self._kept[place]
        self._fill()
        self.changed.emit()
