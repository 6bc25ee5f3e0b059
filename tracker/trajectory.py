"""The course of one indicator over a year: points, plan, last year, half and what is needed."""

from dataclasses import dataclass

from tracker.board import need_and_effort
from tracker.indicators import Measure, TargetKey
from tracker.periods import MONTHS_IN_YEAR, STAGES, Horizon, Month
from tracker.progress.assess import assess
from tracker.progress.double_half import HALF
from tracker.progress.gaps import is_met
from tracker.progress.pace import lowest_target, path_points
from tracker.progress.result import Progress, RowKey
from tracker.progress.rows import headline_rows
from tracker.readings import Series, series_of
from tracker.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class Point:
    """A value at the end of a month (0: the start of the year). `derived` marks 推算."""

    month: int
    value: float
    derived: bool = False


@dataclass(frozen=True, slots=True)
class Stage:
    """A stage target: 一季度 600.

    `actual` and `completion` stand for stages that are over and for the one now running;
    `met` only for those that are over.
    """

    horizon: Horizon
    value: float
    actual: float | None
    completion: float | None
    met: bool | None


@dataclass(frozen=True, slots=True)
class Trajectory:
    """What the trajectory chart and the small one in the pane draw.

    `points` run from January to the as-of month and leave missing months out; they start with
    (0, 0) when `cumulative`. `plan` is the path through the stage targets, `half` is 0.5 × FY.
    `missing` are months that were due, lie by the as-of month and have no value.
    `half_gap` is what the half still lacks (negative: surplus) and `year_gap` what the year
    lacks, in the unit of the amount. `needed_per_month`, `average` and `effort` run to June until
    June and to December afterwards, as on the board. `annual` is the headline target's value.
    """

    progress: Progress
    cumulative: bool
    points: tuple[Point, ...]
    missing: tuple[int, ...]
    last_year: tuple[Point, ...]
    nation: tuple[Point, ...]
    plan: tuple[Point, ...]
    stages: tuple[Stage, ...]
    half: float | None
    annual: float | None
    half_gap: float | None
    year_gap: float | None
    needed_per_month: float | None
    average: float | None
    effort: float | None
    merges_jan_feb: bool


def trajectory(snapshot: Snapshot, indicator_id: str, region: str, as_of: Month) -> Trajectory:
    """Follow an indicator's headline measure through the year. Raises UnknownName."""
    row = headline_of(snapshot, indicator_id, region, as_of)
    series = series_of(snapshot, indicator_id, region)
    cumulative = row.rule.accumulates
    year_key = target_key_of(row, Horizon.FY)
    annual, _ = lowest_target(snapshot, year_key, as_of)
    annual_value = None if annual is None else annual.value
    half = HALF * annual_value if cumulative and annual_value is not None else None
    start = (Point(0, 0.0),) if cumulative else ()
    points = _points(series, row.measure, as_of.year, as_of.month)
    done = None if row.pending or row.value is None else row.value
    average = _average(row, done) if cumulative else None
    need, effort = need_and_effort(row)
    nation = snapshot.catalogue.nation
    compared = nation is not None and nation.code != region and row.measure is Measure.GROWTH
    return Trajectory(
        progress=row,
        cumulative=cumulative,
        points=start + points if points else (),
        missing=_missing(series, points, as_of),
        last_year=_last_year(series, row, start),
        nation=(
            _points(
                series_of(snapshot, indicator_id, nation.code), row.measure, as_of.year, as_of.month
            )
            if nation is not None and compared
            else ()
        ),
        plan=_plan(snapshot, year_key, as_of) if cumulative else (),
        stages=_stages(snapshot, year_key, as_of),
        half=half,
        annual=annual_value,
        half_gap=None if half is None or done is None else half - done,
        year_gap=None
        if annual_value is None or done is None or not cumulative
        else annual_value - done,
        needed_per_month=need,
        average=average,
        effort=effort,
        merges_jan_feb=series.indicator.calendar.merges(2),
    )


def headline_of(snapshot: Snapshot, indicator_id: str, region: str, as_of: Month) -> Progress:
    """Return an indicator's headline row, also when it has neither target nor figures."""
    indicator = snapshot.indicator(indicator_id)
    for row in headline_rows(snapshot, region, as_of, only=indicator_id):
        return row
    bare = RowKey(indicator_id, region, indicator.judged_by, as_of.year, None)
    return assess(snapshot, bare, as_of)


def target_key_of(row: Progress, horizon: Horizon) -> TargetKey:
    """Name the target of a row's measure at another horizon."""
    return TargetKey(row.indicator.id, row.region, row.year, horizon, row.measure)


def _points(series: Series, measure: Measure, year: int, until: int) -> tuple[Point, ...]:
    found = []
    for month in series.indicator.calendar.months:
        reading = series.read(measure, Month(year, month)) if month <= until else None
        if reading is not None:
            found.append(Point(month, reading.value, reading.derived))
    return tuple(found)


def _last_year(series: Series, row: Progress, start: tuple[Point, ...]) -> tuple[Point, ...]:
    points = _points(series, row.measure, row.year - 1, MONTHS_IN_YEAR)
    return start + points if points else ()


def _missing(series: Series, points: tuple[Point, ...], as_of: Month) -> tuple[int, ...]:
    held = {point.month for point in points}
    return tuple(
        month
        for month in series.indicator.calendar.months
        if month <= as_of.month and month not in held
    )


def _plan(snapshot: Snapshot, key: TargetKey, as_of: Month) -> tuple[Point, ...]:
    corners = path_points(snapshot, key, as_of)
    return tuple(Point(month, value) for month, value in corners) if len(corners) > 1 else ()


def _average(row: Progress, done: float | None) -> float | None:
    return None if done is None or row.month is None else done / row.month.month


def _stages(snapshot: Snapshot, key: TargetKey, as_of: Month) -> tuple[Stage, ...]:
    """Return the stage targets in order; the first one not over yet is the running one."""
    found: list[Stage] = []
    running_shown = False
    for horizon in STAGES:
        target, _ = lowest_target(snapshot, key.until(horizon), as_of)
        if target is None:
            continue
        row = assess(
            snapshot, RowKey(key.indicator, key.region, key.measure, key.year, horizon), as_of
        )
        shown = row.final or not running_shown
        running_shown = running_shown or not row.final
        judged = shown and not row.pending
        met = is_met(row.gap) if row.final and row.gap is not None else None
        found.append(
            Stage(
                horizon,
                target.value,
                row.value if judged else None,
                row.completion if judged else None,
                met,
            )
        )
    return tuple(found)
