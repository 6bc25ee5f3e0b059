"""guoban score: the score sheet of a region, or of each department, line by line."""

from dataclasses import asdict

import click

from tracker import wording
from tracker.assessment import ScoreSheet, department_sheets, score_sheet
from tracker.assessment.lines import ScoreLine, points_text
from tracker.assessment.schemes import scheme_of, schemes
from tracker.cli.printing import print_json
from tracker.cli.text_table import align
from tracker.cli.viewpoint import (
    Clock,
    as_of_option,
    json_option,
    known_on_option,
    ledger_option,
    open_viewpoint,
    region_option,
)
from tracker.cli.words import optional_day
from tracker.desk.scheme_editing import adjustments_of
from tracker.periods import Horizon

_NUMBERS = ("分值", "得分率", "得分")
_HEADS = ("指标", *_NUMBERS, "算法")


@click.command()
@click.option("--scheme", metavar="NAME", default=next(iter(schemes())), help="计分办法的名字。")
@click.option("--horizon", metavar="H", default="FY", help="按哪个期别的目标计分，默认全年。")
@click.option("--department", "by_department", is_flag=True, help="按牵头单位分开。")
@ledger_option
@region_option
@as_of_option
@known_on_option
@json_option
@click.pass_obj
def score(
    clock: Clock,
    scheme: str,
    horizon: str,
    by_department: bool,
    ledger: str | None,
    region: str | None,
    as_of: str | None,
    known_on: str | None,
    as_json: bool,
) -> None:
    """考核计分：每行的分值、得分率和算法，合计和有数据的项数。"""
    with open_viewpoint(clock, ledger, region, known_on=optional_day(known_on)) as view:
        chosen = scheme_of(view.snapshot.settings, scheme)
        month, until = view.month(as_of), Horizon.parse(horizon)
        code = view.region.code
        added = adjustments_of(view.snapshot.settings, code, month.year, until)
        sheets = (
            department_sheets(view.snapshot, chosen, code, month, until, added)
            if by_department
            else (score_sheet(view.snapshot, chosen, code, month, until, added),)
        )
        if as_json:
            print_json([sheet_object(sheet) for sheet in sheets])
        else:
            sample = "示例数据\n" if view.snapshot.is_sample else ""
            click.echo(sample + "\n\n".join(_report(view.region.name, sheet) for sheet in sheets))


def sheet_object(sheet: ScoreSheet) -> dict[str, object]:
    """Return a sheet as JSON has it."""
    return {
        "scheme": sheet.scheme.name,
        "region": sheet.region,
        "department": sheet.department or None,
        "as_of": str(sheet.as_of),
        "horizon": sheet.horizon,
        "points": sheet.points,
        "weight_with_data": sheet.weight_with_data,
        "with_data": sheet.with_data,
        "lines_in_all": len(sheet.lines),
        "bonus": sheet.bonus,
        "deduction": sheet.deduction,
        "total": sheet.total,
        "adjustments": [asdict(one) for one in sheet.adjustments],
        "lines": [_line_object(line) for line in sheet.lines],
    }


def _line_object(line: ScoreLine) -> dict[str, object]:
    return {
        "indicator": line.indicator.id,
        "name": line.indicator.name,
        "weight": line.weight,
        "f": line.f,
        "points": line.points,
        "arithmetic": line.arithmetic,
    }


def _report(region: str, sheet: ScoreSheet) -> str:
    who = f"{region} · {sheet.department}" if sheet.department else region
    heading = (
        f"{who} · {sheet.scheme.name} · {sheet.horizon.label} · "
        f"截至 {sheet.as_of.year} 年 {sheet.as_of.month} 月"
    )
    table = align(_HEADS, [_cells(line) for line in sheet.lines], frozenset(_NUMBERS))
    total = (
        f"合计 {points_text(sheet.points)} 分；"
        f"{sheet.with_data} 项有数据 / 共 {len(sheet.lines)} 项"
    )
    if sheet.adjustments:
        by_hand = (f"{points_text(one.points)} 分：{one.reason}" for one in sheet.adjustments)
        total = "\n".join((*by_hand, sheet.total_words))
    return f"{heading}\n\n{table}\n\n{total}"


def _cells(line: ScoreLine) -> tuple[str, ...]:
    return (
        line.indicator.name,
        points_text(line.weight),
        wording.DASH if line.f is None else f"{wording.share(line.f)}%",
        wording.DASH if line.points is None else points_text(line.points),
        line.arithmetic,
    )
