"""How the numbers of an assessed row are printed, so that none contradicts its light.

Tables, charts and sentences take these texts; a number and its verdict cannot part ways.
"""

from tracker.lights import Step
from tracker.progress.gaps import is_met
from tracker.progress.milestone import due_date
from tracker.progress.result import Progress, Rule
from tracker.stages import stage_words
from tracker.wording import COMPARATOR_MARKS, DASH, MINUS, beside, number, share, target_text


def value_words(row: Progress, *, percent: bool = True) -> str:
    """Print the value judged: 1,046.5 or 6.7%; — when pending; digits added beside the target."""
    if row.rule is Rule.MILESTONE:
        return DASH if row.target is None and row.value is None else stage_words(row.value or 0.0)
    if row.value is None or row.pending:
        return DASH
    edges = () if row.target is None else (row.target.value,)
    sign = "%" if percent and row.unit == "%" else ""
    return beside(row.value, row.indicator.decimals_of(row.measure), edges) + sign


def last_value_words(row: Progress) -> str:
    """Print the last value of a pending row with its month: 3 月 30.6; empty without one."""
    if row.value is None or row.month is None:
        return ""
    text = number(row.value, row.indicator.decimals_of(row.measure))
    return f"{row.month.month} 月 {text}{'%' if row.unit == '%' else ''}"


def target_words(row: Progress, decimals: int = 0) -> str:
    """Print the target: 3,000 · ≤8,600 · 6.0% · 高于全国 4.5%; — without one.

    `decimals` is the least for amounts, where targets of one indicator stand under each other.
    """
    if row.target is None:
        return DASH
    if row.rule is Rule.MILESTONE:
        due = due_date(row.target)
        return f"{due.month} 月 {due.day} 日"
    if row.target.comparator.is_relative and (row.pending or row.lacking):
        return COMPARATOR_MARKS[row.target.comparator]
    return target_text(row.target, row.indicator, decimals=decimals)


def completion_words(row: Progress) -> str:
    """Print the completion with its sign: 34.9%; 49.96% where 50.0% would be untrue."""
    return "" if row.completion is None else f"{share(row.completion, line=0.5)}%"


def gap_words(row: Progress) -> str:
    """Print the gap the light hangs on: +1.6, −0.3, 余 0.6; — when pending; empty: no target."""
    if row.target is None or row.rule is Rule.MILESTONE:
        return ""
    gap = _gap(row)
    if row.pending or gap is None:
        return DASH
    if row.is_ceiling:
        return f"{'余' if is_met(gap) else '超'} {gap_size(row)}"
    return _printed(row, gap)


def gap_size(row: Progress) -> str:
    """Print the gap that a light hangs on without its sign, for a sentence that says the side."""
    gap = _gap(row)
    return DASH if gap is None else _printed(row, gap).lstrip(f"+{MINUS}")


def _gap(row: Progress) -> float | None:
    return row.pace_gap_pp if row.rule.accumulates else row.gap


def _printed(row: Progress, gap: float) -> str:
    digits = 1 if row.rule.accumulates else row.indicator.decimals_of(row.measure)
    return beside(gap, digits, [step.edge for step in _steps(row)], signed=True)


def _steps(row: Progress) -> tuple[Step, ...]:
    """Return the steps that a printed gap must stay on its side of."""
    if row.rule.accumulates:
        return row.rules.flow
    return row.rules.growth if row.rule is Rule.RATE else ()
