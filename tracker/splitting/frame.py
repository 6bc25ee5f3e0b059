"""A year's frame of targets: copied to the next, and what changed in it since a day."""

from datetime import date

from tracker.edits import TargetEdit
from tracker.errors import BadValue
from tracker.indicators import Target, TargetKey
from tracker.snapshot import Snapshot


def next_year(snapshot: Snapshot, region: str, year: int) -> list[TargetEdit]:
    """Copy the targets that stand at a year's end to the year after, as a first draft.

    What the next year holds already is left alone. Raises BadValue when there is nothing to copy.
    """
    held = _standing(snapshot, region, year, date(year, 12, 31))
    if not held:
        raise BadValue(f"{snapshot.region(region).name} {year} 年没有目标，没有可照抄的。")
    taken = set(snapshot.targets(region, year + 1))
    return [
        TargetEdit(
            target.key._replace(year=year + 1),
            target.value,
            target.comparator,
            upper=target.upper,
            tolerance=target.tolerance,
            reference=target.reference,
            reason=f"照 {year} 年的框架起草",
        )
        for key, target in held.items()
        if key._replace(year=year + 1) not in taken and target.due_on is None
    ]


def targets_changed(
    snapshot: Snapshot, region: str, year: int, since: date
) -> list[tuple[Target | None, Target | None]]:
    """Return (then, now) of every target that is not what it was on a day; None where unset."""
    then = _standing(snapshot, region, year, since)
    now = _standing(snapshot, region, year, date.max)
    changed = []
    for key in dict.fromkeys([*then, *now]):
        before, after = then.get(key), now.get(key)
        if _content(before) != _content(after):
            changed.append((before, after))
    return changed


def _standing(snapshot: Snapshot, region: str, year: int, day: date) -> dict[TargetKey, Target]:
    found: dict[TargetKey, Target] = {}
    for key, versions in snapshot.targets(region, year).items():
        standing: Target | None = None
        for version in versions:
            if version.effective_on <= day and (
                standing is None or version.effective_on >= standing.effective_on
            ):
                standing = version
        if standing is not None and not standing.withdrawn:
            found[key] = standing
    return found


def _content(target: Target | None) -> tuple[object, ...] | None:
    if target is None:
        return None
    return (target.value, target.comparator, target.upper, target.tolerance, target.reference)
