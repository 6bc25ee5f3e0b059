"""The yearly cycle on a time axis: when each of the four stages is, and whether it is done."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from tracker.indicators import Light
from tracker.inspection.case import CaseState
from tracker.inspection.half_year import InspectionRow
from tracker.inspection.stage_list import StageName
from tracker.periods import JUNE, MONTHS_IN_YEAR, STAGES, Horizon, Month
from tracker.progress import headline_rows
from tracker.snapshot import Snapshot

FOLLOW_UP_DAY, ASSESSMENT_DAY = 10, 20
AXIS_MONTHS = 13
"""January to December, and January of the year after."""
LANE_WORDS = {
    StageName.FOLLOW_UP: "每月 10 日",
    StageName.ASSESSMENT: "季后 20 日",
    StageName.INSPECTION: "7 月",
    StageName.APPRAISAL: "次年 1 月",
}


class MarkState(StrEnum):
    """Whether a step of the cycle is past, stands before the door, or lies ahead."""

    DONE = "done"
    NOW = "now"
    NEXT = "next"


@dataclass(frozen=True, slots=True)
class StepMark:
    """One step. `at` and `until` are months from 1 January, `until` None for a single day."""

    stage: StageName
    at: float
    state: MarkState
    text: str = ""
    until: float | None = None


@dataclass(frozen=True, slots=True)
class Cycle:
    """The steps of a year. `at` is the time shown, in months from 1 January, with its words."""

    year: int
    at: float
    words: str
    marks: tuple[StepMark, ...]

    def lane(self, stage: StageName) -> tuple[StepMark, ...]:
        """Return the steps of one stage in order."""
        return tuple(mark for mark in self.marks if mark.stage is stage)


def place_of(day: date, year: int) -> float:
    """Return where a day begins on the axis, in months from 1 January of the year."""
    months = (day.year - year) * MONTHS_IN_YEAR + day.month - 1
    return months + (day.day - 1) / Month.of(day).last_day.day


def cycle(year: int, as_of: Month, today: date) -> Cycle:
    """Return the cycle of a year as seen today, or, looking back, at the end of the as-of month."""
    begins = place_of(today, year)
    looking_back = not 0 <= begins < AXIS_MONTHS
    seen = as_of.last_day + timedelta(days=1) if looking_back else today
    words = f"{as_of.month} 月末" if looking_back else f"{today.month} 月 {today.day} 日"
    marks = (
        *_follow_ups(year, seen),
        *_assessments(year, seen),
        _period(StageName.INSPECTION, year, Month(year, JUNE + 1), seen, "7 月 1—31 日"),
        _period(StageName.APPRAISAL, year, Month(year + 1, 1), seen, ""),
    )
    return Cycle(year, place_of(seen, year), words, marks)


def lane_notes(
    snapshot: Snapshot, region: str, as_of: Month, rows: Sequence[InspectionRow]
) -> dict[tuple[StageName, int], str]:
    """Return what is said beside a step, by lane and number: what was met, how many are listed.

    Raises UnknownName for the region.
    """
    notes = {}
    for number, stage in enumerate(STAGES):
        if stage.end_month <= as_of.month:
            judged = headline_rows(snapshot, region, Month(as_of.year, stage.end_month))
            met = sum(row.light is Light.GREEN for row in judged)
            notes[StageName.ASSESSMENT, number] = f"{met} 项达标"
    if rows:
        done = sum(row.state is CaseState.CLOSED for row in rows)
        closed = f"，已销号 {done} 项" if done else ""
        notes[StageName.INSPECTION, 0] = f"{len(rows)} 项{closed}"
    return notes


def current_stage(year: int, today: date) -> StageName:
    """Return the stage that a person most likely comes for: the period running, else the month."""
    this = Month.of(today)
    if this == Month(year, JUNE + 1):
        return StageName.INSPECTION
    if this == Month(year + 1, 1):
        return StageName.APPRAISAL
    return StageName.INSPECTION if this.year > year else StageName.FOLLOW_UP


def _follow_ups(year: int, seen: date) -> list[StepMark]:
    return [
        _step(StageName.FOLLOW_UP, year, Month(year, month), FOLLOW_UP_DAY, seen)
        for month in range(1, MONTHS_IN_YEAR + 1)
    ]


def _assessments(year: int, seen: date) -> list[StepMark]:
    return [
        _step(StageName.ASSESSMENT, year, Month(year, stage.end_month), ASSESSMENT_DAY, seen,
              "四季度" if stage is Horizon.FY else _QUARTERS[stage])
        for stage in STAGES
    ]  # fmt: skip


_QUARTERS = {Horizon.Q1: "一季度", Horizon.H1: "二季度", Horizon.Q3: "三季度"}


def _step(
    stage: StageName, year: int, month: Month, day: int, seen: date, text: str = ""
) -> StepMark:
    """Place what is done about a month on a day of the month after."""
    following = month.plus(1)
    on = date(following.year, following.month, day)
    if on < seen:
        state = MarkState.DONE
    else:
        state = MarkState.NOW if seen > month.last_day else MarkState.NEXT
    return StepMark(stage, place_of(on, year), state, text)


def _period(stage: StageName, year: int, month: Month, seen: date, text: str) -> StepMark:
    first = date(month.year, month.month, 1)
    state = MarkState.NOW
    if seen < first:
        state = MarkState.NEXT
    elif seen > month.last_day:
        state = MarkState.DONE
    begins = place_of(first, year)
    return StepMark(stage, begins, state, text, begins + 1)
