"""年终总评: whole-year scores and ranks, and the stars of the year: completions and movements."""

from collections.abc import Iterable
from dataclasses import dataclass

from tracker.assessment import Scheme
from tracker.indicators import Light, Region
from tracker.inspection.scores import (
    SCORE_HEADS,
    SCORE_RIGHT,
    SCORE_WIDE,
    Adjusted,
    department_scores,
    nothing_by_hand,
    region_scores,
    score_line,
    scores_sentence,
)
from tracker.inspection.stage_list import StageLine, StageList, StageName
from tracker.periods import MONTHS_IN_YEAR, Horizon, Month
from tracker.progress import Progress, completion_words, headline_rows, light_word, value_words
from tracker.snapshot import Snapshot
from tracker.wording import DASH, movement

STARS = 5
"""How many stars of each sort are named."""


@dataclass(frozen=True, slots=True)
class CompletionStar:
    """A task of a region that went furthest beyond its annual target."""

    progress: Progress
    region: Region


@dataclass(frozen=True, slots=True)
class MovementStar:
    """A region that gained places between the first quarter's scores and the year's."""

    region: Region
    first: int
    last: int

    @property
    def gained(self) -> int:
        """进位: places gained."""
        return self.first - self.last


def completion_stars(
    snapshot: Snapshot, regions: Iterable[Region], year: int
) -> tuple[CompletionStar, ...]:
    """Return the best completions of annual tasks, the best first; ceilings do not count."""
    december = Month(year, MONTHS_IN_YEAR)
    found = [
        CompletionStar(row, region)
        for region in regions
        for row in headline_rows(snapshot, region.code, december)
        if row.final
        and row.horizon is Horizon.FY
        and row.completion is not None
        and row.light is Light.GREEN
        and not row.is_ceiling
    ]
    return tuple(sorted(found, key=lambda one: -(one.progress.completion or 0.0))[:STARS])


def movement_stars(
    snapshot: Snapshot,
    scheme: Scheme,
    regions: Iterable[Region],
    year: int,
    adjusted: Adjusted = nothing_by_hand,
) -> tuple[MovementStar, ...]:
    """Return who gained most places from the first quarter's ranks to the year's, best first."""
    held = list(regions)
    first, last = (
        {row.region.code: row for row in region_scores(snapshot, scheme, held, horizon, year,
                                                       adjusted)}
        for horizon in (Horizon.Q1, Horizon.FY)
    )  # fmt: skip
    found = []
    for code, row in last.items():
        before = first[code].rank
        if row.rank is not None and before is not None and before > row.rank:
            found.append(MovementStar(row.region, before, row.rank))
    return tuple(sorted(found, key=lambda one: (-one.gained, one.last))[:STARS])


def appraisal_list(
    snapshot: Snapshot,
    scheme: Scheme,
    regions: Iterable[Region],
    as_of: Month,
    adjusted: Adjusted = nothing_by_hand,
) -> StageList:
    """Put the scores of a whole year and its stars into a list; before December it is empty."""
    held = list(regions)
    year = as_of.year
    title = f"{year} 年年终总评"
    if as_of.month < MONTHS_IN_YEAR or not held:
        return StageList(StageName.APPRAISAL, title, f"{year} 年还没有过完，12 月有数后总评",
                         SCORE_HEADS, (), sample=snapshot.is_sample)  # fmt: skip
    scored = region_scores(snapshot, scheme, held, Horizon.FY, year, adjusted)
    departments = department_scores(snapshot, scheme, held[0], Horizon.FY, year, adjusted)
    lines = [
        *(score_line("地区", row) for row in scored),
        *(score_line("部门", row) for row in departments),
        *(_star(star) for star in completion_stars(snapshot, held, year)),
        *(_mover(star) for star in movement_stars(snapshot, scheme, held, year, adjusted)),
    ]
    return StageList(
        StageName.APPRAISAL,
        title,
        scores_sentence(Horizon.FY, scheme, [*scored, *departments]),
        SCORE_HEADS,
        tuple(lines),
        SCORE_WIDE,
        SCORE_RIGHT,
        snapshot.is_sample,
    )


def _star(star: CompletionStar) -> StageLine:
    row = star.progress
    said = f"{row.indicator.name} {value_words(row)}，完成全年目标的 {completion_words(row)}"
    cells = ("完成之星", star.region.name, DASH, DASH, DASH, completion_words(row), DASH,
             f"{said}，{light_word(row)}")  # fmt: skip
    return StageLine(cells, None, row.indicator.id, star.region.code)


def _mover(star: MovementStar) -> StageLine:
    said = f"一季度第 {star.first} 位，全年第 {star.last} 位，进 {star.gained} 位"
    cells = ("进位之星", star.region.name, movement(star.gained), DASH, DASH, DASH, DASH, said)
    return StageLine(cells, None, "", star.region.code)
