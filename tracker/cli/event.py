"""guoban event: what happened when, flagged on the time axis of pictures."""

from uuid import uuid4

import click

from tracker.catalogue import find_indicator, find_region
from tracker.cli.printing import print_json
from tracker.cli.text_table import align
from tracker.cli.viewpoint import (
    Clock,
    author_option,
    json_option,
    ledger_option,
    open_to_write,
    open_viewpoint,
    region_option,
)
from tracker.events import Event, event_of, events_of, find_event, removed, saved
from tracker.snapshot import Snapshot

_HEADS = ("编号", "时间", "大事", "地区", "指标")
_SHORT_ID = 8
_EVERY = "全部"


@click.group()
def event() -> None:
    """记大事：画在图的时间轴上。"""


@event.command("add")
@click.argument("when")
@click.argument("text")
@click.option("--indicator", metavar="ID", help="只记在一个指标上；不写则所有指标的图都有。")
@region_option
@author_option
@ledger_option
@click.pass_obj
def add(
    clock: Clock,
    when: str,
    text: str,
    indicator: str | None,
    region: str | None,
    author: str | None,
    ledger: str | None,
) -> None:
    """记一件大事：WHEN 是 2023-04 或 2023-04-12，TEXT 最多 20 个字。"""
    with open_to_write(clock, ledger, region, author) as view:
        about = None
        if indicator is not None:
            about = find_indicator(view.snapshot.catalogue, indicator).id
        made = event_of(str(uuid4()), view.region.code, when, text, about)
        view.store.record([saved(made)], f"记大事 {made.text}")
        click.echo(f"已记 {made.id[:_SHORT_ID]}：{view.region.name} {made.when} {made.text}")


@event.command("list")
@click.option("--region", metavar="CODE", help="只列一个地区的。")
@ledger_option
@json_option
@click.pass_obj
def list_(clock: Clock, region: str | None, ledger: str | None, as_json: bool) -> None:
    """列出记下的大事。"""
    with open_viewpoint(clock, ledger, None) as view:
        held = events_of(view.snapshot.settings)
        if region is not None:
            code = find_region(view.snapshot.catalogue, region).code
            held = tuple(one for one in held if one.region == code)
        rows = [_row(view.snapshot, one) for one in held]
    if as_json:
        print_json(
            [
                {
                    "id": one.id,
                    "when": one.when,
                    "text": one.text,
                    "region": one.region,
                    "indicator": one.indicator,
                }
                for one in held
            ]
        )
        return
    click.echo(align(_HEADS, rows, frozenset()) if rows else "没有记大事。")


@event.command("remove")
@click.argument("event_id", metavar="ID")
@author_option
@ledger_option
@click.pass_obj
def remove(clock: Clock, event_id: str, author: str | None, ledger: str | None) -> None:
    """去掉一件大事：ID 是 list 里的编号，或它的原文。"""
    with open_to_write(clock, ledger, None, author) as view:
        held = find_event(view.snapshot.settings, event_id)
        view.store.record([removed(held)], f"去掉大事 {held.text}")
        click.echo(f"已去掉：{held.when} {held.text}")


def _row(snapshot: Snapshot, one: Event) -> tuple[str, ...]:
    """Print one event; a region or indicator that the catalogue has lost keeps its id."""
    catalogue = snapshot.catalogue
    region = catalogue.regions.get(one.region)
    indicator = catalogue.indicators.get(one.indicator or "")
    return (
        one.id[:_SHORT_ID],
        one.when,
        one.text,
        one.region if region is None else region.name,
        _EVERY if one.indicator is None else one.indicator if indicator is None else indicator.name,
    )
