"""Numbers, units, percentage points and periods as people read them. All text uses this."""

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Context, Decimal

from tracker.indicators import (
    Comparator,
    Indicator,
    Light,
    Measure,
    MeasureKind,
    PaceName,
    Status,
    Target,
    Tier,
)
from tracker.language import LANGUAGE
from tracker.language_choice import ENGLISH
from tracker.phrase import english_ordinal
from tracker.stages import stage_words

MINUS = "−"
DASH = "—"
"""Due but not reported, or nothing to say."""

LIGHT_WORDS = {
    Light.GREEN: "达标",
    Light.YELLOW: "临界",
    Light.RED: "滞后",
    Light.NONE: "待报",
}
NO_TARGET = "未设目标"
CAUGHT_UP = "▲ 补"
"""A red month whose own task later figures reached (补欠)."""
NARROW_WORDS = {NO_TARGET: "未设"}
"""Words of a light as a narrow column prints them; a tool tip has them whole."""
STATUS_WORDS = {
    Status.ESTIMATE: "预计",
    Status.FLASH: "快报",
    Status.PUBLISHED: "公布",
    Status.PRELIMINARY: "初步核算",
    Status.FINAL: "最终核实",
    Status.REVISED: "修订",
}
TIER_WORDS = {Tier.FLOOR: "确保", Tier.TARGET: "目标", Tier.STRETCH: "力争"}
PACE_WORDS = {
    PaceName.LINEAR: "按序时",
    PaceName.PLAN: "按计划",
    PaceName.SEASONAL: "按往年",
}
PACE_NOUNS = {
    PaceName.LINEAR: "序时",
    PaceName.PLAN: "计划",
    PaceName.SEASONAL: "往年",
}
"""The yard-stick itself, as in 超序时."""
MEASURE_WORDS = {
    Measure.AMOUNT: "金额",
    Measure.GROWTH: "同比",
    Measure.RANK: "位次",
    Measure.INCREMENT: "增量",
}
COMPARATOR_MARKS = {
    Comparator.AT_LEAST: "≥",
    Comparator.AT_MOST: "≤",
    Comparator.ABOUT: "左右",
    Comparator.RANGE: "区间",
    Comparator.ABOVE_NATION: "高于全国",
    Comparator.ABOVE_PREVIOUS: "高于上年",
    Comparator.IN_STEP: "同步",
}
_DIGITS = "零一二三四五六七八九"
_EVERY_FLOAT = Context(prec=400, rounding=ROUND_HALF_UP)
"""Wide enough for the largest float: the usual 28 digits refuse a slip like 1e27."""


def _exact(value: float) -> Decimal:
    """Return the decimal a person sees when the float is written out, not its binary tail."""
    return Decimal(repr(float(value)))


def round_half_up(value: float, decimals: int) -> float:
    """Round the written decimal half away from zero, as offices do: 0.25 → 0.3, 8.894 → 8.9."""
    step = Decimal(1).scaleb(-decimals)
    return float(_exact(value).quantize(step, context=_EVERY_FLOAT))


def number(value: float, decimals: int, *, signed: bool = False, comma: bool = True) -> str:
    """Print a number with U+2212 minus; exact zero never carries a sign.

    A value that is not zero but would print as zero gets more digits (−0.04, not −0.0).
    """
    digits = decimals
    shown = _exact(value).quantize(Decimal(1).scaleb(-digits), context=_EVERY_FLOAT)
    while shown == 0 and abs(value) > _EPSILON and digits < decimals + 3:
        digits += 1
        shown = _exact(value).quantize(Decimal(1).scaleb(-digits), context=_EVERY_FLOAT)
    if shown == 0:
        shown = abs(shown.quantize(Decimal(1).scaleb(-decimals), context=_EVERY_FLOAT))
    text = f"{abs(shown):,f}" if comma else f"{abs(shown):f}"
    if shown < 0:
        return MINUS + text
    return ("+" if signed and shown > 0 else "") + text


_EPSILON = 1e-9


def share(fraction: float, decimals: int = 1, *, line: float | None = None) -> str:
    """Print a fraction as percent without a sign for %: 0.349 → 34.9.

    `line` is a threshold (0.5, 1.0): when the share is on one side of it and would print as the
    threshold itself, digits are added until it does not (0.4996 → 49.96).
    """
    percent = float(Decimal(repr(float(fraction))) * 100)
    thresholds = [100.0] if line is None else [line * 100, 100.0]
    digits = decimals
    while digits < decimals + 3 and any(
        abs(percent - threshold) > _EPSILON
        and round_half_up(percent, digits) == round_half_up(threshold, digits)
        for threshold in thresholds
    ):
        digits += 1
    return number(percent, digits)


def plain(value: float) -> str:
    """Print a value with just the digits it was entered with: 600, 26851, 1046.5, 5676.69."""
    text = f"{_exact(value):f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return text.replace("-", MINUS)


def amount(value: float, indicator: Indicator, measure: Measure, *, comma: bool = True) -> str:
    """Print a value of an indicator with the digits of its measure, without unit.

    A 清单任务 has a stage instead: 推进中.
    """
    if indicator.kind is MeasureKind.MILESTONE:
        return stage_words(value)
    return number(value, indicator.decimals_of(measure), comma=comma)


