"""Lines of words above and below a table: titles, unit lines, forms' signatures, notes."""

import re
from collections.abc import Callable

from tracker.exchange.importing.region_words import folded
from tracker.exchange.importing.vocabulary import Words

_SIGNATURE = re.compile(
    r"填报|填表|制表|报送|上报|打印|更新|发布|印发|日期|时间|审核|负责|单位负责|联系|电话|编制|经办|"
    r"数据来源|资料来源|来源"
)
"""What begins a line that tells who made the table and when, which is not when its figures are."""

_OF_THE_TABLE = re.compile(
    r"(?:注|备注|说明)?\d*[:.、]?(?:\d+[.、])?(?:本表|上表|表中|表内|以上|各项)?"
    r"(?:数据|数字|数|指标)?(?:均|都)?(?:为|是|系)?"
)
"""How a note begins that speaks of all figures: 注：本表数据均为…"""

Reader = Callable[[str], Words]


def read_line(text: str, read: Reader) -> Words:
    """Read a line above a table; of 填报日期：2023年6月 only a unit counts."""
    words = read(text)
    return Words(text, units=words.units) if _SIGNATURE.match(folded(text)) else words


def read_note(text: str, read: Reader) -> Words:
    """Read a note: only what is understood to its last word speaks of the whole table."""
    plain = folded(text)
    if _SIGNATURE.match(plain):
        return Words(text)
    words = read(_OF_THE_TABLE.sub("", plain, count=1))
    return Words(text) if words.unknown else words
