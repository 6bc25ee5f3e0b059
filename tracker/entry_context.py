"""What surrounds a cell of the entry grid: whether it is open, and how its number arose."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from tracker.indicators import Basis, CellKey, Indicator, Measure, MeasureKind
from tracker.periods import Calendar, Month, period_label
from tracker.readings import Series, series_of
from tracker.snapshot import Snapshot
from tracker.wording import MINUS, number

_YEARS_LOOKED_BACK = 2


@dataclass(frozen=True, slots=True)
class EntryCount:
    """How many figures of a month are due in the grid, and how many are entered or derived."""

    due: int
    filled: int


def entry_indicators(snapshot: Snapshot, region: str, year: int) -> tuple[Indicator, ...]:
    """Return the indicators in use, in order: the core ones, and those with a figure or target.

    A detail indicator with nothing in this year or the year before would only be an empty row.
    """
    used: set[str] = set()
    for looked_at in range(year - _YEARS_LOOKED_BACK + 1, year + 1):
        held = snapshot.actuals(region, looked_at)
        used.update(series.indicator for series, months in held.items() if months)
        used.update(key.indicator for key in snapshot.targets(region, looked_at))
    every = snapshot.catalogue.indicators.values()
    return tuple(one for one in every if one.in_sample or one.id in used)


def entry_measure(indicator: Indicator, choice: Measure | None) -> Measure | None:
    """Return the measure a row enters (no choice: the one it is judged by); None without such.

    An indicator that is itself a percentage has one value only: its growth or its amount.
    """
    if choice is None:
        return indicator.judged_by
    if indicator.kind in (MeasureKind.RANK, MeasureKind.MILESTONE):
        return choice if choice is indicator.judged_by else None
    if indicator.unit == "%" and choice is not Measure.RANK and choice is not indicator.judged_by:
        return None
    return choice


def entry_basis(indicator: Indicator, measure: Measure, choice: Basis) -> Basis:
    """Return the basis a row enters when the grid shows 累计 or 当月: a balance has only one."""
    if measure is Measure.RANK:
        return Basis.NONE
    return Basis.BALANCE if indicator.kind is MeasureKind.STOCK else choice


def closed_reason(indicator: Indicator, basis: Basis, month: Month, today: date) -> str:
    """Say in a sentence why nothing is entered in a cell; empty when it is open."""
    calendar = indicator.calendar
    name = indicator.name
    if not calendar.is_due(month.month):
        if calendar is Calendar.MONTHLY_JAN_FEB:
            return f"{name}没有 1 月数，请填在 1—2 月。"
        if calendar is Calendar.QUARTERLY:
            return f"{name}按季报，只填 3、6、9、12 月。"
        return f"{name}按年报，只填 12 月。"
    if basis is Basis.MONTH:
        if calendar.merges(month.month):
            return f"{name} 1—2 月合并报，没有 2 月当月数；请切到累计值再填。"
        if calendar in (Calendar.QUARTERLY, Calendar.YEARLY):
            return f"{name}没有当月数；请切到累计值再填。"
    if month > Month.of(today):
        return f"{month.year} 年 {month.month} 月还没到，不能填未来的月份。"
    return ""


def month_name(indicator: Indicator, month: int) -> str:
    """Name a cell's month as the edit bar does: 1—2 月 for a merged February, else 4 月."""
    return period_label(month) if indicator.calendar.merges(month) else f"{month} 月"


def equation(snapshot: Snapshot, key: CellKey) -> str:
    """Explain a cell by its neighbour: 当月 = 1,046.5 − 754.1 = 292.4 亿元; else empty."""
    series = series_of(snapshot, key.indicator, key.region)
    if key.measure is Measure.GROWTH:
        return _growth_step(series, key)
    if key.measure is not Measure.AMOUNT or series.indicator.unit == "%":
        return ""
    if key.basis is Basis.BALANCE:
        return _since_december(series, key)
    return _month_from_ytd(series, key) if key.basis is Basis.YTD else _ytd_from_month(series, key)


def _month_from_ytd(series: Series, key: CellKey) -> str:
    single_exists = not series.indicator.calendar.merges(key.month.month) and key.month.month > 1
    if not single_exists or not series.indicator.calendar.value.startswith("monthly"):
        return ""
    now = series.read(Measure.AMOUNT, key.month, Basis.YTD)
    before = series.read(Measure.AMOUNT, key.month.plus(-1), Basis.YTD)
    if now is None or before is None:
        return ""
    return _sum_text("当月", (now.value, -before.value), now.value - before.value, series.indicator)


def _ytd_from_month(series: Series, key: CellKey) -> str:
    if key.month.month == 1:
        return ""
    single = series.read(Measure.AMOUNT, key.month, Basis.MONTH)
    before = series.read(Measure.AMOUNT, key.month.plus(-1), Basis.YTD)
    if single is None or before is None:
        return ""
    total = before.value + single.value
    return _sum_text("累计", (before.value, single.value), total, series.indicator)


def _since_december(series: Series, key: CellKey) -> str:
    december = Month(key.month.year - 1, 12)
    now = series.read(Measure.AMOUNT, key.month, Basis.BALANCE)
    base = series.read(Measure.AMOUNT, december, Basis.BALANCE)
    if now is None or base is None:
        return ""
    grown = now.value - base.value
    return _sum_text("比年初增加", (now.value, -base.value), grown, series.indicator)


def _growth_step(series: Series, key: CellKey) -> str:
    """Compare a growth with the figure before it in the same year, in 百分点."""
    now = series.read(Measure.GROWTH, key.month, key.basis)
    due = series.indicator.calendar.last_due(key.month.month - 1)
    if now is None or due is None:
        return ""
    before = series.read(Measure.GROWTH, Month(key.month.year, due), key.basis)
    if before is None:
        return ""
    digits = series.indicator.growth_decimals
    step = number(now.value - before.value, digits, signed=True)
    label = f"{due} 月末" if key.basis is Basis.BALANCE else period_label(due)
    if key.basis is Basis.MONTH:
        label = f"{due} 月"
    return f"比 {label} {step} 百分点"


def _sum_text(name: str, terms: Iterable[float], total: float, indicator: Indicator) -> str:
    first, second = terms
    digits = indicator.decimals
    sign = MINUS if second < 0 else "+"
    return (
        f"{name} = {number(first, digits)} {sign} {number(abs(second), digits)}"
        f" = {number(total, digits)} {indicator.unit}"
    )


def count_entered(snapshot: Snapshot, keys: Iterable[CellKey], today: date) -> EntryCount:
    """Count which of these cells of one month are due, and which of those have a value."""
    due = filled = 0
    for key in keys:
        series = series_of(snapshot, key.indicator, key.region)
        if closed_reason(series.indicator, key.basis, key.month, today):
            continue
        due += 1
        filled += series.read(key.measure, key.month, key.basis) is not None
    return EntryCount(due, filled)
