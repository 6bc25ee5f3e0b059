"""The scale of a tile map: five bins, of which the two lowest edges are those of the lights."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, floor

from tracker.indicators import Light
from tracker.lights import LightRules, Step
from tracker.plots.standings import Standing, Standings

_BINS_ABOVE = 3
_SHARE_STEP = 5.0
_ROOM = 4.0


@dataclass(frozen=True, slots=True)
class TileScale:
    """What tiles are coloured by, in pp or %: `edges` ascend between the five bins.

    `line` is what is compared with (time passed, or 0: the target), `half` is 50 where it lies
    on the scale, `in_share` says that values are percent of a task.
    """

    low: float
    high: float
    edges: tuple[float, ...]
    ticks: tuple[float, ...]
    line: float | None
    half: float | None
    in_share: bool

    def bin(self, value: float) -> int:
        """Return which of the five bins a value falls into, 0 the lowest."""
        return sum(value >= edge - 1e-9 for edge in self.edges)


def tile_value(held: Standings, row: Standing) -> float | None:
    """Return what a tile is coloured by: percent done, else the gap to the target, else value."""
    if held.is_share:
        return row.value * 100
    return row.gap if held.has_targets else row.value


def tile_scale(held: Standings, rules: LightRules) -> TileScale:
    """Return the scale for the regions that have values."""
    found = (tile_value(held, row) for row in held.rows)
    values = [value for value in found if value is not None]
    if held.is_share:
        return _share_scale(values, held.as_of.time_share * 100, red_edge(rules.flow))
    if held.has_targets:
        return _gap_scale(values, red_edge(rules.growth))
    return _plain_scale(values)


def _share_scale(values: Sequence[float], pace: float, red: float) -> TileScale:
    """Bins of the share done: below the red edge, below the time, and three above it."""
    highest = _bounded_top(values, pace)
    above = _edges_above(pace, highest)
    low = max(0.0, floor(min([*values, pace + red]) / _SHARE_STEP) * _SHARE_STEP)
    low = min(low, floor((pace + red - 1e-9) / _SHARE_STEP) * _SHARE_STEP)
    high = max(highest, above[-1] + 1, 50.0 if pace <= 50 else 0.0) + _ROOM
    step = next((s for s in (5.0, 10.0, 20.0, 25.0, 50.0) if (high - low) / s <= 9), 100.0)
    start = ceil(low / step) * step
    ticks = tuple(start + step * i for i in range(int((high - start) / step + 1e-9) + 1))
    half = 50.0 if low < 50 < high else None
    return TileScale(low, high, (pace + red, pace, *above), ticks, pace, half, True)


def _gap_scale(values: Sequence[float], red: float) -> TileScale:
    """Bins of the distance from the target: below the red edge, below 0, and three above."""
    above = _edges_above(0.0, _bounded_top(values, 0.0))
    high = max(_bounded_top(values, 0.0), above[-1]) + (above[-1] - above[0] or 1.0) * 0.6
    bottom = _bounded_bottom(values, red)
    low = bottom - (high - bottom) * 0.08
    step = next(s for s in _steps() if (high - low) / s <= 8)
    ticks = tuple(step * i for i in range(ceil(low / step), floor(high / step) + 1))
    return TileScale(low, high, (red, 0.0, *above), ticks, 0.0, None, False)


def _plain_scale(values: Sequence[float]) -> TileScale:
    """Five equal bins of values that have no target."""
    low, high = min(values, default=0.0), max(values, default=1.0)
    if high - low < 1e-9:
        low, high = low - 1, high + 1
    edges = tuple(low + (high - low) * part / 5 for part in range(1, 5))
    step = next(s for s in _steps() if (high - low) / s <= 6)
    ticks = tuple(step * i for i in range(ceil(low / step), floor(high / step) + 1))
    room = (high - low) * 0.06
    return TileScale(low - room, high + room, edges, ticks, None, None, False)


def _edges_above(pace: float, highest: float) -> tuple[float, float]:
    """Return two round edges above the line so that the highest falls into the last bin."""
    step = next(s for s in _steps() if s * _BINS_ABOVE >= highest - pace)
    first = floor(pace / step + 1e-9) * step + step if step < 1 else floor(pace) + step
    return first, first + step


def _bounded_top(values: Sequence[float], line: float) -> float:
    """Return the highest value, unless it is far beyond all others."""
    above = sorted(value - line for value in values if value > line)
    if not above:
        return line + 1.0
    bulk = above[floor(0.8 * (len(above) - 1))]
    return line + (above[-1] if above[-1] <= 3 * bulk else 1.5 * bulk)


def _bounded_bottom(values: Sequence[float], red: float) -> float:
    below = sorted(-value for value in values if value < red)
    if not below:
        return red
    bulk = below[floor(0.8 * (len(below) - 1))]
    return -(below[-1] if below[-1] <= 3 * bulk else 1.5 * bulk)


def _steps() -> list[float]:
    """Return round steps, finest first, that reach any value."""
    return [0.1, 0.2, 0.5, *(factor * 10.0**power for power in range(16) for factor in _WHOLE)]


_WHOLE = (1, 2, 3, 4, 5)


def red_edge(steps: tuple[Step, ...]) -> float:
    """Return the gap below which the light is red."""
    return min((step.edge for step in steps if step.light is not Light.RED), default=-1.0)
