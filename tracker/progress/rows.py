"""Which rows a region has in a month, and which of an indicator's rows is its headline."""

from collections.abc import Sequence
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
    snapshot: Snapshot, region: str, as_of: Month, rules: LightRules | None = None
) -> list[Progress]:
    """Return every row of a region in catalogue order, the headline of each indicator marked.

    Indicators with figures but no target that year come last, with one row without horizon.
    """
    snapshot.region(region)
    keys = _keys_by_indicator(snapshot, region, as_of)
    found: list[Progress] = []
    for indicator in snapshot.catalogue.indicators.values():
        held = keys.get(indicator.id)
        if held is None:
            continue
        headline = headline_key(snapshot, indicator, held, as_of)
        for key in held:
            row = assess(snapshot, key, as_of, rules)
            found.append(replace(row, headline=True) if key == headline else row)
    for indicator in snapshot.catalogue.indicators.values():
        if indicator.id not in keys and snapshot.has_figures(indicator.id, region, as_of.year):
            bare = assess(snapshot, _bare_key(snapshot, indicator, region, as_of), as_of, rules)
            if bare.value is not None:
                found.append(replace(bare, headline=True))
    return found


def headline_rows(
    snapshot: Snapshot, region: str, as_of: Month, rules: LightRules | None = None
) -> list[Progress]:
    """Return one row per indicator: what a board shows."""
    snapshot.region(region)
    keys = _keys_by_indicator(snapshot, region, as_of)
    found: list[Progress] = []
    bare: list[Progress] = []
    for indicator in snapshot.catalogue.indicators.values():
        held = keys.get(indicator.id)
        if held is not None:
            key = headline_key(snapshot, indicator, held, as_of)
            found.append(replace(assess(snapshot, key, as_of, rules), headline=True))
        elif snapshot.has_figures(indicator.id, region, as_of.year):
            row = assess(snapshot, _bare_key(snapshot, indicator, region, as_of), as_of, rules)
            if row.value is not None:
                bare.append(replace(row, headline=True))
    return found + bare


def indicator_rows(
    snapshot: Snapshot, indicator_id: str, region: str, as_of: Month
) -> list[Progress]:
    """Return the rows of one indicator: all its measures and horizons."""
    return [row for row in rows(snapshot, region, as_of) if row.indicator.id == indicator_id]


def _keys_by_indicator(snapshot: Snapshot, region: str, as_of: Month) -> dict[str, list[RowKey]]:
    """Collect the rows that targets in force make, judged_by measure first, then by horizon."""
    keys: dict[str, set[RowKey]] = {}
    for target_key in snapshot.targets(region, as_of.year):
        if lowest_target(snapshot, target_key, as_of)[0] is not None:
            row = RowKey(
                target_key.indicator,
                region,
                target_key.measure,
                target_key.year,
                target_key.horizon,
            )
            keys.setdefault(target_key.indicator, set()).add(row)

    def order(key: RowKey) -> tuple[bool, int, tuple[int, bool]]:
        judged_by = snapshot.indicator(key.indicator).judged_by
        assert key.horizon is not None
        return (
            key.measure is not judged_by,
            tuple(Measure).index(key.measure),
            horizon_order(key.horizon),
        )

    return {indicator: sorted(held, key=order) for indicator, held in keys.items()}


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
