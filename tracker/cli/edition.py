"""guoban edition: freeze a state under a name, list what is frozen, compare two meetings."""

import click

from tracker.cli.printing import print_json
from tracker.cli.viewpoint import (
    Clock,
    Viewpoint,
    as_of_option,
    author_option,
    json_option,
    known_on_option,
    ledger_option,
    open_to_write,
    open_viewpoint,
    region_option,
)
from tracker.cli.words import optional_day
from tracker.editions import Edition, Move, compare, edition_of, editions, freeze
from tracker.errors import LedgerError
from tracker.periods import Month
from tracker.progress import headline_rows, light_word
from tracker.snapshot import Snapshot


@click.group("edition")
def edition_group() -> None:
    """会议版：把一个时点的数、目标和规则冻结起来，以后打开一字不差。"""


@edition_group.command("save")
@click.argument("name")
@as_of_option
@region_option
@known_on_option
@author_option
@ledger_option
@click.pass_obj
def save(
    clock: Clock,
    name: str,
    as_of: str | None,
    region: str | None,
    known_on: str | None,
    author: str | None,
    ledger: str | None,
) -> None:
    """冻结一个会议版 NAME。"""
    with open_to_write(clock, ledger, region, author) as view:
        seen = (view.region.code, view.month(as_of), optional_day(known_on))
        signed = (view.store.author, clock.today())
        edit = freeze(view.snapshot.settings, name, seen, view.store.chains.heads(), signed)
        view.store.record([edit], f"冻结会议版 {name}")
        made = edition_of(view.store.settings(), " ".join(name.split()))
    click.echo(f"已冻结会议版“{made.name}”：截至 {made.as_of}，指纹 {made.short_fingerprint}")


@edition_group.command("list")
@ledger_option
@json_option
@click.pass_obj
def list_editions(clock: Clock, ledger: str | None, as_json: bool) -> None:
    """列出会议版。"""
    with open_viewpoint(clock, ledger, None) as view:
        held = editions(view.snapshot.settings)
    if as_json:
        print_json([_edition(one) for one in held])
        return
    for one in held:
        known = "" if one.known_on is None else f"，{one.known_on} 已知"
        click.echo(
            f"{one.name}  截至 {one.as_of}{known}  {one.made_on} {one.by}冻结"
            f"  指纹 {one.short_fingerprint}"
        )
    if not held:
        click.echo("还没有会议版；用 guoban edition save 名字 冻结一个。")


@edition_group.command("show")
@click.argument("name")
@ledger_option
@json_option
@click.pass_obj
def show(clock: Clock, name: str, ledger: str | None, as_json: bool) -> None:
    """看会议版 NAME 的亮灯；流水在程序外被改过就说出来（退出码 1）。"""
    with open_viewpoint(clock, ledger, None) as view:
        edition = edition_of(view.snapshot.settings, name)
        altered = view.store.chains.altered_since(edition.heads)
        told = [one for one in (edition.broken_seal, *altered) if one]
        rows = headline_rows(_snapshot(view, edition), edition.region, edition.as_of)
        if as_json:
            found = [
                {"indicator": row.indicator.id, "value": row.value, "light": row.light}
                for row in rows
            ]
            print_json(_edition(edition) | {"altered": told, "rows": found})
        else:
            for row in rows:
                click.echo(f"{light_word(row)}  {row.indicator.name}")
            for sentence in told:
                click.echo(sentence)
    if told:
        raise LedgerError(f"会议版“{name}”与冻结时不一样，有 {len(told)} 处被改动，请用备份核对。")


@edition_group.command("diff")
@click.argument("before")
@click.argument("after", required=False)
@ledger_option
@json_option
@click.pass_obj
def diff(clock: Clock, before: str, after: str | None, ledger: str | None, as_json: bool) -> None:
    """与上次会议相比：会议版 BEFORE 到 AFTER（不写则是现在）变了什么。"""
    with open_viewpoint(clock, ledger, None) as view:
        first = edition_of(view.snapshot.settings, before)
        then = (_snapshot(view, first), first.region, first.as_of)
        if after is None:
            now: tuple[Snapshot, str, Month] = (view.snapshot, first.region, view.month(None))
        else:
            second = edition_of(view.snapshot.settings, after)
            now = (_snapshot(view, second), second.region, second.as_of)
        moves = compare(then, now)
    if as_json:
        print_json([_move(one) for one in moves])
        return
    for kind in dict.fromkeys(move.kind for move in moves):
        click.echo(f"{kind.label}：")
        for move in moves:
            if move.kind is kind:
                click.echo(f"  {move.sentence}")
    if not moves:
        click.echo("与上次相比，灯和数都没有变。")


def _snapshot(view: Viewpoint, edition: Edition) -> Snapshot:
    return view.store.chains.frozen(edition.heads, edition.known_on)


def _edition(one: Edition) -> dict[str, object]:
    return {
        "name": one.name,
        "region": one.region,
        "as_of": str(one.as_of),
        "known_on": one.known_on,
        "made_on": one.made_on,
        "by": one.by,
        "fingerprint": one.fingerprint,
    }


def _move(one: Move) -> dict[str, object]:
    row = one.after or one.before
    assert row is not None
    return {
        "kind": one.kind,
        "indicator": row.indicator.id,
        "old_value": None if one.before is None else one.before.value,
        "value": None if one.after is None else one.after.value,
        "old_light": None if one.before is None else one.before.light,
        "light": None if one.after is None else one.after.light,
        "sentence": one.sentence,
    }