def target_text(
    target: Target, indicator: Indicator, *, percent: bool = True, decimals: int = 0
) -> str:
    """Print a target as tables do: 3,000 · ≤8,600 · 6.0% · 6.0%左右 · 5.0—6.0%.

    `decimals` is the least for amounts, so that one indicator's targets stand under each other.
    ≥ is understood; it is printed for a binding growth target (硬任务), where it is the point.
    """
    if indicator.kind is MeasureKind.MILESTONE:
        due = target.due_on
        return "完成" if due is None else f"{due.month}月{due.day}日"
    measure = target.key.measure
    sign = "%" if percent and indicator.unit_of(measure) == "%" else ""

    def written(value: float) -> str:
        if measure is Measure.GROWTH or indicator.unit_of(measure) == "%":
            return _at_least_digits(value, indicator.decimals_of(measure))
        return grouped(value, decimals)

    if target.comparator is Comparator.RANGE and target.upper is not None:
        return f"{written(target.value)}—{written(target.upper)}{sign}"
    hard = indicator.nature == "binding" and measure is Measure.GROWTH
    floor_mark = "≥" if hard and target.comparator is Comparator.AT_LEAST else ""
    mark = "≤" if target.comparator is Comparator.AT_MOST else floor_mark
    if target.comparator.is_relative:
        return f"{COMPARATOR_MARKS[target.comparator]} {written(target.value)}{sign}"
    about = "左右" if target.comparator is Comparator.ABOUT else ""
    return f"{mark}{written(target.value)}{sign}{about}"


def grouped(value: float, decimals: int = 0) -> str:
    """Print with thousands commas and just the digits entered, but at least `decimals`."""
    return number(value, max(decimals, digits_of(value)))


def digits_of(value: float) -> int:
    """Count the digits behind the point that were entered."""
    return max(0, -int(_exact(value).normalize().as_tuple().exponent))


def _at_least_digits(value: float, decimals: int) -> str:
    """Print with `decimals` digits, or more when more were entered."""
    return number(value, max(decimals, digits_of(value)))


def entered(value: float, decimals: int) -> str:
    """Print an entered figure with its usual digits and every further digit that was entered."""
    return _at_least_digits(value, decimals)


def figure(value: float, indicator: Indicator, measure: Measure) -> str:
    """Print an entered figure of an indicator, without unit: every digit, or a stage's name."""
    if indicator.kind is MeasureKind.MILESTONE:
        return stage_words(value)
    return entered(value, indicator.decimals_of(measure))


def beside(
    value: float, decimals: int, edges: Iterable[float], *, signed: bool = False, comma: bool = True
) -> str:
    """Print a number so that it stays on its side of every edge that a verdict hangs on.

    Where rounding would put it onto an edge it has not reached (−5.04 → −5.0, red though −5.0 is
    still yellow), digits are added.
    """
    lines = list(edges)
    digits = decimals
    while digits < decimals + 3 and any(
        abs(value - edge) > _EPSILON and round_half_up(value, digits) == round_half_up(edge, digits)
        for edge in lines
    ):
        digits += 1
    return number(value, digits, signed=signed, comma=comma)


def multiplier(value: float) -> str:
    """Print an effort: ×0.87."""
    return f"×{number(value, 2)}"


def gap_text(gap: float, decimals: int = 1, *, ceiling: bool = False) -> str:
    """Print a gap: +1.6, −6.7, 0.0; for a ceiling 余 0.6 or 超 0.4."""
    if ceiling:
        return f"{'余' if gap >= -_EPSILON else '超'} {number(abs(gap), decimals)}"
    return number(gap, decimals, signed=True)


def movement(change: int | None) -> str:
    """Print a change of rank: ▲2 ▼3 平; — where there was no place before."""
    if change is None:
        return DASH
    if change == 0:
        return "平"
    return f"{'▲' if change > 0 else '▼'}{abs(change)}"


def ordinal(rank: int) -> str:
    """Write a rank in words: 5 → 五, 13 → 十三, 31 → 三十一; in English 5th."""
    if LANGUAGE == ENGLISH:
        return english_ordinal(rank)
    tens, ones = divmod(rank, 10)
    if rank >= 100 or rank <= 0:
        return str(rank)
    lead = "" if tens == 0 else ("" if tens == 1 else _DIGITS[tens]) + "十"
    return lead + (_DIGITS[ones] if ones or not tens else "")


def official(text: str) -> str:
    """Turn a screen sentence into 公文 style: no space beside Chinese, no thousands comma.

    English has no such style; it stays as it is.
    """
    if LANGUAGE == ENGLISH:
        return text
    out: list[str] = []
    for index, letter in enumerate(text):
        before = text[index - 1] if index else ""
        after = text[index + 1] if index + 1 < len(text) else ""
        if letter == " " and (_is_wide(before) or _is_wide(after)):
            continue
        if letter == "," and before.isdigit() and after.isdigit():
            continue
        out.append(letter)
    return "".join(out)


def _is_wide(letter: str) -> bool:
    """Say whether a letter is Chinese or full-width punctuation."""
    return bool(letter) and (letter > "⺀" or letter in "“”‘’")


def pasteable(cell: str) -> str:
    """Turn a printed cell into what a spreadsheet takes for a number, where it is one."""
    bare = cell.replace(",", "").replace(MINUS, "-")
    try:
        float(bare.removesuffix("%"))
    except ValueError:
        return cell
    return bare.removeprefix("+")
