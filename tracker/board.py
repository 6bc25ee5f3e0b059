"""The board: the headline rows of a region at a month, in two groups, and what sums them up.

One reading of the snapshot feeds the table on 总览, the board chart, the status bar and the
finding line.
"""

from dataclasses import dataclass

from tracker.indicators import Light
from tracker.periods import Month
from tracker.progress.result import Progress
from tracker.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class BoardRow:
    """A headline row and the columns that only a board has.

    `need` and `effort` run to the half of the annual task until June and to the year's end from
    June on (累计类); for 增速类 `need` is the growth needed in the rest (后期须增, %).
    `half_gap_pp` is completion − 50 %. `nation_gap` is the nation's value − target in pp on the
    axis of the ruler (mirrored for ceilings: right is always good), None when not held.
    `plan_tick` is the plan path's share where the yard-stick is not linear.
    `tag` is 上限, 硬任务, 按季节 or 一季度.
    """

    progress: Progress
    tags: tuple[str, ...]
    need: float | None
    effort: float | None
    half_gap_pp: float | None
    nation_gap: float | None
    nation_value: float | None
    plan_tick: float | None


@dataclass(frozen=True, slots=True)
class Board:
    """The rows of a region at a month. `tasks` are the 累计 tasks that count (no ceilings)."""

    region: str
    as_of: Month
    cumulative: tuple[BoardRow, ...]
    growth: tuple[BoardRow, ...]
    lights: dict[Light, int]
    tasks: int
    tasks_past_half: int
    due: int
    reported: int

    @property
    def rows(self) -> tuple[BoardRow, ...]:
        """All rows, 累计类 first."""
        return self.cumulative + self.growth
