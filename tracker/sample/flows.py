"""FLOW indicators of the sample: cumulative amounts that add up, in whole last digits."""

from collections.abc import Mapping, Sequence
from random import Random

from tracker.indicators import Indicator, Measure
from tracker.periods import Month
from tracker.sample.dealing import deal, noise, shared
from tracker.sample.rules import LAST_DRAWN_YEAR, PROVINCE, FlowRule, SampleRules

Amounts = dict[str, dict[Month, int]]
"""Region → month → cumulative amount in last digits (÷ 10^decimals gives the unit)."""

APRIL_2023 = Month(2023, 4)


def flow_amounts(rules: SampleRules, indicator: Indicator, random: Random) -> Amounts:
    """Draw an indicator for the province, the prefectures and the new area."""
    rule = rules.flows[indicator.id]
    province = _province(rules, indicator, rule, random)
    amounts: Amounts = {PROVINCE: province}
    amounts |= {region: {} for region in rules.prefectures}
    for year in rules.years:
        months = [month for month in rules.due(indicator, year) if month in province]
        dealt = _deal_year([province[month] for month in months], rule, random)
        if year == APRIL_2023.year and rule.april_2023:
            final = [round(value * 10**indicator.decimals) for value in rule.april_2023]
            dealt = _deal_up_to(months, province, rule, final[:-1]) + _following(
                dealt, final[:-1], months.index(APRIL_2023)
            )
        for month, parts in zip(months, dealt, strict=True):
            for region, part in zip(rules.prefectures, parts, strict=True):
                amounts[region][month] = part
    amounts[rules.new_area] = _inside(amounts[rules.new_area_within], rule, random)
    return amounts


def _province(
    rules: SampleRules, indicator: Indicator, rule: FlowRule, random: Random
) -> dict[Month, int]:
    """Return the province's cumulative amounts: drawn to 2021, given for 2022 and 2023."""
    given = rules.given_months(indicator.id, PROVINCE, Measure.AMOUNT)
    ruled = zip(rules.due(indicator, 2022), rule.province_2022, strict=False)
    known = {**dict(ruled), **given}
    level = known[Month(2022, 12)]
    amounts: dict[Month, int] = {}
    for year in range(LAST_DRAWN_YEAR, rules.first_year - 1, -1):
        level /= 1 + rule.past_growth[year - rules.first_year]
        cumulative = 0.0
        due = rules.due(indicator, year)
        for month, share in zip(due, rule.profile, strict=True):
            cumulative += level * share * (1 + rule.noise * noise(random))
            amounts[month] = round(cumulative * 10**indicator.decimals)
    return amounts | {
        month: round(value * 10**indicator.decimals) for month, value in known.items()
    }


def _deal_year(cumulative: Sequence[int], rule: FlowRule, random: Random) -> list[list[int]]:
    """Deal a year's cumulative amounts month by month; nobody's cumulative amount ever falls."""
    weights = [weight * (1 + rule.region_year_noise * noise(random)) for weight in rule.weights]
    dealt: list[list[int]] = []
    standing = [0] * len(weights)
    owed = [0.0] * len(weights)
    before = 0
    for amount in cumulative:
        month_weights = [weight * (1 + rule.region_noise * noise(random)) for weight in weights]
        quotas = [
            part + debt
            for part, debt in zip(shared(amount - before, month_weights), owed, strict=True)
        ]
        parts = deal(amount - before, quotas)
        owed = [quota - part for quota, part in zip(quotas, parts, strict=True)]
        standing = [held + part for held, part in zip(standing, parts, strict=True)]
        dealt.append(standing)
        before = amount
    return dealt


def _deal_up_to(
    months: Sequence[Month], province: Mapping[Month, int], rule: FlowRule, final: Sequence[int]
) -> list[list[int]]:
    """Deal the months up to a given one (April) so that they lead to the parts given for it."""
    tilted = [part * tilt for part, tilt in zip(final, rule.tilt_before, strict=True)]
    earlier = [month for month in months if month < APRIL_2023]
    return [deal(province[month], shared(province[month], tilted)) for month in earlier] + [
        list(final)
    ]


def _following(
    dealt: Sequence[Sequence[int]], final: Sequence[int], position: int
) -> list[list[int]]:
    """Move the months after a given one so that they go on from the parts given for it."""
    return [
        [part - was + now for part, was, now in zip(parts, dealt[position], final, strict=True)]
        for parts in dealt[position + 1 :]
    ]


def _inside(around: Mapping[Month, int], rule: FlowRule, random: Random) -> dict[Month, int]:
    """Return the new area's amounts: a wavering share of every month of the city around it."""
    amounts: dict[Month, int] = {}
    year, before, own = 0, 0, 0
    for month, amount in around.items():
        if month.year != year:
            year, before, own = month.year, 0, 0
        pinned = bool(rule.april_2023) and month == APRIL_2023
        share = rule.new_area_share * (1 + (0.0 if pinned else 0.02 * noise(random)))
        own = max(own, min(own + amount - before, round(amount * share)))
        amounts[month] = own
        before = amount
    return amounts
