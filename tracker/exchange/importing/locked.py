"""Locked months: an import writes nothing into them and says so for each cell."""

from collections.abc import Mapping
from dataclasses import replace

from tracker.exchange.importing.plan import ImportPlan, PlannedWrite, Remark
from tracker.filing.locks import lock_sentence, locked_months
from tracker.indicators import CellKey


def without_locked(plan: ImportPlan, settings: Mapping[str, str]) -> ImportPlan:
    """Return the plan with a problem in place of every figure of a locked month."""
    locks = locked_months(settings)
    if not locks:
        return plan
    open_writes: list[PlannedWrite] = []
    problems = list(plan.problems)
    for write in plan.writes:
        held = locks.get(write.key.month) if isinstance(write.key, CellKey) else None
        if held is None or not isinstance(write.key, CellKey):
            open_writes.append(write)
        else:
            sentence = lock_sentence(write.key.month, held)
            problems.append(Remark(write.sheet, write.cell, sentence))
    if len(open_writes) == plan.written:
        return plan
    return replace(plan, blank_strips=(), replacing=tuple(open_writes), problems=tuple(problems))
