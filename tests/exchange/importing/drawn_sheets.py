"""Sheets drawn as text: a line a row, cells between bars; numbers are numbers."""

from collections.abc import Sequence
from datetime import date

from tests.in_memory import Figures
from tracker.exchange.importing import NO_HINTS, Hints, ImportPlan, plan_import
from tracker.exchange.sheets import Cell, Merge, Sheet, fill_merges, squared

TODAY = date(2023, 8, 1)


def drawn(text: str, name: str = "Sheet1", merges: Sequence[Merge] = ()) -> Sheet:
    """Return a sheet drawn like 地区 | 1-2月 | 1-3月."""
    rows = [[_cell(part.strip()) for part in line.split("|")] for line in text.strip().split("\n")]
    rows = squared(rows)
    return Sheet(name, rows, fill_merges(rows, list(merges)))


def planned(*sheets: Sheet, hints: Hints = NO_HINTS, figures: Figures | None = None) -> ImportPlan:
    """Return what an import of sheets into a ledger with these figures would do."""
    return plan_import(sheets, (figures or Figures()).snapshot(), hints, today=TODAY)


def imported(text: str, **more: object) -> dict[str, float | None]:
    """Import a drawn sheet; returns cell → value, and fails when anything was left aside."""
    plan = planned(drawn(text), **more)  # type: ignore[arg-type]
    assert not plan.problems, plan.problems
    assert not plan.questions, plan.questions
    assert not plan.conflicts, plan.conflicts
    return written(plan)


def written(plan: ImportPlan) -> dict[str, float | None]:
    """Return what a plan writes: 兰州 固投 2023-05 growth → 5.1, with the basis where not usual."""
    found = {}
    for write in plan.writes:
        key = write.key
        region = CATALOGUE.region(key.region).short_name
        indicator = CATALOGUE.indicator(key.indicator)
        basis = getattr(key, "basis", "")
        usual = basis == indicator.basis_of(key.measure)
        when = getattr(key, "month", "")
        name = f"{region} {indicator.short_name} {when} {key.measure}" + (
            "" if usual else f" {basis}"
        )
        found[name] = write.new
    return found


def _cell(text: str) -> Cell:
    try:
        return float(text)
    except ValueError:
        return text


CATALOGUE = Figures().snapshot().catalogue
