"""What an ImportPlan or a MergePlan shows: its lines, and the columns of their tables."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from tracker import wording
from tracker.desk.target_typing import typed_target
from tracker.edits import ActualEdit, TargetEdit
from tracker.exchange.importing import ImportPlan, PlannedWrite, Remark, Understood
from tracker.indicators import Basis, Catalogue, CellKey, Measure, Tier
from tracker.periods import Month
from tracker.storage.moments import read_time
from tracker.storage.packets import (
    Clash,
    Difference,
    MergeKey,
    MergePlan,
    held_words,
    key_words,
)
from ui.models.row_table import Column

_BASES = {Basis.YTD: "累计", Basis.MONTH: "当月", Basis.BALANCE: "余额", Basis.NONE: ""}
_MANY = 3
"""From so many names on only the first is printed, with their number."""


class Kind(StrEnum):
    """The four filters of a plan."""

    NEW = "new"
    CHANGED = "changed"
    CONFLICT = "conflict"
    UNREAD = "unread"


@dataclass(frozen=True, slots=True)
class WriteLine:
    """One cell to be written, as the preview prints it."""

    number: int
    place: str
    region: str
    indicator: str
    when: str
    measure: str
    old: str
    new: str
    unit: str


@dataclass(frozen=True, slots=True)
class RemarkLine:
    """A sentence about one cell of the file."""

    number: int
    place: str
    sentence: str


@dataclass(frozen=True, slots=True)
class TableLine:
    """One table of the file, and what it was taken for."""

    number: int
    place: str
    indicators: str
    measures: str
    units: str
    months: str
    direction: str
    figures: str


@dataclass(frozen=True, slots=True)
class MergeLine:
    """What a merge changes; `theirs_taken` is the choice where both sides did."""

    key: MergeKey
    name: str
    ours: str
    theirs: str
    author: str
    at: str
    clash: bool = False
    locked: bool = False
    theirs_taken: bool = False
    sentence: str = ""

    @property
    def choice(self) -> str:
        """Say which value will stand."""
        if not self.clash:
            return "取对方的"
        if self.locked:
            return "封住了，不变"
        return "取对方的" if self.theirs_taken else "保留这里的"


def write_lines(plan: ImportPlan, catalogue: Catalogue) -> dict[Kind, list[WriteLine]]:
    """Return the cells to be written: new ones and changed ones, in the order of the file."""
    lines: dict[Kind, list[WriteLine]] = {Kind.NEW: [], Kind.CHANGED: []}
    for number, write in enumerate(plan.writes):
        kind = Kind.NEW if write.old is None else Kind.CHANGED
        lines[kind].append(_write_line(number, write, catalogue))
    return lines


def remark_lines(remarks: Sequence[Remark]) -> list[RemarkLine]:
    """Return sentences as lines."""
    return [
        RemarkLine(number, _place(sheet, cell), sentence)
        for number, (sheet, cell, sentence) in enumerate(remarks)
    ]


def table_lines(plan: ImportPlan, catalogue: Catalogue) -> list[TableLine]:
    """Return what each table of the file was taken for."""
    return [_table_line(number, one, catalogue) for number, one in enumerate(plan.tables)]


def merge_lines(plan: MergePlan, catalogue: Catalogue) -> list[MergeLine]:
    """Return the cells that a merge changes, those to choose about first."""
    return [
        *(_merge_line(one, catalogue) for one in plan.clashes),
        *(_merge_line(one, catalogue) for one in plan.differences),
    ]


def chosen(line: MergeLine, *, theirs: bool) -> MergeLine:
    """Return a line with another choice; where there is none to make, the same line."""
    return replace(line, theirs_taken=theirs) if line.clash and not line.locked else line


def _write_line(number: int, write: PlannedWrite, catalogue: Catalogue) -> WriteLine:
    key = write.key
    indicator = catalogue.indicator(key.indicator)
    if isinstance(write.edit, ActualEdit):
        assert isinstance(key, CellKey)
        when, measure = str(key.month), _measure_word(key.measure, key.basis)
    else:
        assert not isinstance(key, CellKey)
        tier = "" if key.tier is Tier.TARGET else wording.TIER_WORDS[key.tier]
        when = f"{key.year} {key.horizon.label}{tier}目标"
        measure = wording.MEASURE_WORDS[key.measure]
    return WriteLine(
        number,
        _place(write.sheet, write.cell),
        catalogue.region(key.region).short_name,
        indicator.name,
        when,
        measure,
        _value(write.old),
        typed_target(write.edit) if isinstance(write.edit, TargetEdit) else _value(write.new),
        indicator.unit_of(key.measure),
    )


def _table_line(number: int, one: Understood, catalogue: Catalogue) -> TableLine:
    names = [catalogue.indicator(name).name for name in one.indicators]
    measures = [
        _measure_word(measure, basis)
        for measure in one.measures
        for basis in (one.bases if measure is not Measure.RANK else (Basis.NONE,))
        if basis is not Basis.NONE or measure is Measure.RANK
    ]
    units = "、".join(one.units)
    return TableLine(
        number,
        _place(one.sheet, one.area),
        _few(names, "项指标") or wording.DASH,
        _few(list(dict.fromkeys(measures)), "种口径") or wording.DASH,
        (f"{units}（表里没写）" if one.assumed_unit else units) or wording.DASH,
        _months(one.months),
        one.direction,
        f"{one.figures}",
    )


def _merge_line(one: Clash | Difference, catalogue: Catalogue) -> MergeLine:
    clash = isinstance(one, Clash)
    ours, theirs = (one.ours, one.theirs) if isinstance(one, Clash) else (one.old, one.new)
    return MergeLine(
        one.key,
        key_words(one.key, catalogue),
        held_words(ours, one.key, catalogue),
        held_words(theirs, one.key, catalogue),
        one.author,
        f"{read_time(one.recorded_at):%Y-%m-%d %H:%M}",
        clash,
        isinstance(one, Clash) and one.locked,
        sentence=one.sentence if isinstance(one, Clash) else "",
    )


def _measure_word(measure: Measure, basis: Basis) -> str:
    return f"{_BASES[basis]}{wording.MEASURE_WORDS[measure]}"


def _value(value: float | None) -> str:
    return wording.DASH if value is None else wording.grouped(value)


def _place(sheet: str, cell: str) -> str:
    return f"{sheet}!{cell}" if cell else sheet


def _few(names: Sequence[str], what: str) -> str:
    if len(names) < _MANY:
        return "、".join(names)
    return f"{names[0]}等 {len(names)} {what}"


def _months(months: Sequence[Month]) -> str:
    if not months:
        return wording.DASH
    first, last = months[0], months[-1]
    return str(first) if first == last else f"{first} 至 {last}"


WRITE_COLUMNS: tuple[Column[WriteLine], ...] = (
    Column("place", "文件里的格", lambda one: one.place, lambda one: one.number),
    Column("region", "地区", lambda one: one.region, lambda one: one.region),
    Column("indicator", "指标", lambda one: one.indicator, lambda one: one.indicator),
    Column("when", "时间", lambda one: one.when, lambda one: one.when),
    Column("measure", "口径", lambda one: one.measure, lambda one: one.measure),
    Column("old", "台账里的", lambda one: one.old, lambda one: one.number, right=True),
    Column("new", "写入", lambda one: one.new, lambda one: one.number, right=True),
    Column("unit", "单位", lambda one: one.unit, lambda one: one.unit),
)
REMARK_COLUMNS: tuple[Column[RemarkLine], ...] = (
    Column("place", "文件里的格", lambda one: one.place, lambda one: one.number),
    Column(
        "sentence", "说明", lambda one: one.sentence, lambda one: one.number,
        lambda one: one.sentence,
    ),
)  # fmt: skip
TABLE_COLUMNS: tuple[Column[TableLine], ...] = (
    Column("place", "表", lambda one: one.place, lambda one: one.number, lambda one: one.place),
    Column(
        "indicators", "指标", lambda one: one.indicators, lambda one: one.number,
        lambda one: one.indicators,
    ),
    Column("measures", "口径", lambda one: one.measures, lambda one: one.number),
    Column("units", "单位", lambda one: one.units, lambda one: one.number),
    Column("months", "时间", lambda one: one.months, lambda one: one.number),
    Column("direction", "方向", lambda one: one.direction, lambda one: one.number),
    Column("figures", "读到", lambda one: one.figures, lambda one: one.number, right=True),
)  # fmt: skip
MERGE_COLUMNS: tuple[Column[MergeLine], ...] = (
    Column("name", "哪一处", lambda one: one.name, lambda one: one.name, lambda one: one.name),
    Column("ours", "这里的", lambda one: one.ours, lambda one: one.ours, right=True),
    Column("theirs", "对方的", lambda one: one.theirs, lambda one: one.theirs, right=True),
    Column("author", "谁", lambda one: one.author, lambda one: one.author),
    Column("at", "何时", lambda one: one.at, lambda one: one.at),
    Column(
        "choice", "用哪个", lambda one: one.choice, lambda one: one.choice,
        lambda one: one.sentence,
    ),
)  # fmt: skip
