"""The three yard-sticks: which share of the task should be done by a month (序时进度)."""

from collections.abc import Mapping
from itertools import pairwise

from tracker.indicators import Indicator, Measure, PaceName, Target, TargetKey, Tier
from tracker.periods import Month
from tracker.readings import Series
from tracker.snapshot import HORIZONS, Snapshot

SEASONAL_YEARS = 3
"""Complete past years that a seasonal pace needs."""
_SEASONAL_REACH = 10


def lowest_target(
    snapshot: Snapshot, key: TargetKey, as_of: Month
) -> tuple[Target | None, tuple[Target, ...]]:
    """Return the target of the lowest tier in force, which the light uses, and the other tiers."""
    plain = key if key.tier is Tier.TARGET else key._replace(tier=Tier.TARGET)
    tiers = snapshot.tasks(key.region, key.year, as_of).get(plain)
    return (None, ()) if tiers is None else (tiers[0], tiers[1:])


def path_points(snapshot: Snapshot, key: TargetKey, as_of: Month) -> tuple[tuple[int, float], ...]:
    """Return the plan path's corners (month 0–12, amount): 0, each shorter target, T(h).

    Where a stage and a month end together (一季度 and 1—3月) the stage counts. Targets that do
    not rise stay as entered.
    """
    corners: dict[int, float] = {0: 0.0}
    for horizon in HORIZONS:
        end = horizon.end_month
        if end > key.horizon.end_month or (end == key.horizon.end_month and horizon != key.horizon):
            continue
        target, _ = lowest_target(snapshot, key.until(horizon), as_of)
        if target is not None and end not in corners:
            corners[end] = target.value
    return tuple(sorted(corners.items()))


def path_at(corners: tuple[tuple[int, float], ...], month: int) -> float:
    """Return the path's amount at the end of a month ≤ its last corner, straight between them."""
    (start, low), (end, high) = next(
        (before, after) for before, after in pairwise(corners) if month <= after[0]
    )
    return low + (high - low) * (month - start) / (end - start)


def seasonal_shares(series: Series, year: int, month: int, end: int) -> dict[int, float]:
    """Return ytd(m) ÷ ytd(k) of each complete past year that is held, by year.

    A year that a 不可比 mark cuts between m and k has no share.
    """
    shares: dict[int, float] = {}
    for past in range(year - 1, year - 1 - _SEASONAL_REACH, -1):
        if series.breaks_between(Month(past, month), Month(past, end)):
            continue
        done = series.read(Measure.AMOUNT, Month(past, month))
        whole = series.read(Measure.AMOUNT, Month(past, end))
        if done is not None and whole is not None and whole.value > 0:
            shares[past] = done.value / whole.value
    return shares


def usual_share(shares: Mapping[int, float]) -> float:
    """Return the median of the shares. (The module statistics would lengthen the start.)"""
    ordered = sorted(shares.values())
    middle = len(ordered) // 2
    if len(ordered) % 2:
        return ordered[middle]
    return (ordered[middle - 1] + ordered[middle]) / 2


def pace_at(snapshot: Snapshot, key: TargetKey, as_of: Month, month: int) -> tuple[float, PaceName]:
    """Return the pace at the end of a month, a fraction of the target, and whose yard-stick it is.

    A chosen yard-stick that cannot be had (no target to divide by, fewer than three complete past
    years) gives way to the linear one, and the name says so.
    """
    indicator: Indicator = snapshot.indicator(key.indicator)
    end = key.horizon.end_month
    chosen = snapshot.pace_of(indicator)
    if chosen is PaceName.PLAN:
        corners = path_points(snapshot, key, as_of)
        whole = corners[-1][1]
        if whole > 0:
            return path_at(corners, month) / whole, PaceName.PLAN
    if chosen is PaceName.SEASONAL:
        series = Series(snapshot, indicator, key.region)
        shares = seasonal_shares(series, key.year, month, end)
        if len(shares) >= SEASONAL_YEARS:
            return usual_share(shares), PaceName.SEASONAL
    return month / end, PaceName.LINEAR
