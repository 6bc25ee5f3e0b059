"""What if the next month brings x: what the months after it need to reach the target."""

from dataclasses import dataclass
from math import ceil

from tracker.indicators import Comparator, Indicator, Measure, Target
from tracker.lights import EPSILON
from tracker.periods import Horizon, Month
from tracker.progress.flow import effort, needed_per_month
from tracker.progress.pace import lowest_target
from tracker.progress.rest import growth_needed
from tracker.progress.result import Rule
from tracker.readings import series_of
from tracker.snapshot import Snapshot
from tracker.trajectory import headline_of, target_key_of
from tracker.wording import multiplier, official, plain, round_half_up

_CANNOT = "，不能推算。"


@dataclass(frozen=True, slots=True)
class WhatIf:
    """The answer, in the unit of the measure; per month for amounts, % for growth.

    `months` are those that would be reported next (7, or 7—9 for a quarter) and `amount` what they
    are said to bring; of a growth it is the growth January to then. `reached` is the value then,
    `lacking` what the target still lacks (negative: surplus; for a ceiling what is left, negative:
    over), `needed` what each month after it needs (or may use), or the growth of the rest, marked
    by `estimated`. `effort` is needed ÷ average month by then. `refused` is a sentence or None.
    """

    horizon: Horizon
    months: tuple[int, int] | None
    amount: float
    reached: float | None = None
    lacking: float | None = None
    months_left: int = 0
    needed: float | None = None
    estimated: bool = False
    effort: float | None = None
    met: bool = False
    sentence: str = ""
    refused: str | None = None


def what_if(
    snapshot: Snapshot,
    indicator_id: str,
    region: str,
    as_of: Month,
    amount: float,
    horizon: Horizon = Horizon.FY,
) -> WhatIf:
    """Suppose the month after the last one reported brings `amount`. Raises UnknownName."""
    row = headline_of(snapshot, indicator_id, region, as_of)
    indicator = row.indicator
    series = series_of(snapshot, indicator.id, region)
    target, _ = lowest_target(snapshot, target_key_of(row, horizon), as_of)
    if target is None:
        return _refused(horizon, amount, f"{indicator.name}未设{horizon.label}目标{_CANNOT}")
    if row.rule not in (Rule.FLOW, Rule.INCREMENT, Rule.RATE) or not _plain(target):
        return _refused(horizon, amount, f"{indicator.name}的目标不是数量或增速{_CANNOT}")
    last = series.last(row.measure, as_of.year, as_of.month)
    month, done = (0, 0.0) if last is None else (last[0], last[1].value)
    following = next((due for due in indicator.calendar.months if due > month), None)
    if following is None or following > horizon.end_month:
        words = f"{indicator.name}到{horizon.label}已没有未报的月份{_CANNOT}"
        return _refused(horizon, amount, words)
    months = (month + 1, following)
    if row.rule is Rule.RATE:
        at = Month(as_of.year, following)
        need, estimated = growth_needed(series, target, amount, at, horizon.end_month)
        return _growth(indicator, target, (months, amount), need, estimated)
    return _amount(indicator, target, (months, amount), done)


def _plain(target: Target) -> bool:
    """Say whether the target is one number known beforehand."""
    return not target.comparator.is_relative and target.comparator is not Comparator.RANGE


def _refused(horizon: Horizon, amount: float, words: str) -> WhatIf:
    return WhatIf(horizon, None, amount, refused=words)


def _span(first: int, last: int) -> str:
    return f"{last}月" if first == last else f"{first}—{last}月"


def _text(value: float, indicator: Indicator, measure: Measure) -> str:
    return plain(round_half_up(value, indicator.decimals_of(measure)))


