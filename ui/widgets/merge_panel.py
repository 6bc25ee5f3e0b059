"""MergePanel: what a 填报包 would change, place by place, and the choice where both sides did."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QTableView, QVBoxLayout

from tracker.indicators import Catalogue
from tracker.periods import Month
from tracker.storage.packets import MergeKey, MergePlan, Packet
from ui.models.import_lines import MERGE_COLUMNS, MergeLine, chosen, merge_lines
from ui.models.row_table import Group, RowTable
from ui.widgets.label import label
from ui.widgets.plain_table import dress_plain_table
from ui.widgets.plan_panel import PlanPanel
from ui.widgets.segmented import Segmented

_OURS, _THEIRS = "ours", "theirs"
_CHOICE = next(at for at, column in enumerate(MERGE_COLUMNS) if column.name == "choice")


class _MergeView(QTableView):
    """A table whose rows are toggled with Space, Enter or a click on the choice."""

    toggled = Signal(int)
    """Emitted with the line."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Toggle the current row."""
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.toggled.emit(self.currentIndex().row())
        else:
            super().keyPressEvent(event)


class MergePanel(PlanPanel):
    """The plan of a merge. Nothing wins silently: ours stands until 取对方的 is chosen."""

    merge_wanted = Signal()

    def __init__(self) -> None:
        super().__init__("合并")
        self.all = Segmented(((_OURS, "冲突的都保留这里的"), (_THEIRS, "都取对方的")))
        self.all.setAccessibleName("冲突的用哪边的")
        self.hint = label("也可以逐格换：点“用哪个”，或按空格", "helper")
        self.nothing = label("包里的流水台账都有了，没有可合并的。", "second")
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.table: RowTable[MergeLine] = RowTable(MERGE_COLUMNS, lambda one: one.key, self)
        self.view = _MergeView()
        self._lines: list[MergeLine] = []
        self._lay_out()
        self.write.clicked.connect(self.merge_wanted)
        self.all.chosen.connect(self._choose_all)
        self.view.clicked.connect(self._on_clicked)
        self.view.toggled.connect(self._toggle)

    @property
    def taken(self) -> frozenset[MergeKey]:
        """The places whose value here is given up for the other side's."""
        return frozenset(one.key for one in self._lines if one.clash and one.theirs_taken)

    def show_plan(self, packet: Packet, plan: MergePlan, catalogue: Catalogue) -> None:
        """Show whose packet it is and what it changes."""
        region = catalogue.regions.get(packet.region)
        name = packet.region if region is None else region.name
        month = Month.parse(packet.month)
        self.title.setText(f"合并填报包：{name} {month.year} 年 {month.month} 月")
        self.summary.setText(_summary(packet, plan))
        self._lines = merge_lines(plan, catalogue)
        open_clashes = [one for one in self._lines if one.clash and not one.locked]
        self.all.choose(_OURS)
        for part in (self.all, self.hint):
            part.setVisible(bool(open_clashes))
        self.write.setEnabled(not plan.is_nothing)
        self.write.setText(f"合并 {len(plan.revisions)} 条修订")
        self.cancel.setEnabled(True)
        self.view.setVisible(bool(self._lines))
        self.nothing.setVisible(not self._lines)
        if not plan.is_nothing:
            self.nothing.setText("只有修订记录要并进来，格子里的数都不变。")
        self._show_lines()

    def show_merging(self) -> None:
        """Say that the merge is being written."""
        self.summary.setText("先备份，再一次写完。")
        self.write.setEnabled(False)
        self.cancel.setEnabled(False)

    def _show_lines(self) -> None:
        clashes = tuple(one for one in self._lines if one.clash)
        rest = tuple(one for one in self._lines if not one.clash)
        self.table.show(
            [Group("clash", f"两边都改过 {len(clashes)}", clashes),
             Group("rest", f"只有对方改过 {len(rest)}", rest)]
        )  # fmt: skip

    def _choose_all(self, side: str) -> None:
        self._lines = [chosen(one, theirs=side == _THEIRS) for one in self._lines]
        self._show_lines()

    def _on_clicked(self, index: QModelIndex) -> None:
        if index.column() == _CHOICE:
            self._toggle(index.row())

    def _toggle(self, row: int) -> None:
        line = self.table.line(row) if row >= 0 else None
        if not isinstance(line, MergeLine):
            return
        other = chosen(line, theirs=not line.theirs_taken)
        self._lines = [other if one.key == line.key else one for one in self._lines]
        self._show_lines()

    def _lay_out(self) -> None:
        dress_plain_table(self.view, self.table, (330, 150, 150, 130, 150, 140), 0)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setAccessibleName("合并会改的地方")
        choices = QHBoxLayout()
        choices.setContentsMargins(20, 12, 20, 12)
        choices.setSpacing(12)
        choices.addWidget(self.all)
        choices.addWidget(self.hint, 1)
        rows = QVBoxLayout()
        rows.setContentsMargins(20, 0, 20, 0)
        rows.addWidget(self.view, 1)
        rows.addWidget(self.nothing, 1)
        column = self._column
        column.addLayout(choices)
        column.addLayout(rows, 1)


def _summary(packet: Packet, plan: MergePlan) -> str:
    parts = [f"{packet.author} {packet.made_at[:16].replace('T', ' ')} 交"]
    if not plan.is_nothing:
        parts.append(f"{len(plan.revisions)} 条修订，改 {len(plan.differences)} 处")
    clashes: Sequence[object] = plan.clashes
    if clashes:
        parts.append(f"冲突 {len(clashes)} 处：不选就保留这里的")
    return "　".join(parts)
