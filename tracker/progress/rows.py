"""Which rows a region has in a month, and which of an indicator's rows is its headline."""

from collections.abc import Iterable, Mapping, Sequence

from tracker.indicators import Indicator, Measure
from tracker.lights import LightRules, rules_of
from tracker.periods import Horizon, Month
from tracker.progress.assess import assess, rule_of
from tracker.progress.result import Progress, RowKey, Rule
from tracker.readings import series_of
from tracker.snapshot import Snapshot


def rows(
    snapshot: Snapshot,
    region: str,
    as_of: Month,
    rules: LightRules | None = None,
    only: str | None = None,
) -> list[Progress]:
    """Return every row of a region in catalogue order, the headline of each indicator marked.

    Indicators with figures but no target that year come last, with one row without horizon.
    `only` names one indicator to read. Raises UnknownName.
    """
    snapshot.region(region)
    keys = _keys_by_indicator(snapshot, region, as_of, only)
    chosen = rules or rules_of(snapshot.settings)
    found: list[Progress] = []
    for indicator_id, held in keys.items():
        headline = headline_key(snapshot.indicator(indicator_id), held, as_of)
        found.extend(assess(snapshot, key, as_of, chosen, headline=key == headline) for key in held)
    return found + _bare_rows(snapshot, region, as_of, keys, only)


def headline_rows(
    snapshot: Snapshot,
    region: str,
    as_of: Month,
    rules: LightRules | None = None,
    only: str | None = None,
) -> list[Progress]:
    """Return one row per indicator: what a board shows. Arguments as `rows`."""
    snapshot.region(region)
    keys = _keys_by_indicator(snapshot, region, as_of, only)
    chosen = rules or rules_of(snapshot.settings)
    found: list[Progress] = []
    for indicator_id, held in keys.items():
        key = headline_key(snapshot.indicator(indicator_id), held, as_of)
        found.append(assess(snapshot, key, as_of, chosen, headline=True))
    return found + _bare_rows(snapshot, region, as_of, keys, only)


def indicator_rows(
    snapshot: Snapshot, indicator_id: str, region: str, as_of: Month
) -> list[Progress]:
    """Return the rows of one indicator: all its measures and horizons."""
    return rows(snapshot, region, as_of, only=indicator_id)


def _bare_rows(
    snapshot: Snapshot,
    region: str,
    as_of: Month,
    with_target: Mapping[str, Sequence[RowKey]],
    only: str | None,
) -> list[Progress]:
    """Return the rows of indicators that have figures by as-of and no target that year."""
    found: list[Progress] = []
    for indicator in _chosen(snapshot, only):
        if indicator.id in with_target:
            continue
        if snapshot.has_figures(indicator.id, region, as_of.year):
            key = _bare_key(snapshot, indicator, region, as_of)
            row = assess(snapshot, key, as_of, headline=True)
            if row.value is not None:
                found.append(row)
    return found


def _chosen(snapshot: Snapshot, only: str | None) -> Iterable[Indicator]:
    return snapshot.catalogue.indicators.values() if only is None else [snapshot.indicator(only)]


def _keys_by_indicator(
    snapshot: Snapshot, region: str, as_of: Month, only: str | None
) -> dict[str, list[RowKey]]:
    """Collect the rows that targets in force make, in catalogue order, judged_by measure first."""
    keys: dict[str, list[RowKey]] = {}
    for task in snapshot.tasks(region, as_of.year, as_of):
        if only is None or task.indicator == only:
            row = RowKey(task.indicator, region, task.measure, task.year, task.horizon)
            keys.setdefault(task.indicator, []).append(row)
    return {
        indicator.id: _judged_by_first(indicator, keys[indicator.id])
        for indicator in _chosen(snapshot, only)
        if indicator.id in keys
    }


def _judged_by_first(indicator: Indicator, keys: list[RowKey]) -> list[RowKey]:
    """Put the rows of the measure an indicator is judged by before the others."""
    if all(key.measure is indicator.judged_by for key in keys):
        return keys
    return sorted(keys, key=lambda key: key.measure is not indicator.judged_by)


def headline_key(indicator: Indicator, keys: Sequence[RowKey], as_of: Month) -> RowKey:
    """Choose the headline among an indicator's rows, which come judged_by measure first."""
    measure = keys[0].measure
    ends = [(key, key.horizon.end_month) for key in keys if key.measure is measure and key.horizon]
    if rule_of(indicator, measure) in (Rule.FLOW, Rule.INCREMENT, Rule.LEVEL):
        passed = as_of.month - 1
    else:
        passed = indicator.calendar.last_due(as_of.month) or 0
        for key, end in ends:
            if end == passed:
                return key
    for key, _ in ends:
        if key.horizon is Horizon.FY:
            return key
    return next((key for key, end in ends if end > passed), ends[-1][0])


def _bare_key(snapshot: Snapshot, indicator: Indicator, region: str, as_of: Month) -> RowKey:
    """Name the row of an indicator without target: the first measure that has a figure."""
    series = series_of(snapshot, indicator.id, region)
    for measure in (indicator.judged_by, Measure.AMOUNT, Measure.GROWTH, Measure.RANK):
        if series.last(measure, as_of.year, as_of.month) is not None:
            return RowKey(indicator.id, region, measure, as_of.year, None)
    return RowKey(indicator.id, region, indicator.judged_by, as_of.year, None)
