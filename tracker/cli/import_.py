"""guoban import: bring the figures of a table file into the ledger, as far as they are certain."""

from dataclasses import dataclass
from pathlib import Path

import click

from tracker.catalogue import find_indicator
from tracker.cli import words
from tracker.cli.planned_import import carry_out, plan_object, told
from tracker.cli.printing import print_json
from tracker.cli.viewpoint import (
    Clock,
    Viewpoint,
    author_option,
    json_option,
    ledger_option,
    open_to_write,
    region_option,
)
from tracker.errors import BadValue
from tracker.exchange.importing import Hints, plan_import
from tracker.exchange.tables import read_sheets


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerWords:
    """The answers to what a table does not say itself, as typed."""

    indicator: str | None
    measure: str | None
    basis: str | None
    year: int | None
    month: int | None
    unit: str | None

    def hints(self, view: Viewpoint) -> Hints:
        """Return the answers. Raises UnknownName for a word that the ledger does not know."""
        catalogue = view.snapshot.catalogue
        if self.month is not None and not 1 <= self.month <= 12:
            raise BadValue(f"没有 {self.month} 月，--month 要写 1 到 12。")
        return Hints(
            None if self.indicator is None else find_indicator(catalogue, self.indicator).id,
            None if self.measure is None else words.measure(self.measure),
            None if self.basis is None else words.basis(self.basis),
            self.year,
            self.month,
            view.region.code,
            self.unit,
        )


@click.command("import")
@click.argument("file")
@click.option("--dry-run", is_flag=True, help="只看会写入什么，不写入。")
@click.option("--indicator", metavar="ID", help="表里没写指标时，是哪个指标。")
@click.option("--measure", metavar="WORD", help="表里没写口径时：amount、growth 或 rank。")
@click.option("--basis", metavar="WORD", help="分不清累计还是当月时：ytd 或 month。")
@click.option("--year", type=int, metavar="YEAR", help="表里没写年份时，是哪一年。")
@click.option("--month", type=int, metavar="N", help="表里没写月份时，是几月。")
@click.option("--unit", metavar="WORD", help="表里没写单位时，是什么单位，如 万元。")
@ledger_option
@region_option
@author_option
@json_option
@click.pass_obj
def import_command(
    clock: Clock,
    /,
    file: str,
    dry_run: bool,
    ledger: str | None,
    region: str | None,
    author: str | None,
    as_json: bool,
    **given: object,
) -> None:
    """导入表格 FILE（.xlsx、.xls、.csv）：拿得准的写入，其余逐格说明。"""
    sheets = read_sheets(Path(file))
    with open_to_write(clock, ledger, region, author) as view:
        hints = AnswerWords(**given).hints(view)  # type: ignore[arg-type]
        plan = plan_import(
            sheets, view.snapshot, hints, today=clock.today(), history=view.store.history
        )
        if not dry_run:
            carry_out(plan, view, Path(file))
        if as_json:
            print_json(plan_object(plan, dry_run))
        else:
            click.echo(told(plan, view, dry_run))
