"""TargetTable: the grid of 目标, indicators and measures × 一季度 上半年 前三季度 全年."""

from collections.abc import Iterable

from PySide6.QtCore import QModelIndex

from tracker.catalogue_words import stored_word
from tracker.desk.due_typing import due_edit, typed_due
from tracker.desk.target_review import double_half_words
from tracker.desk.target_typing import target_edit, typed_target
from tracker.edits import Changes, Edit, TargetEdit
from tracker.errors import TrackerError
from tracker.exchange.numerals import NumberProblem
from tracker.exchange.target_text import read_target
from tracker.indicators import Indicator, Measure, MeasureKind, Target, TargetKey, Tier
from tracker.periods import STAGES
from tracker.progress import headline_rows
from tracker.progress.result import Progress
from tracker.progress.why import light_word, why
from tracker.wording import MEASURE_WORDS, NARROW_WORDS, TIER_WORDS, plain, target_text
from ui.models.cell_look import CellKind, CellLook, HeadLook, Problem
from ui.models.entry_looks import number_look, problem_look, unit_look
from ui.models.grid_cells import Index
from ui.models.grid_table import GridTable
from ui.models.landing import GridKey
from ui.models.target_rows import Row, TargetGroup, TargetRow, TargetView, target_rows
from ui.session import Session

NUMBER, NAME, MEASURE, UNIT, FIRST_STAGE = range(5)
LIGHT = FIRST_STAGE + len(STAGES)
VERDICT = LIGHT + 1
COLUMNS = VERDICT + 1
_HEADS = {NUMBER: "", NAME: "指标", MEASURE: "口径", UNIT: "单位", LIGHT: "灯", VERDICT: "双过半"}
_NOWHERE = QModelIndex()


