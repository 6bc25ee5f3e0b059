"""Units as headers write them: （亿元、%）, 单位：万元, or a cell that is nothing but a unit."""

import re
from decimal import Decimal

from tracker.exchange.units import scale_between

PERCENT = "%"
_BASES = (
    "千瓦时|千瓦|平方公里|平方米|公里|公斤|千克|吨标准煤|吨标煤|吨|元人民币|美元|元|人次|人|户|亩|斤|家|个|项|"
    "件|辆|台|套|所|位|名|次|百分点|%|‰"
)
UNIT = re.compile(
    rf"(?:(?<=[(、,/:;和])|^)(?:单位:?)?((?:[十百千]?[万亿]{{0,2}})(?:{_BASES}))(?=[)、,/;和]|$)|(%)"
)
LABEL = re.compile(r"(?:计量)?单位[:：]?")
_NUMBER_WITH_UNIT = re.compile(
    rf"([-+]?\d[\d,]*(?:\.\d+)?)((?:[十百千]?[万亿]{{0,2}})(?:{_BASES})?)"
)


def match_unit(text: str, at: int) -> re.Match[str] | None:
    """Match a unit at a place of a normalised text."""
    return UNIT.match(text, at)


def number_in_unit(text: str, unit: str) -> tuple[str, Decimal] | None:
    """Split 7541000万元 into its number and the scale to `unit`; None when it is no such text.

    754亿 stands for 754亿元 where the unit is money.
    """
    found = _NUMBER_WITH_UNIT.fullmatch(text)
    if found is None or not found[2]:
        return None
    given = found[2] if not found[2].endswith(("万", "亿")) else found[2] + unit.lstrip("千万亿")
    scale = scale_between(given, unit)
    return None if scale is None else (found[1], scale)
