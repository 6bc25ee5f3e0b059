"""The value axis of a line chart: where a value stands, and where its few grid lines lie."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import floor, log10

from tracker import wording

_STEPS = (1.0, 2.0, 2.5, 5.0, 10.0)
_MOST_LINES = 5
_EPSILON = 1e-9


@dataclass(frozen=True, slots=True)
class ValueAxis:
    """Maps values to heights: `low` stands at y `bottom`, `high` at y `top`. `ticks` ascend."""

    low: float
    high: float
    bottom: float
    top: float
    ticks: tuple[float, ...]

    def y(self, value: float) -> float:
        """Return the height of a value."""
        return self.bottom - (value - self.low) / (self.high - self.low) * (self.bottom - self.top)


def cumulative_axis(
    values: Iterable[float], annual: float | None, bottom: float, crown: tuple[float, float]
) -> ValueAxis:
    """Return an axis from 0: the annual target at the first crown, higher values up to the second.

    Lines lie at the quarters of the annual target when these are round, else at round values.
    """
    highest = max([*values, annual or 0.0, _EPSILON])
    reference = annual if annual is not None and annual > 0 else highest
    at_target, at_most = crown
    room_over = (bottom - at_most) / (bottom - at_target)
    if highest <= reference * room_over:
        top, high = at_target, reference
    else:
        top, high = at_most, highest
    quarter = reference / 4
    if _is_round(quarter) and highest < reference * 1.5:
        ticks = tuple(quarter * step for step in range(_MOST_LINES))
    else:
        ticks = round_ticks(0.0, high)
    return ValueAxis(0.0, high, bottom, top, ticks)


def spread_axis(values: Iterable[float], bottom: float, top: float) -> ValueAxis:
    """Return an axis round values that need not start at 0, with a little air on both sides."""
    held = list(values) or [0.0]
    low, high = min(held), max(held)
    span = max(high - low, abs(high) * 0.05, 1.0)
    low, high = low - span * 0.15, high + span * 0.12
    if 0 <= low < span * 0.8 or low < 0 <= min(held):
        low = 0.0
    ticks = round_ticks(low, high)
    return ValueAxis(low, high, bottom, top, ticks)


def round_ticks(low: float, high: float, most: int = _MOST_LINES) -> tuple[float, ...]:
    """Return at most so many round values between low and high."""
    span = max(high - low, _EPSILON)
    scale = 10.0 ** floor(log10(span / most))
    for factor in (*_STEPS, 20.0, 25.0, 50.0):
        step = factor * scale
        first = -floor(-low / step + _EPSILON)
        count = floor(high / step + _EPSILON) - first + 1
        if count <= most:
            return tuple((first + index) * step for index in range(count))
    return (low,)


def tick_text(value: float) -> str:
    """Print a round value with just the digits it needs: 750, 1,500, 2.5, −2."""
    digits = next((d for d in range(6) if abs(round(value, d) - value) < _EPSILON), 6)
    return wording.number(value, digits)


def _is_round(value: float) -> bool:
    """Say whether a value needs at most two digits, trailing zeros apart: 750, 90, 8, 550."""
    if value <= 0:
        return False
    scaled = value / 10.0 ** (floor(log10(value)) - 1)
    return abs(scaled - round(scaled)) < 1e-6
