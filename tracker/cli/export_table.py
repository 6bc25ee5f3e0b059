"""guoban export-table: the 台账 as .xlsx or .csv, or the whole ledger as a folder of plain .csv."""

from pathlib import Path

import click

from tracker.catalogue import find_region
from tracker.cli.viewpoint import (
    Clock,
    Viewpoint,
    as_of_option,
    known_on_option,
    ledger_option,
    open_viewpoint,
)
from tracker.cli.words import optional_day
from tracker.errors import BadValue, ExportError
from tracker.exchange.tables_out.csv_folder import csv_folder
from tracker.exchange.tables_out.csv_table import ledger_csv
from tracker.exchange.tables_out.ledger_workbook import ledger_workbook, pages
from tracker.exchange.tables_out.writing import write_file, write_folder


@click.command("export-table")
@click.option("--out", metavar="PATH", required=True, help="写到哪里：.xlsx、.csv，或一个文件夹。")
@click.option("--region", "regions", metavar="CODE", multiple=True, help="哪些地区；不写则是全部。")
@click.option("--force", is_flag=True, help="覆盖已有的文件。")
@as_of_option
@known_on_option
@ledger_option
@click.pass_obj
def export_table(
    clock: Clock,
    out: str,
    regions: tuple[str, ...],
    force: bool,
    as_of: str | None,
    known_on: str | None,
    ledger: str | None,
) -> None:
    """导出台账：.xlsx 每地区一张表，.csv 一张总表；文件夹则是整个台账的纯文本。"""
    path = Path(out)
    with open_viewpoint(clock, ledger, None, optional_day(known_on)) as view:
        if path.suffix.lower() not in (".xlsx", ".csv"):
            if path.suffix:
                raise BadValue(f"“{path.name}”的格式不认识，请写 .xlsx、.csv 或一个文件夹。")
            files = csv_folder(
                view.snapshot.catalogue,
                view.store.settings(),
                *view.store.contents.figures(),
                view.store.contents.journal_tables(),
            )
            write_folder(path, files, force=force)
            click.echo(f"已导出整个台账：{path}（{len(files)} 个文件）")
            return
        content = _table(view, path, regions, as_of, clock)
    write_file(path, content, force=force)
    click.echo(f"已导出：{path}")


def _table(
    view: Viewpoint, path: Path, regions: tuple[str, ...], as_of: str | None, clock: Clock
) -> bytes:
    catalogue = view.snapshot.catalogue
    codes = [find_region(catalogue, one).code for one in regions] or list(catalogue.regions)
    month = view.month(as_of)
    held = pages(view.snapshot, codes, month)
    if not held:
        raise ExportError(f"这些地区 {month.year} 年还没有数和目标，没有可导出的。")
    if path.suffix.lower() == ".csv":
        return ledger_csv(held)
    return ledger_workbook(view.snapshot.title, held, month, clock.today())
