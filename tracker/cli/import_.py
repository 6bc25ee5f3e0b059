"""guoban import: bring the figures of a table file into the ledger, as far as they are certain."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from tracker import wording
from tracker.catalogue import find_indicator
from tracker.cli import words
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
from tracker.desk.target_typing import typed_target
from tracker.edits import TargetEdit
from tracker.errors import BadValue
from tracker.exchange.importing import Hints, ImportPlan, PlannedWrite, Remark, plan_import
from tracker.exchange.tables import read_sheets
from tracker.imported import import_text
from tracker.indicators import CellKey, Tier
from tracker.ledgers import backups_root
from tracker.storage.backups import Reason, back_up, backup_folder

_SHOWN = 20
"""How many writes and how many remarks are printed; --json prints all."""


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
        if not dry_run and plan.written:
            folder = backup_folder(view.store.path, backups_root())
            back_up(view.store.path, folder, clock.now(), Reason.IMPORT)
        if not dry_run:
            view.store.record(plan.edits(), import_text(Path(file).name))
        if as_json:
            print_json(plan_object(plan, dry_run))
        else:
            click.echo(told(plan, view, dry_run))


def plan_object(plan: ImportPlan, dry_run: bool) -> dict[str, object]:
    """Return a plan as JSON has it. An open question is a problem too."""
    problems = [*plan.problems, *(Remark(*question[1:]) for question in plan.questions)]
    return {
        "written": plan.written,
        "unchanged": plan.unchanged,
        "conflicts": [remark._asdict() for remark in plan.conflicts],
        "problems": [remark._asdict() for remark in problems],
        "questions": [question._asdict() for question in plan.questions],
        "assumed": [remark._asdict() for remark in plan.assumed],
        "dry_run": dry_run,
        "writes": [write_object(write) for write in plan.writes],
    }


def write_object(write: PlannedWrite) -> dict[str, object]:
    """Return one planned cell as JSON has it; null where a figure or a target has no such thing."""
    key = write.key
    if isinstance(key, CellKey):
        when = {"month": str(key.month), "basis": key.basis, "year": key.month.year}
    else:
        when = {"month": None, "basis": None, "year": key.year, "horizon": key.horizon}
    return {
        "sheet": write.sheet,
        "cell": write.cell,
        "indicator": key.indicator,
        "region": key.region,
        "measure": key.measure,
        "horizon": None,
        **when,
        "status": write.status,
        "old": write.old,
        "new": write.new,
    }


def told(plan: ImportPlan, view: Viewpoint, dry_run: bool) -> str:
    """Say in lines what was written and what was not."""
    verb = "会写入" if dry_run else "已写入"
    lines = [f"{verb} {plan.written} 个数，{plan.unchanged} 个没有变化。"]
    if dry_run:
        lines += [_line(write, view) for write in plan.first_writes(_SHOWN)]
        lines += _more(plan.written)
    lines += _remarks("按惯例读入", plan.assumed)
    lines += _remarks("冲突", plan.conflicts)
    problems = [*plan.problems, *(Remark(*question[1:]) for question in plan.questions)]
    lines += _remarks("没有导入", problems)
    return "\n".join(lines)


def _line(write: PlannedWrite, view: Viewpoint) -> str:
    """Say what one cell gets, and what stands there now."""
    key = write.key
    indicator = view.snapshot.indicator(key.indicator)
    if isinstance(key, CellKey):
        when = str(key.month)
    else:
        tier = "" if key.tier is Tier.TARGET else wording.TIER_WORDS[key.tier]
        when = f"{key.year} {key.horizon.label}{tier}目标"
    name = f"{view.snapshot.region(key.region).short_name}{indicator.short_name} {when}"
    old = "空" if write.old is None else wording.plain(write.old)
    new = "空" if write.new is None else wording.plain(write.new)
    if isinstance(write.edit, TargetEdit):
        new = typed_target(write.edit)
    measure = wording.MEASURE_WORDS[key.measure]
    unit = indicator.unit_of(key.measure)
    return f"  {write.sheet} {write.cell}  {name} {measure}：{old} → {new}{unit}"


def _remarks(what: str, remarks: Sequence[Remark]) -> list[str]:
    if not remarks:
        return []
    lines = [f"{what}（{len(remarks)}）："]
    for sheet, cell, message in remarks[:_SHOWN]:
        lines.append(f"  {' '.join(part for part in (sheet, cell) if part)}  {message}")
    return lines + _more(len(remarks))


def _more(count: int) -> list[str]:
    return [f"  还有 {count - _SHOWN} 条，加 --json 看全部。"] if count > _SHOWN else []
