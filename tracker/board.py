"""The board: the headline rows of a region at a month, in two groups, and what sums them up.

One reading of the snapshot feeds the table on 总览, the board chart, the status bar and the
finding line.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from tracker.breaks import breaks_of
from tracker.indicators import Comparator, Light, Measure, PaceName, TargetKey
from tracker.lights import EPSILON, LightRules
from tracker.periods import JUNE, MONTHS_IN_YEAR, Horizon, Month
from tracker.progress.double_half import HALF
from tracker.progress.pace import pace_at
from tracker.progress.result import Progress, Rule
from tracker.progress.rows import headline_rows
from tracker.readings import Reading, series_of
from tracker.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class BoardRow:
    """A headline row and the columns that only a board has.

    `need` and `effort` run to the half of the annual task until June and to the year's end from
    June on (累计类); for 增速类 `need` is the growth needed in the rest (后期须增, %).
    `half_gap_pp` is completion − 50 %. `nation_gap` is the nation's value − target in pp on the
    axis of the ruler (mirrored for ceilings: right is always good), None when not held.
    `ruler_share` and `ruler_pace` are completion and pace on the annual ruler, and `plan_tick` is
    there where the yard-stick is not linear: a task that ends in month k fills k ÷ 12 of it, so a
    half-year task that is done reaches the half line and the time line fits every row.
    `tags` are 上限, 硬任务, 按计划 / 按往年 and the period judged (一季度).
    """

    progress: Progress
    tags: tuple[str, ...]
    need: float | None
    effort: float | None
    half_gap_pp: float | None
    nation_gap: float | None
    nation_value: float | None
    plan_tick: float | None
    ruler_share: float | None = None
    ruler_pace: float | None = None


@dataclass(frozen=True, slots=True)
class Board:
    """The rows of a region at a month.

    `tasks` are the 累计 tasks that count (no ceilings), `tasks_past_half` those past half: by
    their June figure from June on, before that those which the speed so far would bring there.
    `lights` counts rows that have a target; `due` and `reported` count those of them with a figure
    due in the as-of month.
    """

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

    @property
    def judged(self) -> tuple[BoardRow, ...]:
        """The rows that have a target."""
        return tuple(row for row in self.rows if row.progress.target is not None)

    @property
    def most_behind(self) -> tuple[BoardRow, ...]:
        """The rows that must speed up (effort > 1), the most first."""
        behind = [row for row in self.cumulative if (row.effort or 0.0) > 1.0]
        return tuple(sorted(behind, key=lambda row: -(row.effort or 0.0)))

    def with_light(self, light: Light) -> tuple[BoardRow, ...]:
        """The rows with a target that show a light, in the board's order."""
        return tuple(row for row in self.judged if row.progress.light is light)


PACE_TAGS = {PaceName.PLAN: "按计划", PaceName.SEASONAL: "按往年"}
_ENDS = {3: "一季度", 6: "上半年", 9: "前三季度", 12: "全年"}


def board(snapshot: Snapshot, region: str, as_of: Month, rules: LightRules | None = None) -> Board:
    """Read the board of a region at a month. Raises UnknownName for an unknown region."""
    rows = [board_row(snapshot, row) for row in headline_rows(snapshot, region, as_of, rules)]
    cumulative = tuple(row for row in rows if _accumulates(row.progress))
    growth = tuple(row for row in rows if not _accumulates(row.progress))
    tasks = [row for row in cumulative if row.progress.double_half is not None]
    judged = [row for row in rows if row.progress.target is not None]
    lights = {light: sum(row.progress.light is light for row in judged) for light in Light}
    due = [row for row in judged if row.progress.indicator.calendar.is_due(as_of.month)]
    return Board(
        region=region,
        as_of=as_of,
        cumulative=cumulative,
        growth=growth,
        lights=lights,
        tasks=len(tasks),
        tasks_past_half=sum(_past_half(row) for row in tasks),
        due=len(due),
        reported=sum(row.progress.month == as_of for row in due),
    )


