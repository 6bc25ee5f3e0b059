"""The course of one indicator over a year: points, plan, last year, half and what is still needed."""

from dataclasses import dataclass

from tracker.periods import Horizon, Month
from tracker.progress.result import Progress
from tracker.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class Point:
    """A value at the end of a month (0: the start of the year). `derived` marks 推算."""

    month: int
    value: float
    derived: bool = False


@dataclass(frozen=True, slots=True)
class Stage:
    """A stage target: 一季度 600. `completion` of its own task where it can be judged."""

    horizon: Horizon
    value: float
    completion: float | None
    met: bool | None


@dataclass(frozen=True, slots=True)
class Trajectory:
    """What the trajectory chart and the small one in the pane draw.

    `points` run from January to the as-of month and leave missing months out; they start with
    (0, 0) when `cumulative`. `plan` is the path through the stage targets, `half` is 0.5 × FY.
    `missing` are months that were due, lie before the last point and have no value.
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
    needed_per_month: float | None
    average: float | None
    effort: float | None
    merges_jan_feb: bool
