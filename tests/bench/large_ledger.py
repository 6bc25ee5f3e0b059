"""Ledgers of any size, recorded through the journal as people's figures are."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from itertools import islice
from pathlib import Path
from random import Random

from tracker.catalogue import shipped_catalogue
from tracker.edits import ActualEdit, TargetEdit
from tracker.indicators import (
    Catalogue,
    CellKey,
    Comparator,
    Indicator,
    Measure,
    RegionLevel,
    TargetKey,
)
from tracker.periods import Horizon, Month
from tracker.storage.store import Store

DEVICE = "01890000-0000-7000-8000-000000000001"
YEARS = range(2014, 2024)
LAST = Month(2023, 12)
_BATCH = 50_000
_AT = datetime(2024, 1, 20, tzinfo=UTC)


def make_large(path: Path, count: int) -> None:
    """Make a ledger with so many actuals: region after region, ten years of all indicators.

    The province comes first, then the prefectures, then the counties: a smaller one has fewer
    regions with figures, and the same figures in those. Every region has targets of two years.
    """
    catalogue = shipped_catalogue()
    store = Store.create(
        path,
        catalogue,
        {"title": f"{count} 个数", "created_at": _AT.isoformat(timespec="seconds")},
        now=lambda: _AT,
        author="bench",
        device=DEVICE,
    )
    with store:
        store.record(list(_targets(catalogue)), "目标")
        edits = islice(_figures(catalogue), count)
        while batch := list(islice(edits, _BATCH)):
            store.record(batch, f"{len(batch)} 个数")


def _figures(catalogue: Catalogue) -> Iterator[ActualEdit]:
    random = Random(7)
    levels = list(RegionLevel)
    regions = sorted(
        (one for one in catalogue.regions.values() if one.level is not RegionLevel.NATION),
        key=lambda region: levels.index(region.level),
    )
    for own in (True, False):  # the measure a series is judged by, then the other one
        for region in regions:
            for indicator in catalogue.indicators.values():
                for year in YEARS:
                    for month in range(1, 13):
                        if indicator.calendar.is_due(month):
                            yield _figure(indicator, region.code, Month(year, month), own, random)


def _figure(
    indicator: Indicator, region: str, month: Month, own: bool, random: Random
) -> ActualEdit:
    measure = indicator.judged_by
    if not own:
        measure = Measure.GROWTH if measure is Measure.AMOUNT else Measure.AMOUNT
    value = round(random.uniform(0, 10), 1)
    if measure is Measure.AMOUNT:
        value = round(100 * (month.month + value / 10), 1)
    key = CellKey(indicator.id, region, month, measure, indicator.basis_of(measure))
    return ActualEdit(key, value, published_on=month.plus(1).last_day)


def _targets(catalogue: Catalogue) -> Iterator[TargetEdit]:
    for region in catalogue.regions:
        for indicator in catalogue.indicators.values():
            flow = indicator.judged_by is Measure.AMOUNT and indicator.unit != "%"
            for year in YEARS[-2:]:
                for horizon, task in ((Horizon.H1, 600.0), (Horizon.FY, 1250.0)):
                    if not indicator.calendar.is_due(horizon.end_month):
                        continue
                    key = TargetKey(indicator.id, region, year, horizon, indicator.judged_by)
                    yield TargetEdit(
                        key, task if flow else 5.0, Comparator.AT_LEAST,
                        effective_on=date(year, 1, 1),
                    )  # fmt: skip
