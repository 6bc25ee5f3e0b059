"""guoban target import: the targets of a 责任书, planned first and written in one step."""

from pathlib import Path

import click

from tracker.cli.planned_import import carry_out, plan_object, told
from tracker.cli.printing import print_json
from tracker.cli.viewpoint import (
    Clock,
    author_option,
    json_option,
    ledger_option,
    open_to_write,
    region_option,
)
from tracker.exchange.importing import Hints
from tracker.exchange.tables import read_sheets
from tracker.exchange.target_sheets import plan_target_sheets


@click.command("import")
@click.argument("file")
@click.option("--dry-run", is_flag=True, help="只看会写入什么，不写入。")
@click.option("--year", type=click.IntRange(1900, 2200), help="表里没写年份时，是哪一年。")
@click.option("--unit", metavar="WORD", help="表里没写单位时，是什么单位，如 万元。")
@region_option
@author_option
@ledger_option
@json_option
@click.pass_obj
def import_targets(
    clock: Clock,
    file: str,
    dry_run: bool,
    year: int | None,
    unit: str | None,
    region: str | None,
    author: str | None,
    ledger: str | None,
    as_json: bool,
) -> None:
    """导入责任书 FILE（.xlsx、.xls、.csv）：指标一行，全年和各期目标并排。"""
    sheets = read_sheets(Path(file))
    with open_to_write(clock, ledger, region, author) as view:
        hints = Hints(year=year, unit=unit, region=view.region.code)
        plan = plan_target_sheets(
            sheets, view.snapshot, hints, today=clock.today(), history=view.store.history
        )
        if not dry_run:
            carry_out(plan, view, Path(file))
        if as_json:
            print_json(plan_object(plan, dry_run) | {"owners": [one.name for one in plan.memory]})
        else:
            click.echo(told(plan, view, dry_run))
