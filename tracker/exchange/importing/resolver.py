"""Row + column + the words around → which series and month of the ledger a figure belongs to."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from tracker.entry_context import closed_reason
from tracker.exchange.importing.context import Context
from tracker.exchange.importing.facets import WHOLE_REGION, Facets
from tracker.exchange.importing.heads import Heads
from tracker.exchange.importing.measure_words import Role
from tracker.exchange.importing.period_words import Period, Span, joined
from tracker.exchange.importing.plan import QUESTION_WORDS
from tracker.exchange.importing.unit_words import PERCENT
from tracker.exchange.units import scale_between
from tracker.indicators import (
    Basis,
    Catalogue,
    Indicator,
    Measure,
    MeasureKind,
    RegionLevel,
    Status,
)
from tracker.periods import Calendar, Month


class Missing(Exception):
    """Something that the table does not say; `about` is the field of Hints."""

    def __init__(self, about: str) -> None:
        super().__init__(QUESTION_WORDS[about])
        self.about = about


class Unclear(Exception):
    """The headers contradict each other or fit nothing; str() is a sentence without its end."""


class Reading(NamedTuple):
    """What a cell is. `scale` brings its number into the ledger's unit, `unit` is the sheet's.

    `closed` says why such a figure is never entered. `assumed_basis` and `assumed_unit`: the
    table does not say it, the ledger's usual one is taken.
    """

    indicator: Indicator
    month: Month
    measure: Measure
    basis: Basis
    unit: str
    scale: Decimal | None
    status: Status | None
    closed: str
    assumed_basis: bool
    assumed_unit: bool


Series = tuple[Indicator, Measure, str, Decimal | None]
"""Indicator, measure, the sheet's unit and the scale to the ledger's."""


@dataclass(frozen=True, slots=True)
class Resolver:
    """Resolves the cells of one table. `paired` are months that stand there both as 5月, which
    then is the single month, and as 1—5月.
    """

    catalogue: Catalogue
    context: Context
    today: date
    paired: frozenset[int] = frozenset()
    _series: dict[tuple[object, ...], Series] = field(default_factory=dict)

    def read(self, row: Facets, column: Facets) -> Reading:
        """Return what the cell at a row and column is. Raises Missing or Unclear."""
        indicator, measure, unit, scale = self.series(row, column)
        period = self._period(row, column)
        basis, assumed_basis = self._basis(indicator, measure, period, row, column)
        month = self._month(period, row.last_year or column.last_year)
        return Reading(
            indicator,
            month,
            measure,
            basis,
            unit or indicator.unit,
            scale,
            column.status or row.status or self.context.status,
            self._closed(indicator, basis, month),
            assumed_basis,
            not unit,
        )

    def series(self, row: Facets, column: Facets) -> Series:
        """Return what a row and column speak of, whenever. Raises Missing or Unclear."""
        said = (
            row.indicator, row.measure, row.units,
            column.indicator, column.measure, column.units,
        )  # fmt: skip
        if said not in self._series:
            indicator = self._indicator(row, column)
            measure = self._measure(indicator, row, column)
            unit, scale = self._unit(indicator, measure, row, column)
            self._series[said] = (indicator, measure, unit, scale)
        return self._series[said]

    def only_indicator(self, row: Facets) -> Indicator | None:
        """Return the indicator of a row whose columns name none; None where nothing names one."""
        name = row.indicator or self.context.indicator
        return self.catalogue.indicator(name) if name else None

    def without_indicator(self, indicator: Indicator) -> tuple[object, ...]:
        """Return all that decides a reading besides row, column and which indicator it is.

        Where the table has the ledger's unit, it does not matter which that is.
        """
        around, own = self.context, indicator.unit
        usual = own != PERCENT and around.units in ((), (own,))
        return (
            around.measure, around.basis, around.period, around.status, self.paired,
            bool(around.units) if usual else (around.units, own),
            indicator.kind, indicator.calendar, indicator.judged_by,
        )  # fmt: skip

    def place(self, region: str) -> str:
        """Return a region's code: 全市 is the one that the title names."""
        if region != WHOLE_REGION:
            return region
        named = self.context.region
        level = self.catalogue.region(named).level if named else None
        return named if level in (RegionLevel.PREFECTURE, RegionLevel.COUNTY) else ""

    def _closed(self, indicator: Indicator, basis: Basis, month: Month) -> str:
        """Say why a figure is never entered; most months are plainly open."""
        past = month < (self.today.year, self.today.month)
        if past and basis is not Basis.MONTH and indicator.calendar.is_due(month.month):
            return ""
        return closed_reason(indicator, basis, month, self.today)

    def _indicator(self, row: Facets, column: Facets) -> Indicator:
        if row.indicator and column.indicator and row.indicator != column.indicator:
            raise Unclear("行和列说的是两个指标")
        found = row.indicator or column.indicator or self.context.indicator
        if not found:
            raise Missing("indicator")
        return self.catalogue.indicator(found)

    def _measure(self, indicator: Indicator, row: Facets, column: Facets) -> Measure:
        explicit = {one for one in (row.measure, column.measure) if one is not None}
        if Measure.RANK in explicit:
            return Measure.RANK
        if len(explicit) > 1:
            raise Unclear("行和列说的口径不一样")
        if explicit:
            return self._checked(explicit.pop(), indicator, row, column)
        if indicator.unit == PERCENT:
            return indicator.judged_by
        for units in (column.units, row.units):
            if units:
                return _measure_of(units) or self._around()
        return self._around()

    def _around(self) -> Measure:
        """Return the measure that the words around the table say, or their unit."""
        if self.context.measure is not None:
            return self.context.measure
        measure = _measure_of(self.context.units) if self.context.units else None
        if measure is None:
            raise Missing("measure")
        return measure

    def _checked(
        self, measure: Measure, indicator: Indicator, row: Facets, column: Facets
    ) -> Measure:
        """Refuse 总量（%）; what is itself a percentage has one value only."""
        if indicator.unit == PERCENT:
            return indicator.judged_by
        units = column.units or row.units or self.context.units
        if measure is Measure.AMOUNT and set(units) == {PERCENT}:
            raise Unclear("总量的单位写成了%")
        return measure

    def _period(self, row: Facets, column: Facets) -> Period:
        if column.period is None and row.period is None:
            return self.context.period
        period = column.period or row.period
        if column.period is not None and row.period is not None:
            period = joined([column.period, row.period])
        if period is None:
            raise Unclear("行和列说的时间不一样")
        if period.month is None and self.context.period.month is not None:
            around = self.context.period
            period = period._replace(month=around.month, span=around.span)
        if period.month is None and period.year is not None and period.year < self.today.year:
            period = period._replace(month=12, span=Span.TO_DATE)
        return period

    def _month(self, period: Period, last_year: bool) -> Month:
        if period.month is None:
            raise Missing("month")
        year = period.year if period.year is not None else self.context.period.year
        if year is None:
            raise Missing("year")
        return Month(year - 1 if last_year else year, period.month)

    def _basis(
        self, indicator: Indicator, measure: Measure, period: Period, row: Facets, column: Facets
    ) -> tuple[Basis, bool]:
        """Return the basis, and whether it is only assumed."""
        if measure is Measure.RANK:
            return Basis.NONE, False
        if indicator.kind is MeasureKind.STOCK:
            return Basis.BALANCE, False
        explicit = column.basis if row.basis is None else row.basis
        if column.basis is not None and explicit is not column.basis:
            raise Unclear("行和列一个说累计、一个说当月")
        if explicit is Basis.BALANCE:
            raise Unclear(f"{indicator.short_name}没有余额")
        to_date = period.span is Span.TO_DATE
        if explicit is Basis.MONTH and to_date and (row.period or column.period):
            raise Unclear("表头既写了1月起的累计，又写了当月")
        if explicit is not None:
            return explicit, False
        if to_date:
            return Basis.YTD, False
        if period.month in self.paired and (row.period or column.period):
            return Basis.MONTH, False
        if self.paired:
            raise Unclear("表里既有当月数又有累计数，没写是哪一种")
        if self.context.basis is not None:
            return self.context.basis, False
        only_to_date = indicator.calendar in (Calendar.QUARTERLY, Calendar.YEARLY)
        return Basis.YTD, not (only_to_date or period.month == 1)

    def _unit(
        self, indicator: Indicator, measure: Measure, row: Facets, column: Facets
    ) -> tuple[str, Decimal | None]:
        """Return the sheet's unit and the scale to the ledger's; empty where none is written."""
        if measure is Measure.RANK:
            return "位", None
        if measure is Measure.GROWTH or indicator.unit == PERCENT:
            return PERCENT, None
        for units in (column.units, row.units, self.context.units):
            amounts = [unit for unit in units if unit != PERCENT]
            if not amounts:
                continue
            fitting = [one for one in amounts if scale_between(one, indicator.unit) is not None]
            if len(fitting) == 1:
                scale = scale_between(fitting[0], indicator.unit)
                return fitting[0], None if scale == 1 else scale
            said = "、".join(fitting or amounts)
            raise Unclear(f"{indicator.short_name}的单位应是{indicator.unit}，表里写的是{said}")
        return "", None


