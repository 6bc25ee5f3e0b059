"""后期须增: the growth that the rest of the half-year or year must bring to meet a target."""

from tracker.indicators import Basis, Comparator, Measure, MeasureKind, Target
from tracker.periods import JUNE, MONTHS_IN_YEAR, Month
from tracker.readings import Series


def rest_end(as_of: Month, horizon_end: int) -> int:
    """Return the month the rest runs to: June until June, then December, never past the horizon."""
    return min(horizon_end, JUNE if as_of.month < JUNE else MONTHS_IN_YEAR)


def growth_needed(
    series: Series, target: Target, value: float, month: Month, end: int
) -> tuple[float | None, bool]:
    """Return the growth (%) needed from after `month` to month `end`, and whether it is 估.

    With last year's amounts on one basis it is exact; else the share of time stands for the
    share of the base. Ceilings have none; a STOCK needs the target itself.
    """
    if target.comparator is Comparator.AT_MOST or target.key.measure is not Measure.GROWTH:
        return None, False
    if series.indicator.kind is MeasureKind.STOCK:
        return target.value, False
    if month.month >= end:
        return None, False
    exact = _from_amounts(series, target.value / 100, value / 100, month, end)
    if exact is not None:
        return exact * 100, False
    past = month.month / end
    return (target.value - past * value) / (1 - past), True


def _from_amounts(
    series: Series, target: float, growth: float, month: Month, end: int
) -> float | None:
    """((1+t)·B(k) − (1+a)·B(m)) / (B(k) − B(m)) − 1 in fractions; None without one basis."""
    if series.indicator.price == "real" or series.indicator.unit == "%":
        return None
    if series.breaks_between(month.year_before, Month(month.year, end)):
        return None
    before = series.read(Measure.AMOUNT, month.year_before, Basis.YTD)
    whole = series.read(Measure.AMOUNT, Month(month.year - 1, end), Basis.YTD)
    if before is None or whole is None or whole.value <= before.value:
        return None
    rest = whole.value - before.value
    return ((1 + target) * whole.value - (1 + growth) * before.value) / rest - 1
