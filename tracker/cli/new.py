"""guoban new: make a ledger file."""

from pathlib import Path

import click

from tracker.cli.viewpoint import Clock
from tracker.ledgers import LedgerKind, create_ledger

KIND_NAMES = {
    LedgerKind.GANSU_2023: "甘肃2023（公开数据）",
    LedgerKind.SAMPLE: "示例台账",
    LedgerKind.BLANK: "空白台账",
}


@click.command()
@click.argument("file")
@click.option(
    "--from",
    "kind",
    type=click.Choice([kind.value for kind in LedgerKind]),
    default=LedgerKind.GANSU_2023.value,
    show_default=True,
    help="从哪一种内容开始。",
)
@click.pass_obj
def new(clock: Clock, file: str, kind: str) -> None:
    """新建台账文件 FILE；已有的文件不会被覆盖。"""
    chosen = LedgerKind(kind)
    create_ledger(Path(file), chosen, now=clock.now())
    click.echo(f"已新建{KIND_NAMES[chosen]}：{file}")
