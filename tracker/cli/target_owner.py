"""guoban target owner, owners: who answers for an indicator, and what somebody answers for."""

from dataclasses import replace

import click

from tracker.catalogue import find_indicator
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
from tracker.owners import owned_by, owner_edit, owner_of

_HEADS = ("指标", "牵头单位", "责任领导", "填报人")


@click.command("owner")
@click.argument("indicator")
@click.option("--department", metavar="NAME", help='牵头单位；写空（""）恢复目录里的。')
@click.option("--responsible", metavar="NAME", help="责任领导。")
@click.option("--reporter", metavar="NAME", help="填报人。")
@author_option
@ledger_option
@click.pass_obj
def owner(
    clock: Clock,
    indicator: str,
    department: str | None,
    responsible: str | None,
    reporter: str | None,
    author: str | None,
    ledger: str | None,
) -> None:
    """写明 INDICATOR 由谁负责；没写的那一项不动。"""
    given = {"department": department, "responsible": responsible, "reporter": reporter}
    named = {name: text for name, text in given.items() if text is not None}
    with open_to_write(clock, ledger, None, author) as view:
        found = find_indicator(view.snapshot.catalogue, indicator)
        edit = owner_edit(found, replace(owner_of(view.store.settings(), found), **named))
        view.store.record([edit], f"改{found.name}的负责人")
        held = owner_of(view.store.settings(), found)
    click.echo(
        f"{found.name}：牵头单位 {held.department or '未写明'}，"
        f"责任领导 {held.responsible or '未写明'}，填报人 {held.reporter or '未写明'}"
    )


@click.command("owners")
@click.option("--person", metavar="NAME", help="只看这个人或单位名下的。")
@ledger_option
@json_option
@click.pass_obj
def owners(clock: Clock, person: str | None, ledger: str | None, as_json: bool) -> None:
    """列出各指标由谁负责，或某个人、某个单位名下有哪些。"""
    with open_viewpoint(clock, ledger, None) as view:
        catalogue, settings = view.snapshot.catalogue, view.snapshot.settings
        found = tuple(catalogue.indicators.values())
        if person is not None:
            found = owned_by(catalogue, settings, person)
        held = [(one, owner_of(settings, one)) for one in found]
    if as_json:
        print_json(
            [
                {
                    "indicator": one.id,
                    "department": who.department,
                    "responsible": who.responsible,
                    "reporter": who.reporter,
                }
                for one, who in held
            ]
        )
        return
    rows = [(one.name, who.department, who.responsible, who.reporter) for one, who in held]
    click.echo(align(_HEADS, rows, frozenset()))
