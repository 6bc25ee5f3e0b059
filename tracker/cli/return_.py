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
from tracker.indicators import Catalogue, CellKey, Target
from tracker.ledgers import backups_root
from tracker.periods import Month
from tracker.storage.backups import Backup, Reason, back_up, backup_folder
from tracker.storage.packets import (
    Clash,
    Difference,
    Held,
    MergeKey,
    MergePlan,
    enclose,
    held_words,
    key_words,
    merge_name,
    read_packet,
)

SUFFIX = ".guobao"
_SHOWN = 20
_passphrase_option = click.option(
    "--passphrase-file", metavar="FILE", help="口令文件，第一行是口令；填报包用它加密。"
)


@click.group("return")
def return_command() -> None:
    """填报包：把一个月的数连同流水交上去（make），或合并收到的（merge）。"""


@return_command.command("make")
@click.argument("file")
@click.option("--month", metavar="MONTH", required=True, help="交的是哪个月，如 2023-05。")
@click.option("--force", is_flag=True, help="覆盖已有的文件。")
@_passphrase_option
@region_option
@author_option
@ledger_option
@click.pass_obj
def make(
    clock: Clock,
    file: str,
    month: str,
    force: bool,
    passphrase_file: str | None,
    region: str | None,
    author: str | None,
    ledger: str | None,
) -> None:
    """做一个填报包 FILE：里面是整本流水，每一条都可验证。"""
    path = Path(file)
    path = path if path.suffix else path.with_suffix(SUFFIX)
    passphrase = _passphrase(passphrase_file)
    with open_to_write(clock, ledger, region, author) as view:
        content = view.store.packet(view.region.code, Month.parse(month))
    if passphrase:
        content = enclose(content, passphrase)
    write_file(path, content, force=force)
    sealed = "，已用口令加密" if passphrase else ""
    click.echo(f"已做成填报包：{path}（{view.region.name} {month}{sealed}）")


@return_command.command("merge")
@click.argument("file")
@click.option("--dry-run", is_flag=True, help="只看会改什么，不写入。")
@click.option(
    "--take", "taken", metavar="CELL", multiple=True,
    help="冲突改用对方的，写作 indicator/region/2023-05/amount；all 是全部。",
)  # fmt: skip
@_passphrase_option
@author_option
@ledger_option
@json_option
@click.pass_obj
def merge(
    clock: Clock,
    file: str,
    dry_run: bool,
    taken: tuple[str, ...],
    passphrase_file: str | None,
    author: str | None,
    ledger: str | None,
    as_json: bool,
) -> None:
    """合并填报包 FILE：两边的流水都留下；都改过的先保留本台账的，逐处列出来等人选。"""
    path = Path(file)
    if not path.is_file():
        raise BadValue(f"找不到填报包“{file}”，请检查文件名。")
    packet = read_packet(path.read_bytes(), path.name, _passphrase(passphrase_file))
    with open_to_write(clock, ledger, None, author) as view:
        plan = view.store.plan_merge(packet)
        take = _taken(plan, taken)
        backup: Backup | None = None
        if not dry_run and not plan.is_nothing:
            folder = backup_folder(view.store.path, backups_root())
            backup = back_up(view.store.path, folder, clock.now(), Reason.MERGE)
            view.store.merge(packet, plan, plan.kept(take))
        if as_json:
            print_json(_object(plan, take, dry_run))
        else:
            click.echo(_told(plan, take, dry_run, view))
        if backup is not None and not as_json:
            click.echo(
                f"合并不能一步撤销；要回到合并前，用备份：guoban restore {backup.path} --out 新文件"
            )


def _passphrase(file: str | None) -> str:
    """Read the first line of a passphrase file; "" where none is asked for. Raises BadValue."""
    if file is None:
        return ""
    try:
        lines = Path(file).read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise BadValue(f"读不了口令文件“{file}”，请检查文件名和编码（UTF-8）。") from error
    if not lines or not lines[0].strip():
        raise BadValue(f"口令文件“{file}”的第一行是空的，请写上口令。")
    return lines[0].strip()


