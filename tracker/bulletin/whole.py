"""The sentences about all indicators of a region together."""

from collections.abc import Iterable

from tracker.bulletin.sentence import Sentence, say
from tracker.periods import Month
from tracker.progress import headline_rows
from tracker.progress.result import Progress
from tracker.snapshot import Snapshot
from tracker.wording import share


def summary_sentences(
    snapshot: Snapshot, region: str, as_of: Month, departments: Iterable[str] = ()
) -> tuple[Sentence, ...]:
    """Count the cumulative tasks on pace and name those that are not; nothing without a task.

    `departments` limits it to the indicators they lead. Raises UnknownName.
    """
    wanted = set(departments)
    rows = [
        row
        for row in headline_rows(snapshot, region, as_of)
        if row.pace_gap_pp is not None and not row.pending and not row.is_ceiling
        if not wanted or row.indicator.lead_department in wanted
    ]
    if not rows:
        return ()
    behind = [row for row in rows if (row.pace_gap_pp or 0.0) < 0]
    met = len(rows) - len(behind)
    opening = f"量化指标共{len(rows)}项，达到序时进度{met}项，占比{share(met / len(rows))}%"
    if not behind:
        return (say(f"{opening}。"),)
    return (say(f"{opening}；未达到{len(behind)}项，为{_names(behind)}。"),)


def _names(rows: Iterable[Progress]) -> str:
    return "、".join(row.indicator.name for row in rows)
