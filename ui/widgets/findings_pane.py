"""FindingsPane: everything of a month that wants a person's eye, in the place of the cell pane."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QHBoxLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from tracker.indicators import CellKey, Light
from ui import fonts
from ui.theme import Theme
from ui.widgets.clearing import clear
from ui.widgets.due_day_field import DueDayField
from ui.widgets.icon import divider, icon_button
from ui.widgets.label import label
from ui.widgets.lamp import paint_lamp
from ui.widgets.lettering import Lettering, wrapped
from ui.widgets.pane_block import scrolled

WIDTH = 324
_TEXT_WIDTH, _LINE, _HEAD = 244, 18, 24


@dataclass(frozen=True, slots=True)
class FindingEntry:
    """One line of the list: where it leads, its mark, a name and a sentence."""

    key: CellKey
    light: Light
    name: str
    sentence: str
    answered: bool = False


class FindingRow(QAbstractButton):
    """A finding that leads to its cell."""

    def __init__(self, theme: Theme, entry: FindingEntry) -> None:
        super().__init__()
        self._theme = theme
        self._hovered = False
        self.entry = entry
        self._lines = wrapped(entry.sentence, 12, fonts.REGULAR, _TEXT_WIDTH)
        self.setText(entry.name)
        self.setAccessibleName(f"{entry.name}：{entry.sentence}")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        """A name, and the lines of its sentence."""
        return QSize(284, _HEAD + _LINE * len(self._lines) + 12)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show that it can be clicked."""
        self._hovered = True
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Show it plain again."""
        self._hovered = False
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the mark, the name and the sentence."""
        painter = QPainter(self)
        if self._hovered:
            painter.fillRect(self.rect(), self._theme.color("hover"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        color = self._theme.light_color(self.entry.light)
        paint_lamp(painter, self.entry.light, QPointF(6, 14), color, 4.6)
        ink = "ink3" if self.entry.answered else "ink"
        Lettering(13, fonts.MEDIUM, self._theme.color(ink)).write(painter, self.entry.name, 20, 14)
        second = "ink3" if self.entry.answered else "ink2"
        letters = Lettering(12, fonts.REGULAR, self._theme.color(second))
        for number, line in enumerate(self._lines):
            letters.write(painter, line, 20, _HEAD + 8 + _LINE * number)
        painter.fillRect(0, self.height() - 1, self.width(), 1, self._theme.color("line"))


class FindingsPane(QWidget):
    """Sections of findings under their heads; it takes the cell pane's place until closed."""

    key_chosen = Signal(object)
    """Emitted with the CellKey that a person wants to see."""
    copy_wanted = Signal()
    print_wanted = Signal()
    copy_all_wanted = Signal()
    """Emitted for the reminder that covers the lower regions too."""
    due_day_set = Signal(str, str)
    closed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.rows: list[FindingRow] = []
        self.setProperty("role", "pane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedWidth(WIDTH)
        self.title = label("", "pane-title")
        self.none = label("", "second")
        self.none.setWordWrap(True)
        self.copy = icon_button(theme, "copy", "复制催报的话")
        self.copy_all = icon_button(theme, "", "含下级", kind="link")
        self.copy_all.setToolTip("连下级地区没有报的一起写成催报的话")
        self.due_day = DueDayField(theme)
        self.print = icon_button(theme, "printer", kind="quiet")
        self.print.setToolTip("打印清单")
        self.print.setAccessibleName("打印清单")
        self.print.clicked.connect(self.print_wanted)
        self.close_button = icon_button(theme, "x", kind="quiet")
        self.close_button.setToolTip("回到单元格  Esc")
        self.close_button.setAccessibleName("关闭清单")
        self.copy.clicked.connect(self.copy_wanted)
        self.copy_all.clicked.connect(self.copy_all_wanted)
        self.due_day.chosen.connect(self.due_day_set)
        self.close_button.clicked.connect(self.closed)
        self._column = QVBoxLayout()
        self._lay_out()

    def show_sections(
        self, title: str, sections: Sequence[tuple[str, Sequence[FindingEntry]]]
    ) -> None:
        """Show findings under heads; an empty section is left out."""
        self.title.setText(title)
        clear(self._column)
        self.rows = []
        for head, entries in sections:
            if not entries:
                continue
            section = label(f"{head} {len(entries)}", "section")
            section.setContentsMargins(0, 14, 0, 4)
            self._column.addWidget(section)
            for entry in entries:
                row = FindingRow(self._theme, entry)
                row.clicked.connect(self._on_clicked)
                self._column.addWidget(row)
                self.rows.append(row)
        self.none.setText("" if self.rows else "没有要看的：数都报了，也没有可疑的。")
        self.none.setVisible(not self.rows)
        self.print.setEnabled(bool(self.rows))

    def show_due_days(self, days: Mapping[str, int], *, members: bool) -> None:
        """Show by which day each department reports; `members`: there are lower regions."""
        self.due_day.show_days(days)
        self.copy_all.setVisible(members)

    def _on_clicked(self) -> None:
        row = self.sender()
        if isinstance(row, FindingRow):
            self.key_chosen.emit(row.entry.key)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.print)
        head.addWidget(self.close_button)
        inner = QWidget()
        inside = QVBoxLayout(inner)
        inside.setContentsMargins(19, 0, 20, 20)
        inside.setSpacing(0)
        inside.addWidget(self.none)
        inside.addLayout(self._column)
        inside.addStretch(1)
        self._column.setSpacing(0)
        scroll = scrolled(inner)
        foot = QVBoxLayout()
        foot.setContentsMargins(19, 10, 20, 14)
        foot.setSpacing(10)
        foot.addWidget(self.due_day)
        message = QHBoxLayout()
        message.setSpacing(10)
        message.addWidget(self.copy, 1)
        message.addWidget(self.copy_all)
        foot.addLayout(message)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1, 14, 0, 0)
        outer.setSpacing(0)
        head.setContentsMargins(19, 0, 12, 0)
        outer.addLayout(head)
        outer.addWidget(scroll, 1)
        outer.addWidget(divider())
        outer.addLayout(foot)
