"""guoban return: hand a month up in one file, and merge what was handed in."""

from collections.abc import Sequence
from pathlib import Path

import click

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
from tracker.exchange.tables_out.writing import write_file
from tracker.indicators import CellKey
from tracker.ledgers import backups_root
from tracker.periods import Month
from tracker.storage.backups import Reason, back_up, backup_folder
from tracker.storage.packets import Clash, Difference, MergePlan, read_packet
from tracker.wording import plain

SUFFIX = ".guobao"
_SHOWN = 20


@click.group("return")
def return_command() -> None:
    """填报包：把一个月的数连同流水交上去（make），或合并收到的（merge）。"""


@return_command.command("make")
@click.argument("file")
@click.option("--month", metavar="MONTH", required=True, help="交的是哪个月，如 2023-05。")
@click.option("--force", is_flag=True, help="覆盖已有的文件。")
@region_option
@author_option
@ledger_option
@click.pass_obj
def make(
    clock: Clock,
    file: str,
    month: str,
    force: bool,
    region: str | None,
    author: str | None,
    ledger: str | None,
) -> None:
    """做一个填报包 FILE：里面是整本流水，每一条都可验证。"""
    path = Path(file)
    path = path if path.suffix else path.with_suffix(SUFFIX)
    with open_to_write(clock, ledger, region, author) as view:
        content = view.store.packet(view.region.code, Month.parse(month))
    write_file(path, content, force=force)
    click.echo(f"已做成填报包：{path}（{view.region.name} {month}）")


@return_command.command("merge")
@click.argument("file")
@click.option("--dry-run", is_flag=True, help="只看会改什么，不写入。")
@click.option(
    "--take", "taken", metavar="CELL", multiple=True,
    help="冲突的格子改用对方的数，写作 indicator/region/2023-05；all 是全部。",
)  # fmt: skip
@author_option
@ledger_option
@json_option
@click.pass_obj
def merge(
    clock: Clock,
    file: str,
    dry_run: bool,
    taken: tuple[str, ...],
    author: str | None,
    ledger: str | None,
    as_json: bool,
) -> None:
    """合并填报包 FILE：两边的流水都留下；都改过的格子先保留本台账的数，逐格列出来等人选。"""
    path = Path(file)
    if not path.is_file():
        raise BadValue(f"找不到填报包“{file}”，请检查文件名。")
    packet = read_packet(path.read_bytes(), path.name)
    with open_to_write(clock, ledger, None, author) as view:
        plan = view.store.plan_merge(packet)
        take = _taken(plan, taken)
        if not dry_run and not plan.is_nothing:
            folder = backup_folder(view.store.path, backups_root())
            back_up(view.store.path, folder, clock.now(), Reason.MERGE)
            view.store.merge(packet, plan, plan.kept(take))
        if as_json:
            print_json(_object(plan, take, dry_run))
        else:
            click.echo(_told(plan, take, dry_run, view))


def cell_name(key: CellKey) -> str:
    """Name a cell as --take wants it."""
    return f"{key.indicator}/{key.region}/{key.month}"


def _taken(plan: MergePlan, names: Sequence[str]) -> set[CellKey]:
    found: set[CellKey] = set()
    for name in names:
        fits = {one.key for one in plan.clashes if name in ("all", cell_name(one.key))}
        if not fits and name != "all":
            raise BadValue(f"“{name}”不是冲突的格子，请从列出的冲突里选。")
        found |= fits
    return found


def _object(plan: MergePlan, take: set[CellKey], dry_run: bool) -> dict[str, object]:
    return {
        "revisions": len(plan.revisions),
        "changes": [_difference(one) for one in plan.differences],
        "conflicts": [_clash(one, take) for one in plan.clashes],
        "dry_run": dry_run,
    }


def _difference(one: Difference) -> dict[str, object]:
    return {
        "cell": cell_name(one.key), "measure": one.key.measure, "old": one.old, "new": one.new,
        "author": one.author, "recorded_at": one.recorded_at,
    }  # fmt: skip


def _clash(one: Clash, take: set[CellKey]) -> dict[str, object]:
    taken = one.key in take and not one.locked
    return {
        "cell": cell_name(one.key), "measure": one.key.measure, "ours": one.ours,
        "theirs": one.theirs, "author": one.author, "recorded_at": one.recorded_at,
        "locked": one.locked, "kept": "theirs" if taken else "ours", "sentence": one.sentence,
    }  # fmt: skip


def _told(plan: MergePlan, take: set[CellKey], dry_run: bool, view: Viewpoint) -> str:
    if plan.is_nothing:
        return "填报包里的流水本台账都有了，没有可合并的。"
    verb = "会合并" if dry_run else "已合并"
    lines = [
        f"{verb} {len(plan.revisions)} 条修订，改 {len(plan.differences)} 格，"
        f"冲突 {len(plan.clashes)} 格。"
    ]
    for one in plan.differences[:_SHOWN]:
        lines.append(
            f"  {_named(one.key, view)}：{_word(one.old)} → {_word(one.new)}（{one.author}）"
        )
    for clash in plan.clashes[:_SHOWN]:
        kept = "取对方的" if clash.key in take and not clash.locked else "保留这里的"
        lines.append(f"  冲突 {_named(clash.key, view)}：{clash.sentence}{kept}")
        lines.append(f"    --take {cell_name(clash.key)}")
    return "\n".join(lines)


def _named(key: CellKey, view: Viewpoint) -> str:
    catalogue = view.store.catalogue
    region = catalogue.region(key.region).short_name
    name = catalogue.indicators.get(key.indicator)
    return f"{region}{key.indicator if name is None else name.short_name} {key.month}"


def _word(value: float | None) -> str:
    return "空" if value is None else plain(value)
