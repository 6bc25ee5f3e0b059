"""Dealing a provincial amount out in whole last digits, so that the parts add up exactly."""

from collections.abc import Sequence
from math import floor
from random import Random


def deal(amount: int, quotas: Sequence[float]) -> list[int]:
    """Split an amount ≥ 0 into whole parts ≥ 0 close to the quotas (which add up to about it).

    The largest remainders get what is left over; the smallest give what was too much.
    """
    parts = [max(0, floor(quota)) for quota in quotas]
    left = amount - sum(parts)
    step = 1 if left > 0 else -1
    order = sorted(
        range(len(parts)), key=lambda index: quotas[index] - parts[index], reverse=left > 0
    )
    while left:
        for index in order:
            if left and parts[index] + step >= 0:
                parts[index] += step
                left -= step
    return parts


def shared(amount: float, weights: Sequence[float]) -> list[float]:
    """Split an amount in proportion to weights, without rounding."""
    total = sum(weights)
    return [amount * weight / total for weight in weights]


def noise(random: Random) -> float:
    """Draw a standard normal number, cut at ±2.5 so that no month goes wild."""
    return max(-2.5, min(2.5, random.gauss(0.0, 1.0)))


def wavering(random: Random, steps: int, size: float) -> list[float]:
    """Draw an autocorrelated error: e(n) = 0.6 e(n−1) + size × z."""
    errors: list[float] = []
    last = 0.0
    for _ in range(steps):
        last = 0.6 * last + size * noise(random)
        errors.append(last)
    return errors
