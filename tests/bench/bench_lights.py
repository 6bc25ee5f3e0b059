"""All lights of 103 regions × 41 indicators at one month, from ten years of figures in memory.

Prints the load (some 500,000 actuals into a snapshot) apart, then all headline lights, and those of
one region after one edit in it. Sentences (`why`) are made on demand and not counted.
"""

import gc
import statistics
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from random import Random

from tests.bench.sample_snapshots import HeldFigures
from tracker.catalogue import shipped_catalogue
from tracker.edits import ActualEdit, Changes
from tracker.indicators import (
    Catalogue,
    CellKey,
    Comparator,
    Indicator,
    Measure,
    MeasureKind,
    Region,
    RegionLevel,
    Target,
    TargetKey,
)
from tracker.periods import Horizon, Month
from tracker.progress import Progress, headline_rows
from tracker.snapshot import Snapshot

REGIONS, INDICATORS = 103, 41
YEARS = range(2014, 2024)
AS_OF = Month(2023, 6)
RUNS = 7
WITHIN_MS, EDIT_WITHIN_MS = 150, 5


def catalogue() -> Catalogue:
    """Return the shipped catalogue filled up to 41 indicators and cut to 103 regions.

    Where the shipped one has fewer, detail indicators are entered twice and counties added.
    """
    shipped = shipped_catalogue()
    indicators = list(shipped.indicators.values())
    for extra in range(INDICATORS - len(indicators)):
        model = indicators[-1 - extra]
        indicators.append(replace(model, id=f"{model.id}_{extra}"))
    regions = [r for r in shipped.regions.values() if r.level is not RegionLevel.NATION]
    parents = [r for r in regions if r.level is RegionLevel.PREFECTURE]
    for extra in range(REGIONS - len(regions)):
        parent, order = parents[extra % len(parents)], 50 + extra // len(parents)
        code = f"{parent.code[:4]}{order}"
        regions.append(Region(code, code, code, RegionLevel.COUNTY, parent.code, order))
    return Catalogue(
        {indicator.id: indicator for indicator in indicators[:INDICATORS]},
        {region.code: region for region in regions[:REGIONS]},
    )


def figures(known: Catalogue) -> Iterator[ActualEdit]:
    """Draw ten years of every series, all its due months."""
    random = Random(7)
    for region in known.regions:
        for indicator in known.indicators.values():
            for year in YEARS:
                for month in range(1, 13):
                    if indicator.calendar.is_due(month) or year < YEARS[-1]:
                        yield _figure(indicator, region, Month(year, month), random)


def _figure(indicator: Indicator, region: str, month: Month, random: Random) -> ActualEdit:
    measure = indicator.judged_by
    value = random.uniform(0, 10)
    if measure is Measure.AMOUNT:
        value = 100 * (month.month + value / 10)
    return ActualEdit(
        CellKey(indicator.id, region, month, measure, indicator.basis_of(measure)), value
    )


def targets(known: Catalogue) -> Iterator[Target]:
    """Set a half-year and a full-year target for every series of the last two years."""
    for region in known.regions:
        for indicator in known.indicators.values():
            flow = indicator.judged_by is Measure.AMOUNT and indicator.unit != "%"
            for year in YEARS[-2:]:
                for horizon, task in ((Horizon.H1, 600.0), (Horizon.FY, 1250.0)):
                    key = TargetKey(indicator.id, region, year, horizon, indicator.judged_by)
                    value = task if flow else 5.0
                    yield Target(key, value, Comparator.AT_LEAST, date(year, 1, 1))


def lights(snapshot: Snapshot, regions: list[str]) -> list[Progress]:
    """Assess every headline of these regions."""
    return [row for region in regions for row in headline_rows(snapshot, region, AS_OF)]


def _median_ms(work: Callable[[Snapshot], object], prepare: Callable[[], Snapshot]) -> float:
    taken = []
    for _ in range(RUNS):
        snapshot = prepare()
        start = time.perf_counter()
        work(snapshot)
        taken.append((time.perf_counter() - start) * 1000)
    return statistics.median(taken)


def loaded(known: Catalogue, held: HeldFigures) -> Snapshot:
    """Return a fresh snapshot with every region and year read in, and nothing worked out yet."""
    return Snapshot(known, held, {}).pinned(list(known.regions), YEARS)


def main() -> None:
    """Print the times."""
    start = time.perf_counter()
    known = catalogue()
    figures_held = HeldFigures(figures(known), targets(known))
    snapshot = loaded(known, figures_held)
    load_s = time.perf_counter() - start
    held = sum(
        len(months)
        for region in snapshot.catalogue.regions
        for year in YEARS
        for months in snapshot.actuals(region, year).values()
    )
    # A program that has been loaded does not collect its long-lived figures again and again.
    gc.collect()
    gc.freeze()
    regions = list(snapshot.catalogue.regions)
    key = next(iter(snapshot.actuals(regions[50], AS_OF.year).values()))[6].key
    rows = lights(snapshot, regions)
    full = _median_ms(lambda held: lights(held, regions), lambda: loaded(known, figures_held))

    def edit(before: Snapshot) -> None:
        lights(before.after(Changes(cells=frozenset({key}))), [key.region])

    edited = _median_ms(edit, lambda: snapshot)
    print(f"== lights: {len(regions)} regions × {len(snapshot.catalogue.indicators)} indicators")
    print(f"  load of {held:,} actuals into memory {load_s:8.2f} s")
    print(f"  {len(rows):,} headline lights        {full:8.1f} ms (wanted ≤ {WITHIN_MS})")
    print(f"  one region after one edit      {edited:8.2f} ms (wanted ≤ {EDIT_WITHIN_MS})")
    kinds = sum(row.indicator.kind is MeasureKind.FLOW for row in rows)
    print(f"  of them {kinds:,} cumulative; {full / len(rows) * 1000:.1f} µs a light")


if __name__ == "__main__":
    main()
