"""Numbers as people write them in Chinese tables, read or refused with a reason (domain.md 9)."""

import re
from decimal import Decimal

from tracker.errors import BadValue
from tracker.exchange.units import split_unit

TOO_LARGE = 1e15
"""Values of this magnitude are refused: floats no longer hold their decimals."""

_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_MINUS_SIGNS = dict.fromkeys(map(ord, "−﹣–‒‑"), "-")
_SPACES = dict.fromkeys(map(ord, "\t\r\n\u00a0\u2002\u2003\u2007\u2009\u202f\u3000"), " ")
_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"), "")
_PLAIN = {**_FULL_WIDTH, **_MINUS_SIGNS, **_SPACES, **_INVISIBLE, ord("﹢"): "+", ord("﹪"): "%"}

_NONE = re.compile(r"[-—―─]+|…+|⋯+|\.{3,}")
_DIGITS = r"(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)"
_NUMBER = re.compile(rf"[-+]?(?:{_DIGITS}(?:\.[0-9]*)?|\.[0-9]+)")
_LOOSE_COMMAS = re.compile(r"[-+]?[0-9.]*,[0-9,.]*")
_TWO_POINTS = re.compile(r"[-+]?[0-9,]*\.[0-9,.]*\.[0-9,.]*")
_CHINESE_POINT = re.compile(r"([-+]?[0-9,]+)。([0-9]+)")
_BRACKETS = re.compile(r"\(([0-9,]+(?:\.[0-9]+)?)%?\)")
_SCIENTIFIC = re.compile(r"[-+]?[0-9.]+[eE][-+]?[0-9]+")
_SHEET_ERROR = re.compile(r"#(?:N/A|REF!|DIV/0!|VALUE!|NAME\?|NUM!|NULL!)", re.IGNORECASE)
_WORDED = re.compile(
    r"(?:同比|比上年|较上年)?(?P<word>负增长|增长|上升|上涨|提高|增加|下降|下跌|降低|减少|增|涨|降|跌|减)"
    r"(?:了)?(?P<number>[-+]?[0-9.,]+)(?P<unit>%|倍)"
)
_FALLING = frozenset({"负增长", "下降", "下跌", "降低", "减少", "降", "跌", "减"})
_FLAT = frozenset({"持平", "同比持平", "与上年持平", "基本持平"})
_WITH_UNIT = re.compile(r"(?P<number>[-+]?[0-9][0-9,]*(?:\.[0-9]+)?) ?(?P<suffix>[^0-9.,+\-% ].*)")


class NumberProblem(BadValue):
    """A text that is no number: `reason` is a sentence, `suggestion` what was safely meant."""

    def __init__(self, text: str, reason: str, suggestion: str | None = None) -> None:
        super().__init__(reason)
        self.text = text
        self.reason = reason
        self.suggestion = suggestion


def is_blank(text: str) -> bool:
    """Say whether nothing at all was written; clearing a cell unsets it, which “—” does not."""
    return not _plain(text)


def says_none(text: str) -> bool:
    """Say whether the text is one of the signs for “no figure”: - — … －－."""
    return _NONE.fullmatch(_plain(text)) is not None


def read_number(text: str, unit: str = "") -> float | None:
    """Read one cell. `unit` is the row's unit; words of growth and % need "%" (or none known).

    Returns None for “—” and its like, and for blank text (tell them apart with `is_blank`).
    Raises NumberProblem for everything that is no number.
    """
    plain = _plain(text)
    if not plain or _NONE.fullmatch(plain):
        return None
    # A space between digits can only be a thousands mark; its place is checked like a comma's.
    plain = re.sub(r"(?<=[0-9]) (?=[0-9])", ",", plain)
    if unit in ("%", ""):
        worded = _worded_growth(text, plain)
        if worded is not None:
            return _checked(text, worded)
        plain = plain.removesuffix("%").rstrip()
    plain = re.sub(r"^([-+]) +", r"\1", plain)
    if _NUMBER.fullmatch(plain):
        return _checked(text, Decimal(plain.replace(",", "")))
    raise _refusal(text.strip(), plain, unit)


def _plain(text: str) -> str:
    """Turn full-width forms, odd minus signs and spaces into ASCII; drop invisible characters."""
    return text.translate(_PLAIN).strip()


def _checked(text: str, value: Decimal) -> float:
    """Return the value as a float, never −0; raises NumberProblem when it is too large."""
    if abs(value) >= Decimal(TOO_LARGE):
        raise NumberProblem(text, f"“{_short(text)}”太大了，请核对位数和单位。")
    return float(value) or 0.0


