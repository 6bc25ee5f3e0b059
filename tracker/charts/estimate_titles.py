"""The title that tells what is to be expected: fast or slow, and the interval at the next half."""

from collections.abc import Sequence

from tracker.forecast import Estimate
from tracker.outlook.estimate_words import interval_words
from tracker.periods import Horizon
from tracker.trajectory import Trajectory


def estimate_title(course: Trajectory, estimates: Sequence[Estimate]) -> str:
    """Say 招商引资快于序时，预计 6 月底 1,650—1,790 亿元; empty where nothing was estimated."""
    made = next((one for one in estimates if one.refused is None), None)
    row = course.progress
    if made is None or row.pending:
        return ""
    name = row.indicator.short_name
    unit = "" if row.unit == "%" else f" {row.unit}"
    when = "6 月底" if made.horizon is Horizon.H1 else "全年"
    expected = f"预计{' ' * when[0].isascii()}{when} {interval_words(row, made)}{unit}"
    gap = row.pace_gap_pp
    if gap is None or not course.cumulative:
        return f"{name}{expected}" if not name[-1].isascii() else f"{name} {expected}"
    faster, slower = ("低于", "高于") if row.is_ceiling else ("快于", "慢于")
    pace = f"{faster if gap > 0 else slower}序时" if gap else "与序时持平"
    return f"{name}{' ' * name[-1].isascii()}{pace}，{expected}"
