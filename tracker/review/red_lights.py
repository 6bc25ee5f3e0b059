"""Red lights ask for an explanation, which may wait; those that wait are listed."""

from collections.abc import Iterator

from tracker.indicators import CellKey, Light
from tracker.periods import Month
from tracker.progress import headline_rows, why
from tracker.review.confirmations import explanation_of
from tracker.review.finding import Check, Finding, Severity
from tracker.snapshot import Snapshot

ASKED = "亮红灯，请说明原因："


def red_lights(
    snapshot: Snapshot, region: str, month: Month, only: str | None = None
) -> Iterator[Finding]:
    """Find the figures of a month whose headline light is red; `only` names one indicator."""
    for row in headline_rows(snapshot, region, month, only=only):
        if row.light is not Light.RED or row.pending or row.month != month:
            continue
        basis = row.indicator.basis_of(row.measure)
        key = CellKey(row.indicator.id, region, month, row.measure, basis)
        yield Finding(Check.RED, Severity.WARNING, key, f"{ASKED}{why(row)}")


def open_explanations(snapshot: Snapshot, region: str, as_of: Month) -> tuple[Finding, ...]:
    """Return the red lights of the year up to a month that nobody has explained, oldest first.

    Raises UnknownName for the region.
    """
    months = (Month(as_of.year, number) for number in range(1, as_of.month + 1))
    return tuple(
        finding
        for month in months
        for finding in red_lights(snapshot, region, month)
        if explanation_of(snapshot, finding) is None
    )
