"""An estimate in words: as many digits as its interval bears, a chance, an error, the method."""

from dataclasses import dataclass
from itertools import pairwise
from math import floor, log10

from tracker.forecast import Estimate
from tracker.indicators import Indicator, Measure
from tracker.periods import Horizon
from tracker.progress import Progress
from tracker.wording import number, round_half_up, share

_ALL_BUT_SURE, _ALL_BUT_NONE = 0.99, 0.01


@dataclass(frozen=True, slots=True)
class EstimateLine:
    """One horizon as a table shows it. `refused` is a sentence, and the other texts empty then."""

    horizon: Horizon
    day: str
    interval: str = ""
    chance: str = ""
    error: str = ""
    method: str = ""
    refused: str = ""


def day_words(horizon: Horizon) -> str:
    """Name the day an estimate speaks of: 6 月 30 日, 12 月 31 日."""
    days = 30 if horizon.end_month in (4, 6, 9, 11) else 31
    return f"{horizon.end_month} 月 {days} 日"


def estimate_digits(estimate: Estimate, indicator: Indicator, measure: Measure) -> int:
    """Return the decimals (negative: tens, hundreds) that leave the 80 % interval two figures.

    More would promise what the estimate cannot know. Never more than the measure is printed with;
    a percentage always has its usual ones.
    """
    usual = indicator.decimals_of(measure)
    if indicator.unit_of(measure) == "%":
        return usual
    if estimate.low80 is None or estimate.high80 is None or estimate.high80 <= estimate.low80:
        return usual
    return min(usual, 1 - floor(log10(estimate.high80 - estimate.low80)))


def estimated(value: float, digits: int) -> str:
    """Print an estimated value: 1,650 for 1645.8 in tens."""
    return number(round_half_up(value, digits), max(0, digits))


def point_words(row: Progress, estimate: Estimate) -> str:
    """Print the point: 3,490, 6.2%; empty when refused."""
    if estimate.point is None:
        return ""
    digits = estimate_digits(estimate, row.indicator, row.measure)
    return estimated(estimate.point, digits) + ("%" if row.unit == "%" else "")


def interval_words(row: Progress, estimate: Estimate) -> str:
    """Print the 80 % interval: 1,650—1,790, 6.0—6.4%; empty when refused."""
    if estimate.low80 is None or estimate.high80 is None:
        return ""
    digits = estimate_digits(estimate, row.indicator, row.measure)
    return _interval(estimate.low80, estimate.high80, digits, row.unit == "%")


def half_interval_words(row: Progress, estimate: Estimate) -> str:
    """Print the 50 % interval; empty when refused."""
    if estimate.low50 is None or estimate.high50 is None:
        return ""
    digits = estimate_digits(estimate, row.indicator, row.measure)
    return _interval(estimate.low50, estimate.high50, digits, row.unit == "%")


def chance_words(probability: float | None) -> str:
    """Print a probability: 59%, >99%, <1%; never 0 or 100 %, and empty without a target."""
    if probability is None:
        return ""
    if probability > _ALL_BUT_SURE:
        return ">99%"
    if probability < _ALL_BUT_NONE:
        return "<1%"
    return f"{share(probability, 0)}%"


def estimate_line(row: Progress, estimate: Estimate) -> EstimateLine:
    """Put one estimate of a row into the words of a table."""
    day = day_words(estimate.horizon)
    if estimate.refused is not None or estimate.point is None:
        return EstimateLine(estimate.horizon, day, refused=estimate.refused or "")
    digits = estimate_digits(estimate, row.indicator, row.measure)
    error = ""
    if estimate.backtest_mae is not None:
        error = number(estimate.backtest_mae, row.indicator.decimals_of(row.measure))
    return EstimateLine(
        estimate.horizon,
        day,
        interval=_interval(estimate.low80, estimate.high80, digits, row.unit == "%"),
        chance=chance_words(estimate.probability),
        error=error,
        method=_method(row, estimate, digits, error),
    )


def _interval(low: float | None, high: float | None, digits: int, in_percent: bool) -> str:
    assert low is not None
    assert high is not None
    return f"{estimated(low, digits)}—{estimated(high, digits)}{'%' if in_percent else ''}"


def _method(row: Progress, estimate: Estimate, digits: int, error: str) -> str:
    """Say the point, the narrower interval, how they were made and from which years."""
    half = _interval(estimate.low50, estimate.high50, digits, row.unit == "%")
    unit = "个百分点" if row.unit == "%" else row.unit
    return (
        f"中值 {point_words(row, estimate)}，五成可能 {half}。\n"
        f"{estimate.method}。\n"
        f"用了 {years_words(estimate.years_used)} 年；同样办法逐年回测，平均差 {error} {unit}。"
    )


def years_words(years: tuple[int, ...]) -> str:
    """Name years shortly: 2017—2022; 2017—2019、2021 where one is missing."""
    runs: list[list[int]] = [[years[0]]] if years else []
    for before, year in pairwise(years):
        if year == before + 1:
            runs[-1].append(year)
        else:
            runs.append([year])
    return "、".join(f"{run[0]}—{run[-1]}" if len(run) > 1 else str(run[0]) for run in runs)
