"""Which lights would flip if the ledger's rules or yard-sticks were others: nothing is saved."""

from collections.abc import Mapping
from dataclasses import dataclass

from tracker.edits import Changes
from tracker.indicators import Light
from tracker.periods import Month
from tracker.progress import headline_rows, light_word, why
from tracker.progress.result import Progress
from tracker.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class LightFlip:
    """An indicator whose headline would show another light, or another word beside it."""

    before: Progress
    after: Progress

    @property
    def words(self) -> str:
        """Name both: 达标 → 临界."""
        return f"{light_word(self.before)} → {light_word(self.after)}"

    @property
    def reason(self) -> str:
        """Explain the light that would show, to redo on paper."""
        return why(self.after)


def light_flips(
    snapshot: Snapshot, settings: Mapping[str, str], region: str, as_of: Month
) -> tuple[LightFlip, ...]:
    """Compare a region's board with that under candidate settings, in catalogue order.

    Nothing is written. Raises UnknownName or BadValue for settings that name or hold no rule.
    """
    candidate = snapshot.after(Changes(), settings)
    before = {row.indicator.id: row for row in headline_rows(snapshot, region, as_of)}
    found = (
        LightFlip(before[row.indicator.id], row)
        for row in headline_rows(candidate, region, as_of)
        if row.indicator.id in before
    )
    return tuple(flip for flip in found if _shown(flip.before) != _shown(flip.after))


def flips_words(flips: tuple[LightFlip, ...]) -> str:
    """Count them: 3 项会变灯：1 项变好、2 项变差."""
    if not flips:
        return "没有灯会变"
    better = sum(_SHADE[flip.after.light] < _SHADE[flip.before.light] for flip in flips)
    worse = sum(_SHADE[flip.after.light] > _SHADE[flip.before.light] for flip in flips)
    parts = [f"{better} 项变好" if better else "", f"{worse} 项变差" if worse else ""]
    told = "、".join(part for part in parts if part)
    return f"{len(flips)} 项会变灯：{told}" if told else f"{len(flips)} 项只换字样"


_SHADE = {Light.GREEN: 0, Light.YELLOW: 1, Light.RED: 2, Light.NONE: 3}


def _shown(row: Progress) -> tuple[Light, str]:
    return row.light, light_word(row)
