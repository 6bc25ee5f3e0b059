"""guoban review: the list of one of the four stages of the yearly cycle."""

from pathlib import Path

import click

from tracker.assessment import Adjustment
from tracker.assessment.schemes import scheme_of
from tracker.cli.printing import print_json
from tracker.cli.text_table import align
from tracker.cli.viewpoint import (
    Clock,
    Viewpoint,
    as_of_option,
    json_option,
    ledger_option,
    open_viewpoint,
    region_option,
)
from tracker.desk.scheme_editing import adjustments_of
from tracker.errors import BadValue
from tracker.exchange.tables_out.writing import write_file
from tracker.inspection.appraisal import appraisal_list
from tracker.inspection.follow_up import follow_up_list
from tracker.inspection.half_year import inspection_list, inspection_rows, watched_regions
from tracker.inspection.scores import assessment_list, chosen_scheme
from tracker.inspection.stage_list import StageList, StageName
from tracker.periods import Horizon, Month


@click.command("review")
@click.option(
    "--stage",
    type=click.Choice([stage.value for stage in StageName]),
    required=True,
    help="月跟进、季考核、半年督查或年终总评。",
)
@click.option("--scheme", metavar="NAME", help="计分办法的名字；不写则是台账选用的。")
@click.option("--out", metavar="FILE", help="写成 .xlsx 或 .docx；不写则打印。")
@click.option("--force", is_flag=True, help="覆盖已有的文件。")
@as_of_option
@region_option
@ledger_option
@json_option
@click.pass_obj
def review_command(
    clock: Clock,
    stage: str,
    scheme: str | None,
    out: str | None,
    force: bool,
    as_of: str | None,
    region: str | None,
    ledger: str | None,
    as_json: bool,
) -> None:
    """四个阶段的清单：一个地区和它下面一级，谁没报、什么变了、计分、没过半的、年终之星。"""
    with open_viewpoint(clock, ledger, region) as view:
        held = _list(view, StageName(stage), scheme, view.month(as_of))
    if out is not None:
        write_file(Path(out), _file(held, Path(out), clock), force=force)
        click.echo(f"已写成：{out}")
    elif as_json:
        print_json(_object(held))
    else:
        sample = "示例数据\n" if held.sample else ""
        click.echo(f"{sample}{held.sentence}")
        if held.lines:
            rows = [line.cells for line in held.lines]
            click.echo("\n" + align(held.heads, rows, frozenset(held.right)))


def _list(view: Viewpoint, stage: StageName, scheme: str | None, month: Month) -> StageList:
    snapshot, today = view.snapshot, view.clock.today()
    regions = watched_regions(snapshot, view.region.code)
    if stage is StageName.INSPECTION:
        rows = inspection_rows(snapshot, regions, month, today)
        return inspection_list(snapshot, rows, month, today)
    if stage is StageName.FOLLOW_UP:
        before = view.store.snapshot(month.last_day)
        return follow_up_list(snapshot, before, regions, month, today)

    def adjusted(region: str, horizon: Horizon) -> tuple[Adjustment, ...]:
        return adjustments_of(snapshot.settings, region, month.year, horizon)

    settings = snapshot.settings
    chosen = chosen_scheme(settings) if scheme is None else scheme_of(settings, scheme)
    make = assessment_list if stage is StageName.ASSESSMENT else appraisal_list
    return make(snapshot, chosen, regions, month, adjusted)


def _file(held: StageList, path: Path, clock: Clock) -> bytes:
    kind = path.suffix.lower()
    if kind == ".xlsx":
        from tracker.exchange.tables_out.list_workbook import list_workbook

        return list_workbook(held, clock.today())
    if kind == ".docx":
        from tracker.meeting_pack.list_document import list_document

        return list_document(held, clock.today())
    raise BadValue(f"清单写成 .xlsx 或 .docx，“{path.name}”不行。")


def _object(held: StageList) -> dict[str, object]:
    return {
        "stage": held.stage,
        "title": held.title,
        "sentence": held.sentence,
        "sample": held.sample,
        "lines": [
            {
                "indicator": line.indicator or None,
                "region": line.region or None,
                "light": line.light,
                "cells": dict(zip(held.heads, line.cells, strict=True)),
            }
            for line in held.lines
        ],
    }
