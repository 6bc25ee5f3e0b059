"""guoban new: make a ledger file."""

from pathlib import Path

import click

from tracker.cli.printing import print_json
from tracker.cli.viewpoint import Clock, json_option, signed
from tracker.ledgers import LedgerKind, create_ledger


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
@json_option
@click.pass_obj
def new(clock: Clock, file: str, kind: str, as_json: bool) -> None:
    """新建台账文件 FILE；已有的文件不会被覆盖。"""
    chosen = LedgerKind(kind)
    create_ledger(Path(file), chosen, **signed(clock, None)).close()
    if as_json:
        print_json({"ledger": file, "from": chosen})
    else:
        click.echo(f"已新建{chosen.label}：{file}")
