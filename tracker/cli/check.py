"""guoban check: is the ledger whole, and has anybody changed it behind the journal's back?"""

import click

from tracker.cli.printing import print_json
from tracker.cli.viewpoint import Clock, json_option, ledger_option, open_viewpoint
from tracker.errors import LedgerError
from tracker.storage.health import faults


@click.command()
@ledger_option
@json_option
@click.pass_obj
def check(clock: Clock, ledger: str | None, as_json: bool) -> None:
    """检查台账是否完好：页、流水链、现值；有人在程序外改过就指出来（退出码 1）。"""
    with open_viewpoint(clock, ledger, None) as view:
        found = faults(view.store)
        if as_json:
            print_json({"ledger": str(view.store.path), "findings": found})
        else:
            for sentence in found:
                click.echo(sentence)
    if found:
        raise LedgerError(f"台账“{view.store.path}”有 {len(found)} 处问题，请先不要继续填报。")
    if not as_json:
        click.echo("台账完好：页、流水链和现值都对得上。")
