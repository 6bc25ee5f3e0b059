"""The value axis of horizontal bars: from 0, round ticks, and a cut for values far beyond."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import ceil, floor

from tracker.charts.axis import round_ticks

MOST_TICKS = 7
_FAR = 3.0
_ROOM = 1.5
_BULK = 0.8
_EPSILON = 1e-9


@dataclass(frozen=True, slots=True)
class BarAxis:
    """Maps values to x: `low` stands at `left`, `high` at `right`. Values beyond are cut there."""

    low: float
    high: float
    left: float
    right: float
    ticks: tuple[float, ...]

    def x(self, value: float) -> float:
        """Return where a value stands, at the edge when it lies beyond."""
        bounded = min(max(value, self.low), self.high)
        return self.left + (bounded - self.low) / (self.high - self.low) * (self.right - self.left)

    def beyond(self, value: float) -> int:
        """Return −1 left of the axis, +1 right of it, 0 on it."""
        if value > self.high + _EPSILON:
            return 1
        return -1 if value < self.low - _EPSILON else 0


def bar_axis(
    values: Iterable[float], left: float, right: float, always: Iterable[float] = ()
) -> BarAxis:
    """Return an axis that holds 0 and the values; a few far beyond all others are cut off.

    `always` are values that are never cut, such as a sum beside its parts.
    """
    held, kept = list(values), list(always)
    low = max(_end([-value for value in held if value < 0]), -min([0.0, *kept]))
    high = max(_end([value for value in held if value > 0]), *[0.0, *kept])
    if not low and not high:
        high = 1.0
    ticks = round_ticks(-low, high, MOST_TICKS - 1)
    step = ticks[1] - ticks[0] if len(ticks) > 1 else max(high, low)
    first = floor(-low / step + _EPSILON)
    last = max(ceil(high / step - _EPSILON), first + 1)
    return BarAxis(
        first * step,
        last * step,
        left,
        right,
        tuple(index * step for index in range(first, last + 1)),
    )


def _end(sizes: list[float]) -> float:
    """Return how far an axis reaches on one side: to the largest, unless it is far beyond."""
    if not sizes:
        return 0.0
    ordered = sorted(sizes)
    bulk = ordered[floor(_BULK * (len(ordered) - 1))]
    return ordered[-1] if ordered[-1] <= bulk * _FAR else bulk * _ROOM
