"""What one row of the board chart says: names, numbers and where its bar or dot stands."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from tracker import wording
from tracker.board import PACE_TAGS, Board, BoardRow
from tracker.indicators import Indicator, Light
from tracker.periods import JUNE, Horizon
from tracker.progress.printed import completion_words, gap_words, last_value_words
from tracker.progress.result import Progress, Rule

CLIP_SHARE = 1.04
"""A bar over 100 % is cut here and its number printed."""
HURRY: Mapping[Light, int] = MappingProxyType(
    {Light.RED: 0, Light.YELLOW: 1, Light.NONE: 2, Light.GREEN: 3}
)
"""Which rows stay when not all fit: those that need attention first."""
_QUALIFIER = re.compile(r"[（(][^（()）]*[)）]$")


@dataclass(frozen=True, slots=True)
class RowWords:
    """A row as text. `names` are the ways to write it, longest first; `token` colours numbers.

    `target` carries the unit, `bare_target` does not. `share` is completion (0 and more) and
    `pace` the share that should be done, both on the ruler of the year; None where it does not
    apply. `offset` is the distance from the target in pp on the growth axis (right is good),
    `nation` the same for the nation.
    """

    names: tuple[str, ...]
    tags: tuple[str, ...]
    light: Light
    token: str
    value: str
    target: str
    bare_target: str
    gap: str
    ceiling: bool
    pending: bool
    share: float | None
    share_text: str
    pace: float | None
    offset: float | None
    nation: float | None

    @property
    def reach(self) -> float:
        """How far along the task the drawn bar and its hatch go, 0 to the clip."""
        drawn = min(max(self.share or 0.0, 0.0), CLIP_SHARE)
        hatched = self.pace is not None and not (self.ahead or self.ceiling or self.pending)
        return max(drawn, min(self.pace or 0.0, CLIP_SHARE)) if hatched else drawn

    @property
    def ahead(self) -> bool:
        """Say whether nothing is missing, so that the mark keeps its calm colour."""
        return self.light in (Light.GREEN, Light.NONE)


def name_choices(indicator: Indicator) -> tuple[str, ...]:
    """Return the ways to write a name in a picture, longest first: without （省外）, short."""
    full = _QUALIFIER.sub("", indicator.name)
    return tuple(dict.fromkeys((full, indicator.short_name)))


def sorted_rows(rows: Sequence[BoardRow], *, growth: bool) -> list[BoardRow]:
    """Sort for a picture: furthest first, then 待报, then ceilings, last those without target."""

    def place(row: BoardRow) -> tuple[int, float]:
        progress = row.progress
        if progress.target is None:
            return (3, 0.0)
        if progress.is_ceiling:
            return (2, 0.0)
        reach = progress.gap if growth else progress.completion
        if progress.pending or reach is None:
            return (1, 0.0)
        return (0, -reach)

    return sorted(rows, key=place)


def cumulative_words(row: BoardRow, at_half: bool) -> RowWords:
    """Write a 累计 row; `at_half` (June) compares annual tasks with 50 %, all else with pace."""
    progress = row.progress
    to_half = at_half and progress.horizon is Horizon.FY and not progress.is_ceiling
    gap = gap_words(progress)
    if to_half and row.half_gap_pp is not None:
        gap = wording.gap_text(row.half_gap_pp, 1)
    return _words(row, share=row.ruler_share, share_text=_share_text(progress), gap=gap)


def growth_words(row: BoardRow) -> RowWords:
    """Write a 增速 row: the gap to its target; a level's, in its own unit, stands only in words."""
    progress = row.progress
    # Only a rate's gap is in the percentage points of the axis.
    on_axis = progress.rule is Rule.RATE and not progress.pending
    offset = progress.gap if on_axis else None
    return _words(row, offset=offset, gap=gap_words(progress), nation=row.nation_gap)


def at_half(board: Board) -> bool:
    """Say whether the board is the one of June, compared with the half line."""
    return board.as_of.month == JUNE


def _words(
    row: BoardRow,
    *,
    gap: str,
    share: float | None = None,
    share_text: str = "",
    offset: float | None = None,
    nation: float | None = None,
) -> RowWords:
    progress = row.progress
    unit = progress.unit
    quiet = {progress.indicator.tag, *PACE_TAGS.values()}
    bare = _target(progress)
    judged = progress.target is not None and not progress.pending
    light = progress.light if progress.target is not None else Light.NONE
    token = {Light.YELLOW: "warnt", Light.RED: "badt"}.get(light, "ink" if judged else "nonet")
    return RowWords(
        names=name_choices(progress.indicator),
        tags=tuple(tag for tag in row.tags if tag not in quiet),
        light=light,
        token=token,
        value=_value(progress),
        target=f"{bare} {unit}" if progress.target is not None and unit != "%" else bare,
        bare_target=bare,
        gap=gap,
        ceiling=progress.is_ceiling,
        pending=progress.pending,
        share=share,
        share_text=share_text,
        pace=row.ruler_pace,
        offset=offset,
        nation=nation,
    )


def _value(progress: Progress) -> str:
    """Print the value, or — when it is due and missing."""
    if progress.pending or progress.value is None:
        return wording.DASH
    text = wording.amount(progress.value, progress.indicator, progress.measure)
    if progress.unit == "%":
        return f"{text}%"
    return text if progress.target is not None else f"{text} {progress.unit}"


def _target(progress: Progress) -> str:
    """Print the target; ≥ is understood in a picture."""
    if progress.target is None:
        return wording.NO_TARGET
    return wording.target_text(progress.target, progress.indicator).removeprefix("≥")


def _share_text(progress: Progress) -> str:
    """Label the completed share; 待报 shows the last value with its month."""
    if progress.target is None:
        return ""
    return last_value_words(progress) if progress.pending else completion_words(progress)
