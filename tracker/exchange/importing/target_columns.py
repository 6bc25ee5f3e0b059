"""Columns of targets in ordinary tables: 年度目标, 一季度目标, 2023年目标 beside the figures."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from tracker.edits import TargetEdit
from tracker.errors import BadValue
from tracker.exchange.entry_text import check_figure
from tracker.exchange.importing.facets import Facets
from tracker.exchange.importing.findings import Findings
from tracker.exchange.importing.heads import Heads
from tracker.exchange.importing.layout import Table
from tracker.exchange.importing.ledger_match import Found
from tracker.exchange.importing.measure_words import Role
from tracker.exchange.importing.resolver import Missing, Resolver, Unclear
from tracker.exchange.numerals import says_none
from tracker.exchange.sheets import Cell, excel_number
from tracker.exchange.target_text import TargetText, read_target
from tracker.exchange.units import scaled
from tracker.indicators import (
    Better,
    Comparator,
    Indicator,
    Measure,
    MeasureKind,
    Target,
    TargetKey,
    Tier,
)
from tracker.periods import Horizon
from tracker.snapshot import Snapshot

TARGETS = frozenset({Role.TARGET, Role.ANNUAL_TARGET})
_STAGES = {3: Horizon.Q1, 6: Horizon.H1, 9: Horizon.Q3, 12: Horizon.FY}


@dataclass(frozen=True, slots=True)
class TargetColumns:
    """Reads the columns of one table that hold targets; what is doubtful is told."""

    table: Table
    heads: Heads
    resolver: Resolver
    findings: Findings
    default_region: str
    snapshot: Snapshot
    tiers: Mapping[int, Tier] = field(default_factory=dict)
    """The tier of a column; one that is not named holds the target itself."""
    by_row: bool = False
    """Whether each row has its own indicator and unit, so that what is unclear is told by row."""

    def read(self) -> list[Found]:
        """Return every target that is certain."""
        columns = [
            column
            for column, facets in self.heads.columns.items()
            if facets.role in TARGETS and not facets.trouble
        ]
        return [one for column in columns for one in self._column(column)]

    def _column(self, column: int) -> Iterator[Found]:
        sheet = self.table.sheet
        if column in sheet.hidden_columns:
            return
        named = any(one.region for one in self.heads.rows.values())
        told: set[str] = set()
        for row in self.table.body:
            facets, cell = self.heads.rows[row], sheet.rows[row][column]
            if row in sheet.hidden_rows or facets.role is not None or facets.trouble:
                continue
            if cell == "" or (isinstance(cell, str) and says_none(cell)):
                continue
            try:
                edit = self._edit(facets, self.heads.columns[column], cell, named=named)
                tier = self.tiers.get(column, Tier.TARGET)
                if tier is not Tier.TARGET:
                    edit = replace(edit, key=edit.key._replace(tier=tier))
            except (Missing, Unclear) as reason:
                # A head that is not understood is told once, not in every row.
                if self.by_row:
                    self.findings.tell(row, column, f"{reason}，这一格没有导入")
                elif str(reason) not in told:
                    told.add(str(reason))
                    message = f"目标{reason}，这一列没有导入"
                    self.findings.tell(self.heads.header_row, column, message)
            except BadValue as error:
                self.findings.tell(row, column, str(error))
            else:
                yield Found(edit, True, sheet.name, row, column)

    def _edit(self, row: Facets, column: Facets, cell: Cell, *, named: bool) -> TargetEdit:
        """Make the edit of one cell; `named`: rows name regions. Raises Missing, Unclear or
        BadValue.
        """
        region = self.resolver.place(column.region or row.region)
        if not region and (row.region or named):
            raise Unclear("没写是哪个地区")
        region = region or self.resolver.context.region or self.default_region
        indicator, measure, unit, scale = self.resolver.series(row, column)
        if indicator.kind is MeasureKind.MILESTONE:
            raise Unclear(f"是清单任务“{indicator.short_name}”的，请在目标页填")
        horizon = self._horizon(row, column)
        if not indicator.calendar.is_due(horizon.end_month):
            raise Unclear(f"写在{horizon.label}，{indicator.short_name}这一期没有数")
        text = _read(cell, unit or indicator.unit_of(measure))
        value = text.value if scale is None else scaled(text.value, scale)
        upper = text.upper if scale is None or text.upper is None else scaled(text.upper, scale)
        for one in (value, *(() if upper is None else (upper,))):
            check_figure(one, measure)
        key = TargetKey(indicator.id, region, self._year(row, column), horizon, measure)
        held = self._standing(key)
        usual = _usual(indicator, measure) if held is None else held.comparator
        if usual is Comparator.RANGE and upper is None:
            usual = _usual(indicator, measure)
        return TargetEdit(
            key,
            value,
            text.comparator or usual,
            upper,
            None if held is None else held.tolerance,
            None if held is None else held.effective_on,
        )

    def _standing(self, key: TargetKey) -> Target | None:
        """Return the last version of a target: a table that names another value corrects it."""
        versions = self.snapshot.targets(key.region, key.year).get(key, ())
        held = max(versions, key=lambda one: one.effective_on, default=None)
        return None if held is None or held.withdrawn else held

    def _horizon(self, row: Facets, column: Facets) -> Horizon:
        if column.role is Role.ANNUAL_TARGET:
            return Horizon.FY
        period = column.period or row.period
        if period is None:
            if self.resolver.context.period.month is not None:
                raise Unclear("没写是年度的还是这一期的")
            return Horizon.FY
        if period.month is None:
            return Horizon.FY
        return _STAGES.get(period.month) or Horizon(f"M{period.month:02d}")

    def _year(self, row: Facets, column: Facets) -> int:
        """Return the year: the heads', the words' around, or the only one of the figures."""
        for period in (column.period, row.period, self.resolver.context.period):
            if period is not None and period.year is not None:
                return period.year
        years = {
            one.period.year
            for one in self.heads.columns.values()
            if one.period is not None and one.period.year is not None and not one.last_year
        }
        if len(years) != 1:
            raise Missing("year")
        return years.pop()


def _read(cell: Cell, unit: str) -> TargetText:
    if isinstance(cell, bool | date) or not isinstance(cell, str | int | float):
        raise BadValue(f"“{cell}”不是目标值，没有导入；请改成数字。")
    if not isinstance(cell, str):
        return TargetText(excel_number(cell))
    if cell.startswith("#"):
        raise BadValue(f"“{cell}”是表格里的错误值，没有导入；请先改好原表再导入。")
    found = read_target(cell, unit)
    if found is None:
        raise BadValue(f"“{cell}”里没有数字，没有导入。")
    return found


def _usual(indicator: Indicator, measure: Measure) -> Comparator:
    lower = indicator.better is Better.LOWER or measure is Measure.RANK
    return Comparator.AT_MOST if lower else Comparator.AT_LEAST
