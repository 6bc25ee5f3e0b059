"""What the targets of an indicator bring about, in words."""

from tracker.progress.result import Progress
from tracker.wording import number


def double_half_words(row: Progress) -> str:
    """Say the verdict from June on, what is needed until then; empty where it does not apply."""
    result = row.double_half
    if result is None:
        return ""
    if result.verdict:
        return result.verdict
    if result.needed_per_month is None:
        return ""
    if result.needed_per_month <= 0:
        return "任务已过半"
    needed = number(result.needed_per_month, row.indicator.decimals_of(row.measure))
    return f"过半须月均 {needed} {row.unit}"
