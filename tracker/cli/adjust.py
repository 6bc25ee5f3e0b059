"""guoban adjust: add or take points of a score sheet by hand, each with its reason."""

import click

from tracker.assessment.lines import points_text
from tracker.assessment.sheet import Adjustment
from tracker.cli.printing import print_json
from tracker.cli.record import number
from tracker.cli.usage import PlainNumbersCommand
from tracker.cli.viewpoint import (
    Clock,
    as_of_option,
    author_option,
    json_option,
    ledger_option,
    open_to_write,
    region_option,
)
from tracker.desk.scheme_editing import adjusted_edit, adjustments_of
from tracker.periods import Horizon


@click.command(cls=PlainNumbersCommand)
@click.argument("points")
@click.option("--reason", metavar="TEXT", default="", help="为什么加或扣，必写。")
@click.option("--department", metavar="TEXT", default="", help="只记在这个牵头单位名下。")
@click.option("--horizon", metavar="H", default="FY", help="哪个期别的计分表，默认全年。")
@ledger_option
@region_option
@as_of_option
@author_option
@json_option
@click.pass_obj
def adjust(clock: Clock, /, points: str, **given: str) -> None:
    """给一个地区的考核计分加分（正数）或扣分（负数）；一年一期一张表，上限见计分办法。"""
    with open_to_write(clock, given["ledger"], given["region"], given["author"]) as view:
        horizon, reason = Horizon.parse(given["horizon"]), given["reason"].strip()
        sheet = (view.region.code, view.month(given["as_of"]).year, horizon)
        added = Adjustment(number(points, ""), reason, given["department"].strip())
        edit = adjusted_edit(view.snapshot.settings, sheet, added)
        verb = "加" if added.points > 0 else "扣"
        size = points_text(abs(added.points))
        text = f"{view.region.name} {sheet[1]}年{horizon.label}{verb}{size}分"
        view.store.record([edit], text, reason)
        held = adjustments_of(view.store.settings(), *sheet)
        if given["as_json"]:
            print_json([{"points": one.points, "reason": one.reason,
                         "department": one.department} for one in held])  # fmt: skip
        else:
            click.echo(f"已记：{text}，{reason}；这张表共 {len(held)} 笔。")
