"""Words typed at the command line → the nouns of the domain. Unknown ones raise UnknownName."""

from collections.abc import Mapping, Sequence
from datetime import date
from enum import StrEnum
from typing import TypeVar

from tracker.desk.known_on import read_day
from tracker.errors import UnknownName
from tracker.indicators import (
    Basis,
    Better,
    Comparator,
    Measure,
    MeasureKind,
    PaceName,
    RegionLevel,
    Status,
    Tier,
)
from tracker.own_indicators import KIND_WORDS
from tracker.periods import Calendar
from tracker.ranking import RankBy
from tracker.wording import MEASURE_WORDS, PACE_WORDS, STATUS_WORDS, TIER_WORDS

Word = TypeVar("Word", bound=StrEnum)

BASIS_WORDS = {Basis.YTD: "累计", Basis.MONTH: "当月", Basis.BALANCE: "余额"}
COMPARATOR_WORDS = {
    Comparator.AT_LEAST: "≥",
    Comparator.AT_MOST: "≤",
    Comparator.ABOUT: "左右",
    Comparator.RANGE: "区间",
    Comparator.ABOVE_NATION: "高于全国",
    Comparator.ABOVE_PREVIOUS: "高于上年",
    Comparator.IN_STEP: "同步",
}
CALENDAR_WORDS = {
    Calendar.MONTHLY: "每月",
    Calendar.MONTHLY_JAN_FEB: "每月，1—2月合并",
    Calendar.QUARTERLY: "每季",
    Calendar.YEARLY: "每年",
}
BETTER_WORDS = {Better.HIGHER: "高为好", Better.LOWER: "低为好"}
LEVEL_WORDS = {
    RegionLevel.PREFECTURE: "市州",
    RegionLevel.NEW_AREA: "新区",
    RegionLevel.COUNTY: "县区",
}
RANK_WORDS = {
    RankBy.GROWTH: "增速",
    RankBy.AMOUNT: "金额",
    RankBy.COMPLETION: "完成率",
    RankBy.MOVEMENT: "进位",
}
_ENTERED_MEASURES = (Measure.AMOUNT, Measure.GROWTH, Measure.RANK)


def measure(text: str) -> Measure:
    """Read the measure of an actual: amount, growth, rank or their Chinese names."""
    return _choose(text, "口径", {word: MEASURE_WORDS[word] for word in _ENTERED_MEASURES})


def target_measure(text: str) -> Measure:
    """Read the measure of a target: as for an actual, or increment."""
    return _choose(text, "口径", MEASURE_WORDS)


def basis(text: str) -> Basis:
    """Read a basis: ytd, month, balance."""
    return _choose(text, "累计或当月", BASIS_WORDS)


def status(text: str) -> Status:
    """Read the status of an actual."""
    return _choose(text, "数据状态", STATUS_WORDS)


def comparator(text: str) -> Comparator:
    """Read how an actual is held against a target."""
    return _choose(text, "比较方式", COMPARATOR_WORDS)


def tier(text: str) -> Tier:
    """Read a tier: floor, target, stretch."""
    return _choose(text, "目标档次", TIER_WORDS)


def pace(text: str) -> PaceName:
    """Read a yard-stick: linear, plan, seasonal."""
    return _choose(text, "进度尺子", PACE_WORDS)


def level(text: str) -> RegionLevel:
    """Read which level of regions is meant."""
    return _choose(text, "地区层级", LEVEL_WORDS)


def rank_by(text: str) -> RankBy:
    """Read what regions are put in order by."""
    return _choose(text, "排名依据", RANK_WORDS)


def kind(text: str) -> MeasureKind:
    """Read the kind of an indicator: flow, rate, stock, rank, milestone."""
    return _choose(text, "指标类型", KIND_WORDS)


def calendar(text: str) -> Calendar:
    """Read a reporting calendar."""
    return _choose(text, "报送历", CALENDAR_WORDS)


def better(text: str) -> Better:
    """Read which direction is good."""
    return _choose(text, "好坏方向", BETTER_WORDS)


def day(text: str) -> date:
    """Read a date written 2023-01-15. Raises BadValue."""
    return read_day(text)


def optional_day(text: str | None) -> date | None:
    """Read a date that may be left out."""
    return None if text is None else day(text)


def listed(choices: Sequence[str]) -> str:
    """List what is possible, for a sentence."""
    return "、".join(choices)


def _choose(text: str, what: str, names: Mapping[Word, str]) -> Word:
    """Find a word by its code or its Chinese name."""
    wanted = text.strip().lower()
    for word, name in names.items():
        if wanted in (word.value.lower(), name.lower()):
            return word
    possible = listed([f"{word.value.lower()}（{name}）" for word, name in names.items()])
    raise UnknownName(f"不认识{what}“{text}”，可用 {possible}。")
