"""guoban whatif: if the next month brings x, what the months after it need."""

from dataclasses import asdict

import click

from tracker.catalogue import find_indicator
from tracker.cli.printing import print_json
from tracker.cli.viewpoint import (
    Clock,
    as_of_option,
    json_option,
    known_on_option,
    ledger_option,
    open_viewpoint,
    region_option,
)
from tracker.cli.words import optional_day
from tracker.errors import BadValue
from tracker.exchange.numerals import read_number
from tracker.outlook.what_if import what_if
from tracker.periods import Horizon


@click.command("whatif")
@click.argument("indicator")
@click.option("--amount", metavar="X", required=True, help="下一个月完成多少（增速填累计增速）。")
@click.option("--horizon", metavar="H", default="FY", help="对哪个期别的目标，默认全年。")
@ledger_option
@region_option
@as_of_option
@known_on_option
@json_option
@click.pass_obj
def whatif(
    clock: Clock,
    indicator: str,
    amount: str,
    horizon: str,
    ledger: str | None,
    region: str | None,
    as_of: str | None,
    known_on: str | None,
    as_json: bool,
) -> None:
    """假如下一个月完成 X，以后各月须多少。"""
    with open_viewpoint(clock, ledger, region, known_on=optional_day(known_on)) as view:
        found = find_indicator(view.snapshot.catalogue, indicator)
        value = read_number(amount)
        if value is None:
            raise BadValue("--amount 没有写数，请写下一个月完成多少。")
        answer = what_if(
            view.snapshot,
            found.id,
            view.region.code,
            view.month(as_of),
            value,
            Horizon.parse(horizon),
        )
        if as_json:
            print_json(asdict(answer))
        else:
            click.echo(answer.refused or answer.sentence)
