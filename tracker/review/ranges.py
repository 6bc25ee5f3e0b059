"""Is a figure of the size that its own past lets expect? Else offer the slip of the hand."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from tracker.indicators import Basis, CellKey, Measure
from tracker.periods import Month
from tracker.readings import Series
from tracker.review.finding import Check, Finding, Severity
from tracker.wording import entered, number, plain

LOOKED_AT = 12
"""How many figures before this one make its range."""
LEAST = 6
"""With fewer figures there is no range to be outside of."""
_SLIPS = (10.0, 100.0, 10_000.0)
"""A lost or doubled point, 百分号, and 万元 for 亿元."""
_NEAR = 1.6
"""A corrected figure must come this near to what was expected, as a factor."""
_FAR = 4.0
"""Below this factor a figure is at most unusual, not a slip."""


def range_findings(series: Series, key: CellKey, value: float) -> Iterator[Finding]:
    """Find a slip by powers of ten, with the corrected value, else a figure out of range."""
    if key.measure is Measure.RANK:
        return
    if key.measure is Measure.GROWTH:
        yield from _growth(series, key, value)
        return
    expected = _expected(series, key)
    corrected = _corrected(value, expected)
    if corrected is not None:
        yield _slip(series, key, value, corrected)
        return
    now, earlier = _steps(series, key)
    if now is not None and _is_outside(now, earlier):
        digits = series.indicator.decimals
        word = "当月" if key.basis is not Basis.BALANCE else "本月增减"
        yield _unusual(series, key, f"{word} {number(now, digits)}", earlier, digits)


def _growth(series: Series, key: CellKey, value: float) -> Iterator[Finding]:
    earlier = _earlier(series, key)
    if len(earlier) < LEAST or not _is_outside(value, earlier):
        return
    widest = max(abs(held) for held in earlier)
    tenth = value / 10
    if abs(value) > _FAR * widest and min(earlier) <= tenth <= max(earlier):
        yield _slip(series, key, value, tenth)
        return
    digits = series.indicator.growth_decimals
    yield _unusual(series, key, entered(value, digits), earlier, digits)


def figures_before(series: Series, key: CellKey) -> list[float]:
    """Return what this figure is held against: earlier figures, or a flow's earlier months."""
    return _earlier(series, key) if key.measure is not Measure.AMOUNT else _steps(series, key)[1]


def _expected(series: Series, key: CellKey) -> list[float]:
    """Return the sizes this amount could be expected to have, from the past that is held."""
    found: list[float] = []
    if key.basis is Basis.YTD:
        before = series.last(Measure.AMOUNT, key.month.year, key.month.month - 1)
        if before is not None:
            month, reading = before
            found.append(reading.value * key.month.month / month)
    else:
        found += _earlier(series, key)[:1]
    last_year = series.read(key.measure, key.month.year_before, key.basis)
    if last_year is not None and not series.breaks_between(key.month.year_before, key.month):
        found.append(last_year.value)
    return [value for value in found if value > 0]


def _corrected(value: float, expected: Sequence[float]) -> float | None:
    """Return the value that a power of ten makes fit all expectations; None when none does."""
    if not expected or value <= 0:
        return None
    if any(1 / _FAR < value / size < _FAR for size in expected):
        return None
    for power in _SLIPS:
        for tried in (value / power, value * power):
            if all(1 / _NEAR < tried / size < _NEAR for size in expected):
                return float(f"{tried:.12g}")
    return None


def _steps(series: Series, key: CellKey) -> tuple[float | None, list[float]]:
    """Return this month's own amount and those before it: 当月, or the change of a balance."""
    if key.basis is Basis.BALANCE:
        values = [key.month.plus(-back) for back in range(LOOKED_AT + 2)]
        read = [series.read(Measure.AMOUNT, month, Basis.BALANCE) for month in values]
        changes = [
            None if now is None or before is None else now.value - before.value
            for now, before in pairwise(read)
        ]
        return changes[0], [step for step in changes[1:] if step is not None]
    singles = [_single(series, key.month.plus(-back)) for back in range(LOOKED_AT + 1)]
    return singles[0], [step for step in singles[1:] if step is not None]


def _single(series: Series, month: Month) -> float | None:
    reading = series.read(Measure.AMOUNT, month, Basis.MONTH)
    return None if reading is None else reading.value


def _earlier(series: Series, key: CellKey) -> list[float]:
    """Return the last figures entered in this series before the month, the nearest first."""
    found: list[float] = []
    for back in range(1, 3 * LOOKED_AT):
        month = key.month.plus(-back)
        reading = series.read(key.measure, month, key.basis)
        if reading is not None and not reading.derived:
            if series.breaks_between(month, key.month):
                break
            found.append(reading.value)
        if len(found) == LOOKED_AT:
            break
    return found


def _is_outside(value: float, earlier: Sequence[float]) -> bool:
    """Say whether a value lies further outside the range than the range is wide."""
    if len(earlier) < LEAST:
        return False
    low, high = min(earlier), max(earlier)
    width = high - low
    return width > 0 and not low - width <= value <= high + width


def _slip(series: Series, key: CellKey, value: float, offered: float) -> Finding:
    unit = series.indicator.unit_of(key.measure)
    return Finding(
        Check.SLIP,
        Severity.WARNING,
        key,
        f"{plain(value)} 与往月、上年同期差了十倍以上，是不是 {plain(offered)} {unit}？",
        offered,
    )


def _unusual(
    series: Series, key: CellKey, shown: str, earlier: Sequence[float], digits: int
) -> Finding:
    low, high = (entered(edge, digits) for edge in (min(earlier), max(earlier)))
    unit = series.indicator.unit_of(key.measure)
    return Finding(
        Check.OUT_OF_RANGE,
        Severity.WARNING,
        key,
        f"{shown} {unit}，远在近 {len(earlier)} 期的 {low}—{high} 之外，请核对。",
    )
