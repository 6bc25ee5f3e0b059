"""A published figure that was revised asks why; those that nobody has explained are found."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from tracker.edits import HistoryEntry
from tracker.indicators import CellKey, Status
from tracker.review.finding import Check, Finding, Severity
from tracker.wording import STATUS_WORDS, plain


@dataclass(frozen=True, slots=True)
class Revised:
    """A figure that replaced another one which was published (or more final than that)."""

    key: CellKey
    old: float
    new: float
    status: Status
    """The status of the figure that was replaced."""

    @property
    def words(self) -> str:
        """What happened: 把公布的 754.1 改成 760."""
        return f"把{STATUS_WORDS[self.status]}的 {plain(self.old)} 改成 {plain(self.new)}"


def unexplained(log: Sequence[HistoryEntry]) -> Revised | None:
    """Return the revision that the figure of a cell is, while nobody has said why.

    `log` is the cell's history, newest first. A note with the figure or a reason with its
    revision explains it; what was taken back, and undoing, count for nothing.
    """
    counted = [one for one in log if not one.withdrawn and not one.reverts]
    standing = next((place for place, one in enumerate(counted) if one.current), None)
    if standing is None:
        return None
    value = counted[standing].new
    for one in counted[standing:]:
        if one.new == value:
            if one.note or one.reason:
                return None
            continue
        return _revised(one, value)
    return None


def revision_findings(logs: Iterable[Sequence[HistoryEntry]]) -> Iterator[Finding]:
    """Find the revisions that wait for a word, in the histories of cells."""
    for log in logs:
        revised = unexplained(log)
        if revised is not None:
            yield Finding(
                Check.REVISED, Severity.WARNING, revised.key, f"{revised.words}，没有说明为什么。"
            )


def _revised(before: HistoryEntry, value: float | None) -> Revised | None:
    status = before.status
    if before.new is None or value is None or status is None:
        return None
    if status.weight < Status.PUBLISHED.weight or not isinstance(before.key, CellKey):
        return None
    return Revised(before.key, before.new, value, status)
