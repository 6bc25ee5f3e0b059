"""What past years show of the way from one month to another: where they stood, where they ended."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import log
from typing import NamedTuple

from tracker.indicators import Measure
from tracker.periods import Month
from tracker.readings import Series


class Ends(NamedTuple):
    """Values of one year at the month we stand in and at the month we ask about."""

    start: float
    end: float

    @property
    def change(self) -> float:
        """How far the value moved, in its own unit."""
        return self.end - self.start

    @property
    def log_ratio(self) -> float:
        """The logarithm of end ÷ start; both must be positive."""
        return log(self.end / self.start)


Years = Mapping[int, Ends]


@dataclass(frozen=True, slots=True)
class Past:
    """The years of a region and of the regions of its level under the same parent.

    `peers` holds this region too, or is empty where it stands alone.
    """

    own: Years
    peers: tuple[Years, ...] = ()

    def without(self, year: int) -> "Past":
        """Return the same past as if a year had never been."""
        return Past(_without(self.own, year), tuple(_without(peer, year) for peer in self.peers))

    def before(self, year: int) -> "Past":
        """Return the same past as it was known before a year."""
        later = {y for years in (self.own, *self.peers) for y in years if y >= year}
        found = self
        for other in later:
            found = found.without(other)
        return found

    def positive(self) -> "Past":
        """Keep only years with both ends above zero, of which a ratio can be taken."""
        return Past(_positive(self.own), tuple(_positive(peer) for peer in self.peers))


def own_past(series: Series, measure: Measure, month: int, end: int, years: Iterable[int]) -> Past:
    """Read what is held of these years; years that lack either month are left out.

    So are years in which a 不可比 mark lies between the two months.
    """
    return Past(_years(series, measure, month, end, tuple(years)))


def past_among_peers(
    series: Series, measure: Measure, month: int, end: int, years: Iterable[int]
) -> Past:
    """Read the same of the regions of the level as well."""
    span = tuple(years)
    catalogue = series.snapshot.catalogue
    region = catalogue.region(series.region)
    beside = [peer for peer in catalogue.members(region.parent) if peer.level is region.level]
    held = {
        peer.code: _years(
            Series(series.snapshot, series.indicator, peer.code), measure, month, end, span
        )
        for peer in [region, *beside]
    }
    return Past(held[region.code], tuple(held.values()) if len(held) > 1 else ())


def _years(
    series: Series, measure: Measure, month: int, end: int, years: tuple[int, ...]
) -> dict[int, Ends]:
    found: dict[int, Ends] = {}
    for year in years:
        at, until = Month(year, month), Month(year, end)
        if series.breaks_between(at, until):
            continue
        start = series.read(measure, at)
        finish = series.read(measure, until) if start is not None else None
        if start is not None and finish is not None:
            found[year] = Ends(start.value, finish.value)
    return found


def _without(years: Years, year: int) -> dict[int, Ends]:
    return {other: ends for other, ends in years.items() if other != year}


def _positive(years: Years) -> dict[int, Ends]:
    return {year: ends for year, ends in years.items() if ends.start > 0 and ends.end > 0}
