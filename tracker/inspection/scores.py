"""季考核: the score sheets of a scheme, region by region in rank order, and by department."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from tracker.assessment import (
    Adjustment,
    Scheme,
    ScoreSheet,
    department_sheets,
    scheme_of,
    schemes,
    score_sheet,
)
from tracker.assessment.lines import points_text
from tracker.errors import UnknownName
from tracker.indicators import Better, Region
from tracker.inspection.stage_list import StageLine, StageList, StageName
from tracker.periods import STAGES, Horizon, Month
from tracker.ranking import places
from tracker.snapshot import Snapshot
from tracker.wording import DASH, share

_NAMED = 3
"""So many who share the first place are named; more are counted."""
Adjusted = Callable[[str, Horizon], Iterable[Adjustment]]
"""Region and horizon → what was added and taken by hand."""


def nothing_by_hand(_region: str, _horizon: Horizon) -> tuple[Adjustment, ...]:
    """Say that nothing was added or taken."""
    return ()


SCHEME_SETTING = "inspection.scheme"
"""The setting that names the scheme which 季考核 and 年终总评 go by."""


def chosen_scheme(settings: Mapping[str, str]) -> Scheme:
    """Return the scheme that a ledger goes by; the first that ships where it names none."""
    first = next(iter(schemes()))
    try:
        return scheme_of(settings, settings.get(SCHEME_SETTING, first))
    except UnknownName:  # a scheme of the ledger's own that was taken away
        return schemes()[first]


@dataclass(frozen=True, slots=True)
class ScoreRow:
    """A region's or department's sheet. `rank` is among its like: 全省 has none, and nobody
    without data has one.
    """

    name: str
    region: Region
    sheet: ScoreSheet
    rank: int | None

    @property
    def rate(self) -> float | None:
        """得分率: the total ÷ the weight with data."""
        weight = self.sheet.weight_with_data
        return None if weight == 0 else self.sheet.total / weight


def quarter_of(as_of: Month) -> Horizon | None:
    """Return the stage whose last month is reached: 一季度 in March to May; None before March."""
    passed = [stage for stage in STAGES if stage.end_month <= as_of.month]
    return passed[-1] if passed else None


def region_scores(
    snapshot: Snapshot,
    scheme: Scheme,
    regions: Iterable[Region],
    horizon: Horizon,
    year: int,
    adjusted: Adjusted = nothing_by_hand,
) -> tuple[ScoreRow, ...]:
    """Score regions at a horizon's end: the first stands outside the ranks, the rest in order.

    Where fewer indicators have a target for the horizon than for the year, the annual targets are
    the measure, as the sheets say. They are ranked by 得分率, so that one with fewer indicators is
    not behind for that alone.
    Raises UnknownName, BadValue.
    """
    held = list(regions)
    if not held:
        return ()
    end = Month(year, horizon.end_month)
    against = _measured_by(snapshot, scheme, held[0], end, horizon)
    rows = [
        ScoreRow(
            region.name,
            region,
            score_sheet(snapshot, scheme, region.code, end, against,
                        adjusted(region.code, against)),
            None,
        )
        for region in held
    ]  # fmt: skip
    return rows[0], *_ranked(rows[1:])


def department_scores(
    snapshot: Snapshot,
    scheme: Scheme,
    region: Region,
    horizon: Horizon,
    year: int,
    adjusted: Adjusted = nothing_by_hand,
) -> tuple[ScoreRow, ...]:
    """Score the departments of a region at a horizon's end, best first. Raises as above."""
    end = Month(year, horizon.end_month)
    against = _measured_by(snapshot, scheme, region, end, horizon)
    by_hand = adjusted(region.code, against)
    sheets = department_sheets(snapshot, scheme, region.code, end, against, by_hand)
    return _ranked([ScoreRow(sheet.department, region, sheet, None) for sheet in sheets])


def assessment_list(
    snapshot: Snapshot,
    scheme: Scheme,
    regions: Iterable[Region],
    as_of: Month,
    adjusted: Adjusted = nothing_by_hand,
) -> StageList:
    """Put the score sheets of the last whole quarter into a list; before March it is empty."""
    held = list(regions)
    horizon = quarter_of(as_of)
    if horizon is None or not held:
        title = f"{as_of.year} 年季考核"
        return StageList(StageName.ASSESSMENT, title, "一季度还没有过完，3 月有数后计分",
                         SCORE_HEADS, (), sample=snapshot.is_sample)  # fmt: skip
    year = as_of.year
    places_ = region_scores(snapshot, scheme, held, horizon, year, adjusted)
    departments = department_scores(snapshot, scheme, held[0], horizon, year, adjusted)
    rows = [*places_, *departments]
    return StageList(
        StageName.ASSESSMENT,
        f"{year} 年{horizon.label}考核",
        scores_sentence(horizon, scheme, rows),
        SCORE_HEADS,
        tuple(
            score_line("地区" if at < len(places_) else "部门", row) for at, row in enumerate(rows)
        ),
        SCORE_WIDE,
        SCORE_RIGHT,
        snapshot.is_sample,
    )


def scores_sentence(horizon: Horizon, scheme: Scheme, rows: Iterable[ScoreRow]) -> str:
    """Say who is first and last of the regions and departments that have data."""
    held = [row for row in rows if row.rate is not None]
    parts = []
    for of_regions, what in ((True, "地区"), (False, "部门")):
        ranked = [row for row in held if row.rank and (row.sheet.department == "") is of_regions]
        first = [row.name for row in ranked if row.rank == 1]
        if first:
            shown = "、".join(first) if len(first) <= _NAMED else f"{len(first)} 个并列"
            parts.append(f"{what}第一 {shown}")
    told = "，".join(parts) if parts else "还没有可以计分的数"
    against = held[0].sheet.horizon if held else horizon
    basis = "" if against is horizon else f"，按{against.label}目标"
    return f"{horizon.label}考核（{scheme.name}{basis}）：{told}"


SCORE_HEADS = ("类别", "单位", "位次", "得分", "满分", "得分率", "有数据", "算法")
SCORE_WIDE, SCORE_RIGHT = ("算法",), ("位次", "得分", "满分", "得分率")
"""The columns of a list of score sheets."""


def score_line(kind: str, row: ScoreRow) -> StageLine:
    """Print one sheet; without data — stands for its points."""
    sheet = row.sheet
    rate = row.rate
    blank = rate is None
    cells = (
        kind,
        row.name,
        DASH if row.rank is None else str(row.rank),
        DASH if blank else points_text(sheet.total),
        DASH if blank else points_text(sheet.weight_with_data),
        DASH if rate is None else f"{share(rate)}%",
        f"{sheet.with_data} / {len(sheet.lines)}",
        sheet.total_words,
    )
    return StageLine(cells, None, "", row.region.code)


def _measured_by(
    snapshot: Snapshot, scheme: Scheme, region: Region, end: Month, horizon: Horizon
) -> Horizon:
    own, annual = (
        score_sheet(snapshot, scheme, region.code, end, one).with_data
        for one in (horizon, Horizon.FY)
    )
    return horizon if own >= annual else Horizon.FY


def _ranked(rows: list[ScoreRow]) -> tuple[ScoreRow, ...]:
    rates = {row.name: row.rate for row in rows if row.rate is not None}
    ranks = places(rates, Better.HIGHER)
    placed = [ScoreRow(row.name, row.region, row.sheet, ranks.get(row.name)) for row in rows]
    return tuple(sorted(placed, key=lambda row: row.rank or len(rows) + 1))
