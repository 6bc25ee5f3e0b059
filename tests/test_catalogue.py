"""The shipped catalogue, and finding indicators and regions by what people call them."""

from dataclasses import replace

import pytest

from tracker.catalogue import find_indicator, find_region, shipped_catalogue
from tracker.errors import UnknownName
from tracker.indicators import Catalogue, MeasureKind, RegionLevel

CATALOGUE = shipped_catalogue()


def test_it_holds_the_indicators_in_their_order_and_every_region_of_gansu():
    assert len(CATALOGUE.indicators) == 35
    assert sum(indicator.in_sample for indicator in CATALOGUE.indicators.values()) == 17
    assert [i.order for i in CATALOGUE.indicators.values()] == list(range(35))
    assert CATALOGUE.indicator("loan_balance").kind is MeasureKind.STOCK
    levels = [region.level for region in CATALOGUE.regions.values()]
    assert levels.count(RegionLevel.PREFECTURE) == 14
    assert [region.short_name for region in CATALOGUE.members("620000")][-1] == "兰州新区"
    assert CATALOGUE.province.name == "甘肃省"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("620000", "620000"),
        ("全省", "620000"),
        ("甘肃省", "620000"),
        ("全国", "100000"),
        ("兰州", "620100"),
        (" 兰 州 市 ", "620100"),
        ("兰州新区", "620171"),
        ("临夏", "622900"),
        ("临夏州", "622900"),
        ("临夏市", "622901"),
        ("临夏县", "622921"),
        ("６２０１００", "620100"),
    ],
)
def test_a_region_is_found_by_any_of_its_names(text, code):
    assert find_region(CATALOGUE, text).code == code


def test_every_region_is_found_by_its_full_name_and_its_code():
    for region in CATALOGUE.regions.values():
        assert find_region(CATALOGUE, region.name) is region
        assert find_region(CATALOGUE, region.code) is region


def test_an_unknown_region_suggests_the_near_one():
    with pytest.raises(UnknownName, match="没有地区“兰洲市”，是不是“兰州市”"):
        find_region(CATALOGUE, "兰洲市")
    with pytest.raises(UnknownName, match="没有地区“火星”；"):
        find_region(CATALOGUE, "火星")


def test_a_double_name_on_one_level_names_the_candidates():
    regions = dict(CATALOGUE.regions)
    regions["620199"] = replace(regions["620102"], code="620199")
    with pytest.raises(UnknownName, match=r"城关区（620102）、城关区（620199），请改用代码"):
        find_region(Catalogue(CATALOGUE.indicators, regions), "城关区")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("funds_in_place", "funds_in_place"),
        ("FUNDS_IN_PLACE", "funds_in_place"),
        ("招商引资到位资金（省外）", "funds_in_place"),
        ("招商引资到位资金(省外)", "funds_in_place"),
        ("ＧＤＰ", "gdp"),
        ("地区生产总值", "gdp"),
        ("贷款", "loan_balance"),
        ("三个清单项目完成投资", "listed_project_investment"),
    ],
)
def test_an_indicator_is_found_by_any_of_its_names(text, name):
    assert find_indicator(CATALOGUE, text).id == name


def test_an_unknown_indicator_suggests_the_near_one():
    with pytest.raises(UnknownName, match="没有指标“funds_in_plase”，是不是“funds_in_place”"):
        find_indicator(CATALOGUE, "funds_in_plase")
    with pytest.raises(UnknownName, match="没有指标“黄金储备量”；可用的指标见"):
        find_indicator(CATALOGUE, "黄金储备量")


def test_a_double_indicator_name_names_the_candidates():
    indicators = dict(CATALOGUE.indicators)
    indicators["gdp2"] = replace(indicators["gdp"], id="gdp2")
    with pytest.raises(UnknownName, match=r"（gdp）、地区生产总值（gdp2）"):
        find_indicator(Catalogue(indicators, CATALOGUE.regions), "GDP")
