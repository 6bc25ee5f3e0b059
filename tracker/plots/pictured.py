"""Pictured: what names a picture, and the regions in the order that it asks for."""

from typing import Protocol

from tracker.indicators import RegionLevel
from tracker.periods import Month
from tracker.plots.standings import Standings, standings
from tracker.ranking import RankBy
from tracker.snapshot import Snapshot


class Pictured(Protocol):
    """What names a picture; a ChartRequest does, and charts stand above this module."""

    @property
    def chart(self) -> str:
        """The chart's id: board or trajectory."""
        ...

    @property
    def region(self) -> str:
        """The code of the region."""
        ...

    @property
    def as_of(self) -> Month:
        """The month that the picture stands at."""
        ...

    @property
    def indicator(self) -> str | None:
        """The indicator, where the chart is about one."""
        ...

    @property
    def level(self) -> RegionLevel | None:
        """Which regions are compared; None for those directly below the region."""
        ...

    @property
    def order(self) -> RankBy | None:
        """What regions are put in order by; None for what the indicator is judged by."""
        ...


def pictured_standings(snapshot: Snapshot, asked: Pictured) -> Standings:
    """Return the order that picture, title and table of a request all speak of."""
    return standings(
        snapshot, asked.indicator or "", asked.region, asked.as_of, asked.level, asked.order
    )