def _taken(plan: MergePlan, names: Sequence[str]) -> set[MergeKey]:
    """Find the keys that a person gives up: all, a full name, or the beginning of only one."""
    asked = {merge_name(one.key): one.key for one in plan.clashes}
    found: set[MergeKey] = set()
    for name in names:
        if name == "all":
            found |= set(asked.values())
            continue
        fits = [name] if name in asked else [one for one in asked if one.startswith(f"{name}/")]
        if not fits:
            raise BadValue(f"“{name}”不在冲突里，请从列出的冲突里选。")
        if len(fits) > 1:
            raise BadValue(f"“{name}”有几处冲突，请写全是哪一处：{'、'.join(fits)}。")
        found.add(asked[fits[0]])
    return found


def _object(plan: MergePlan, take: set[MergeKey], dry_run: bool) -> dict[str, object]:
    return {
        "revisions": len(plan.revisions),
        "changes": [_difference(one) for one in plan.differences],
        "conflicts": [_clash(one, take) for one in plan.clashes],
        "dry_run": dry_run,
    }


def _difference(one: Difference) -> dict[str, object]:
    return {
        **_key_object(one.key), "old": _held_object(one.old), "new": _held_object(one.new),
        "author": one.author, "recorded_at": one.recorded_at,
    }  # fmt: skip


def _clash(one: Clash, take: set[MergeKey]) -> dict[str, object]:
    taken = one.key in take and not one.locked
    return {
        **_key_object(one.key), "ours": _held_object(one.ours),
        "theirs": _held_object(one.theirs), "author": one.author,
        "recorded_at": one.recorded_at, "locked": one.locked,
        "kept": "theirs" if taken else "ours", "sentence": one.sentence,
    }  # fmt: skip


def _key_object(key: MergeKey) -> dict[str, object]:
    """Name a key as --take wants it, and say what it is: a cell, a target or a setting."""
    if isinstance(key, str):
        return {"kind": "setting", "cell": key, "measure": None}
    kind = "cell" if isinstance(key, CellKey) else "target"
    return {"kind": kind, "cell": merge_name(key), "measure": key.measure}


def _held_object(held: Held) -> float | str | None:
    return held.value if isinstance(held, Target) else held


def _told(plan: MergePlan, take: set[MergeKey], dry_run: bool, view: Viewpoint) -> str:
    if plan.is_nothing:
        return "填报包里的流水本台账都有了，没有可合并的。"
    verb = "会合并" if dry_run else "已合并"
    lines = [
        f"{verb} {len(plan.revisions)} 条修订，改 {len(plan.differences)} 处，"
        f"冲突 {len(plan.clashes)} 处。"
    ]
    catalogue = view.store.catalogue
    for one in plan.differences[:_SHOWN]:
        old, new = (held_words(held, one.key, catalogue) for held in (one.old, one.new))
        lines.append(f"  {key_words(one.key, catalogue)}：{old} → {new}（{one.author}）")
    lines += _rest(len(plan.differences), "处改动")
    for clash in plan.clashes[:_SHOWN]:
        lines += _clash_lines(clash, take, catalogue)
    lines += _rest(len(plan.clashes), "处冲突")
    return "\n".join(lines)


def _clash_lines(clash: Clash, take: set[MergeKey], catalogue: Catalogue) -> list[str]:
    ours, theirs = (held_words(held, clash.key, catalogue) for held in (clash.ours, clash.theirs))
    told = f"  冲突 {key_words(clash.key, catalogue)}：这里 {ours}，{clash.author} {theirs}。"
    if clash.locked:
        return [told + clash.sentence]
    if clash.key in take:
        return [f"{told}取对方的。"]
    return [f"{told}{clash.sentence}", f"    --take {merge_name(clash.key)}"]


def _rest(count: int, noun: str) -> list[str]:
    return [f"  …其余 {count - _SHOWN} {noun}，见 --json。"] if count > _SHOWN else []
