"""guoban case: matters of 半年督查: list, open, note, hand in for the check, close, reopen."""

from collections.abc import Callable
from uuid import uuid4

import click

from tracker.catalogue import find_indicator
from tracker.cli.printing import print_json
from tracker.cli.text_table import align
from tracker.cli.viewpoint import (
    Clock,
    Viewpoint,
    as_of_option,
    author_option,
    json_option,
    ledger_option,
    open_to_write,
    open_viewpoint,
    region_option,
)
from tracker.errors import BadValue
from tracker.inspection.case import (
    STATE_WORDS,
    Case,
    cases_of,
    closed,
    due,
    edited,
    find_case,
    noted,
    read_due,
    reopened,
    saved,
    submitted,
)
from tracker.inspection.half_year import closing_doubt, half_month
from tracker.snapshot import Snapshot

_HEADS = ("编号", "状态", "地区", "指标", "滞后原因", "整改措施", "责任单位", "责任人", "时限")
_SHORT_ID = 8


@click.group()
def case() -> None:
    """督查事项：滞后原因、整改措施、责任人、时限、进展和销号。"""


@case.command("list")
@click.option("--year", type=int, metavar="YEAR", help="只列一年的。")
@click.option("--open", "only_open", is_flag=True, help="只列没有销号的。")
@ledger_option
@json_option
@click.pass_obj
def list_(
    clock: Clock, year: int | None, only_open: bool, ledger: str | None, as_json: bool
) -> None:
    """列出督查事项。"""
    with open_viewpoint(clock, ledger, None) as view:
        held = [one for one in cases_of(view.snapshot.settings, year)
                if one.is_open or not only_open]  # fmt: skip
        rows = [_row(view.snapshot, one) for one in held]
    if as_json:
        print_json([_object(one) for one in held])
        return
    click.echo(align(_HEADS, rows, frozenset()) if rows else "没有督查事项。")


@case.command("open")
@click.argument("indicator")
@click.option("--reason", default="", metavar="TEXT", help="滞后原因。")
@click.option("--measure", default="", metavar="TEXT", help="整改措施。")
@click.option("--department", default="", metavar="NAME", help="责任单位；不写则是牵头单位。")
@click.option("--responsible", default="", metavar="NAME", help="责任人。")
@click.option("--due", "due_on", default="", metavar="DATE", help="完成时限，如 2023-07-31。")
@as_of_option
@region_option
@author_option
@ledger_option
@click.pass_obj
def open_(
    clock: Clock,
    indicator: str,
    reason: str,
    measure: str,
    department: str,
    responsible: str,
    due_on: str,
    as_of: str | None,
    region: str | None,
    author: str | None,
    ledger: str | None,
) -> None:
    """立一项：INDICATOR 是指标的代码或名称。"""
    with open_to_write(clock, ledger, region, author) as view:
        about = find_indicator(view.snapshot.catalogue, indicator)
        month = half_month(view.month(as_of))
        for held in cases_of(view.snapshot.settings, month.year):
            if held.is_open and (held.indicator, held.region) == (about.id, view.region.code):
                raise BadValue(
                    f"{view.region.name}{about.name} {month.year} 年已经有一项"
                    f"（{held.id[:_SHORT_ID]}），还没有销号。"
                )
        made = Case(str(uuid4()), about.id, view.region.code, month.year, month, view.store.author)
        made = edited(made, reason=reason, measure=measure,
                      department=department or about.lead_department,
                      responsible=responsible)  # fmt: skip
        made = due(made, read_due(due_on))
        view.store.record([saved(made)], f"立督查事项 {view.region.name}{about.name}")
        click.echo(f"已立 {made.id[:_SHORT_ID]}：{_name(view.snapshot, made)}，{_state(made)}")


@case.command("note")
@click.argument("case_id", metavar="ID")
@click.argument("text")
@author_option
@ledger_option
@click.pass_obj
def note(clock: Clock, case_id: str, text: str, author: str | None, ledger: str | None) -> None:
    """记一条进展：ID 是 list 里的编号。"""

    def work(view: Viewpoint, held: Case) -> Case:
        return noted(held, text, view.store.author, clock.today())

    _change(clock, case_id, ledger, author, "记进展", work)


@case.command("submit")
@click.argument("case_id", metavar="ID")
@author_option
@ledger_option
@click.pass_obj
def submit(clock: Clock, case_id: str, author: str | None, ledger: str | None) -> None:
    """报请复核。"""
    _change(clock, case_id, ledger, author, "报请复核",
            lambda view, held: submitted(held, view.store.author))  # fmt: skip


@case.command("close")
@click.argument("case_id", metavar="ID")
@author_option
@ledger_option
@click.pass_obj
def close(clock: Clock, case_id: str, author: str | None, ledger: str | None) -> None:
    """销号：要由报请复核的人以外的人来做；灯还是红的会说。"""

    def work(view: Viewpoint, held: Case) -> Case:
        done = closed(held, view.store.author, clock.today())
        doubt = closing_doubt(view.snapshot, held, view.month(None))
        if doubt:
            click.echo(doubt, err=True)
        return done

    _change(clock, case_id, ledger, author, "销号", work)


@case.command("reopen")
@click.argument("case_id", metavar="ID")
@author_option
@ledger_option
@click.pass_obj
def reopen(clock: Clock, case_id: str, author: str | None, ledger: str | None) -> None:
    """退回整改。"""
    _change(clock, case_id, ledger, author, "退回整改", lambda _view, held: reopened(held))


def _change(
    clock: Clock,
    case_id: str,
    ledger: str | None,
    author: str | None,
    what: str,
    work: Callable[[Viewpoint, Case], Case],
) -> None:
    """Find a case, do something to it, record it and say how it stands."""
    with open_to_write(clock, ledger, None, author) as view:
        changed = work(view, find_case(view.snapshot.settings, case_id))
        name = _name(view.snapshot, changed)
        view.store.record([saved(changed)], f"{what} {name}")
    click.echo(f"{name}：{_state(changed)}")


def _name(snapshot: Snapshot, one: Case) -> str:
    """Name a case; a region or indicator that the catalogue has lost keeps its id."""
    region = snapshot.catalogue.regions.get(one.region)
    indicator = snapshot.catalogue.indicators.get(one.indicator)
    return (one.region if region is None else region.name) + (
        one.indicator if indicator is None else indicator.name
    )


def _state(one: Case) -> str:
    return STATE_WORDS[one.state]


def _row(snapshot: Snapshot, one: Case) -> tuple[str, ...]:
    region = snapshot.catalogue.regions.get(one.region)
    indicator = snapshot.catalogue.indicators.get(one.indicator)
    return (
        one.id[:_SHORT_ID],
        _state(one),
        one.region if region is None else region.name,
        one.indicator if indicator is None else indicator.name,
        one.reason,
        one.measure,
        one.department,
        one.responsible,
        "" if one.due_on is None else one.due_on.isoformat(),
    )


def _object(one: Case) -> dict[str, object]:
    return {
        "id": one.id,
        "indicator": one.indicator,
        "region": one.region,
        "year": one.year,
        "opened": str(one.opened),
        "state": one.state,
        "reason": one.reason,
        "measure": one.measure,
        "department": one.department,
        "responsible": one.responsible,
        "due_on": one.due_on,
        "notes": [{"on": n.on, "by": n.by, "text": n.text} for n in one.notes],
        "closed_on": one.closed_on,
        "closed_by": one.closed_by or None,
    }
