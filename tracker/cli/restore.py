"""guoban restore: a backup becomes a new file, and what the ledger has beyond it is told."""

from pathlib import Path

import click

from tracker.cli.printing import print_json
from tracker.cli.viewpoint import json_option, ledger_option
from tracker.storage.backups import Difference, differences, restore

_SHOWN = 10


@click.command("restore")
@click.argument("backup", metavar="BACKUP")
@click.option("--out", metavar="FILE", required=True, help="恢复成哪个新文件；已有的不会被覆盖。")
@ledger_option
@json_option
def restore_command(backup: str, out: str, ledger: str | None, as_json: bool) -> None:
    """把备份恢复成一个新文件；写了 --ledger 就与它比较，什么都不替换。"""
    restore(Path(backup), Path(out))
    told = None if ledger is None else differences(Path(ledger), Path(out))
    if as_json:
        print_json({"file": out, "difference": None if told is None else _object(told)})
        return
    click.echo(f"已恢复成新文件：{out}")
    if told is not None:
        click.echo(_words(told))


def _object(told: Difference) -> dict[str, object]:
    return {
        "only_in_ledger": told.only_here,
        "only_in_backup": told.only_there,
        "values": told.values,
    }


def _words(told: Difference) -> str:
    if not told:
        return "与现在的台账一样，没有差别。"
    lines = [f"与现在的台账有 {told.values} 个数不同。"]
    for title, revisions in (
        ("现在的台账有、备份没有的修订", told.only_here),
        ("备份有、现在的台账没有的修订", told.only_there),
    ):
        if revisions:
            lines.append(f"{title} {len(revisions)} 条：")
            lines += [f"  {one}" for one in revisions[:_SHOWN]]
            if len(revisions) > _SHOWN:
                lines.append(f"  …其余 {len(revisions) - _SHOWN} 条")
    return "\n".join(lines)
