"""The growth of an indicator over last year and this one, beside the nation or the province."""

from dataclasses import dataclass

from tracker.errors import ExportError
from tracker.indicators import Indicator, Measure, Region, RegionLevel, TargetKey
from tracker.periods import MONTHS_IN_YEAR, STAGES, Horizon, Month
from tracker.progress.pace import lowest_target
from tracker.readings import Series, series_of
from tracker.snapshot import Snapshot
from tracker.trajectory import Point


@dataclass(frozen=True, slots=True)
class GrowthYear:
    """One year: what the region and the one beside it reached by month, in %.

    `target` is the year's target of growth, `missing` the months due by as-of without a figure.
    """

    year: int
    points: tuple[Point, ...]
    beside: tuple[Point, ...]
    target: float | None
    missing: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class GrowthStage:
    """The last end of a quarter with a figure: value and rank, and the gap to the one beside."""

    horizon: Horizon
    value: float
    beside: float | None
    rank: int | None


@dataclass(frozen=True, slots=True)
class GrowthCourse:
    """What the growth chart draws. `beside` is the region compared with (None: none held)."""

    indicator: Indicator
    region: Region
    beside: Region | None
    as_of: Month
    measure: Measure
    years: tuple[GrowthYear, ...]
    stage: GrowthStage | None
    merges_jan_feb: bool

    @property
    def this_year(self) -> GrowthYear:
        """The year of the as-of month."""
        return self.years[-1]

    @property
    def last(self) -> Point | None:
        """The last figure of this year."""
        points = self.this_year.points
        return points[-1] if points else None

    @property
    def beside_last(self) -> float | None:
        """What the one beside reached in the month of the last figure."""
        return None if self.last is None else value_at(self.this_year.beside, self.last.month)

    @property
    def decimals(self) -> int:
        """The digits that values are printed with."""
        return self.indicator.decimals_of(self.measure)

    @property
    def target_gap(self) -> float | None:
        """The last figure against this year's target; positive is good."""
        target = self.this_year.target
        if target is None or self.last is None:
            return None
        gap = self.last.value - target
        return -gap if self.indicator.better == "lower" else gap


def growth_course(snapshot: Snapshot, indicator_id: str, region: str, as_of: Month) -> GrowthCourse:
    """Follow an indicator's growth over two years.

    Raises UnknownName, and ExportError when neither year has a figure.
    """
    indicator, place = snapshot.indicator(indicator_id), snapshot.region(region)
    measure = Measure.GROWTH
    if indicator.judged_by is Measure.AMOUNT and indicator.unit == "%":
        measure = Measure.AMOUNT
    series = series_of(snapshot, indicator_id, region)
    other = _beside(snapshot, place)
    compared = None if other is None else series_of(snapshot, indicator_id, other.code)
    years = (
        _year(series, compared, measure, Month(as_of.year - 1, MONTHS_IN_YEAR)),
        _year(series, compared, measure, as_of),
    )
    if not any(year.points for year in years):
        raise ExportError(
            f"{place.name}{indicator.name}在 {as_of.year - 1} 年和 {as_of.year} 年都没有增速，"
            "请先填报或换一个指标。"
        )
    held = any(year.beside for year in years)
    return GrowthCourse(
        indicator,
        place,
        other if held else None,
        as_of,
        measure,
        years,
        _stage(series, years[-1]),
        indicator.calendar.merges(2),
    )


def value_at(points: tuple[Point, ...], month: int) -> float | None:
    """Return the value of a month; None where there is none."""
    return next((point.value for point in points if point.month == month), None)


def _beside(snapshot: Snapshot, place: Region) -> Region | None:
    """Return what a region is held against: the nation; below the province, the province."""
    if place.level is RegionLevel.NATION:
        return None
    if place.level is RegionLevel.PROVINCE:
        return snapshot.catalogue.nation
    return snapshot.catalogue.province


def _year(series: Series, compared: Series | None, measure: Measure, until: Month) -> GrowthYear:
    points = _points(series, measure, until)
    held = {point.month for point in points}
    due = series.indicator.calendar.months
    key = TargetKey(series.indicator.id, series.region, until.year, Horizon.FY, measure)
    target, _ = lowest_target(series.snapshot, key, until)
    return GrowthYear(
        until.year,
        points,
        () if compared is None else _points(compared, measure, until),
        None if target is None else target.value,
        tuple(month for month in due if month <= until.month and month not in held),
    )


def _points(series: Series, measure: Measure, until: Month) -> tuple[Point, ...]:
    found = []
    for month in series.indicator.calendar.months:
        reading = series.read(measure, Month(until.year, month)) if month <= until.month else None
        if reading is not None:
            found.append(Point(month, reading.value, reading.derived))
    return tuple(found)


def _stage(series: Series, year: GrowthYear) -> GrowthStage | None:
    """Return the last quarter's end with a figure."""
    for horizon in reversed(STAGES):
        value = value_at(year.points, horizon.end_month)
        if value is not None:
            rank = series.entered(Measure.RANK, Month(year.year, horizon.end_month))
            return GrowthStage(
                horizon,
                value,
                value_at(year.beside, horizon.end_month),
                None if rank is None else round(rank.value),
            )
    return None
