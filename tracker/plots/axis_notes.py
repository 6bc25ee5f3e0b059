"""What is noted on the time axis of a picture: events, and months from which nothing compares."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from tracker.breaks import breaks_of
from tracker.events import events_on
from tracker.snapshot import Snapshot

NOT_COMPARABLE = "不可比"


@dataclass(frozen=True, slots=True)
class AxisNote:
    """A note at so many months from the start of a year; `is_break` marks 不可比."""

    year: int
    at: float
    words: str
    is_break: bool = False


def axis_notes(
    snapshot: Snapshot, region: str, indicator: str, years: Iterable[int]
) -> tuple[AxisNote, ...]:
    """Return the notes of an indicator in a region over some years, earliest first."""
    wanted = set(years)
    found = [
        AxisNote(month.year, month.month - 1.0, f"{month.month} 月起{NOT_COMPARABLE}", True)
        for month in breaks_of(snapshot.settings, indicator)
    ]
    found += [
        AxisNote(event.month.year, event.at, event.words)
        for event in events_on(snapshot.settings, region, indicator)
    ]
    return tuple(sorted((n for n in found if n.year in wanted), key=lambda n: (n.year, n.at)))


def year_notes(snapshot: Snapshot, region: str, indicator: str, year: int) -> tuple[AxisNote, ...]:
    """Return the notes of a picture that lays the year before under this one.

    A break of the year before stands at its month too, under its own year.
    """
    held = axis_notes(snapshot, region, indicator, (year - 1, year))
    before = [
        replace(note, year=year, words=f"{year - 1} 年 {note.words}")
        for note in held
        if note.is_break and note.year == year - 1
    ]
    return tuple(sorted([*before, *(n for n in held if n.year == year)], key=lambda n: n.at))
