"""LadderEditor: the steps of one kind of gap: from which edge on, which light and word."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from tracker.desk.rule_editing import LADDERS, LONGEST_WORD
from tracker.desk.step_text import edge_text, read_edge
from tracker.indicators import Light
from tracker.lights import Step
from tracker.wording import LIGHT_WORDS
from ui.theme import Theme
from ui.widgets.icon import icon_button
from ui.widgets.label import label
from ui.widgets.segmented import Segmented

_AT_LEAST, _ABOVE = "at_least", "above"
_CONDITIONS = ((_AT_LEAST, "≥"), (_ABOVE, "＞"))
_LIGHTS = [(light.value, LIGHT_WORDS[light]) for light in (Light.GREEN, Light.YELLOW, Light.RED)]
_EDGE_WIDTH, _WORD_WIDTH = 60, 68
_NAME_WIDTH = 118
_NEXT_DOWN = 1.0
"""How far below the last step a new one begins."""


class StepLine(QWidget):
    """One step. Its parts are set apart so that lines stand under each other."""

    changed = Signal()
    removed = Signal(object)

    def __init__(self, theme: Theme, part: str, step: Step) -> None:
        super().__init__()
        self._part = part
        self.condition = Segmented(_CONDITIONS)
        self.condition.button(_AT_LEAST).setToolTip("含界限")
        self.condition.button(_ABOVE).setToolTip("不含界限")
        self.edge = QLineEdit(edge_text(step, part))
        self.edge.setFixedWidth(_EDGE_WIDTH)
        self.edge.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.edge.setAccessibleName(f"{LADDERS[part][0]}界限")
        self.light = Segmented(_LIGHTS)
        self.word = QLineEdit(step.word)
        self.word.setFixedWidth(_WORD_WIDTH)
        self.word.setMaxLength(LONGEST_WORD)
        self.word.setPlaceholderText("字样")
        self.word.setAccessibleName(f"{LADDERS[part][0]}灯旁的字样")
        self.remove = icon_button(theme, "x", kind="quiet")
        self.remove.setToolTip("去掉这一档")
        self.remove.setAccessibleName("去掉这一档")
        self.condition.choose(_ABOVE if step.strict else _AT_LEAST)
        self.light.choose(step.light.value)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for field in (self.condition, self.edge, self.light, self.word, self.remove):
            row.addWidget(field)
        row.addStretch(1)
        self.condition.chosen.connect(self.changed)
        self.light.chosen.connect(self.changed)
        self.edge.textChanged.connect(self.changed)
        self.word.textChanged.connect(self.changed)
        self.remove.clicked.connect(self._on_removed)

    def step(self) -> Step:
        """Return the step the fields say. Raises BadValue."""
        return Step(
            read_edge(self.edge.text(), self._part),
            Light(self.light.value),
            self.condition.value == _ABOVE,
            self.word.text().strip(),
        )

    def _on_removed(self) -> None:
        self.removed.emit(self)


class LadderEditor(QWidget):
    """The steps of one part of a rule, best first; below the last one it is 滞后."""

    changed = Signal()

    def __init__(self, theme: Theme, part: str) -> None:
        super().__init__()
        self._theme = theme
        self._part = part
        self.lines: list[StepLine] = []
        title, unit = LADDERS[part]
        self.add = icon_button(theme, "plus", "加一档", kind="link")
        self.add.clicked.connect(self._on_added)
        self._column = QVBoxLayout()
        self._column.setSpacing(6)
        head = QVBoxLayout()
        head.setSpacing(2)
        head.addWidget(label(title, "section"))
        unit_label = label(unit, "helper")
        unit_label.setWordWrap(True)
        unit_label.setFixedWidth(_NAME_WIDTH)
        head.addWidget(unit_label)
        head.addWidget(self.add, alignment=Qt.AlignmentFlag.AlignLeft)
        head.addStretch(1)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setColumnMinimumWidth(0, _NAME_WIDTH)
        grid.setColumnStretch(1, 1)
        grid.addLayout(head, 0, 0)
        grid.addLayout(self._column, 0, 1, Qt.AlignmentFlag.AlignTop)

    def show_steps(self, steps: tuple[Step, ...], *, editable: bool) -> None:
        """Show other steps, silently."""
        for line in self.lines:
            self._column.removeWidget(line)
            line.hide()
            line.deleteLater()
        self.lines = []
        for step in steps:
            self._append(step)
        self.setEnabled(editable)
        self.add.setVisible(editable)
        for line in self.lines:
            line.remove.setVisible(editable)

    def steps(self) -> tuple[Step, ...]:
        """Return the steps as the fields have them. Raises BadValue."""
        return tuple(line.step() for line in self.lines)

    def _append(self, step: Step) -> None:
        line = StepLine(self._theme, self._part, step)
        line.changed.connect(self.changed)
        line.removed.connect(self._on_removed)
        self.lines.append(line)
        self._column.addWidget(line)

    def _on_added(self) -> None:
        low = 0.0
        if self.lines:
            step = self.lines[-1].step()
            low = step.edge
        scale = 0.01 if self._part == "level" else 1.0
        self._append(Step(low - _NEXT_DOWN * scale, Light.YELLOW))
        self.lines[-1].edge.setFocus()
        self.changed.emit()

    def _on_removed(self, line: StepLine) -> None:
        self.lines.remove(line)
        self._column.removeWidget(line)
        line.hide()
        line.deleteLater()
        self.changed.emit()
