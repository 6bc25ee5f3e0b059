"""guoban backup: make a proved copy, or list what there is."""

from pathlib import Path

import click

from tracker.cli.printing import print_json
from tracker.cli.text_table import align
from tracker.cli.viewpoint import Clock, json_option, ledger_option, open_viewpoint
from tracker.ledgers import backups_root
from tracker.storage.backups import Backup, Reason, back_up, backup_folder, backups_in, thin


@click.command()
@click.option("--to", metavar="DIR", help="备份放在哪个文件夹；不写则在数据文件夹的 backups 里。")
@click.option("--list", "listed", is_flag=True, help="只列出已有的备份，不做新的。")
@ledger_option
@json_option
@click.pass_obj
def backup(clock: Clock, to: str | None, listed: bool, ledger: str | None, as_json: bool) -> None:
    """备份台账，打开副本验证过才算数；按时间保留：两天内全留，再留 12 天、10 周、9 月。"""
    with open_viewpoint(clock, ledger, None) as view:
        path = view.store.path
        folder = backup_folder(path, Path(to) if to else backups_root())
        if not listed:
            back_up(path, folder, clock.now(), Reason.WISH)
            thin(backups_in(folder), clock.now())
        held = backups_in(folder)
    if as_json:
        print_json([_object(one) for one in held])
    elif listed:
        click.echo(_table(held) if held else f"文件夹“{folder}”里还没有这个台账的备份。")
    else:
        click.echo(f"已备份并验证：{held[0].path}（共 {len(held)} 份）")


def _object(one: Backup) -> dict[str, object]:
    return {
        "path": str(one.path),
        "at": one.at.isoformat(),
        "reason": one.reason,
        "size": one.size,
    }


def _table(held: tuple[Backup, ...]) -> str:
    rows = [[f"{one.at:%Y-%m-%d %H:%M:%S}", one.reason.label, str(one.path)] for one in held]
    return align(["时间", "缘由", "文件"], rows, frozenset())
