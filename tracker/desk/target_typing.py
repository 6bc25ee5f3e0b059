"""From a typed target to its next version, and from a version back to what one would type."""

from dataclasses import replace

from tracker.edits import TargetEdit, correct_target
from tracker.exchange.target_text import TargetText
from tracker.indicators import Better, Comparator, Indicator, Measure, Target, TargetKey
from tracker.periods import Month
from tracker.snapshot import Snapshot
from tracker.wording import plain


def target_edit(
    snapshot: Snapshot, key: TargetKey, as_of: Month, typed: TargetText | None
) -> TargetEdit | None:
    """Return the version that typing over a target makes; None when nothing would change.

    `typed` None withdraws. The new version is in force from the day of the one it replaces, so
    that history keeps both and the correction counts for every month.
    """
    current = snapshot.target_in_force(key, as_of)
    if typed is None:
        if current is None:
            return None
        return correct_target(current, key, None, Comparator.AT_LEAST)
    indicator = snapshot.indicator(key.indicator)
    comparator = typed.comparator or usual_comparator(current, indicator, key.measure)
    if current is not None:
        if (current.value, current.comparator, current.upper) == (
            typed.value,
            comparator,
            typed.upper,
        ):
            return None
        edit = correct_target(current, key, typed.value, comparator)
    else:
        edit = TargetEdit(key, typed.value, comparator)
        last = _last_version(snapshot, key, as_of)
        if last is not None:  # withdrawn: an earlier day would leave the withdrawal in force
            edit = replace(edit, effective_on=last.effective_on)
    return replace(edit, upper=typed.upper)


def usual_comparator(current: Target | None, indicator: Indicator, measure: Measure) -> Comparator:
    """Return what a bare number means: the comparator that stands there, else the usual one."""
    if current is not None and current.comparator is not Comparator.RANGE:
        return current.comparator
    lower = indicator.better is Better.LOWER or measure is Measure.RANK
    return Comparator.AT_MOST if lower else Comparator.AT_LEAST


def typed_target(target: Target | TargetEdit) -> str:
    """Write a target as it would be typed: 3000, ≤8600, 9左右, 5—6; ≥ only where it is unusual."""
    value = plain(target.value or 0.0).replace("−", "-")
    if target.comparator is Comparator.RANGE and target.upper is not None:
        return f"{value}—{plain(target.upper).replace('−', '-')}"
    mark = "≤" if target.comparator is Comparator.AT_MOST else ""
    return f"{mark}{value}{'左右' if target.comparator is Comparator.ABOUT else ''}"


def _last_version(snapshot: Snapshot, key: TargetKey, as_of: Month) -> Target | None:
    versions = [
        version
        for version in snapshot.targets(key.region, key.year).get(key, ())
        if version.effective_on <= as_of.last_day
    ]
    return max(versions, key=lambda version: version.effective_on, default=None)
