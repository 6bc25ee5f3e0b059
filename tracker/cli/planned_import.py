"""A planned import at the command line: carried out, and what is said of it."""

from collections.abc import Sequence
from pathlib import Path

from tracker import wording
from tracker.cli.viewpoint import Viewpoint
from tracker.desk.target_typing import typed_target
from tracker.edits import TargetEdit
from tracker.exchange.importing import ImportPlan, PlannedWrite, Remark
from tracker.imported import import_text
from tracker.indicators import CellKey, Tier
from tracker.ledgers import backups_root
from tracker.storage.backups import Reason, back_up, backup_folder

_SHOWN = 20
"""How many writes and how many remarks are printed; --json prints all."""


def carry_out(plan: ImportPlan, view: Viewpoint, file: Path) -> None:
    """Write a plan in one step, after a backup where figures or targets will change."""
    if plan.written:
        folder = backup_folder(view.store.path, backups_root())
        back_up(view.store.path, folder, view.clock.now(), Reason.IMPORT)
    view.store.record(plan.edits(), import_text(file.name))


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
