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
    if not _standing(snapshot, region, year, date(year, 12, 31)):
        raise BadValue(f"{snapshot.region(region).name} {year} 年没有目标，没有可照抄的。")
    return draft_of(snapshot, region, year + 1)


def draft_of(snapshot: Snapshot, region: str, year: int) -> list[TargetEdit]:
    """Return what gives a year the targets of the year before; tasks with a due day are left out.

    Targets that the year has, or once had and withdrew, are left alone. Empty without any.
    """
    before = year - 1
    held = _standing(snapshot, region, before, date(before, 12, 31))
    taken = set(snapshot.targets(region, year))
    return [
        TargetEdit(
            target.key._replace(year=year),
            target.value,
            target.comparator,
            upper=target.upper,
            tolerance=target.tolerance,
            reference=target.reference,
            reason=f"照 {before} 年的框架起草，待核定",
        )
        for key, target in held.items()
        if key._replace(year=year) not in taken and target.due_on is None
    ]


def targets_changed(
    snapshot: Snapshot, region: str, year: int, since: date
) -> list[tuple[Target | None, Target | None]]:
    """Return (then, now) of every target that is not what it was on a day; None where unset.

    A version entered after the day that corrects an earlier one did not count on the day, whatever
    day it is in force from; the first of a target does, because ledgers are often filled late.
    """
    then = _standing(snapshot, region, year, since, entered_by=since)
    now = _standing(snapshot, region, year, date.max)
    changed = []
    for key in dict.fromkeys([*then, *now]):
        before, after = then.get(key), now.get(key)
        if _content(before) != _content(after):
            changed.append((before, after))
    return changed


def _standing(
    snapshot: Snapshot, region: str, year: int, day: date, entered_by: date = date.max
) -> dict[TargetKey, Target]:
    found: dict[TargetKey, Target] = {}
    for key, versions in snapshot.targets(region, year).items():
        standing: Target | None = None
        for place, version in enumerate(versions):
            at = version.recorded_at
            if place and at is not None and at.date() > entered_by:
                continue
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
