"""How far a value is from a target: positive is good, whatever the comparator."""

from tracker.indicators import Better, Comparator, Measure, Target
from tracker.lights import EPSILON

RATE_TOLERANCE_PP = 0.5
AMOUNT_TOLERANCE = 0.01


def tolerance(target: Target, *, in_percent: bool) -> float:
    """Return the tolerance of 左右, in the target's unit: stored, else 0.5 pp or 1 % of T."""
    if target.tolerance is not None:
        return target.tolerance
    return RATE_TOLERANCE_PP if in_percent else AMOUNT_TOLERANCE * abs(target.value)


def gap_to(value: float, target: Target, better: Better, *, in_percent: bool) -> float:
    """Return the gap in the target's unit: a − t, t − a for a ceiling, 0 inside a range.

    A relative target comes with its threshold as value (see relative.py) and is at least.
    """
    if target.key.measure is Measure.RANK or target.comparator is Comparator.AT_MOST:
        return target.value - value
    if target.comparator is Comparator.RANGE:
        upper = target.value if target.upper is None else target.upper
        outside = min(value - target.value, upper - value)
        return min(0.0, outside)
    if target.comparator is Comparator.ABOUT:
        grace = tolerance(target, in_percent=in_percent)
        if better is Better.LOWER:
            return target.value + grace - value
        return value - (target.value - grace)
    return value - target.value


def is_met(gap: float) -> bool:
    """Say whether a gap meets its target, unrounded."""
    return gap >= -EPSILON
