"""The drive 双过半 in brief, as a poster tells it: growth, tasks met, the levers, hard tasks."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tracker.errors import UnknownName
from tracker.indicators import Basis, Comparator, Light, Measure, Target
from tracker.lights import EPSILON
from tracker.outlook.comparison import against_nation, record_years
from tracker.periods import MONTHS_IN_YEAR, Horizon, Month
from tracker.progress.result import Progress, Rule
from tracker.progress.rows import headline_rows, rows
from tracker.ranking import members_at
from tracker.readings import Series, series_of
from tracker.snapshot import Snapshot

LEVERS = ("项目", "工业", "区域", "消费", "三农", "招商", "外贸", "民生")
"""The eight of the drive, in their order."""
_REGIONAL = "区域"
_REGIONS_BY = "gdp"
"""The lever of the regions is told by how many of them reach their target of growth."""
_QUARTER = 3


@dataclass(frozen=True, slots=True)
class GrowthBeside:
    """A growth of the stage beside the nation's, in %; `rank` among the provinces, if held."""

    progress: Progress
    value: float
    nation: float
    rank: int | None


@dataclass(frozen=True, slots=True)
class TaskMet:
    """A task that has reached its goal: the stage's target or, `by_pace`, what is due by now.

    `growth` in % and `balance` in the unit stand beside where they are held; `record_years` is
    the n of 创近n年新高.
    """

    progress: Progress
    value: float
    goal: float
    by_pace: bool
    growth: float | None
    balance: float | None
    record_years: int | None


@dataclass(frozen=True, slots=True)
class LeverState:
    """How many of a lever's indicators show each light; `of_regions`: how many regions do."""

    lever: str
    lights: Mapping[Light, int]
    of_regions: bool = False

    @property
    def total(self) -> int:
        """How many have a target."""
        return sum(self.lights.values())

    @property
    def met(self) -> int:
        """How many are green."""
        return self.lights.get(Light.GREEN, 0)

    @property
    def worst(self) -> Light:
        """The worst light among them."""
        for light in (Light.RED, Light.YELLOW, Light.NONE):
            if self.lights.get(light, 0):
                return light
        return Light.GREEN if self.total else Light.NONE


@dataclass(frozen=True, slots=True)
class HardTask:
    """A binding task of the year."""

    progress: Progress
    target: Target


@dataclass(frozen=True, slots=True)
class Drive:
    """What a poster tells of a region. `stage` is the last quarter's end by as-of, or as-of."""

    region: str
    as_of: Month
    stage: Month
    growth: tuple[GrowthBeside, ...]
    tasks: tuple[TaskMet, ...]
    levers: tuple[LeverState, ...]
    hard: tuple[HardTask, ...]

    @property
    def is_blank(self) -> bool:
        """Say whether there is nothing to tell."""
        return not (self.growth or self.tasks or self.hard or any(s.total for s in self.levers))


def drive(snapshot: Snapshot, region: str, as_of: Month) -> Drive:
    """Read the drive of a region at a month. Raises UnknownName for an unknown region."""
    quarter = as_of.month // _QUARTER * _QUARTER
    stage = Month(as_of.year, quarter) if quarter else as_of
    staged = headline_rows(snapshot, region, stage)
    now = headline_rows(snapshot, region, as_of)
    return Drive(
        region=region,
        as_of=as_of,
        stage=stage,
        growth=_growth(snapshot, staged),
        tasks=_met_at_stage(snapshot, region, stage) or _ahead(snapshot, now),
        levers=_levers(snapshot, region, as_of, now),
        hard=_hard(snapshot, now),
    )


def _growth(snapshot: Snapshot, staged: Sequence[Progress]) -> tuple[GrowthBeside, ...]:
    """Return the growth of the stage beside the nation's, those ahead of it first."""
    found: list[GrowthBeside] = []
    for row in staged:
        beside = against_nation(snapshot, row)
        if beside is None or row.measure is not Measure.GROWTH or row.is_ceiling or not row.month:
            continue
        rank = series_of(snapshot, row.indicator.id, row.region).entered(Measure.RANK, row.month)
        # A place worked out among the ledger's own regions is none in the nation.
        place = None if rank is None else round(rank.value)
        found.append(GrowthBeside(row, beside.own, beside.nation, place))
    return tuple(sorted(found, key=lambda one: one.value < one.nation))


