"""Regions and histories made up to be difficult: long names, huge and lopsided numbers, gaps."""

import random
from dataclasses import replace

from tests.in_memory import CATALOGUE, PROVINCE
from tracker.indicators import (
    Comparator,
    Indicator,
    Light,
    Measure,
    Region,
    RegionLevel,
    Target,
    TargetKey,
)
from tracker.lights import default_rules
from tracker.periods import Horizon, Month
from tracker.plots.gap_parts import GapPart, GapParts
from tracker.plots.light_history import LightCell, LightHistory, LightRow
from tracker.plots.rank_history import RankCourse, RankHistory
from tracker.plots.standings import Standing, Standings, month_before
from tracker.progress.result import Progress, Rule
from tracker.ranking import RankBy, RankRow, places

LETTERS = "张家川回族自治县阿克塞哈萨克族积石山保安东乡撒拉肃北蒙古"
LIGHTS = (Light.GREEN, Light.YELLOW, Light.RED)


def long_indicator(dice: random.Random, kind: str = "gdp") -> Indicator:
    """Name an indicator with 4 to 20 characters."""
    name = "".join(dice.choice("新增战略性高技术产业固定资产投资项目到位资金") for _ in range(20))
    known = CATALOGUE.indicator(kind)
    size = dice.choice((4, 9, 20))
    return replace(known, id="made_up", name=name[:size], short_name=name[: min(size, 12)])


def region(dice: random.Random, number: int) -> Region:
    """Name a region with 2 to 20 characters."""
    name = "".join(dice.choice(LETTERS) for _ in range(dice.choice((2, 3, 4, 8, 20))))
    return Region(f"62{number:04d}", name, name, RegionLevel.COUNTY, PROVINCE, number)


def row_of(
    indicator: Indicator, code: str, as_of: Month, value: float, target: float | None
) -> Progress:
    """Judge a value against a target, with any light."""
    measure = indicator.judged_by
    key = TargetKey(indicator.id, code, as_of.year, Horizon.FY, measure)
    held = None if target is None else Target(key, target, Comparator.AT_LEAST, as_of.last_day)
    return Progress(
        indicator, code, measure, as_of.year, Horizon.FY, as_of, Rule.RATE, as_of, value,
        False, False, False, held, (), Light.GREEN, default_rules(),
    )  # fmt: skip


def values(dice: random.Random, count: int, kind: str) -> list[float]:
    """Draw values: calm, negative, with 12 digits, or one at 200 and the rest about 10."""
    if kind == "negative":
        return [dice.uniform(-15, 4) for _ in range(count)]
    if kind == "huge":
        return [dice.uniform(1, 9) * 123456789012.3 for _ in range(count)]
    if kind == "lopsided":
        return [200.0, *(dice.uniform(9, 11) for _ in range(count - 1))]
    return [round(dice.uniform(4, 11), 1) for _ in range(count)]


