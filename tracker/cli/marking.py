"""guoban marking: put 内部资料 on screens, images and documents, or take it away."""

import click

from tracker.cli.viewpoint import Clock, author_option, ledger_option, open_to_write
from tracker.marking import marking_of, set_marking


@click.command()
@click.argument("text", required=False)
@click.option("--clear", is_flag=True, help="去掉标注。")
@author_option
@ledger_option
@click.pass_obj
def marking(
    clock: Clock, text: str | None, clear: bool, author: str | None, ledger: str | None
) -> None:
    """标注：在屏幕、图片和文件上写 TEXT，如“内部资料”；不写 TEXT 则看现在的。"""
    with open_to_write(clock, ledger, None, author) as view:
        if text is not None or clear:
            edit = set_marking("" if clear or text is None else text)
            view.store.record([edit], "改标注")
        held = marking_of(view.store.settings())
    click.echo(f"标注：{held}" if held else "没有标注。")
