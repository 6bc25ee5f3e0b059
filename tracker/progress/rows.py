"""Which rows a region has in a month, and which of an indicator's rows is its headline."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from tracker.indicators import Indicator, Measure
from tracker.lights import LightRules
from tracker.periods import Horizon, Month
from tracker.progress.assess import assess, rule_of
from tracker.progress.pace import lowest_target
from tracker.progress.result import Progress, RowKey, Rule
from tracker.readings import series_of
from tracker.snapshot import Snapshot, horizon_order


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
    found: list[Progress] = []
    for indicator_id, held in keys.items():
        headline = headline_key(snapshot, snapshot.indicator(indicator_id), held, as_of)
        for key in held:
            row = assess(snapshot, key, as_of, rules)
            found.append(replace(row, headline=True) if key == headline else row)
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
    found: list[Progress] = []
    for indicator_id, held in keys.items():
        key = headline_key(snapshot, snapshot.indicator(indicator_id), held, as_of)
        found.append(replace(assess(snapshot, key, as_of, rules), headline=True))
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
            row = assess(snapshot, _bare_key(snapshot, indicator, region, as_of), as_of)
            if row.value is not None:
                found.append(replace(row, headline=True))
    return found


def _chosen(snapshot: Snapshot, only: str | None) -> Iterable[Indicator]:
    return snapshot.catalogue.indicators.values() if only is None else [snapshot.indicator(only)]


def _keys_by_indicator(
    snapshot: Snapshot, region: str, as_of: Month, only: str | None
) -> dict[str, list[RowKey]]:
    """Collect the rows that targets in force make, in catalogue order, judged_by measure first."""
    keys: dict[str, set[RowKey]] = {}
    for target in snapshot.targets(region, as_of.year):
        if only is not None and target.indicator != only:
            continue
        if lowest_target(snapshot, target, as_of)[0] is not None:
            row = RowKey(target.indicator, region, target.measure, target.year, target.horizon)
            keys.setdefault(target.indicator, set()).add(row)

    def order(key: RowKey) -> tuple[bool, int, tuple[int, bool]]:
        judged_by = snapshot.indicator(key.indicator).judged_by
        assert key.horizon is not None
        return (
            key.measure is not judged_by,
            tuple(Measure).index(key.measure),
            horizon_order(key.horizon),
        )

    return {
        indicator.id: sorted(keys[indicator.id], key=order)
        for indicator in _chosen(snapshot, only)
        if indicator.id in keys
    }


def headline_key(
    snapshot: Snapshot, indicator: Indicator, keys: Sequence[RowKey], as_of: Month
) -> RowKey:
    """Choose the headline among an indicator's rows, which come judged_by measure first."""
    measure = keys[0].measure
    by_horizon = {key.horizon: key for key in keys if key.measure is measure}
    horizons = [horizon for horizon in by_horizon if horizon is not None]
    series = series_of(snapshot, indicator.id, keys[0].region)
    accumulates = rule_of(series, measure) in (Rule.FLOW, Rule.INCREMENT, Rule.LEVEL)
    if accumulates:
        later_than = as_of.month - 1
    else:
        later_than = indicator.calendar.last_due(as_of.month) or 0
        for horizon in horizons:
            if horizon.end_month == later_than:
                return by_horizon[horizon]
    if Horizon.FY in by_horizon:
        return by_horizon[Horizon.FY]
    later = [horizon for horizon in horizons if horizon.end_month > later_than]
    return by_horizon[later[0] if later else horizons[-1]]


def _bare_key(snapshot: Snapshot, indicator: Indicator, region: str, as_of: Month) -> RowKey:
    """Name the row of an indicator without target: the first measure that has a figure."""
    series = series_of(snapshot, indicator.id, region)
    for measure in (indicator.judged_by, Measure.AMOUNT, Measure.GROWTH, Measure.RANK):
        if series.last(measure, as_of.year, as_of.month) is not None:
            return RowKey(indicator.id, region, measure, as_of.year, None)
    return RowKey(indicator.id, region, indicator.judged_by, as_of.year, None)
