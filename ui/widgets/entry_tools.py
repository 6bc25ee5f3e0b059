"""EntryTools: the tool row of 填报: which figures the grid shows, undo and redo, and its key."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF, QUndoStack
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from tracker.indicators import Basis, Measure
from ui.models.entry_rows import EntryView, Way
from ui.plain_tip import plain_tip
from ui.theme import Theme
from ui.widgets.icon import icon_button
from ui.widgets.label import label
from ui.widgets.lettering import Lettering, width_px
from ui.widgets.named_pick import NamedPick
from ui.widgets.pick_button import PickButton, PickOption
from ui.widgets.segmented import Segmented

HEIGHT = 47
_WAYS = ((Way.INDICATORS.value, "按指标"), (Way.REGIONS.value, "按地区"))
_BASES = ((Basis.YTD.value, "累计值"), (Basis.MONTH.value, "当月值"))
_MEASURES = {
    "": "主要值",
    Measure.AMOUNT.value: "金额",
    Measure.GROWTH.value: "同比",
    Measure.RANK.value: "位次",
}
_CLOSE = "QPushButton[part] { padding: 0 8px; }"
"""The row holds six choices and the key beside a pane: the joined buttons stand close."""


class GridKeyStrip(QWidget):
    """The key of the cell marks: 不用填, 刚粘贴, 修订过."""

    _WORDS = ("不用填", "刚粘贴", "修订过")

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Room for three marks with their words."""
        return QSize(round(sum(width_px(word, 12) + 18 for word in self._WORDS) + 2 * 14), 30)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the marks and words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        letters = Lettering(12, 400, self._theme.color("ink3"))
        x, centre = 0.0, self.height() / 2
        marks = (("line2", "subtle"), ("accent", "tint"), ("line2", "surface"))
        for (edge, fill), word in zip(marks, self._WORDS, strict=True):
            box = QRectF(x + 0.5, centre - 6 + 0.5, 11, 11)
            painter.setPen(QPen(self._theme.color(edge), 1))
            painter.setBrush(self._theme.color(fill))
            painter.drawRoundedRect(box, 1, 1)
            if word == self._WORDS[-1]:
                right, top = box.right() + 0.5, box.top() - 0.5
                corner = [QPointF(right - 7, top), QPointF(right, top), QPointF(right, top + 7)]
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(self._theme.color("accent"))
                painter.drawPolygon(QPolygonF(corner))
            x = letters.write(painter, word, x + 18, centre) + 14


class LockMark(QWidget):
    """A lock and 已封账; hidden while the month is open."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        picture = label()
        picture.setPixmap(theme.pixmap("lock", "ink2", 16, self.devicePixelRatioF()))
        self.words = label("已封账", "second")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(picture)
        row.addWidget(self.words)
        self.setAccessibleName("已封账")
        self.hide()


class EntryTools(QWidget):
    """Emits `view_chosen` with the whole choice whenever one part of it changes."""

    view_chosen = Signal(object)
    undo_wanted = Signal()
    redo_wanted = Signal()

    def __init__(
        self,
        theme: Theme,
        undo_stack: QUndoStack,
        departments: Callable[[], Sequence[PickOption]],
        levers: Callable[[], Sequence[PickOption]],
    ) -> None:
        super().__init__()
        self.setFixedHeight(HEIGHT)
        self.way = Segmented(_WAYS)
        self.basis = Segmented(_BASES)
        for joined in (self.way, self.basis):
            joined.setStyleSheet(_CLOSE)
        self.way.button(Way.INDICATORS.value).setToolTip("一个地区：指标 × 各月")
        self.way.button(Way.REGIONS.value).setToolTip("一个月：地区 × 指标")
        self.measure = PickButton(theme, _measures)
        self.measure.setFixedWidth(86)
        self.measure.setToolTip("填哪一种数")
        self.department = NamedPick(theme, "报送", departments, 146)
        self.lever = NamedPick(theme, "指标", levers, 139)
        self.undo = walk_button(theme, "undo-2", "撤销  Ctrl+Z")
        self.redo = walk_button(theme, "redo-2", "重做  Ctrl+Y")
        self.key = GridKeyStrip(theme)
        self.locked = LockMark(theme)
        self._departments, self._levers = departments, levers
        self._lay_out(theme)
        self.way.chosen.connect(self._emit)
        self.basis.chosen.connect(self._emit)
        self.measure.picked.connect(self._pick_measure)
        self.department.picked.connect(self._pick_department)
        self.lever.picked.connect(self._pick_lever)
        self.undo.clicked.connect(self.undo_wanted)
        self.redo.clicked.connect(self.redo_wanted)
        self.undo.setEnabled(undo_stack.canUndo())
        self.redo.setEnabled(undo_stack.canRedo())
        undo_stack.canUndoChanged.connect(self.undo.setEnabled)
        undo_stack.canRedoChanged.connect(self.redo.setEnabled)

    @property
    def view(self) -> EntryView:
        """What is chosen."""
        measure = Measure(self.measure.value) if self.measure.value else None
        return EntryView(
            Basis(self.basis.value),
            measure,
            self.department.value,
            self.lever.value,
            Way(self.way.value),
        )

    def show_choices(self) -> None:
        """Write the picked department and group on their buttons; counts may have changed."""
        for button, options in ((self.department, self._departments), (self.lever, self._levers)):
            texts = {option.value: option.text for option in options()}
            value = button.value if button.value in texts else ""
            button.show_value(value, texts.get(value, ""))

    def show_lock(self, sentence: str) -> None:
        """Say that the month is closed, and by whom and why; "" says that it is open.

        The key of the marks gives way: there is nothing to enter, and the row is full.
        """
        self.locked.setToolTip(plain_tip(sentence))
        self.locked.setVisible(bool(sentence))
        self.key.setVisible(not sentence)

    def choose(self, view: EntryView) -> None:
        """Show a choice without emitting."""
        self.way.choose(view.way.value)
        self.basis.choose(view.basis.value)
        measure = view.measure.value if view.measure else ""
        self.measure.show_value(measure, _MEASURES[measure])
        self.department.value, self.lever.value = view.department, view.lever
        self.show_choices()

    def _lay_out(self, theme: Theme) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(19, 0, 16, 0)
        row.setSpacing(8)
        for part in (self.way, self.basis, self.measure, self.department, self.lever):
            row.addWidget(part)
        walk = QHBoxLayout()
        walk.setSpacing(2)
        walk.addWidget(self.undo)
        walk.addWidget(self.redo)
        row.addLayout(walk)
        row.addStretch(1)
        row.addWidget(self.locked)
        row.addWidget(self.key)

    def _pick_measure(self, value: str) -> None:
        self.measure.show_value(value, _MEASURES[value])
        self._emit()

    def _pick_department(self, value: str) -> None:
        self.department.value = value
        self._emit()

    def _pick_lever(self, value: str) -> None:
        self.lever.value = value
        self._emit()

    def _emit(self) -> None:
        self.show_choices()
        self.view_chosen.emit(self.view)


def _measures() -> list[PickOption]:
    return [PickOption(value, text) for value, text in _MEASURES.items()]


def walk_button(theme: Theme, icon: str, tip: str) -> QPushButton:
    """Make an undo or redo button."""
    button = icon_button(theme, icon, kind="quiet")
    button.setToolTip(plain_tip(tip))
    button.setAccessibleName(tip.split("  ")[0])
    return button
