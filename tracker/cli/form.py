"""guoban form: the workbook that a lower level fills in and sends back."""

from pathlib import Path

import click

from tracker.cli.viewpoint import Clock, ledger_option, open_viewpoint, region_option
from tracker.errors import BadValue
from tracker.exchange.tables_out.form import form_lines, form_workbook
from tracker.exchange.tables_out.writing import write_file
from tracker.periods import Month


@click.command()
@click.option("--month", metavar="MONTH", required=True, help="哪个月的表，如 2023-05。")
@click.option("--out", metavar="FILE", required=True, help="写成哪个 .xlsx。")
@click.option("--force", is_flag=True, help="覆盖已有的文件。")
@region_option
@ledger_option
@click.pass_obj
def form(
    clock: Clock, month: str, out: str, force: bool, region: str | None, ledger: str | None
) -> None:
    """填报表：一个地区一个月应报的数，锁好表头，填好发回后用 guoban import 读入，不用再对。"""
    path = Path(out)
    if path.suffix.lower() != ".xlsx":
        raise BadValue(f"填报表是 .xlsx 文件，请把“{path.name}”改成 .xlsx 结尾。")
    with open_viewpoint(clock, ledger, region) as view:
        at = Month.parse(month)
        lines = form_lines(view.snapshot, view.region.code, at, clock.today())
        if not lines:
            raise BadValue(f"{view.region.name} {at} 没有应报的数，不用填表。")
        content = form_workbook(view.region, at, lines, clock.today())
    write_file(path, content, force=force)
    click.echo(f"已生成填报表：{path}（{len(lines)} 项）")
