"""A typed target: ≤8600, >=9, 9%左右, 5—6%, 9 — its comparator and value, read or refused."""

import re
from dataclasses import dataclass

from tracker.errors import BadValue
from tracker.exchange.numerals import NumberProblem, is_blank, read_number
from tracker.indicators import Comparator

_MARKS_BEFORE = {
    ">=": Comparator.AT_LEAST,
    "=>": Comparator.AT_LEAST,
    ">": Comparator.AT_LEAST,
    "不低于": Comparator.AT_LEAST,
    "不少于": Comparator.AT_LEAST,
    "不小于": Comparator.AT_LEAST,
    "至少": Comparator.AT_LEAST,
    "高于": Comparator.AT_LEAST,
    "超过": Comparator.AT_LEAST,
    "达到": Comparator.AT_LEAST,
    "<=": Comparator.AT_MOST,
    "=<": Comparator.AT_MOST,
    "<": Comparator.AT_MOST,
    "不超过": Comparator.AT_MOST,
    "不高于": Comparator.AT_MOST,
    "不大于": Comparator.AT_MOST,
    "低于": Comparator.AT_MOST,
    "控制在": Comparator.AT_MOST,
    "~": Comparator.ABOUT,
}
_MARKS_AFTER = {
    "以上": Comparator.AT_LEAST,
    "及以上": Comparator.AT_LEAST,
    "以内": Comparator.AT_MOST,
    "之内": Comparator.AT_MOST,
    "以下": Comparator.AT_MOST,
    "左右": Comparator.ABOUT,
}
_SAME = str.maketrans(
    {
        "≥": ">=",
        "≧": ">=",
        "⩾": ">=",
        "≤": "<=",
        "≦": "<=",
        "⩽": "<=",
        "＞": ">",
        "＜": "<",
        "＝": "=",
        "≈": "~",
        "约": "~",
        "～": "~",
    }
)
_KEPT = ("控制在", "达到")
"""What says nothing beside a mark behind the number: 控制在3%左右."""
_RANGE = re.compile(r"(?P<low>[^—–~至]*\d[^—–~至]*)(?:[—–~至]|(?<=[\d%])-(?=\d))(?P<high>.*\d.*)")


@dataclass(frozen=True, slots=True)
class TargetText:
    """What was typed. No comparator: the one that the cell has, or its indicator's usual one."""

    value: float
    comparator: Comparator | None = None
    upper: float | None = None


def read_target(text: str, unit: str) -> TargetText | None:
    """Read a typed target in the unit of its measure; None for blank, which withdraws it.

    Raises BadValue for text that is no number, with the reason.
    """
    if is_blank(text):
        return None
    rest, comparator = _split_mark("".join(text.split()).translate(_SAME))
    between = _RANGE.fullmatch(rest)
    if between is not None and comparator is None:
        return _range(between["low"], between["high"], unit)
    value = read_number(rest.removesuffix(unit) if unit != "%" else rest, unit)
    if value is None:
        raise NumberProblem(text.strip(), f"“{text.strip()}”里没有数字，请填目标值，如 ≤8600。")
    return TargetText(value, comparator)


def _split_mark(text: str) -> tuple[str, Comparator | None]:
    """Take ≥, ≤ or 左右 off the ends of a text. Raises BadValue when the two contradict."""
    rest, before, after = text, None, None
    for mark in _MARKS_BEFORE:
        if rest.startswith(mark):
            rest, before = rest.removeprefix(mark), _MARKS_BEFORE[mark]
            break
    for mark in _MARKS_AFTER:
        if rest.endswith(mark):
            rest, after = rest.removesuffix(mark), _MARKS_AFTER[mark]
            break
    kept = text.startswith(_KEPT) and after is not None
    if before is not None and after is not None and before is not after and not kept:
        raise BadValue(f"“{text}”前后说的不一样，请只写一个，如 ≥9 或 9左右。")
    return rest, after if kept else before or after


def _range(low: str, high: str, unit: str) -> TargetText:
    """Read 5—6%; raises BadValue when the ends are the wrong way round."""
    lower, upper = read_number(low, unit), read_number(high, unit)
    if lower is None or upper is None:
        raise NumberProblem(f"{low}—{high}", f"“{low}—{high}”不是区间，请写成 5—6 这样。")
    if lower >= upper:
        raise BadValue(f"区间“{low}—{high}”要从小到大，请写成 5—6 这样。")
    return TargetText(lower, Comparator.RANGE, upper)
