"""A new year's targets from last year's frame: same structure, last year's values to start from."""

from tracker.edits import TargetEdit
from tracker.periods import Month
from tracker.snapshot import Snapshot


def frame_from_year_before(snapshot: Snapshot, region: str, year: int) -> tuple[TargetEdit, ...]:
    """Return the edits that give a year every target in force at the end of the year before.

    Targets that the year already has (or once had and withdrew) are left alone. Empty when the
    year before has none.
    """
    december = Month(year - 1, 12)
    held = snapshot.targets(region, year)
    edits: list[TargetEdit] = []
    for key in snapshot.targets(region, year - 1):
        target = snapshot.target_in_force(key, december)
        following = key._replace(year=year)
        if target is None or following in held:
            continue
        edits.append(
            TargetEdit(
                following,
                target.value,
                target.comparator,
                upper=target.upper,
                tolerance=target.tolerance,
                reason=f"从 {year - 1} 年框架新建，待核定",
            )
        )
    return tuple(edits)
