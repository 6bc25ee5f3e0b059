"""The title that tells what is to be expected: fast or slow, and the interval at the next half."""

from collections.abc import Sequence

from tracker import wording
from tracker.forecast import Estimate
from tracker.periods import Horizon
from tracker.trajectory import Trajectory

_LARGE = 100.0


def estimate_title(course: Trajectory, estimates: Sequence[Estimate]) -> str:
    """Say 招商引资快于序时，预计 6 月底 1,646—1,788 亿元; empty where nothing was estimated."""
    made = next((one for one in estimates if one.refused is None), None)
    row = course.progress
    if made is None or made.low80 is None or made.high80 is None or row.pending:
        return ""
    name = row.indicator.short_name
    digits = row.indicator.decimals_of(row.measure)
    if min(abs(made.low80), abs(made.high80)) >= _LARGE:
        digits = 0
    low, high = (wording.number(value, digits) for value in (made.low80, made.high80))
    unit = "%" if row.unit == "%" else f" {row.unit}"
    when = "6 月底" if made.horizon is Horizon.H1 else "全年"
    expected = f"预计{' ' * when[0].isascii()}{when} {low}—{high}{unit}"
    gap = row.pace_gap_pp
    if gap is None or not course.cumulative:
        return f"{name}{expected}" if not name[-1].isascii() else f"{name} {expected}"
    faster, slower = ("低于", "高于") if row.is_ceiling else ("快于", "慢于")
    pace = f"{faster if gap > 0 else slower}序时" if gap else "与序时持平"
    return f"{name}{' ' * name[-1].isascii()}{pace}，{expected}"
