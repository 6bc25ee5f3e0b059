"""Student's t distribution for the few degrees of freedom that a handful of years leaves.

Its distribution function has a finite closed form for whole degrees of freedom, and the quantile
follows by bisection: thirty lines in place of SciPy, whose import alone takes longer than the
window needs to start.
"""

from functools import cache
from math import atan, cos, pi, sin, sqrt

_FARTHEST = 1e6


def t_cdf(value: float, freedom: int) -> float:
    """Return P(T ≤ value) for whole degrees of freedom ≥ 1."""
    angle = atan(value / sqrt(freedom))
    if freedom % 2:
        term, total = cos(angle), 0.0
        for step in range(1, freedom - 1, 2):
            total += term
            term *= cos(angle) ** 2 * (step + 1) / (step + 2)
        return 0.5 + (angle + sin(angle) * total) / pi
    term, total = 1.0, 0.0
    for step in range(0, freedom - 1, 2):
        total += term
        term *= cos(angle) ** 2 * (step + 1) / (step + 2)
    return 0.5 + sin(angle) * total / 2


@cache
def t_quantile(probability: float, freedom: int) -> float:
    """Return the value that T stays below with a probability in (0.5, 1)."""
    low, high = 0.0, _FARTHEST
    for _ in range(200):
        middle = (low + high) / 2
        if t_cdf(middle, freedom) < probability:
            low = middle
        else:
            high = middle
    return (low + high) / 2
