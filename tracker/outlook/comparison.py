"""Against others and against the past: last year's pace, the nation, records, two-year averages."""

from dataclasses import dataclass
from enum import StrEnum

from tracker.indicators import Measure
from tracker.lights import EPSILON
from tracker.periods import Month
from tracker.progress.assess import assess
from tracker.progress.result import Progress, RowKey, Rule
from tracker.readings import Series, series_of
from tracker.snapshot import YEARS_BACK, Snapshot
from tracker.wording import number, official, ordinal, round_half_up

RECORD_YEARS = 3
"""A record of fewer years is none."""
_REACH = YEARS_BACK - 1
"""Years before this one; growth of the first is worked out from one more."""


class Base(StrEnum):
    """What last year's progress is a share of."""

    TARGET = "target"
    OUTCOME = "outcome"


@dataclass(frozen=True, slots=True)
class PaceBeside:
    """This year's completion beside last year's at the same month, fractions of their wholes.

    Last year's whole is its target for the same horizon or, where none was set, what it came to;
    this year's is its target.
    """

    now: float
    before: float
    base: Base

    @property
    def difference_pp(self) -> float:
        """In 百分点; positive: faster than last year."""
        return (self.now - self.before) * 100


@dataclass(frozen=True, slots=True)
class Beside:
    """A growth beside the nation's of the same period, in % and percentage points."""

    own: float
    nation: float

    @property
    def difference_pp(self) -> float:
        """Own − nation."""
        return self.own - self.nation


def pace_beside_last_year(snapshot: Snapshot, row: Progress) -> PaceBeside | None:
    """Compare the progress of a cumulative task with last year's; None where either is unknown."""
    if not row.rule.accumulates or row.pending or row.completion is None:
        return None
    assert row.month is not None
    assert row.horizon is not None
    before = row.month.year_before
    series = series_of(snapshot, row.indicator.id, row.region)
    done = series.read(row.measure, before)
    if done is None or series.breaks_between(before, row.month):
        return None
    key = RowKey(row.indicator.id, row.region, row.measure, before.year, row.horizon)
    target = assess(snapshot, key, before).target
    if target is not None:
        whole, base = target.value, Base.TARGET
    else:
        outcome = series.read(row.measure, Month(before.year, row.horizon.end_month))
        whole, base = (0.0 if outcome is None else outcome.value), Base.OUTCOME
    return None if whole <= 0 else PaceBeside(row.completion, done.value / whole, base)


def pace_words(found: PaceBeside) -> str:
    """Say it: 进度比去年同期快1.2个百分点; 持平 below half of the last digit."""
    by = "（去年未设目标，按全期实际计）" if found.base is Base.OUTCOME else ""
    size, sign = _rounded(found.difference_pp)
    if sign == 0:
        return f"进度与去年同期持平{by}"
    return official(f"进度比去年同期{'快' if sign > 0 else '慢'}{size}个百分点{by}")


def against_nation(snapshot: Snapshot, row: Progress) -> Beside | None:
    """Compare a judged growth with the nation's of the same period; None for the nation itself."""
    nation = snapshot.catalogue.nation
    if row.rule is not Rule.RATE or row.pending or row.value is None or row.month is None:
        return None
    if nation is None or nation.code == row.region:
        return None
    there = series_of(snapshot, row.indicator.id, nation.code).read(row.measure, row.month)
    return None if there is None else Beside(row.value, there.value)


def nation_words(found: Beside) -> str:
    """Say it: 比全国高2.2个百分点, 与全国持平."""
    size, sign = _rounded(found.difference_pp)
    if sign == 0:
        return "与全国持平"
    return official(f"比全国{'高' if sign > 0 else '低'}{size}个百分点")


def _rounded(pp: float) -> tuple[str, int]:
    """Return the size with one digit and the sign, 0 when it would print as 0.0."""
    shown = round_half_up(pp, 1)
    return number(abs(shown), 1), (shown > 0) - (shown < 0)


def record_years(snapshot: Snapshot, row: Progress) -> int | None:
    """Return the n of 创近n年新高, this year counted, or None.

    The value is higher than in the same period of each of the last n − 1 years, held without a
    gap; n is at least 3 and as large as the ledger can tell.
    """
    if row.pending or row.value is None or row.month is None:
        return None
    series = series_of(snapshot, row.indicator.id, row.region)
    years, month = 1, row.month
    for _ in range(_REACH):
        month = month.year_before
        if series.breaks_between(month, row.month):
            break
        reading = series.read(row.measure, month)
        if reading is None or reading.value >= row.value - EPSILON:
            break
        years += 1
    return years if years >= RECORD_YEARS else None


def record_words(row: Progress, years: int) -> str:
    """Say it: 创近五年增速新高."""
    what = "增速" if row.measure is Measure.GROWTH else "同期"
    return f"创近{ordinal(years)}年{what}新高"


def two_year_average(series: Series, month: Month) -> float | None:
    """两年平均增速 in %: the geometric mean of this and last year's growth, None without both.

    It takes the growth as published (or derived) and is itself derived, rounded like a growth.
    There is none across a 不可比 mark.
    """
    if series.breaks_between(month.year_before, month):
        return None
    factor = 1.0
    for at in (month, month.year_before):
        reading = series.read(Measure.GROWTH, at)
        if reading is None or reading.value <= -100:
            return None
        factor *= 1 + reading.value / 100
    return round_half_up((factor**0.5 - 1) * 100, series.indicator.growth_decimals)
