"""What goes into a meeting pack, and the pictures that this means."""

from dataclasses import dataclass
from datetime import date

from tracker.board import board
from tracker.charts.batch import reported
from tracker.charts.gallery import ChartEntry, ChartRequest, chart_entry
from tracker.indicators import Light
from tracker.periods import Month
from tracker.snapshot import Snapshot

SLIDE, WORD = "slide", "word"
CHARTS = ("board", "trajectory")
"""What a pack shows unless someone chooses."""
_MOST_CHOSEN = 6
"""So many indicators are shown one by one when nobody chose any."""


@dataclass(frozen=True, slots=True)
class PackChoice:
    """One region's pack for a month.

    No `indicators`: those that are 滞后 or 临界, else the first few with a figure.
    """

    region: str
    as_of: Month
    made_on: date
    charts: tuple[str, ...] = CHARTS
    indicators: tuple[str, ...] = ()
    formats: tuple[str, ...] = ("png",)
    paper: str | None = None
    text_step: str = "standard"
    source: str | None = None


@dataclass(frozen=True, slots=True)
class PackPicture:
    """One thing that the pack shows: on a slide, in the document, and as files."""

    slide: ChartRequest
    document: ChartRequest

    @property
    def requests(self) -> tuple[ChartRequest, ...]:
        """The pictures to write as files, each once."""
        return tuple(dict.fromkeys((self.slide, self.document)))


def pack_pictures(snapshot: Snapshot, choice: PackChoice) -> list[PackPicture]:
    """Return the pictures of a pack in their order. Raises UnknownName for a chart."""
    found: list[PackPicture] = []
    for chart in choice.charts:
        entry = chart_entry(chart)
        indicators: tuple[str | None, ...] = (None,)
        if entry.needs_indicator:
            indicators = choice.indicators or tuple(_telling(snapshot, choice))
        for indicator in indicators:
            found.append(
                PackPicture(
                    _request(choice, entry, indicator, SLIDE),
                    _request(choice, entry, indicator, WORD),
                )
            )
    return found


def _request(
    choice: PackChoice, entry: ChartEntry, indicator: str | None, wanted: str
) -> ChartRequest:
    """Ask for a chart in the size wanted, else on a slide, else in its first size."""
    offered = [preset.id for preset in entry.presets]
    size = next((one for one in (wanted, SLIDE) if one in offered), offered[0])
    return ChartRequest(
        entry.id,
        choice.region,
        choice.as_of,
        choice.made_on,
        size,
        indicator,
        paper=choice.paper,
        text_step=choice.text_step,
        source=choice.source,
    )


def _telling(snapshot: Snapshot, choice: PackChoice) -> list[str]:
    """Return the indicators to show one by one: those that ask for attention."""
    read = board(snapshot, choice.region, choice.as_of)
    rows = (*read.with_light(Light.RED), *read.with_light(Light.YELLOW))
    urgent = [row.progress.indicator.id for row in rows if row.progress.value is not None]
    return (urgent or reported(snapshot, choice.region, choice.as_of))[:_MOST_CHOSEN]
