"""guoban salvage: read what can be read out of a damaged ledger."""

from pathlib import Path

import click

from tracker.cli.printing import print_json
from tracker.cli.viewpoint import json_option
from tracker.storage.backups.salvage import salvage


@click.command("salvage")
@click.argument("file", metavar="DAMAGED")
@click.option("--out", metavar="FILE", required=True, help="读出来的写成哪个新文件。")
@json_option
def salvage_command(file: str, out: str, as_json: bool) -> None:
    """从损坏的台账里能读多少读多少，写成一个新台账；损坏的文件不动。"""
    result = salvage(Path(file), Path(out))
    if as_json:
        print_json(
            {"file": out, "rows": dict(result.rows), "left_out": result.left_out,
             "findings": result.findings}
        )  # fmt: skip
        return
    counts = "、".join(f"{label} {count} 条" for label, count in result.rows.items())
    click.echo(f"读出{counts}；{result.left_out} 条因所属修订读不出而舍去。已写成：{out}")
    for sentence in result.findings:
        click.echo(sentence)
    if not result.findings:
        click.echo("新台账完好：流水链和现值都对得上。")