def _worded_growth(text: str, plain: str) -> Decimal | None:
    """Read 下降8.0%, 增长1.5倍, 持平; None for other texts."""
    compact = plain.replace(" ", "")
    if compact in _FLAT:
        return Decimal(0)
    match = _WORDED.fullmatch(compact)
    if match is None or not _NUMBER.fullmatch(match["number"]):
        return None
    falling = match["word"] in _FALLING
    number = Decimal(match["number"].replace(",", ""))
    if falling and (number.is_signed() or match["unit"] == "倍"):
        raise NumberProblem(text, f"“{_short(text)}”说不清是升是降，请直接填数字，如 -8.0。")
    percent = number * 100 if match["unit"] == "倍" else number
    return -percent if falling else percent


def _refusal(text: str, plain: str, unit: str) -> NumberProblem:
    """Say why a text is no number, and what was meant where that is safe."""
    shown = _short(text)
    row_unit = f"本行单位是{unit}，" if unit else ""
    if plain.endswith("%") and _NUMBER.fullmatch(plain[:-1].rstrip()):
        return NumberProblem(text, f"“{shown}”带了百分号，{row_unit}请填数值，不填百分比。")
    if _SHEET_ERROR.fullmatch(plain):
        return NumberProblem(text, f"“{shown}”是表格里的错误值，请先改好原表再复制。")
    if plain.startswith("##"):
        return NumberProblem(text, "原表列宽不够，复制来的是“###”，请拉宽那一列再复制。")
    if _SCIENTIFIC.fullmatch(plain):
        return NumberProblem(text, f"“{shown}”是科学计数法，请让原表显示全部数字再复制。")
    if _TWO_POINTS.fullmatch(plain):
        return NumberProblem(text, f"“{shown}”有两个小数点，请核对。", _one_point(plain))
    if _LOOSE_COMMAS.fullmatch(plain):
        return NumberProblem(text, f"“{shown}”的千分位逗号位置不对，请核对是否漏了数字。")
    chinese_point = _CHINESE_POINT.fullmatch(plain)
    if chinese_point:
        meant = _if_number(f"{chinese_point[1]}.{chinese_point[2]}")
        return NumberProblem(text, f"“{shown}”的小数点写成了句号。", meant)
    brackets = _BRACKETS.fullmatch(plain)
    if brackets:
        meant = _if_number(f"-{brackets[1]}")
        return NumberProblem(text, f"“{shown}”带了括号，负数请写负号。", meant)
    with_unit = _WITH_UNIT.fullmatch(plain)
    if with_unit:
        return _unit_refusal(text, with_unit["number"], with_unit["suffix"].strip(), unit)
    return NumberProblem(text, f"“{shown}”不是数字，{row_unit}请只填数字。")


def _unit_refusal(text: str, number: str, suffix: str, unit: str) -> NumberProblem:
    """Refuse a number with words after it; suggests the number in the row's own unit if certain."""
    shown = _short(text)
    if not unit:
        return NumberProblem(text, f"“{shown}”带了文字，请只填数字。")
    if unit.startswith(suffix):
        return NumberProblem(text, f"“{shown}”带了文字，本行单位已是{unit}。", _if_number(number))
    written, wanted = split_unit(suffix), split_unit(unit)
    same = written.base == wanted.base or (not written.base and not wanted.power)
    meant = _if_number(number, written.power - wanted.power) if same else None
    return NumberProblem(text, f"“{shown}”带了文字，本行单位是{unit}，请换算后只填数字。", meant)


def _if_number(text: str, power: int = 0) -> str | None:
    """Return the text as a plain number times a power of ten; None when it is not one."""
    if not _NUMBER.fullmatch(text):
        return None
    value = Decimal(text.replace(",", "")).scaleb(power)
    if abs(value) >= Decimal(TOO_LARGE):
        return None
    written = f"{value:f}"
    return written.rstrip("0").rstrip(".") if power and "." in written else written


def _one_point(plain: str) -> str | None:
    """Return 1..5 as 1.5; points at two places stay a riddle (None)."""
    return _if_number(re.sub(r"\.{2,}", ".", plain))


def _short(text: str) -> str:
    """Shorten a text for a sentence."""
    line = " ".join(text.split())
    return line if len(line) <= 20 else line[:19] + "…"
