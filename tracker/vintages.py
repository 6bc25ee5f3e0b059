"""Which of several figures for one cell is the current one, and which was known on a day."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime

from tracker.indicators import Actual, CellKey, Status


@dataclass(frozen=True, slots=True)
class Vintage:
    """One entry ever made for a cell; value None is an unset. `sequence` orders equal times."""

    key: CellKey
    value: float | None
    status: Status
    published_on: date | None
    source: str
    note: str
    recorded_at: datetime
    sequence: int

    @property
    def known_since(self) -> date:
        """The publication date, or the day it was recorded where there is none."""
        return self.published_on or self.recorded_at.date()

    @property
    def actual(self) -> Actual | None:
        """The figure as an Actual; None for an unset."""
        if self.value is None:
            return None
        return Actual(
            self.key,
            self.value,
            self.status,
            self.published_on,
            self.source,
            self.note,
            self.recorded_at,
        )


def current(vintages: Iterable[Vintage], known_on: date | None = None) -> Vintage | None:
    """Pick the figure that stands (domain.md section 3).

    Latest publication, then weight of status, then latest recorded; without `known_on` an
    undated 最终核实 or 修订 outranks dated figures. With it only what was known by then counts.
    A cell that was emptied begins anew: what is entered afterwards stands, whatever it weighs.
    """
    candidates = [
        vintage for vintage in vintages if known_on is None or vintage.known_since <= known_on
    ]
    if not candidates:
        return None

    def rank(vintage: Vintage) -> tuple[bool, date, int, datetime, int]:
        settled = (
            known_on is None
            and vintage.published_on is None
            and vintage.status.weight >= Status.FINAL.weight
        )
        return (
            settled,
            vintage.known_since,
            vintage.status.weight,
            vintage.recorded_at,
            vintage.sequence,
        )

    if any(vintage.value is None for vintage in candidates):
        candidates = _since_emptied(candidates, rank)
    return max(candidates, key=rank)


def _since_emptied(
    candidates: Iterable[Vintage], rank: Callable[[Vintage], tuple[bool, date, int, datetime, int]]
) -> list[Vintage]:
    """Leave out what an emptying took away, and the emptying itself once something came after."""
    held: list[Vintage] = []
    for vintage in sorted(candidates, key=lambda one: (one.recorded_at, one.sequence)):
        emptied = len(held) == 1 and held[0].value is None
        empties = vintage.value is None and all(rank(vintage) > rank(one) for one in held)
        held = [vintage] if emptied or empties else [*held, vintage]
    return held
