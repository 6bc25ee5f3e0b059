"""ImportPanel: what a file would bring into the ledger, in the place of the grid."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QProgressBar,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from tracker.exchange.importing import NO_UNIT, ImportPlan, Remark
from tracker.indicators import Catalogue
from ui.models.import_lines import (
    REMARK_COLUMNS,
    TABLE_COLUMNS,
    WRITE_COLUMNS,
    Kind,
    RemarkLine,
    TableLine,
    WriteLine,
    remark_lines,
    table_lines,
    write_lines,
)
from ui.models.import_questions import Asked
from ui.models.row_table import Group, RowTable
from ui.theme import Theme
from ui.widgets.import_questions import ImportQuestions
from ui.widgets.label import label
from ui.widgets.plain_table import ROW_PX, dress_plain_table
from ui.widgets.plan_panel import PlanPanel
from ui.widgets.segmented import Segmented

_WORDS = {
    Kind.NEW: "新增",
    Kind.CHANGED: "改动",
    Kind.CONFLICT: "冲突",
    Kind.UNREAD: "没看懂",
}
_EMPTY = {
    Kind.NEW: "没有新增的数。",
    Kind.CHANGED: "没有改动台账里已有的数。",
    Kind.CONFLICT: "没有互相冲突的数。",
    Kind.UNREAD: "都看懂了。",
}
_TABLES_SHOWN = 4


class ImportPanel(PlanPanel):
    """Reading with progress, then the plan: tables, questions, cells old → new, and what is not."""

    write_wanted = Signal()
    answered = Signal(str, object, str)

    def __init__(self, theme: Theme) -> None:
        super().__init__("写入")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName("读文件的进度")
        self.questions = ImportQuestions(theme)
        self.tables: RowTable[TableLine] = RowTable(TABLE_COLUMNS, lambda one: one.number, self)
        self.writes: RowTable[WriteLine] = RowTable(WRITE_COLUMNS, lambda one: one.number, self)
        self.remarks: RowTable[RemarkLine] = RowTable(REMARK_COLUMNS, lambda one: one.number, self)
        self.tables_view, self.writes_view, self.remarks_view = (QTableView() for _ in range(3))
        self.filter = Segmented([(kind.value, word) for kind, word in _WORDS.items()])
        self.filter.setAccessibleName("看哪些格")
        self.nothing = label("", "second")
        self.assumed = label("", "helper")
        self._lines: Mapping[Kind, Sequence[WriteLine]] = {}
        self._remarks: Mapping[Kind, Sequence[RemarkLine]] = {}
        self._stack = QStackedWidget()
        self._body = QWidget()
        self._lay_out()
        self.filter.chosen.connect(self._show_kind)
        self.questions.answered.connect(self.answered)
        self.write.clicked.connect(self.write_wanted)

    def show_reading(self, name: str, *, writing: bool = False) -> None:
        """Say that a file is being read, or its figures written; 取消 stops the reading."""
        self.title.setText(f"正在写入 {name}" if writing else f"正在读 {name}")
        self.summary.setText("先备份，再一次写完。" if writing else "读完先给你看，不会直接写入。")
        self.bar.setRange(0, 0)
        self.bar.show()
        self._body.setEnabled(not writing)
        self._body.setVisible(writing)
        self.write.setVisible(writing)
        self.write.setEnabled(False)
        self.cancel.setEnabled(not writing)

    def show_progress(self, done: int, total: int) -> None:
        """Show how many sheets are read."""
        if total > 1:
            self.bar.setRange(0, total)
            self.bar.setValue(done)

    def show_plan(
        self, name: str, plan: ImportPlan, catalogue: Catalogue, asked: Sequence[Asked]
    ) -> None:
        """Show what an import would do, the filter at the first kind that has lines."""
        self.bar.hide()
        self._body.setEnabled(True)
        self._body.show()
        self.title.setText(f"导入 {name}")
        self.summary.setText(_summary(plan))
        self.write.show()
        self.write.setText(f"写入 {plan.written} 格")
        self.write.setEnabled(plan.written > 0)
        self.cancel.setEnabled(True)
        self._show_tables(table_lines(plan, catalogue))
        self.questions.show_questions(asked)
        self._lines = write_lines(plan, catalogue)
        questions = [Remark(*question[1:3], _asked(question[3])) for question in plan.questions]
        self._remarks = {
            Kind.CONFLICT: remark_lines(plan.conflicts),
            Kind.UNREAD: remark_lines([*questions, *plan.problems]),
        }
        taken = [one for one in plan.assumed if NO_UNIT not in one.message]  # asked above
        self.assumed.setText("　".join(one.message for one in taken[:2]))
        self.assumed.setToolTip("\n".join(f"{one.sheet}：{one.message}" for one in taken))
        self.assumed.setVisible(bool(taken))
        counts = {kind: len(self._of(kind)) for kind in Kind}
        for kind, word in _WORDS.items():
            self.filter.button(kind.value).setText(f"{word} {counts[kind]}")
        first = next((kind for kind in Kind if counts[kind]), Kind.NEW)
        held = Kind(self.filter.value)
        shown = held if counts[held] else first
        self.filter.choose(shown.value)
        self._show_kind(shown.value)

    def _of(self, kind: Kind) -> Sequence[object]:
        return self._lines.get(kind, ()) or self._remarks.get(kind, ())

    def _show_tables(self, lines: Sequence[TableLine]) -> None:
        self.tables.show([Group("all", "表", tuple(lines))] if lines else [])
        if lines:
            self.tables_view.setRowHidden(0, True)  # one group needs no head
        shown = min(len(lines), _TABLES_SHOWN)
        self.tables_view.setFixedHeight(30 + ROW_PX * shown + 2)
        self.tables_view.setVisible(bool(lines))

    def _show_kind(self, value: str) -> None:
        kind = Kind(value)
        remarks = kind in (Kind.CONFLICT, Kind.UNREAD)
        view = self.remarks_view if remarks else self.writes_view
        if remarks:
            told = tuple(self._remarks.get(kind, ()))
            self.remarks.show([Group(value, "", told)] if told else [])
        else:
            lines = tuple(self._lines.get(kind, ()))
            self.writes.show([Group(value, "", lines)] if lines else [])
        if self._of(kind):
            view.setRowHidden(0, True)
            view.scrollToTop()
            self._stack.setCurrentWidget(view)
        else:
            self.nothing.setText(_EMPTY[kind])
            self._stack.setCurrentWidget(self.nothing)

    def _lay_out(self) -> None:
        dress_plain_table(self.tables_view, self.tables, (150, 200, 100, 130, 165, 165, 66), 1)
        dress_plain_table(self.writes_view, self.writes, (170, 100, 220, 150, 100, 120, 120, 80), 2)
        dress_plain_table(self.remarks_view, self.remarks, (200, 400))
        for view in (self.tables_view, self.writes_view, self.remarks_view):
            view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.tables_view.setAccessibleName("文件里的表")
        self.writes_view.setAccessibleName("要写入的格")
        self.remarks_view.setAccessibleName("没有写入的格")
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        for part in (self.writes_view, self.remarks_view, self.nothing):
            self._stack.addWidget(part)
        filters = QHBoxLayout()
        filters.setSpacing(12)
        filters.addWidget(self.filter)
        filters.addWidget(self.assumed)
        filters.addStretch(1)
        body = QVBoxLayout(self._body)
        body.setContentsMargins(20, 0, 20, 0)
        body.setSpacing(12)
        body.addWidget(self.tables_view)
        body.addWidget(self.questions)
        body.addLayout(filters)
        body.addWidget(self._stack, 1)
        column = self._column
        column.addWidget(self.bar)
        column.addSpacing(12)
        column.addWidget(self._body, 1)
        column.addStretch()
        self.bar.hide()


def _summary(plan: ImportPlan) -> str:
    parts = [f"{len(plan.sheets)} 张工作表，找到 {len(plan.tables)} 张表"]
    if plan.unchanged:
        parts.append(f"{plan.unchanged} 个数台账里已有，不用写")
    if plan.conflicts:
        parts.append(f"冲突 {len(plan.conflicts)} 格，都不写")
    left = len(plan.problems) + len(plan.questions)
    if left:
        parts.append(f"没看懂 {left} 处，都不写")
    return "　".join(parts)


def _asked(message: str) -> str:
    """Leave out of a question what only the command line can answer."""
    return f"{message.split('；', 1)[0]}；请在上面选。"
