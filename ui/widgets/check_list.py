"""导出前检查: every check as ✓ or ◆ and a sentence, in three columns."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from ui.plain_tip import plain_tip
from ui.theme import Theme
from ui.widgets.label import label

_COLUMNS, _ROW_PX = 3, 24


class CheckLine(NamedTuple):
    """What one check found."""

    passed: bool
    sentence: str


class CheckList(QWidget):
    """Shows what the checks found; a failed one stands first and takes a whole row."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(1, 0, 0, 0)
        self._grid.setSpacing(0)
        for column in range(_COLUMNS):
            self._grid.setColumnStretch(column, 1)
        self._cells: list[QWidget] = []
        self.lines: tuple[CheckLine, ...] = ()
        self.setMinimumHeight(2 * _ROW_PX)

    def show_lines(self, lines: Sequence[CheckLine]) -> None:
        """Show the checks of the picture that is previewed."""
        failed_first = tuple(sorted(lines, key=lambda line: line.passed))
        if failed_first == self.lines:
            return
        self.lines = failed_first
        for cell in self._cells:
            self._grid.removeWidget(cell)
            cell.deleteLater()
        self._cells = []
        place = 0
        for line in failed_first:
            span = 1 if line.passed else _COLUMNS
            row, column = divmod(place, _COLUMNS)
            cell = self._cell(line)
            self._cells.append(cell)
            self._grid.addWidget(cell, row, column, 1, span)
            place += span
        self.setAccessibleName("导出前检查")
        self.setAccessibleDescription(
            "；".join(f"{'通过' if one.passed else '未通过'}：{one.sentence}" for one in self.lines)
        )

    def _cell(self, line: CheckLine) -> QWidget:
        cell = QWidget()
        cell.setFixedHeight(_ROW_PX)
        mark = label()
        if line.passed:
            ratio = self.devicePixelRatioF()
            mark.setPixmap(self._theme.pixmap("check", "ok", 16, ratio))
        else:
            mark.setText("◆")
            mark.setProperty("tone", "bad")
        sentence = label(line.sentence, "second", "" if line.passed else "bad")
        sentence.setToolTip(plain_tip(line.sentence))
        row = QHBoxLayout(cell)
        row.setContentsMargins(0, 0, 8, 0)
        row.setSpacing(6)
        row.addWidget(mark)
        row.addWidget(sentence, 1)
        return cell
