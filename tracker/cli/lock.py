"""guoban lock and unlock: close a month's books, and reopen them with a reason."""

import click

from tracker.cli.printing import print_json
from tracker.cli.viewpoint import (
    Clock,
    author_option,
    json_option,
    ledger_option,
    open_to_write,
    open_viewpoint,
)
from tracker.filing.locks import lock, locked_months, unlock
from tracker.periods import Month


@click.command("lock")
@click.argument("month", required=False)
@click.option("--reason", metavar="TEXT", default="", help="为什么封账，如“4 月通报已印发”。")
@click.option("--list", "listed", is_flag=True, help="只列出已封账的月份。")
@author_option
@ledger_option
@json_option
@click.pass_obj
def lock_command(
    clock: Clock,
    month: str | None,
    reason: str,
    listed: bool,
    author: str | None,
    ledger: str | None,
    as_json: bool,
) -> None:
    """封账：MONTH（如 2023-04）的数不能再改，填报、粘贴、导入、撤销、合并都一样。"""
    if listed or month is None:
        _list(clock, ledger, as_json)
        return
    with open_to_write(clock, ledger, None, author) as view:
        at = Month.parse(month)
        edit = lock(view.snapshot.settings, at, view.store.author, clock.today(), reason)
        view.store.record([edit], f"封账 {at}", reason)
    if as_json:
        print_json({"month": str(at), "locked": True})
    else:
        click.echo(f"{at} 已封账：{reason}")


@click.command("unlock")
@click.argument("month")
@click.option("--reason", metavar="TEXT", default="", help="为什么解封，记入历史。")
@author_option
@ledger_option
@click.pass_obj
def unlock_command(
    clock: Clock, month: str, reason: str, author: str | None, ledger: str | None
) -> None:
    """解封：MONTH 的数又可以改。"""
    with open_to_write(clock, ledger, None, author) as view:
        at = Month.parse(month)
        edit = unlock(view.snapshot.settings, at, reason)
        view.store.record([edit], f"解封 {at}", reason)
    click.echo(f"{at} 已解封：{reason}")


def _list(clock: Clock, ledger: str | None, as_json: bool) -> None:
    with open_viewpoint(clock, ledger, None) as view:
        held = locked_months(view.snapshot.settings)
    if as_json:
        print_json(
            [
                {"month": str(month), "by": mark.by, "on": mark.on, "reason": mark.reason}
                for month, mark in held.items()
            ]
        )
        return
    for month, mark in held.items():
        click.echo(f"{month}  {mark.on} {mark.by}封账：{mark.reason}")
    if not held:
        click.echo("没有封账的月份。")
