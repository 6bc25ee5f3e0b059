"""guoban status: every row of a region at a month, as a table or as JSON."""

from dataclasses import asdict, replace

import click

from tracker import wording
from tracker.board import board
from tracker.cli.printing import print_json
from tracker.cli.text_table import align
from tracker.cli.viewpoint import (
    Clock,
    Viewpoint,
    as_of_option,
    json_option,
    known_on_option,
    ledger_option,
    open_viewpoint,
    region_option,
    reviewed_option,
)
from tracker.cli.words import optional_day
from tracker.cli.words import pace as read_pace
from tracker.edits import Changes
from tracker.headlines import board_finding
from tracker.indicators import Light, Measure, PaceName
from tracker.lights import LightRules, rules_of
from tracker.outlook.comparison import two_year_average
from tracker.outlook.margin import margin, margin_words
from tracker.periods import Month
from tracker.progress import (
    DoubleHalf,
    Progress,
    Rule,
    completion_words,
    gap_words,
    light_word,
    rows,
    target_words,
    value_words,
    why,
    yardsticks,
)
from tracker.readings import series_of
from tracker.snapshot import Snapshot

SHAPES = {Light.GREEN: "●", Light.YELLOW: "▲", Light.RED: "◆", Light.NONE: "○"}
_TEXTS = ("灯", "指标", "期别", "截至", "单位")
_NUMBERS = ("完成", "目标", "完成率", "与序时差", "与目标差", "后续月均")
_HEADS = (*_TEXTS[:4], *_NUMBERS[:2], _TEXTS[4], *_NUMBERS[2:])


@click.command()
@ledger_option
@region_option
@as_of_option
@known_on_option
@click.option("--preset", metavar="NAME", help="这一次用哪套亮灯规则；不写则用台账选定的。")
@click.option("--pace", metavar="P", help="这一次都用哪把尺：linear、plan 或 seasonal。")
@reviewed_option
@json_option
@click.pass_obj
def status(
    clock: Clock,
    ledger: str | None,
    region: str | None,
    as_of: str | None,
    known_on: str | None,
    preset: str | None,
    pace: str | None,
    reviewed: bool,
    as_json: bool,
) -> None:
    """列出一个地区到某月的全部目标：完成、差距、亮灯。"""
    known = optional_day(known_on)
    with open_viewpoint(clock, ledger, region, known, reviewed=reviewed) as view:
        month = view.month(as_of)
        if pace is not None:
            view = replace(view, snapshot=measured_by(view.snapshot, read_pace(pace)))
        rules = rules_of(view.snapshot.settings, preset)
        found = rows(view.snapshot, view.region.code, month, rules)
        if as_json:
            print_json([row_object(row) | ahead_fields(view.snapshot, row) for row in found])
        else:
            click.echo(_report(view, month, found, rules))


def measured_by(snapshot: Snapshot, pace: PaceName) -> Snapshot:
    """Return the snapshot as if every indicator had chosen this yard-stick."""
    chosen = {f"pace.{name}": pace.value for name in snapshot.catalogue.indicators}
    return snapshot.after(Changes(), {**snapshot.settings, **chosen})


def row_object(row: Progress) -> dict[str, object]:
    """Return a row as JSON has it: unrounded numbers, words as codes, None where there is none."""
    return {
        "indicator": row.indicator.id,
        "name": row.indicator.name,
        "kind": row.indicator.kind,
        "region": row.region,
        "measure": row.measure,
        "as_of": str(row.as_of),
        "month": None if row.month is None else str(row.month),
        "value": row.value,
        "unit": row.unit,
        "stage": value_words(row) if row.rule is Rule.MILESTONE else None,
        "horizon": row.horizon,
        **_target_fields(row),
        "completion": row.completion,
        "pace": row.pace,
        "pace_name": row.pace_name,
        "pace_gap_pp": row.pace_gap_pp,
        "gap": row.gap,
        "needed_per_month": row.needed_per_month,
        "effort": row.effort,
        "growth_needed": row.growth_needed,
        "light": row.light,
        "light_word": light_word(row),
        "why": why(row),
        "derived": row.derived,
        "pending": row.pending,
        "final": row.final,
        "headline": row.headline,
        "double_half": None if row.double_half is None else _double_half(row.double_half),
        "half_effort": None if row.double_half is None else row.double_half.effort,
    }


