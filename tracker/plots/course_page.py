"""The courses of all headline indicators of a region, for one page of small charts."""

from dataclasses import dataclass

from tracker.board import Board, board
from tracker.indicators import Light
from tracker.periods import Month
from tracker.progress.result import Rule
from tracker.snapshot import Snapshot
from tracker.trajectory import Trajectory, trajectory

_HURRY = {Light.RED: 0, Light.YELLOW: 1, Light.NONE: 2, Light.GREEN: 3}


@dataclass(frozen=True, slots=True)
class CoursePage:
    """A board with the course of each of its rows that have figures, in the board's order."""

    board: Board
    courses: tuple[Trajectory, ...]

    def most_urgent(self, count: int) -> tuple[Trajectory, ...]:
        """Return so many courses in the board's order, those that need attention kept first."""
        order = sorted(self.courses, key=lambda one: _HURRY[one.progress.light])
        kept = {id(one) for one in order[:count]}
        return tuple(one for one in self.courses if id(one) in kept)


def course_page(snapshot: Snapshot, region: str, as_of: Month) -> CoursePage:
    """Read the board and follow each of its indicators. Raises UnknownName."""
    read = board(snapshot, region, as_of)
    drawn = (row.progress for row in read.rows if row.progress.rule is not Rule.MILESTONE)
    ids = [progress.indicator.id for progress in drawn]
    return CoursePage(read, tuple(trajectory(snapshot, one, region, as_of) for one in ids))