class TargetTable(GridTable):
    """One row per indicator and measure; the last two columns say what the targets bring about."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.view = TargetView()
        self.region = session.region
        self.as_of = session.as_of
        self.viewpoint = session.viewpoint
        self.rows: list[Row] = []
        self.rebuild()

    # What it shows.

    def show_view(self, view: TargetView) -> None:
        """Show other rows: the tool row was used."""
        self.view = view
        self.rebuild()

    def rebuild(self) -> None:
        """Make the rows anew for the session's region and year."""
        self.beginResetModel()
        self.viewpoint = self.session.viewpoint
        self.region, self.as_of = self.session.region, self.session.as_of
        self._reset_looks()
        self.rows = target_rows(self.session.snapshot, self.region, self.year, self.view)
        self.endResetModel()

    @property
    def year(self) -> int:
        """The year whose targets are shown."""
        return self.as_of.year

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Count groups and lines."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Count labels, stages and verdicts."""
        return 0 if parent.isValid() else COLUMNS

    @property
    def last_column(self) -> int:
        """全年: the verdicts after it are not typed."""
        return LIGHT - 1

    def line_at(self, row: int) -> TargetRow | None:
        """Return the line of a row; None for a group."""
        found = self.rows[row] if 0 <= row < len(self.rows) else None
        return found if isinstance(found, TargetRow) else None

    def key_at(self, row: int, column: int) -> TargetKey | None:
        """Return the target that a cell stands for; None outside the stages."""
        line = self.line_at(row)
        if line is None or not FIRST_STAGE <= column < LIGHT:
            return None
        stage = STAGES[column - FIRST_STAGE]
        tier = self.view.tier
        return TargetKey(line.indicator.id, self.region, self.year, stage, line.measure, tier)

    def closed_reason(self, row: int, column: int) -> str:
        """Say why a cell takes no target: its period ends in a month without a figure."""
        key, line = self.key_at(row, column), self.line_at(row)
        if key is None or line is None:
            return "这里不填目标。"
        if line.indicator.calendar.is_due(key.horizon.end_month):
            return ""
        return f"{line.indicator.name}按年报，只设全年目标。"

    def target_at(self, row: int, column: int) -> Target | None:
        """Return the version in force at the as-of month."""
        key = self.key_at(row, column)
        return None if key is None else self.session.snapshot.target_in_force(key, self.as_of)

    def raw_text(self, row: int, column: int) -> str:
        """Return the target as a person would type it again."""
        target, line = self.target_at(row, column), self.line_at(row)
        if target is None or line is None:
            return ""
        task = line.indicator.kind is MeasureKind.MILESTONE
        return typed_due(target) if task else typed_target(target)

    def head(self, column: int) -> HeadLook:
        """Return a column's head; the as-of month's stage is marked."""
        if FIRST_STAGE <= column < LIGHT:
            stage = STAGES[column - FIRST_STAGE]
            current = stage.end_month - 3 < self.as_of.month <= stage.end_month
            return HeadLook(stage.label, right=True, current=current)
        return HeadLook(_HEADS[column], centred=column == NUMBER, small=column != NAME)

    def headline(self, indicator_id: str) -> Progress | None:
        """Return the headline row of an indicator: it carries the light and the verdict."""
        snapshot = self.session.snapshot
        rows = headline_rows(snapshot, self.region, self.as_of, only=indicator_id)
        return rows[0] if rows else None

    # What typing does.

    def edit_of(self, key: GridKey, text: str) -> Edit | None:
        """Turn typed text into a version; blank withdraws. Raises BadValue."""
        assert isinstance(key, TargetKey)
        snapshot = self.session.snapshot
        if snapshot.indicator(key.indicator).kind is MeasureKind.MILESTONE:
            return due_edit(snapshot, key, self.as_of, text)
        unit = snapshot.indicator(key.indicator).unit_of(key.measure)
        return target_edit(snapshot, key, self.as_of, read_target(text, unit))

    def problem_of(self, key: GridKey, text: str, error: TrackerError) -> Problem:
        """Describe text that is no target."""
        fix = error.suggestion if isinstance(error, NumberProblem) else None
        title = "不是目标值，没有写入" if isinstance(error, NumberProblem) else "没有写入"
        return Problem(text, title, str(error), fix or "")

    def step_text(self, edit: Edit) -> str:
        """Name one edit: 招商引资到位资金 上半年目标 1500."""
        assert isinstance(edit, TargetEdit)
        indicator = self.session.snapshot.indicator(edit.key.indicator)
        value = "撤下" if edit.value is None else plain(edit.value)
        word = TIER_WORDS[edit.key.tier]
        word = "目标" if edit.key.tier is Tier.TARGET else f"{word}目标"
        return f"{indicator.name} {edit.key.horizon.label}{word} {value}"

    def place_words(self, keys: frozenset[GridKey]) -> str:
        """Name the stages and the number of lines of a paste."""
        touched = [key for key in keys if isinstance(key, TargetKey)]
        stages = [one.label for one in STAGES if any(key.horizon is one for key in touched)]
        lines = len({(key.indicator, key.measure) for key in touched})
        return f"{'、'.join(stages)}，{lines} 行" if stages else ""

    def rows_touched(self, changes: Changes) -> Iterable[int]:
        """Return the rows of the indicators that changed; a setting may change any."""
        if changes.settings:
            return range(len(self.rows))
        touched = changes.indicators
        return [
            row
            for row, shown in enumerate(self.rows)
            if isinstance(shown, TargetRow) and shown.indicator.id in touched
        ]

    # How it looks.

    def look_of(self, row: int, column: int) -> CellLook:
        """Make a cell's look."""
        shown = self.rows[row]
        if isinstance(shown, TargetGroup):
            named = column == NAME
            return CellLook(
                CellKind.GROUP,
                shown.title if named else "",
                weight=700,
                fill="subtle",
                hint=shown.hint if named else "",
            )
        if column < FIRST_STAGE:
            return _label_look(shown, column)
        if column >= LIGHT:
            return self._verdict_look(shown, column)
        return self._stage_look(row, column)

    def _stage_look(self, row: int, column: int) -> CellLook:
        key, line = self.key_at(row, column), self.line_at(row)
        assert key is not None
        assert line is not None
        closed = self.closed_reason(row, column)
        if closed:
            return CellLook(CellKind.CLOSED, fill="subtle", tip=closed)
        problem = self.problems.get(key)
        if problem is not None:
            return problem_look(problem)
        target = self.target_at(row, column)
        pasted = self.is_pasted(key)
        versions = len(self.session.snapshot.targets(self.region, self.year).get(key, ()))
        return CellLook(
            CellKind.OPEN,
            "" if target is None else target_text(target, line.indicator, percent=False),
            weight=500 if pasted else 400,
            right=True,
            fill="tint" if pasted else "",
            revised=versions > 1,
            pasted=pasted,
            tip=f"共 {versions} 个版本" if versions > 1 else "",
        )

    def _verdict_look(self, line: TargetRow, column: int) -> CellLook:
        row = self.headline(line.indicator.id) if line.first else None
        if row is None:
            return CellLook(CellKind.LABEL)
        if column == LIGHT:
            word = light_word(row)
            return CellLook(CellKind.LABEL, NARROW_WORDS.get(word, word), "ink2", px=12,
                            light=row.light.value, tip=why(row))  # fmt: skip
        text = double_half_words(row)
        return CellLook(CellKind.LABEL, text, "ink2", px=12, tip=text)


def _label_look(line: TargetRow, column: int) -> CellLook:
    indicator = line.indicator
    if column == NUMBER:
        text = str(line.number) if line.first else ""
        return number_look(text)
    if column == NAME:
        return CellLook(CellKind.LABEL, indicator.name if line.first else "", weight=500,
                        tip=f"{indicator.name}，{indicator.lead_department}")  # fmt: skip
    if column == MEASURE:
        return CellLook(CellKind.LABEL, measure_word(indicator, line.measure), "ink2", px=12)
    return unit_look(indicator.unit_of(line.measure))


def measure_word(indicator: Indicator, measure: Measure) -> str:
    """Name a line's measure: 余额 rather than 金额 for a stock, 数量 for what is no money."""
    if measure is not Measure.AMOUNT:
        return MEASURE_WORDS[measure]
    if indicator.kind is MeasureKind.MILESTONE:
        return "时限"
    if indicator.kind is MeasureKind.STOCK:
        return "余额"
    if indicator.unit == "%":
        return "水平"
    return "金额" if stored_word(indicator.unit).endswith("元") else "数量"
