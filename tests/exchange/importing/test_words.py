"""Regions, units, measures and indicators as headers write them."""

import string
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.exchange.importing.drawn_sheets import CATALOGUE
from tracker.exchange.importing.indicator_words import indicator_names, shipped_aliases
from tracker.exchange.importing.measure_words import Role
from tracker.exchange.importing.region_words import RegionNames, folded, unnumbered
from tracker.exchange.importing.vocabulary import Vocabulary
from tracker.exchange.units import scale_between, scaled
from tracker.indicators import Basis, Measure, Region, RegionLevel, Status

NAMES = RegionNames(CATALOGUE)
VOCABULARY = Vocabulary(CATALOGUE, shipped_aliases())


def meant(*texts: str) -> list[str]:
    """Return which regions the texts of one table mean; a sentence for one that is not clear."""
    settled = NAMES.settle(texts)
    found = [settled[text] for text in texts]
    return [one.name if isinstance(one, Region) else one for one in found]


@pytest.mark.parametrize("region", CATALOGUE.regions.values(), ids=lambda region: region.code)
def test_every_region_is_known_by_each_of_its_names(region: Region) -> None:
    for name in (region.code, region.name, *region.aliases, " ".join(region.name)):
        assert meant(name) == [region.name]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("兰州", "兰州市"), ("兰　州", "兰州市"), ("临夏州", "临夏回族自治州"),
        ("天祝", "天祝藏族自治县"), ("天祝县", "天祝藏族自治县"), ("东乡县", "东乡族自治县"),
        ("积石山", "积石山保安族东乡族撒拉族自治县"), ("永登", "永登县"), ("新区", "兰州新区"),
        ("全省", "甘肃省"), ("甘肃", "甘肃省"),
    ],
)  # fmt: skip
def test_short_forms(text: str, name: str) -> None:
    assert meant(text) == [name]


def test_a_bare_name_is_the_prefecture_unless_the_others_are_counties() -> None:
    assert meant("临夏")[0] == meant("临夏", "兰州")[0] == "临夏回族自治州"
    assert meant("白银", "平川", "靖远")[0] == "白银区"
    assert meant("白银", "平川", "兰州市")[0] == "白银市"


def test_a_name_that_is_still_double_is_told_not_guessed() -> None:
    (sentence, *_) = meant("临夏", "永靖县", "和政县")
    assert "临夏市（622901）" in sentence
    assert "临夏县（622921）" in sentence


def test_no_name_of_one_letter_means_a_county() -> None:
    counties = [one for one in CATALOGUE.regions.values() if one.level is RegionLevel.COUNTY]
    bare = {county.name[0] for county in counties if len(county.name) == 2}
    assert not any(NAMES.candidates(letter) for letter in bare)


def test_numbering_is_dropped() -> None:
    for text in ("一、财政", "1.财政", "（1）财政", "其中：财政", "#财政"):
        assert unnumbered(folded(text)) == "财政"


@pytest.mark.parametrize(
    ("given_unit", "wanted", "scale"),
    [
        ("万元", "亿元", "0.0001"), ("亿元", "万元", "10000"), ("元", "亿元", "0.00000001"),
        ("人", "万人", "0.0001"), ("亩", "万亩", "0.0001"), ("千瓦", "万千瓦", "0.0001"),
        ("万吨标准煤", "万吨标煤", "1"), ("千元", "万元", "0.1"), ("家", "家", "1"),
    ],
)  # fmt: skip
def test_sizes_of_one_unit(given_unit: str, wanted: str, scale: str) -> None:
    assert scale_between(given_unit, wanted) == Decimal(scale)


@pytest.mark.parametrize(("one", "other"), [("万人", "亿元"), ("亿美元", "亿元"), ("家", "个")])
def test_units_that_do_not_fit(one: str, other: str) -> None:
    assert scale_between(one, other) is None


@given(st.decimals("0.01", "99999999", places=2))
def test_ten_thousand_to_hundred_million_and_back_is_exact(value: Decimal) -> None:
    there = scaled(float(value), Decimal("0.0001"))
    assert Decimal(repr(there)) == value.scaleb(-4).normalize()
    assert scaled(there, Decimal(10_000)) == float(value)


def test_a_header_is_read_to_its_last_word() -> None:
    words = VOCABULARY.read("2023年1—5月　固定资产投资（亿元、%）同比增长")
    assert words.indicators == ["fixed_investment"]
    assert words.units == ["亿元", "%"]
    assert words.measures == [Measure.GROWTH]
    assert words.unknown == ""


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("同比±%", "measures", Measure.GROWTH), ("增速(%)", "measures", Measure.GROWTH),
        ("比上年同期增长", "measures", Measure.GROWTH), ("增速位次", "measures", Measure.RANK),
        ("总量", "measures", Measure.AMOUNT), ("累计", "bases", Basis.YTD),
        ("本月", "bases", Basis.MONTH), ("年度目标", "roles", Role.ANNUAL_TARGET),
        ("占年度目标%", "roles", Role.COMPUTED), ("合　计", "roles", Role.TOTAL),
        ("初步核算数", "statuses", Status.PRELIMINARY),
    ],
)  # fmt: skip
def test_the_words_of_headers(text: str, kind: str, value: object) -> None:
    words = VOCABULARY.read(text)
    assert value in getattr(words, kind)
    assert words.unknown == ""


def test_an_indicator_inside_other_words_is_doubtful() -> None:
    assert VOCABULARY.read("高技术制造业投资增速").doubtful
    assert VOCABULARY.read("居民消费价格指数").unknown == "指数"
    assert not VOCABULARY.read("各市州制造业投资增速").doubtful


@pytest.mark.parametrize("indicator", CATALOGUE.indicators.values(), ids=lambda one: one.id)
def test_every_indicator_is_known_by_its_names(indicator: object) -> None:
    for name in (indicator.id, indicator.name, indicator.short_name):  # type: ignore[attr-defined]
        words = VOCABULARY.read(f"{name}（%）")
        assert words.indicators == [indicator.id], name  # type: ignore[attr-defined]
        assert not words.unknown


def test_every_alias_names_an_indicator_and_none_is_double() -> None:
    aliases = shipped_aliases()
    assert set(aliases.values()) <= set(CATALOGUE.indicators)
    names = indicator_names(CATALOGUE, aliases)
    assert all(names[folded(alias)] == indicator for alias, indicator in aliases.items())


@given(st.text(string.printable + "亿元%（）、：增速同比月年兰州合计固定资产投资一二", max_size=30))
def test_no_text_breaks_the_reader(text: str) -> None:
    words = VOCABULARY.read(text)
    assert len(words.unknown) <= len(folded(text))