def difficult_standings(seed: int, count: int, kind: str) -> Standings:
    """Put made-up regions in order; the same for the same seed."""
    dice = random.Random(seed)
    share = kind == "share"
    indicator = long_indicator(dice, "funds_in_place" if share else "gdp")
    as_of = Month(2023, dice.choice((3, 6, 9, 12)))
    regions = [region(dice, number) for number in range(count)]
    drawn = values(dice, count, kind)
    if share:
        drawn = [dice.choice((0.0, 0.2, 0.5, 1.3)) * dice.random() for _ in range(count)]
    held = {one.code: value for one, value in zip(regions, drawn, strict=True)}
    ranks = places(held, indicator.better)
    aimed = dice.random() > 0.15
    rows: list[Standing] = []
    for one in sorted(regions, key=lambda r: ranks[r.code]):
        value = held[one.code]
        before = dice.choice((None, dice.randint(1, count)))
        light = dice.choice(LIGHTS) if aimed else Light.NONE
        place = RankRow(ranks[one.code], False, one, value, before, light)
        target = (3000.0 if share else value * dice.uniform(0.7, 1.3)) if aimed else None
        progress = row_of(indicator, one.code, as_of, value, target)
        gap = None if target is None else (value - 0.5) * 100 if share else value - target
        if share:
            progress = progress._replace(completion=value, pace=as_of.time_share)
        rows.append(Standing(one.name, place, progress, target, gap))
    parent = CATALOGUE.region(PROVINCE)
    by = RankBy.COMPLETION if share else RankBy.GROWTH
    whole = row_of(indicator, PROVINCE, as_of, drawn[0], 5.0)
    missing = tuple(region(dice, 900 + n) for n in range(dice.choice((0, 0, 1, 4))))
    return Standings(
        indicator, by, parent, as_of, month_before(indicator, as_of), tuple(rows),
        tuple(one.name for one in missing), tuple(one.code for one in missing), whole,
        dice.choice((None, drawn[-1])), None if share else dice.choice((None, drawn[0])),
    )  # fmt: skip


def difficult_history(seed: int, count: int, months: int) -> LightHistory:
    """Make up the lights of many indicators with long names and large gaps."""
    dice = random.Random(seed)
    as_of = Month(2023, dice.choice((1, 2, 6, 11, 12)))
    first = as_of.plus(1 - months)
    rows = []
    for number in range(count):
        indicator = replace(long_indicator(dice), order=number)
        span = dice.choice((1, 1, 3))
        cells = []
        for step in range(months):
            month = first.plus(step)
            if month.month % span or (month.month == 1 and month < as_of):
                continue
            pending = dice.random() < 0.1
            reach = 2 if month.month == 2 and span == 1 else span
            gap = None if pending else dice.uniform(-1, 1) * dice.choice((1, 10, 1e3, 1e11))
            light = Light.NONE if pending else dice.choice(LIGHTS)
            start = max(first, month.plus(1 - reach))
            cells.append(LightCell(start, month, light, gap, pending))
        rows.append(LightRow(indicator, dice.random() < 0.5, dice.random() < 0.2, tuple(cells)))
    return LightHistory(PROVINCE, first, as_of, tuple(rows))


def difficult_ranks(seed: int, count: int) -> RankHistory:
    """Make up places over the months, with ties and months without a figure."""
    dice = random.Random(seed)
    months = tuple(Month(2023, month) for month in range(1, dice.randint(3, 13)))
    columns = [dice.sample(range(1, count + 1), count) for _ in months]
    courses = []
    for number in range(count):
        ranks = [column[number] if dice.random() > 0.05 else None for column in columns]
        ranks[-1] = columns[-1][number]
        one = region(dice, number)
        courses.append(RankCourse(one, one.name, tuple(ranks), dice.choice(LIGHTS)))
    courses.sort(key=lambda one: one.last or 0)
    indicator = long_indicator(dice, "funds_in_place")
    parent = CATALOGUE.region(PROVINCE)
    return RankHistory(indicator, RankBy.COMPLETION, parent, months, tuple(courses))


def difficult_parts(seed: int, count: int, kind: str) -> GapParts:
    """Make up the parts of a gap."""
    dice = random.Random(seed)
    as_of = Month(2023, 4)
    indicator = long_indicator(dice, "funds_in_place")
    drawn = sorted(value - 7 for value in values(dice, count, kind))
    parts = []
    for number, value in enumerate(drawn):
        one = region(dice, number)
        parts.append(GapPart(one, one.name, value, dice.choice(LIGHTS)))
    whole = row_of(replace(indicator, judged_by=Measure.AMOUNT), PROVINCE, as_of, 1.0, 5.0)
    whole = whole._replace(pace_gap_amount=dice.choice((None, sum(drawn) * 1.2)))
    parent = CATALOGUE.region(PROVINCE)
    return GapParts(indicator, parent, as_of, whole, tuple(parts), ())
