"""半年督查: every indicator and region not past half, with its case; overdue ones first."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from tracker.indicators import Indicator, Light, Region, TargetKey
from tracker.inspection.case import STATE_WORDS, Case, CaseState, cases_of
from tracker.inspection.stage_list import StageLine, StageList, StageName
from tracker.lights import EPSILON
from tracker.periods import JUNE, Horizon, Month, period_label
from tracker.progress import (
    Progress,
    gap_words,
    headline_rows,
    indicator_rows,
    light_word,
    target_words,
    value_words,
)
from tracker.progress.double_half import HALF
from tracker.progress.pace import lowest_target
from tracker.snapshot import Snapshot
from tracker.wording import DASH, number

SOON_DAYS = 7
"""A due date so near is shown as pressing."""
_LIGHTS = (Light.RED, Light.YELLOW, Light.NONE, Light.GREEN)
_FAR = 99_999


@dataclass(frozen=True, slots=True)
class InspectionRow:
    """An indicator of a region that lags at the half (or has a case), and its case.

    `half` is what June should bring: the half-year target, else half of the annual one (None for
    growth and where there is no target).
    """

    progress: Progress
    region: Region
    half: float | None
    case: Case | None

    @property
    def key(self) -> tuple[str, str]:
        """Indicator and region: what tells rows apart."""
        return self.progress.indicator.id, self.region.code

    @property
    def department(self) -> str:
        """Who answers for it: as the case says, else the indicator's 牵头单位."""
        written = "" if self.case is None else self.case.department
        return written or self.progress.indicator.lead_department

    @property
    def state(self) -> CaseState:
        """The state of the case; without one its measure is waited for."""
        return CaseState.AWAITED if self.case is None else self.case.state

    @property
    def actual(self) -> str:
        """The value judged, — when it is not reported."""
        return value_words(self.progress)

    @property
    def task(self) -> str:
        """What it is held against, with its unit: 310.0 亿元, 10.0%."""
        row = self.progress
        if self.half is None:
            return target_words(row)
        return f"{number(self.half, row.indicator.decimals_of(row.measure))} {row.unit}"

    @property
    def gap(self) -> str:
        """The gap the light hangs on, signed."""
        return gap_words(self.progress)

    def due_words(self, today: date) -> str:
        """Say how the due date lies: 还有 13 天, 今天到期, 逾期 3 天, 按期; empty without one."""
        if self.case is None or self.case.due_on is None:
            return ""
        left = self.case.days_left(today)
        if left is None:
            ended = self.case.closed_on
            late = 0 if ended is None else (ended - self.case.due_on).days
            return f"晚 {late} 天销号" if late > 0 else "按期"
        if left < 0:
            return f"逾期 {-left} 天"
        return f"还有 {left} 天" if left else "今天到期"

    def urgency(self, today: date) -> int:
        """2: overdue; 1: due within a week; 0: neither."""
        left = None if self.case is None else self.case.days_left(today)
        if left is None:
            return 0
        return 2 if left < 0 else 1 if left <= SOON_DAYS else 0


def watched_regions(snapshot: Snapshot, region: str) -> tuple[Region, ...]:
    """Return a region and those directly below it. Raises UnknownName."""
    return (snapshot.region(region), *snapshot.catalogue.members(region))


def half_month(as_of: Month) -> Month:
    """Return the month the half is judged at: June, or before it the as-of month."""
    return Month(as_of.year, min(as_of.month, JUNE))


def period_words(month: Month) -> str:
    """Name the period of the list's figures: 上半年, before June 1—4 月."""
    return "上半年" if month.month == JUNE else period_label(month.month)


def inspection_rows(
    snapshot: Snapshot, regions: Iterable[Region], as_of: Month, today: date
) -> tuple[InspectionRow, ...]:
    """Return what is not past half by June, or before June would not be at the speed so far.

    Indicators with a case of the year stay in the list when they have caught up. Overdue first,
    then due within a week, then by light and gap. Raises UnknownName.
    """
    month = half_month(as_of)
    cases = _latest(cases_of(snapshot.settings, as_of.year))
    found = []
    for region in regions:
        for row in headline_rows(snapshot, region.code, month):
            case = cases.get((row.indicator.id, region.code))
            if case is not None or is_behind_half(row):
                half = _half(snapshot, row, month)
                found.append(InspectionRow(row, region, half, case))
    places = {row.key: at for at, row in enumerate(found)}
    return tuple(sorted(found, key=lambda row: (*_order(row, today), places[row.key])))


def unlisted(
    snapshot: Snapshot, region: str, as_of: Month, rows: Iterable[InspectionRow]
) -> tuple[Indicator, ...]:
    """Return a region's indicators with a target that are in no row, in the catalogue's order."""
    listed = {row.key[0] for row in rows if row.region.code == region}
    held = {key.indicator for key in snapshot.tasks(region, as_of.year, as_of)} - listed
    return tuple(one for one in snapshot.catalogue.indicators.values() if one.id in held)


def is_behind_half(row: Progress) -> bool:
    """Say whether a headline row is not past half: by double_half, a rate by its light."""
    if row.target is None or row.pending:
        return False
    halves = row.double_half
    if halves is None:
        return row.light in (Light.RED, Light.YELLOW)
    if row.as_of.month >= JUNE:
        return halves.half_met is False or halves.plan_met is False
    if halves.needed_per_month is None or halves.needed_per_month <= EPSILON:
        return False
    return halves.effort is None or halves.effort > 1 + EPSILON


