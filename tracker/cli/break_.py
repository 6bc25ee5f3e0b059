"""guoban break: mark the month from which a series is not comparable with what came before."""

import click

from tracker.breaks import (
    break_setting,
    break_words,
    breaks_of,
    reason_setting,
    with_break,
    without_break,
)
from tracker.catalogue import find_indicator
from tracker.cli.viewpoint import Clock, author_option, ledger_option, open_to_write
from tracker.edits import SettingEdit
from tracker.errors import BadValue
from tracker.periods import Month


@click.command("break")
@click.argument("indicator")
@click.argument("month")
@click.option("--reason", metavar="TEXT", default="", help="为什么不可比，如“口径调整”。")
@click.option("--remove", is_flag=True, help="去掉这个标记。")
@author_option
@ledger_option
@click.pass_obj
def break_command(
    clock: Clock,
    indicator: str,
    month: str,
    reason: str,
    remove: bool,
    author: str | None,
    ledger: str | None,
) -> None:
    """标“不可比”：从这个月起与以前不比，不跨它推算增速和当月。"""
    with open_to_write(clock, ledger, None, author) as view:
        found = find_indicator(view.snapshot.catalogue, indicator)
        at = Month.parse(month)
        held = breaks_of(view.snapshot.settings, found.id)
        if remove and at not in held:
            raise BadValue(f"{found.name}在 {at} 没有“不可比”标记，无可去掉。")
        if not remove and not reason.strip():
            raise BadValue(f"标{found.name}“不可比”要写理由，请加 --reason。")
        text = without_break(held, at) if remove else with_break(held, at)
        edits = [SettingEdit(break_setting(found.id), text)]
        if not remove:
            edits.append(SettingEdit(reason_setting(found.id), reason.strip()))
        view.store.record(edits, f"{'去掉' if remove else '标'}不可比", reason)
        words = break_words(view.store.settings(), found.id, at.year)
        click.echo(f"{found.name}：{words or f'{at.year} 年没有不可比的月份'}。")
