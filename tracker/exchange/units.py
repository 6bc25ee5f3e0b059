"""Units of amounts: 万元 and 亿元 are one unit in two sizes, 亿元 and 亿美元 are not."""

from decimal import Decimal
from typing import NamedTuple

from tracker.catalogue_words import stored_word

_POWERS = {
    "万亿": 12,
    "千亿": 11,
    "百亿": 10,
    "亿": 8,
    "千万": 7,
    "百万": 6,
    "十万": 5,
    "万": 4,
    "千": 3,
}
"""Powers of ten, longer words first."""

_SAME = {"吨标准煤": "吨标煤", "元人民币": "元", "人民币": "元"}
_WHOLE = frozenset({"千克", "千瓦", "千瓦时", "千米", "千卡"})
"""Units whose own name begins with a power of ten."""


class SplitUnit(NamedTuple):
    """A unit as power of ten and base: 万亩 → (4, 亩)."""

    power: int
    base: str


def split_unit(unit: str) -> SplitUnit:
    """Split 万亩 into its power of ten and its base; 千瓦 is a base of its own."""
    unit = stored_word(unit)
    if unit in _WHOLE:
        return SplitUnit(0, unit)
    for word, power in _POWERS.items():
        if unit.startswith(word):
            base = unit[len(word) :]
            return SplitUnit(power, _SAME.get(base, base))
    return SplitUnit(0, _SAME.get(unit, unit))


def scale_between(given: str, wanted: str) -> Decimal | None:
    """Return what a number in `given` is multiplied by to stand in `wanted`; None: no such thing.

    Exact: 万元 → 亿元 is Decimal("0.0001").
    """
    if given == wanted:
        return Decimal(1)
    one, other = split_unit(given), split_unit(wanted)
    if one.base != other.base or not one.base:
        return None
    return Decimal(1).scaleb(one.power - other.power)


def scaled(value: float, scale: Decimal) -> float:
    """Multiply exactly, as on paper: 7541000 × 0.0001 = 754.1."""
    return float(Decimal(repr(value)) * scale)
