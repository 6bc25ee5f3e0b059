"""guoban findings and flips: what is doubtful, and which lights a revision turned over."""

from collections.abc import Sequence

import click

from tracker.cli.printing import print_json
from tracker.cli.viewpoint import (
    Clock,
    Viewpoint,
    as_of_option,
    json_option,
    ledger_option,
    open_viewpoint,
    region_option,
)
from tracker.cli.words import day
from tracker.edits import HistoryEntry
from tracker.indicators import CellKey
from tracker.periods import Month
from tracker.review import (
    Finding,
    Severity,
    month_findings,
    revision_findings,
    target_findings,
    vintage_findings,
)
from tracker.review.confirmations import open_findings
from tracker.review.flips import (
    Flip,
    first_known_days,
    flips_since_first_known,
    revision_flips,
)

_MARKS = {Severity.ERROR: "◆", Severity.WARNING: "▲", Severity.NOTICE: "○"}


@click.command()
@click.option("--all", "every", is_flag=True, help="连已确认、已说明的一起列。")
@as_of_option
@region_option
@ledger_option
@json_option
@click.pass_obj
def findings(
    clock: Clock,
    every: bool,
    as_of: str | None,
    region: str | None,
    ledger: str | None,
    as_json: bool,
) -> None:
    """查可疑的数和目标：差十倍、累计下降、分项不合、目标矛盾、未报、红灯和修订待说明。"""
    with open_viewpoint(clock, ledger, region) as view:
        month, code = view.month(as_of), view.region.code
        logs = _revised_logs(view, month)
        found = (
            *month_findings(view.snapshot, code, month, clock.today()),
            *(one for log in logs for one in vintage_findings(log)),
            *revision_findings(logs),
            *target_findings(view.snapshot, code, month),
        )
        if not every:
            found = open_findings(view.snapshot, found)
        names = {one.key.indicator: view.snapshot.indicator(one.key.indicator) for one in found}
    if as_json:
        print_json([_object(one) for one in found])
        return
    for one in found:
        name = names[one.key.indicator].name
        click.echo(f"{_MARKS[one.severity]} {one.check.label}  {name}：{one.sentence}")
    if not found:
        click.echo(f"{month} 没有可疑的数和目标。")


@click.command()
@click.option(
    "--since", metavar="DATE", help="与这一天已知的数比，如 2023-05-10；不写则与最初的数比。"
)
@as_of_option
@region_option
@ledger_option
@json_option
@click.pass_obj
def flips(
    clock: Clock,
    since: str | None,
    as_of: str | None,
    region: str | None,
    ledger: str | None,
    as_json: bool,
) -> None:
    """因修订而翻转的灯：同一个月的数改了，灯就变了，不是工作进度变了。"""
    with open_viewpoint(clock, ledger, region) as view:
        month = view.month(as_of)
        store, after, code = view.store, view.snapshot, view.region.code
        if since is None:
            first = first_known_days(_revised_logs(view, month))
            found = flips_since_first_known(store.snapshot, after, first, code, month)
        else:
            found = revision_flips(store.snapshot(day(since)), after, code, month)
    if as_json:
        print_json([_flip(one) for one in found])
        return
    for one in found:
        click.echo(one.sentence)
    if not found:
        click.echo(f"{month} 的灯没有因修订而变。")


def _revised_logs(view: Viewpoint, month: Month) -> list[Sequence[HistoryEntry]]:
    """Return the histories of a month's cells that were entered more than once."""
    keys = view.store.log.revised_cells(view.region.code, month.year)
    return [view.store.history(key) for key in sorted(keys) if key.month == month]


def _object(one: Finding) -> dict[str, object]:
    key = one.key
    when = {"month": str(key.month)} if isinstance(key, CellKey) else {"horizon": key.horizon}
    return {
        "check": one.check,
        "severity": one.severity,
        "indicator": key.indicator,
        "region": key.region,
        "measure": key.measure,
        **when,
        "sentence": one.sentence,
        "offered": one.offered,
    }


def _flip(one: Flip) -> dict[str, object]:
    return {
        "indicator": one.after.indicator.id,
        "region": one.after.region,
        "month": str(one.after.month),
        "old_value": one.before.value,
        "value": one.after.value,
        "old_light": one.before.light,
        "light": one.after.light,
        "sentence": one.sentence,
    }