def ahead_fields(snapshot: Snapshot, row: Progress) -> dict[str, object]:
    """Return the margin to the next lights and the three yard-sticks as JSON has them."""
    found = margin(row)
    sticks = yardsticks(snapshot, row)
    return {
        "margin": None if found is None else asdict(found),
        "margin_words": None if found is None else margin_words(row, found),
        "two_year_average": _two_year_average(snapshot, row),
        "yardsticks": [asdict(stick) | {"refused": stick.refused or None} for stick in sticks],
    }


def _two_year_average(snapshot: Snapshot, row: Progress) -> float | None:
    """Return 两年平均 of a judged growth in %; None where the ledger lacks one of the years."""
    if row.measure is not Measure.GROWTH or row.month is None or row.pending:
        return None
    return two_year_average(series_of(snapshot, row.indicator.id, row.region), row.month)


def _target_fields(row: Progress) -> dict[str, object]:
    target = row.target
    return {
        "tier": None if target is None else target.key.tier,
        "target": None if target is None else target.value,
        "target_upper": None if target is None else target.upper,
        "comparator": None if target is None else target.comparator,
        "due_on": None if target is None or target.due_on is None else str(target.due_on),
    }


def _double_half(halves: DoubleHalf) -> dict[str, object]:
    return {
        "plan_met": halves.plan_met,
        "half_met": halves.half_met,
        "verdict": halves.verdict or None,
        "needed_per_month": halves.needed_per_month,
    }


def _report(view: Viewpoint, month: Month, found: list[Progress], rules: LightRules) -> str:
    """Write the whole answer: what is looked at, the table, the finding."""
    parts = [
        view.snapshot.title,
        "示例数据" if view.snapshot.is_sample else "",
        view.region.name,
        f"截至 {month.year} 年 {month.month} 月",
    ]
    heading = " · ".join(dict.fromkeys(part for part in parts if part))
    if not found:
        return f"{heading}\n{month.year} 年还没有目标，也没有数据。"
    table = align(_HEADS, [_cells(row) for row in found], frozenset(_NUMBERS))
    finding = board_finding(board(view.snapshot, view.region.code, month, rules))
    return "\n\n".join(part for part in (heading, table, finding) if part)


def _cells(row: Progress) -> tuple[str, ...]:
    """Print a row. “—” is due and not reported; blank does not apply."""
    judged = row.target is not None and not row.pending
    dash = wording.DASH if row.pending else ""
    cumulative = row.rule.accumulates
    digits = row.indicator.decimals_of(row.measure)
    completion = gap = need = ""
    if judged and cumulative and row.completion is not None:
        completion = completion_words(row)
    if judged and row.gap is not None:
        plain = wording.gap_text(row.gap, digits, ceiling=row.is_ceiling)
        gap = plain if cumulative else gap_words(row)
    if judged and row.needed_per_month is not None:
        need = wording.number(row.needed_per_month, digits)
    return (
        f"{SHAPES[row.light]} {light_word(row)}",
        row.indicator.name,
        row.horizon.label if row.horizon else "",
        _month(row),
        _value(row),
        target_words(row),
        row.unit,
        completion or (dash if cumulative else ""),
        _pace_gap(row) if judged else (dash if cumulative else ""),
        gap or dash,
        need,
    )


def _month(row: Progress) -> str:
    return "" if row.month is None else f"{row.month.month} 月"


def _value(row: Progress) -> str:
    """Print the last figure, entered digits and all; the stage of a 清单任务."""
    if row.rule is Rule.MILESTONE:
        return value_words(row)
    if row.value is None:
        return wording.DASH
    return wording.figure(row.value, row.indicator, row.measure) + _derived(row)


def _derived(row: Progress) -> str:
    return "（推算）" if row.derived else ""


def _pace_gap(row: Progress) -> str:
    """Print the gap to the yard-stick, and which one where it is not 序时."""
    if row.pace_gap_pp is None or row.pace_name is None:
        return ""
    text = gap_words(row)
    return text if row.pace_name == "linear" else f"{text} {wording.PACE_WORDS[row.pace_name]}"
