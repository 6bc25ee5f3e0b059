"""Standings: regions in order with their own targets, beside the whole and the nation."""

import pytest

from tests.in_memory import NATION, PROVINCE, Figures
from tracker.errors import ExportError
from tracker.indicators import Light
from tracker.periods import Month
from tracker.plots.standings import peer_name, standings
from tracker.ranking import RankBy

LANZHOU, JINCHANG, LINXIA = "620100", "620300", "622900"
MARCH = Month(2023, 3)


def growth() -> Figures:
    held = Figures().actual("gdp", "2023-03", 6.7).actual("gdp", "2023-03", 4.5, region=NATION)
    for code, value, target in ((LANZHOU, 6.0, 6.0), (JINCHANG, 11.4, 9.0), (LINXIA, 7.1, 7.5)):
        held.actual("gdp", "2023-03", value, region=code).target("gdp", "FY", target, region=code)
    return held.actual("gdp", "2022-12", 5.0, region=LANZHOU)


def test_growth_is_put_in_order_with_each_region_s_own_gap() -> None:
    held = standings(growth().snapshot(), "gdp", PROVINCE, Month(2023, 4))
    assert held.by is RankBy.GROWTH
    assert held.as_of == MARCH
    assert held.before == Month(2022, 12)
    assert [(row.name, row.value, row.target) for row in held.rows] == [
        ("金昌", 11.4, 9.0),
        ("临夏", 7.1, 7.5),
        ("兰州", 6.0, 6.0),
    ]
    assert [row.light for row in held.rows] == [Light.GREEN, Light.YELLOW, Light.GREEN]
    assert (held.whole_value, held.nation, held.met, held.above_whole) == (6.7, 4.5, 2, 2)
    assert len(held.without_data) == len(held.missing_codes) == 12


def test_tasks_are_put_in_order_by_the_share_done() -> None:
    held = Figures()
    for code, done in ((LANZHOU, 25.0), (JINCHANG, 50.0)):
        held.target("funds_in_place", "FY", 100, region=code)
        held.actual("funds_in_place", "2023-04", done, region=code)
    told = standings(held.snapshot(), "funds_in_place", PROVINCE, Month(2023, 4))
    assert told.is_share
    assert [(row.name, row.value) for row in told.rows] == [("金昌", 0.5), ("兰州", 0.25)]
    assert [round(row.gap or 0, 1) for row in told.rows] == [16.7, -8.3]


def test_without_targets_amounts_are_compared() -> None:
    held = Figures().actual("funds_in_place", "2023-04", 7.0, region=LANZHOU)
    told = standings(held.snapshot(), "funds_in_place", PROVINCE, Month(2023, 4))
    assert told.by is RankBy.AMOUNT
    assert not told.has_targets


def test_a_region_that_nothing_lies_below_is_told() -> None:
    with pytest.raises(ExportError, match="城关区下面没有地区可比"):
        standings(Figures().snapshot(), "gdp", "620102", MARCH)


def test_the_nation_shows_the_regions_of_the_province() -> None:
    assert standings(growth().snapshot(), "gdp", NATION, MARCH).total == 15


def test_prefectures_go_by_their_bare_name_among_their_peers() -> None:
    catalogue = Figures().snapshot().catalogue
    names = [peer_name(catalogue.region(code)) for code in (LINXIA, LANZHOU, "620171")]
    assert names == ["临夏", "兰州", "兰州新区"]