def _amount(
    indicator: Indicator, target: Target, supposed: tuple[tuple[int, int], float], done: float
) -> WhatIf:
    months, amount = supposed
    horizon, end = target.key.horizon, target.key.horizon.end_month
    reached = done + amount
    lacking = target.value - reached
    ceiling = target.comparator is Comparator.AT_MOST
    needed = needed_per_month(target.value, reached, months[1], end)
    met = lacking >= -EPSILON if ceiling else lacking <= EPSILON
    stepped = None if ceiling else effort(needed, reached, months[1])
    unit, measure = indicator.unit, target.key.measure
    start = (
        f"若{_span(*months)}完成{_text(amount, indicator, measure)}{unit}，"
        f"{_span(1, months[1])}累计{_text(reached, indicator, measure)}{unit}"
    )
    task = f"{horizon.label}{'上限' if ceiling else '目标'}{plain(target.value)}{unit}"
    left = _remainder(indicator, abs(lacking), ceiling or lacking < 0)
    rest = _span(months[1] + 1, end) if months[1] < end else ""
    per_month = "" if needed is None else f"{_per_month(indicator, needed)}{unit}"
    if ceiling:
        verdict = f"{'距' if met else '已超'}{task}{'还有' if met else ''}{left}{unit}"
        tail = f"，{rest}月均不得超过{per_month}" if rest and met else ""
    elif met:
        over = f"，超{left}{unit}" if lacking < -EPSILON else ""
        verdict, tail = f"达到{task}{over}", ""
    else:
        verdict = f"距{task}还差{left}{unit}"
        speed = "" if stepped is None else f"，为前{months[1]}个月月均的{multiplier(stepped)[1:]}倍"
        tail = f"，{rest}月均须完成{per_month}{speed}" if rest else "，已没有余下的月份"
    return WhatIf(
        horizon=horizon,
        months=months,
        amount=amount,
        reached=reached,
        lacking=lacking,
        months_left=end - months[1],
        needed=needed,
        effort=stepped,
        met=met,
        sentence=official(f"{start}，{verdict}{tail}。"),
    )


def _remainder(indicator: Indicator, value: float, surplus: bool) -> str:
    """Print what is lacking; of whole units the remainder is rounded up, a surplus is not."""
    if indicator.decimals == 0 and not surplus:
        return plain(float(ceil(value - EPSILON)))
    return _text(value, indicator, Measure.AMOUNT)


def _per_month(indicator: Indicator, value: float) -> str:
    """Print an amount per month; whole units keep a digit, for 0.3 家 a month is the point."""
    return plain(round_half_up(value, max(1, indicator.decimals)))


def _growth(
    indicator: Indicator,
    target: Target,
    supposed: tuple[tuple[int, int], float],
    need: float | None,
    estimated: bool,
) -> WhatIf:
    months, growth = supposed
    measure, horizon = target.key.measure, target.key.horizon
    ceiling = target.comparator is Comparator.AT_MOST
    lacking = target.value - growth
    met = lacking >= -EPSILON if ceiling else lacking <= EPSILON
    grown = "增长" if measure is Measure.GROWTH else "为"
    start = f"若{_span(1, months[1])}{grown}{_text(growth, indicator, measure)}%"
    task = f"{horizon.label}目标{'≤' if ceiling else ''}{plain(target.value)}%"
    gap = _text(abs(lacking), indicator, measure)
    side = "低于" if growth < target.value else "高于"
    verdict = f"与{task}持平" if abs(lacking) <= EPSILON else f"{side}{task}{gap}个百分点"
    tail = ""
    if need is not None:
        rest = _span(months[1] + 1, horizon.end_month) if months[1] < horizon.end_month else ""
        about = "（估算）" if estimated else ""
        tail = f"，{rest}须增长{_text(need, indicator, measure)}%{about}" if rest else ""
    return WhatIf(
        horizon=horizon,
        months=months,
        amount=growth,
        reached=growth,
        lacking=lacking,
        months_left=horizon.end_month - months[1],
        needed=need,
        estimated=estimated,
        met=met,
        sentence=official(f"{start}，{verdict}{tail}。"),
    )
