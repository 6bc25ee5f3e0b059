"""Two figures of one day: which of them stands was decided by a rule, and people should know."""

from collections.abc import Sequence
from itertools import combinations

from tracker.edits import HistoryEntry
from tracker.indicators import CellKey
from tracker.review.finding import Check, Finding, Severity
from tracker.wording import STATUS_WORDS, plain


def vintage_findings(entries: Sequence[HistoryEntry]) -> tuple[Finding, ...]:
    """Return a finding for each pair of different figures that a cell holds for one 公布日期.

    `entries` is the log of cells, newest first; withdrawn and undoing entries count for nothing,
    and of one status only the newest.
    """
    dated = [
        entry
        for entry in entries
        if entry.published_on and entry.new is not None and not entry.withdrawn
        if not entry.reverts and isinstance(entry.key, CellKey) and entry.status
    ]
    newest = {(one.key, one.published_on, one.status): one for one in reversed(dated)}
    return tuple(
        _finding(one, other)
        for one, other in combinations(reversed(newest.values()), 2)
        if one.key == other.key and one.published_on == other.published_on
        if one.new != other.new and one.status is not other.status
    )


def _finding(one: HistoryEntry, other: HistoryEntry) -> Finding:
    shown = [
        f"{STATUS_WORDS[entry.status]} {plain(entry.new)}"
        for entry in (other, one)
        if entry.status is not None and entry.new is not None
    ]
    assert isinstance(one.key, CellKey)
    stands = next((entry for entry in (one, other) if entry.current), None)
    which = "" if stands is None or stands.new is None else f"，现在取 {plain(stands.new)}"
    return Finding(
        Check.VINTAGES,
        Severity.NOTICE,
        one.key,
        f"{one.published_on} 这一天有两个数（{'、'.join(shown)}）{which}，请核对公布日期。",
    )
