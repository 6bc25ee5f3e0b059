"""月跟进: who has not reported, what jumped, which lights flipped since last month, and why."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from tracker.filing.due import due_figures
from tracker.indicators import Indicator, Light, Region
from tracker.inspection.stage_list import StageLine, StageList, StageName
from tracker.periods import Month
from tracker.progress import Progress, headline_rows, light_word, value_words
from tracker.review import Check, month_findings
from tracker.review.flips import revision_flips
from tracker.snapshot import Snapshot

_DOUBTS = (Check.LATE, Check.MISSING, Check.RED)
"""Findings that are no jump: the list has them by other ways."""


class FollowUpKind(StrEnum):
    """Why a line stands in the list, in its order."""

    UNREPORTED = "unreported"
    DOUBTFUL = "doubtful"
    FLIPPED = "flipped"
    REVISED = "revised"


KIND_WORDS = {
    FollowUpKind.UNREPORTED: "未报",
    FollowUpKind.DOUBTFUL: "异常",
    FollowUpKind.FLIPPED: "变灯",
    FollowUpKind.REVISED: "修订变灯",
}


@dataclass(frozen=True, slots=True)
class FollowUpRow:
    """One matter of a month: what kind, about what, in a sentence; `light` is the one now."""

    kind: FollowUpKind
    indicator: Indicator
    region: Region
    sentence: str
    light: Light
    word: str
    days_late: int = 0


def follow_up_rows(
    snapshot: Snapshot,
    before: Snapshot,
    regions: Iterable[Region],
    as_of: Month,
    today: date,
) -> tuple[FollowUpRow, ...]:
    """Return the matters of a month, kind by kind, region by region.

    `before` is the ledger as it was known at last month's follow-up: a light that differs from
    that month only because its figure was revised is told apart. Raises UnknownName.
    """
    found: list[FollowUpRow] = []
    for region in regions:
        rows = {row.indicator.id: row for row in headline_rows(snapshot, region.code, as_of)}
        found += _unreported(snapshot, region, as_of, today, rows)
        found += _doubtful(snapshot, region, as_of, today, rows)
        found += _flipped(snapshot, before, region, as_of, rows)
    kinds = tuple(FollowUpKind)
    worst = (Light.RED, Light.YELLOW, Light.NONE, Light.GREEN)
    return tuple(
        sorted(
            found,
            key=lambda row: (kinds.index(row.kind), -row.days_late, worst.index(row.light)),
        )
    )


def follow_up_sentence(rows: Iterable[FollowUpRow], as_of: Month) -> str:
    """Sum a month up: 6 月跟进：3 项未报，2 项异常，5 项变灯，其中 1 项只因修订."""
    held = [row.kind for row in rows]
    revised = held.count(FollowUpKind.REVISED)
    flips = held.count(FollowUpKind.FLIPPED) + revised
    counts = {
        "项未报": held.count(FollowUpKind.UNREPORTED),
        "项异常": held.count(FollowUpKind.DOUBTFUL),
        "项变灯": flips,
    }
    parts = [f"{count} {word}" for word, count in counts.items() if count]
    if revised:
        parts.append(f"其中 {revised} 项只因修订")
    name = f"{as_of.month} 月跟进"
    return f"{name}：{'，'.join(parts)}" if parts else f"{name}：都报了，没有异常，灯都没变"


def follow_up_list(
    snapshot: Snapshot,
    before: Snapshot,
    regions: Iterable[Region],
    as_of: Month,
    today: date,
) -> StageList:
    """Put a month's matters into a list to show, print and export."""
    rows = follow_up_rows(snapshot, before, regions, as_of, today)
    lines = tuple(
        StageLine(
            (row.word, row.indicator.name, row.region.name, KIND_WORDS[row.kind], row.sentence,
             row.indicator.lead_department),
            row.light, row.indicator.id, row.region.code,
        )
        for row in rows
    )  # fmt: skip
    return StageList(
        StageName.FOLLOW_UP,
        f"{as_of.year} 年 {as_of.month} 月跟进清单",
        follow_up_sentence(rows, as_of),
        ("灯", "指标", "地区", "事项", "情况", "牵头单位"),
        lines,
        ("情况",),
        sample=snapshot.is_sample,
    )


Rows = dict[str, Progress]


def _unreported(
    snapshot: Snapshot, region: Region, as_of: Month, today: date, rows: Rows
) -> Iterable[FollowUpRow]:
    """Find what is due and not there, of indicators that have a target here."""
    for one in due_figures(snapshot, [region.code], as_of, today):
        row = rows.get(one.indicator.id)
        if one.reported or row is None or row.target is None:
            continue
        late = one.late_days(today)
        day = f"{one.due_on.month} 月 {one.due_on.day} 日"
        words = f"应 {day}前报，已逾期 {late} 天" if late else f"{day}前报即可"
        yield _row(FollowUpKind.UNREPORTED, row, region, words, late)


def _doubtful(
    snapshot: Snapshot, region: Region, as_of: Month, today: date, rows: Rows
) -> Iterable[FollowUpRow]:
    for finding in month_findings(snapshot, region.code, as_of, today):
        row = rows.get(finding.key.indicator)
        if finding.check not in _DOUBTS and row is not None:
            yield _row(FollowUpKind.DOUBTFUL, row, region, finding.sentence)


def _flipped(
    snapshot: Snapshot, before: Snapshot, region: Region, as_of: Month, rows: Rows
) -> Iterable[FollowUpRow]:
    """Compare this month's lights with last month's as they were shown then."""
    if as_of.month == 1:
        return
    last = as_of.plus(-1)
    then = {row.indicator.id: row for row in headline_rows(snapshot, region.code, last)}
    revised = {
        flip.after.indicator.id: flip
        for flip in revision_flips(before, snapshot, region.code, last)
    }
    for name, row in rows.items():
        flip = revised.get(name)
        old = then.get(name) if flip is None else flip.before
        if old is None or Light.NONE in (old.light, row.light) or old.light is row.light:
            continue
        if flip is not None and flip.after.light is row.light:
            yield _row(FollowUpKind.REVISED, row, region, flip.sentence)
            continue
        words = (
            f"{last.month} 月{light_word(old)}，{as_of.month} 月{light_word(row)}："
            f"{value_words(old)} → {value_words(row)}"
        )
        yield _row(FollowUpKind.FLIPPED, row, region, words)


def _row(
    kind: FollowUpKind, row: Progress, region: Region, words: str, late: int = 0
) -> FollowUpRow:
    return FollowUpRow(kind, row.indicator, region, words, row.light, light_word(row), late)