def _measure_of(units: Sequence[str]) -> Measure | None:
    """Return growth for %, amount for 亿元, None for both."""
    kinds = {Measure.GROWTH if unit == PERCENT else Measure.AMOUNT for unit in units}
    return next(iter(kinds)) if len(kinds) == 1 else None


def skipped_reason(role: Role) -> str:
    """Say why a column is left out."""
    if role in (Role.TARGET, Role.ANNUAL_TARGET):
        return "写的是目标，不是完成数（目标请在目标页填，或按 targets.csv 的格式导入）"
    return "写的是算出来的数，程序会自己算"


def paired_months(heads: Heads) -> frozenset[int]:
    """Return the months that stand in a table both alone (5月) and as January to it (1—5月)."""
    every = (*heads.rows.values(), *heads.columns.values())
    said = [one for one in every if one.period is not None and one.period.month is not None]
    if len({one.period.span for one in said if one.period is not None}) < 2:
        return frozenset()
    spans: dict[tuple[int, Facets], set[Span]] = {}
    for facets in said:
        if facets.period is not None and facets.period.month is not None:
            beside = replace(facets, period=None, region="")
            spans.setdefault((facets.period.month, beside), set()).add(facets.period.span)
    return frozenset(month for (month, _), found in spans.items() if len(found) > 1)