def inspection_sentence(rows: Iterable[InspectionRow], as_of: Month, today: date) -> str:
    """Sum a list up: 半年督查 8 项：4 项整改中，1 项还没报措施，1 项逾期."""
    held = list(rows)
    if not held:
        return "没有滞后指标"
    states = Counter(row.state for row in held)
    words = {
        CaseState.UNDER_WAY: "项整改中",
        CaseState.CHECKING: "项待复核",
        CaseState.AWAITED: "项还没报措施",
        CaseState.CLOSED: "项已销号",
    }
    parts = [f"{states[state]} {word}" for state, word in words.items() if states[state]]
    overdue = sum(row.urgency(today) == 2 for row in held)
    if overdue:
        parts.append(f"{overdue} 项逾期")
    name = "半年督查" if as_of.month >= JUNE else "照现在速度 6 月底过不了半"
    return f"{name} {len(held)} 项：{'，'.join(parts)}"


def state_counts(rows: Iterable[InspectionRow]) -> str:
    """Count rows by state: 半年督查 8 项：待报措施 1　整改中 4　待复核 2　已销号 1."""
    states = Counter(row.state for row in rows)
    counts = "　".join(f"{word} {states[state]}" for state, word in STATE_WORDS.items())
    return f"半年督查 {states.total()} 项：{counts}" if states else ""


def inspection_list(
    snapshot: Snapshot, rows: Iterable[InspectionRow], as_of: Month, today: date
) -> StageList:
    """Put rows into a list to print and export."""
    held = tuple(rows)
    month = half_month(as_of)
    period = period_words(month)
    heads = ("灯", "指标", "地区", f"{period}完成", "目标", "差", "滞后原因", "整改措施",
             "责任单位", "责任人", "完成时限", "时限", "状态")  # fmt: skip
    return StageList(
        StageName.INSPECTION,
        f"{as_of.year} 年半年督查清单",
        inspection_sentence(held, as_of, today),
        heads,
        tuple(_line(row, today) for row in held),
        ("滞后原因", "整改措施"),
        ("差",),
        snapshot.is_sample,
    )


def reminders(rows: Iterable[InspectionRow], today: date) -> str:
    """Write what is open as a message to each department, the most pressing department first."""
    by_department: dict[str, list[InspectionRow]] = {}
    for row in rows:
        if row.state is not CaseState.CLOSED:
            by_department.setdefault(row.department, []).append(row)
    lines = []
    for department, held in by_department.items():
        asked = "；".join(_asked(row, today) for row in held)
        lines.append(f"{department}：{asked}。")
    return "\n".join(lines) if lines else "没有要催办的督查事项。"


def _asked(row: InspectionRow, today: date) -> str:
    name = f"{row.region.short_name}{row.progress.indicator.name}"
    due = row.due_words(today)
    when = f"，{due}" if due else ""
    doing = {
        CaseState.AWAITED: "请报滞后原因和整改措施",
        CaseState.UNDER_WAY: "请报整改进展",
        CaseState.CHECKING: "等复核",
    }[row.state]
    return f"{name}（差 {row.gap}，{doing}{when}）"


def _latest(cases: Iterable[Case]) -> dict[tuple[str, str], Case]:
    """Return the case that speaks for each indicator and region: an open one, else the last."""
    found: dict[tuple[str, str], Case] = {}
    for case in cases:
        before = found.get((case.indicator, case.region))
        if before is None or case.is_open or not before.is_open:
            found[case.indicator, case.region] = case
    return found


def _half(snapshot: Snapshot, row: Progress, month: Month) -> float | None:
    """Return what June should bring of a task that has a double half."""
    if row.double_half is None or row.target is None:
        return None
    key: TargetKey = row.target.key
    plan, _ = lowest_target(snapshot, key.until(Horizon.H1), month)
    if plan is not None:
        return plan.value
    return HALF * row.target.value if key.horizon is Horizon.FY else row.target.value


def _order(row: InspectionRow, today: date) -> tuple[int, int, int, float]:
    left = None if row.case is None else row.case.days_left(today)
    pressing = -row.urgency(today)
    days = left if left is not None and pressing else _FAR
    progress = row.progress
    gap = progress.pace_gap_pp if progress.pace_gap_pp is not None else progress.gap
    return pressing, days, _LIGHTS.index(progress.light), 0.0 if gap is None else gap


def _line(row: InspectionRow, today: date) -> StageLine:
    case = row.case
    cells = (
        light_word(row.progress), row.progress.indicator.name, row.region.name,
        row.actual, row.task, row.gap or DASH,
        "" if case is None else case.reason, "" if case is None else case.measure,
        row.department, "" if case is None else case.responsible,
        "" if case is None or case.due_on is None else case.due_on.isoformat(),
        row.due_words(today), STATE_WORDS[row.state],
    )  # fmt: skip
    return StageLine(cells, row.progress.light, *row.key)


def closing_doubt(snapshot: Snapshot, case: Case, as_of: Month) -> str:
    """Say what speaks against closing a case: its light is still red; else empty."""
    rows = indicator_rows(snapshot, case.indicator, case.region, as_of)
    for row in rows:
        if row.headline and row.light is Light.RED:
            return (
                f"{snapshot.region(case.region).name}{row.indicator.name}"
                f"截至 {as_of.month} 月还是{light_word(row)}（差 {gap_words(row)}），销号前请核实。"
            )
    return ""
