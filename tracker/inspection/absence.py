"""Absence: why the list of 半年督查 is empty, in a title and a reason."""

from dataclasses import dataclass

from tracker.inspection.half_year import half_month
from tracker.periods import Month
from tracker.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class Absence:
    """What an empty list says; `needs_targets` when the year has none."""

    title: str
    reason: str
    needs_targets: bool = False


def absence(snapshot: Snapshot, region: str, as_of: Month, *, filtered: bool) -> Absence:
    """Say why nothing is listed; `filtered`: there are rows, but the filters pass none.

    Raises UnknownName for the region.
    """
    name = snapshot.region(region).name
    if filtered:
        return Absence("没有这样的事项", "换一个状态、地区或单位，或看全部")
    if snapshot.tasks(region, as_of.year, as_of):
        return Absence("没有滞后指标", f"{name}到 {half_month(as_of).month} 月都过半或达标")
    title = f"{as_of.year} 年还没有目标"
    return Absence(title, f"{name}：先录年度目标，才知道哪些滞后", needs_targets=True)
