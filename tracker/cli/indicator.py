"""guoban indicator: what the ledger's catalogue holds, and adding an indicator of one's own."""

import click

from tracker.cli import words
from tracker.cli.printing import print_json
from tracker.cli.text_table import align
from tracker.cli.viewpoint import (
    Clock,
    author_option,
    json_option,
    ledger_option,
    open_to_write,
    open_viewpoint,
)
from tracker.indicators import Indicator
from tracker.own_indicators import KIND_WORDS, Wish, indicator_edit, new_indicator, own_ids
from tracker.wording import MEASURE_WORDS

_HEADS = ("代号", "指标", "类型", "考核口径", "单位", "报送历", "抓手", "牵头单位", "")


@click.group()
def indicator() -> None:
    """新增指标、列指标目录。"""


@indicator.command("add")
@click.argument("name")
@click.option("--kind", metavar="WORD", required=True,
              help="flow 累计、rate 增速、stock 余额、rank 位次、milestone 清单。")  # fmt: skip
@click.option("--unit", metavar="TEXT", default="", help="计量单位，如 亿元。")
@click.option("--id", "name_id", metavar="ID", default="", help="代号；不写则自动取。")
@click.option("--short", metavar="TEXT", default="", help="简称；不写则同名称。")
@click.option("--judged-by", metavar="WORD", help="考核口径：amount、growth 或 rank。")
@click.option("--decimals", type=int, help="金额印几位小数。")
@click.option("--calendar", metavar="WORD", default="monthly", show_default=True,
              help="报送历：monthly、monthly_jan_feb、quarterly、yearly。")  # fmt: skip
@click.option("--better", metavar="WORD", help="higher 高为好、lower 低为好。")
@click.option("--lever", metavar="TEXT", default="", help="抓手，如 项目。")
@click.option("--department", metavar="TEXT", default="", help="牵头单位。")
@click.option("--sums", is_flag=True, help="各市州相加等于全省。")
@click.option("--reason", metavar="TEXT", default="", help="为什么加。")
@ledger_option
@author_option
@json_option
@click.pass_obj
def add(
    clock: Clock,
    /,
    ledger: str | None,
    author: str | None,
    as_json: bool,
    sums: bool,
    decimals: int | None,
    **given: str,
) -> None:
    """给台账的目录加一个指标 NAME，之后就能设目标、填报。"""
    with open_to_write(clock, ledger, None, author) as view:
        wish = Wish(
            given["name"],
            words.kind(given["kind"]),
            given["unit"],
            given["name_id"],
            given["short"],
            words.measure(given["judged_by"]) if given["judged_by"] else None,
            decimals,
            words.calendar(given["calendar"]),
            words.better(given["better"]) if given["better"] else None,
            given["lever"],
            given["department"],
            sums,
        )
        made = new_indicator(view.snapshot.catalogue, wish)
        view.store.record([indicator_edit(made)], f"新增指标 {made.name}", given["reason"])
        if as_json:
            print_json(_object(made, own=True))
        else:
            click.echo(f"已新增指标：{made.name}（{made.id}，{KIND_WORDS[made.kind]}）。")


@indicator.command("list")
@click.option("--own", is_flag=True, help="只列台账自己加的。")
@ledger_option
@json_option
@click.pass_obj
def list_indicators(clock: Clock, own: bool, ledger: str | None, as_json: bool) -> None:
    """列出台账目录里的指标，自己加的标“自定”。"""
    with open_viewpoint(clock, ledger, None) as view:
        added = frozenset(own_ids(view.snapshot.settings))
        every = view.snapshot.catalogue.indicators.values()
        found = [one for one in every if not own or one.id in added]
        if as_json:
            print_json([_object(one, own=one.id in added) for one in found])
        elif found:
            lines = [_cells(one, own=one.id in added) for one in found]
            click.echo(align(_HEADS, lines, frozenset()))
        else:
            click.echo("台账还没有自己加的指标；用 guoban indicator add 新增。")


def _object(one: Indicator, *, own: bool) -> dict[str, object]:
    """Return an indicator as JSON has it."""
    return {
        "id": one.id,
        "name": one.name,
        "short_name": one.short_name,
        "kind": one.kind,
        "judged_by": one.judged_by,
        "unit": one.unit_of(one.judged_by),
        "calendar": one.calendar,
        "better": one.better,
        "lever": one.lever,
        "lead_department": one.lead_department,
        "aggregation": one.aggregation,
        "own": own,
    }


def _cells(one: Indicator, *, own: bool) -> tuple[str, ...]:
    return (
        one.id,
        one.name,
        KIND_WORDS[one.kind],
        MEASURE_WORDS[one.judged_by],
        one.unit_of(one.judged_by),
        words.CALENDAR_WORDS[one.calendar],
        one.lever,
        one.lead_department,
        "自定" if own else "",
    )
