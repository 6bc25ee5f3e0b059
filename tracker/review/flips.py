"""Lights that flipped because a figure was revised, not because of work done since."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from tracker.edits import HistoryEntry
from tracker.indicators import CellKey, Light
from tracker.periods import Month
from tracker.progress import headline_rows, light_word
from tracker.progress.printed import value_words
from tracker.progress.result import Progress
from tracker.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class Flip:
    """One indicator's headline row as it was known before, and as it is known after."""

    before: Progress
    after: Progress

    @property
    def sentence(self) -> str:
        """Say what was revised and what became of the light."""
        old, new = self.before, self.after
        return (
            f"{new.indicator.name}：{_month(new)}数由 {value_words(old)}"
            f" 修订为 {value_words(new)}，"
            f"{light_word(old)}变{light_word(new)}，是修订，不是进度。"
        )


def revision_flips(
    before: Snapshot, after: Snapshot, region: str, as_of: Month
) -> tuple[Flip, ...]:
    """Compare the lights of one month as two snapshots know it (earlier known-on, later).

    A flip counts when both knew a figure of the same month, and it is not the same figure: then
    no work lies between the two lights, only a revision. Raises UnknownName for the region.
    """
    known = {row.indicator.id: row for row in headline_rows(before, region, as_of)}
    return tuple(_flips(known, headline_rows(after, region, as_of)))


def first_known_days(logs: Iterable[Sequence[HistoryEntry]]) -> dict[CellKey, date]:
    """Return the day on which a figure of each cell was first known, from histories of cells."""
    found: dict[CellKey, date] = {}
    for log in logs:
        for one in log:
            if one.withdrawn or one.reverts or one.new is None or not isinstance(one.key, CellKey):
                continue
            day = one.published_on or one.recorded_at.date()
            found[one.key] = min(day, found.get(one.key, day))
    return found


def flips_since_first_known(
    known_on: Callable[[date], Snapshot],
    after: Snapshot,
    first: Mapping[CellKey, date],
    region: str,
    as_of: Month,
) -> tuple[Flip, ...]:
    """Compare each light of a month with the one its first figure had lit.

    `first` names the revised cells of the region's month (see first_known_days); `known_on` gives
    the snapshot of a day.
    """
    by_day: dict[date, set[str]] = {}
    for key, day in first.items():
        if key.month == as_of:
            by_day.setdefault(day, set()).add(key.indicator)
    found = [
        flip
        for day, names in sorted(by_day.items())
        for flip in revision_flips(known_on(day), after, region, as_of)
        if flip.after.indicator.id in names
    ]
    return tuple({flip.after.indicator.id: flip for flip in reversed(found)}.values())[::-1]


def _flips(known: dict[str, Progress], rows: Iterable[Progress]) -> Iterable[Flip]:
    for row in rows:
        old = known.get(row.indicator.id)
        if old is None or old.value is None or row.value is None or old.month != row.month:
            continue
        judged = Light.NONE not in (old.light, row.light)
        if judged and old.light is not row.light and old.value != row.value:
            yield Flip(old, row)


def _month(row: Progress) -> str:
    return "" if row.month is None else f"{row.month.month} 月"
