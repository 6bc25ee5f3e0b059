"""Targets that follow another figure: 高于全国, 高于上年同期, 与GDP同步."""

from dataclasses import replace

from tracker.indicators import Comparator, Target
from tracker.periods import Month
from tracker.readings import Reading, Series, series_of

DEFAULT_REFERENCE = "gdp"


def with_threshold(series: Series, target: Target, month: Month) -> tuple[Target | None, str]:
    """Return a relative target with its threshold as value, or None and what is lacking."""
    found, what = _reference(series, target, month)
    if found is None:
        return None, what
    return replace(target, value=found.value + target.value), ""


def _reference(series: Series, target: Target, month: Month) -> tuple[Reading | None, str]:
    measure = target.key.measure
    if target.comparator is Comparator.ABOVE_PREVIOUS:
        return series.read(measure, month.year_before), f"{month.year - 1}年同期的数"
    if target.comparator is Comparator.ABOVE_NATION:
        nation = series.snapshot.catalogue.nation
        found = None
        if nation is not None:
            found = Series(series.snapshot, series.indicator, nation.code).read(measure, month)
        return found, "全国同期的数"
    other = series_of(series.snapshot, target.reference or DEFAULT_REFERENCE, series.region)
    last = other.last(measure, month.year, month.month)
    return (None if last is None else last[1]), f"{other.indicator.short_name}同期的数"
