"""How good the estimate is: coverage of its intervals and error of its point, over seeds.

Hold-out design. Every complete past year of the sample (2017–2022) is held out in turn at months
3, 4, 6 and 9 (or the last due month before) and its December estimated with the program's own
`Course.outlook`, twice:

- in turn:  from all the other years. The years count as exchangeable, which is what the method
            itself assumes; this is the design of `backtest_mae`, and the one that is accepted on.
- earlier:  from the years before only, at least three. Harder, and nearer to use. Growth of 2020
            and 2021 is in it with at most four calm years to learn from; no interval learned from
            calm years covers a pandemic, and the coverage printed says so.

FLOW errors are shares of the year-end (a household and a billion count alike), growth errors are
percentage points. Rivals of FLOW: linear run-rate A(m) ÷ m × 12, and last year's growth
A(m) × B(12) ÷ B(m), on the same cases. Of growth: no change, and last year's change.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from statistics import fmean

from resources import ROOT
from tests.bench.sample_snapshots import HeldFigures, sample_snapshot
from tracker.catalogue import shipped_catalogue
from tracker.exchange.long_form import actual_edits, read_rows
from tracker.forecast.estimate import Course, estimate
from tracker.forecast.past import Ends, Past
from tracker.indicators import MeasureKind, RegionLevel
from tracker.periods import MONTHS_IN_YEAR, Month
from tracker.progress.result import Rule
from tracker.readings import series_of
from tracker.snapshot import Snapshot

SEEDS = range(1, 21)
MONTHS = (3, 4, 6, 9)
YEARS = range(2017, 2023)
THIS_YEAR = 2023
PUBLISHED = ("gansu-2023.csv", "gansu-2023-later.csv")


@dataclass(slots=True)
class Score:
    """Errors of one kind of indicator in one design, case by case."""

    held50: list[bool] = field(default_factory=list)
    held80: list[bool] = field(default_factory=list)
    errors: list[float] = field(default_factory=list)
    simple: list[float] = field(default_factory=list)
    errors_beside_last: list[float] = field(default_factory=list)
    last: list[float] = field(default_factory=list)
    refused: int = 0

    @property
    def coverage80(self) -> float:
        """The share of year-ends inside the 80 % interval."""
        return fmean(self.held80)

    @property
    def better_than_simple(self) -> float:
        """By how much the error is smaller than run-rate's (flow) or no change's (growth)."""
        return 1 - fmean(self.errors) / fmean(self.simple)

    @property
    def better_than_last(self) -> float:
        """By how much the error is smaller than last year's growth's or change's."""
        return 1 - fmean(self.errors_beside_last) / fmean(self.last)


Scores = dict[tuple[MeasureKind, str], Score]


def scores(seeds: Iterable[int], months: Sequence[int] = MONTHS) -> Scores:
    """Hold out every year of every series of these seeds."""
    found: Scores = {}
    for seed in seeds:
        for course in _courses(sample_snapshot(seed), months):
            past = course.past(YEARS)
            kind = course.series.indicator.kind
            for year, ends in past.own.items():
                for design, known in (
                    ("in turn", past.without(year)),
                    ("earlier", past.before(year)),
                ):
                    score = found.setdefault((kind, design), Score())
                    _hold_out(score, course, ends, known, past.own.get(year - 1))
    return found


def _courses(snapshot: Snapshot, at: Sequence[int]) -> Iterator[Course]:
    catalogue = snapshot.catalogue
    regions = [catalogue.province, *catalogue.members(catalogue.province.code)]
    for indicator in catalogue.indicators.values():
        months = {indicator.calendar.last_due(month) for month in at}
        for region in regions if indicator.in_sample else ():
            series = series_of(snapshot, indicator.id, region.code)
            measure = indicator.judged_by
            rule = Rule.FLOW if indicator.accumulates else Rule.RATE
            for month in sorted(month for month in months if month is not None):
                stood = Month(THIS_YEAR, month)
                yield Course(series, measure, rule, stood, MONTHS_IN_YEAR)


def _hold_out(score: Score, course: Course, ends: Ends, known: Past, before: Ends | None) -> None:
    outlook = course.outlook(ends.start, known)
    if outlook is None:
        score.refused += 1
        return
    unit = ends.end if course.is_flow else 1.0

    def error(value: float) -> float:
        return abs(value - ends.end) / unit

    for held, chance in ((score.held50, 0.5), (score.held80, 0.8)):
        low, high = (course.carried(ends.start, step) for step in outlook.within(chance))
        held.append(low <= ends.end <= high)
    own = error(course.carried(ends.start, outlook.point))
    score.errors.append(own)
    run_rate = ends.start / course.month.month * MONTHS_IN_YEAR
    score.simple.append(error(run_rate if course.is_flow else ends.start))
    if before is not None:
        repeated = before.log_ratio if course.is_flow else before.change
        score.last.append(error(course.carried(ends.start, repeated)))
        score.errors_beside_last.append(own)


def published_lines() -> list[str]:
    """Say what the estimate makes of the figures that ship: mostly refusals, and why."""
    catalogue = shipped_catalogue()
    rows = [row for name in PUBLISHED for row in read_rows(ROOT / "ledgers" / name)]
    snapshot = Snapshot(catalogue, HeldFigures(actual_edits(rows, catalogue)), {})
    lines, refused, told = [], 0, 0
    for region in catalogue.regions.values():
        if region.level not in (RegionLevel.NATION, RegionLevel.PROVINCE):
            continue
        for indicator in catalogue.indicators.values():
            if not any(
                snapshot.has_figures(indicator.id, region.code, year) for year in (2022, 2023)
            ):
                continue
            for found in estimate(snapshot, indicator.id, region.code, Month(THIS_YEAR, 6)):
                refused, told = refused + bool(found.refused), told + (not found.refused)
                said = found.refused or f"{found.point:.1f}, backtest MAE {found.backtest_mae}"
                lines.append(f"  {region.short_name} {indicator.short_name}: {said}")
    return [*lines, f"  told {told}, refused {refused} (it takes three past years of a month)"]


def main() -> None:
    """Print the tables."""
    print(f"== estimate: {len(SEEDS)} seeds, December held out at months {MONTHS}")
    head = f"{'kind':6} {'design':8} {'cases':>6} {'refused':>7} {'in 50%':>7} {'in 80%':>7}"
    print(f"{head} {'MAE':>8} {'simple':>8} {'last':>8} {'vs simple':>10} {'vs last':>8}")
    for (kind, design), score in sorted(scores(SEEDS).items()):
        print(
            f"{kind:6} {design:8} {len(score.errors):6} {score.refused:7} "
            f"{fmean(score.held50):7.1%} {score.coverage80:7.1%} {fmean(score.errors):8.4f} "
            f"{fmean(score.simple):8.4f} {fmean(score.last):8.4f} "
            f"{score.better_than_simple:10.1%} {score.better_than_last:8.1%}"
        )
    print("== estimate: the published series that ship, as of 2023-06")
    print("\n".join(published_lines()))


if __name__ == "__main__":
    main()