def _met_at_stage(snapshot: Snapshot, region: str, stage: Month) -> tuple[TaskMet, ...]:
    """Return what has surpassed the target of the stage that just ended."""
    found: list[TaskMet] = []
    for row in rows(snapshot, region, stage):
        ends_now = row.horizon is not None and row.horizon.end_month == stage.month
        if not ends_now or not row.final or row.pending or row.value is None or row.target is None:
            continue
        at_least = row.target.comparator is Comparator.AT_LEAST
        if at_least and row.gap is not None and row.gap > EPSILON:
            found.append(_task(snapshot, row, row.value, row.target.value, by_pace=False))
    return tuple(found)


def _ahead(snapshot: Snapshot, now: Sequence[Progress]) -> tuple[TaskMet, ...]:
    """Return the tasks of the year that are ahead of their pace, the furthest first."""
    ahead = [
        row
        for row in now
        if row.rule is Rule.FLOW and not row.is_ceiling and (row.pace_gap_pp or 0.0) > EPSILON
    ]
    ahead.sort(key=lambda row: -(row.pace_gap_pp or 0.0))
    return tuple(
        _task(snapshot, row, row.value, row.target.value * row.pace, by_pace=True)
        for row in ahead
        if row.value is not None and row.target is not None and row.pace is not None
    )


def _task(
    snapshot: Snapshot, row: Progress, value: float, goal: float, *, by_pace: bool
) -> TaskMet:
    series = series_of(snapshot, row.indicator.id, row.region)
    growth = balance = None
    if row.month is not None:
        if row.measure is not Measure.GROWTH:
            growth = _read(series, Measure.GROWTH, row.month)
        elif row.indicator.basis is Basis.BALANCE:
            balance = _read(series, Measure.AMOUNT, row.month)
    return TaskMet(row, value, goal, by_pace, growth, balance, record_years(snapshot, row))


def _read(series: Series, measure: Measure, month: Month) -> float | None:
    reading = series.read(measure, month)
    return None if reading is None else reading.value


def _levers(
    snapshot: Snapshot, region: str, as_of: Month, now: Sequence[Progress]
) -> tuple[LeverState, ...]:
    """Count the lights of each lever's indicators; for 区域 those of the regions below."""
    found: list[LeverState] = []
    for lever in LEVERS:
        regional = lever == _REGIONAL
        if regional:
            judged = _regional(snapshot, region, as_of)
        else:
            judged = [row for row in now if row.indicator.lever == lever]
        lights = [row.light for row in judged if row.target is not None]
        counted = {light: lights.count(light) for light in Light if light in lights}
        found.append(LeverState(lever, counted, regional))
    return tuple(found)


def _regional(snapshot: Snapshot, region: str, as_of: Month) -> list[Progress]:
    """Return the regions' rows of the indicator that the lever 区域 is told by."""
    try:
        snapshot.indicator(_REGIONS_BY)
    except UnknownName:
        return []
    return [
        row
        for member in members_at(snapshot, region)
        for row in headline_rows(snapshot, member.code, as_of, only=_REGIONS_BY)
    ]


def _hard(snapshot: Snapshot, now: Sequence[Progress]) -> tuple[HardTask, ...]:
    """Return the tasks tagged 硬任务 with their target of the year."""
    found: list[HardTask] = []
    for row in now:
        if not row.indicator.tag or row.target is None:
            continue
        key = row.target.key._replace(horizon=Horizon.FY)
        target = snapshot.target_in_force(key, Month(row.year, MONTHS_IN_YEAR))
        if target is not None:
            found.append(HardTask(row, target))
    return tuple(found)