def board_row(snapshot: Snapshot, row: Progress) -> BoardRow:
    """Add to a headline row what only a board shows."""
    need, effort = need_and_effort(row)
    nation = _nation(snapshot, row)
    plan_tick, yard_stick = _plan_tick(snapshot, row)
    target = None if row.target is None else row.target.value
    gap = None
    if nation is not None and target is not None and row.rule is Rule.RATE:
        gap = target - nation.value if row.is_ceiling else nation.value - target
    accumulating = row.rule.accumulates and row.completion is not None
    half_gap = None
    if accumulating and not row.pending and row.completion is not None:
        direction = -1 if row.is_ceiling else 1
        half_gap = direction * (row.completion - HALF) * 100
    return BoardRow(
        progress=row,
        tags=_tags(row, yard_stick) + _break_tag(snapshot, row),
        need=need,
        effort=effort,
        half_gap_pp=half_gap,
        nation_gap=gap,
        nation_value=None if nation is None else nation.value,
        plan_tick=_on_ruler(row, plan_tick),
        ruler_share=_on_ruler(row, row.completion),
        ruler_pace=_on_ruler(row, row.pace),
    )


def _on_ruler(row: Progress, share: float | None) -> float | None:
    """Put a share of a row's task on the ruler of the year."""
    if share is None or row.horizon is None:
        return None
    return share * row.horizon.end_month / MONTHS_IN_YEAR


def _accumulates(row: Progress) -> bool:
    if row.target is None:
        return row.rule is Rule.FLOW
    return row.rule.accumulates


def need_and_effort(row: Progress) -> tuple[float | None, float | None]:
    """Return need and effort: to the half until June, then to the horizon's end."""
    if not row.rule.accumulates:
        return row.growth_needed, None
    if row.is_ceiling or row.pending:
        return None, None
    halves = row.double_half
    if row.as_of.month < JUNE and row.horizon is Horizon.FY and halves is not None:
        return halves.needed_per_month, halves.effort
    return row.needed_per_month, row.effort


def _nation(snapshot: Snapshot, row: Progress) -> Reading | None:
    """Return the nation's growth of the month judged, if it is another region and is held."""
    nation = snapshot.catalogue.nation
    if nation is None or nation.code == row.region or row.month is None or row.pending:
        return None
    if row.measure is not Measure.GROWTH:
        return None
    return series_of(snapshot, row.indicator.id, nation.code).read(Measure.GROWTH, row.month)


def _past_half(row: BoardRow) -> bool:
    """Say whether a task is past half, or would be by June at the speed so far."""
    halves = row.progress.double_half
    if halves is None or row.progress.as_of.month >= JUNE:
        return halves is not None and halves.half_met is True
    if halves.needed_per_month is None:
        return False
    if halves.needed_per_month <= EPSILON:
        return True
    return halves.effort is not None and halves.effort <= 1 + EPSILON


def _plan_tick(snapshot: Snapshot, row: Progress) -> tuple[float | None, PaceName]:
    """Return where the indicator's own yard-stick stands at as-of, and its name; linear: None."""
    if row.rule is not Rule.FLOW or row.target is None or row.horizon is None:
        return None, PaceName.LINEAR
    key = TargetKey(row.indicator.id, row.region, row.year, row.horizon, row.measure)
    month = min(row.as_of.month, row.horizon.end_month)
    pace, name = pace_at(snapshot, key, row.as_of, month)
    return (None if name is PaceName.LINEAR else pace), name


def _tags(row: Progress, yard_stick: PaceName) -> tuple[str, ...]:
    """Return the small words behind a name."""
    tags: list[str] = []
    if row.is_ceiling and row.rule is not Rule.RANK:
        tags.append("上限")
    if row.target is not None and row.target.comparator is Comparator.ABOUT:
        tags.append("左右")
    if row.indicator.tag:
        tags.append(row.indicator.tag)
    if yard_stick in PACE_TAGS:
        tags.append(PACE_TAGS[yard_stick])
    if row.judged_earlier and row.month is not None:
        tags.append(_ENDS.get(row.month.month, f"截至{row.month.month}月"))
    elif row.horizon is not None and row.horizon is not Horizon.FY:
        tags.append(row.horizon.label)
    return tuple(dict.fromkeys(tags))


def _break_tag(snapshot: Snapshot, row: Progress) -> tuple[str, ...]:
    """Mark a row whose figures are not comparable with those of the year before."""
    held = breaks_of(snapshot.settings, row.indicator.id)
    return ("不可比",) if any(row.as_of.year_before < month <= row.as_of for month in held) else ()


def short_names(rows: Sequence[BoardRow], most: int = 3) -> str:
    """List short names as sentences do: 外贸、避险搬迁, or 外贸、固投、社零等5项."""
    names = [row.progress.indicator.short_name for row in rows]
    if len(names) <= most:
        return "、".join(names)
    return f"{'、'.join(names[:most])}等 {len(names)} 项"
