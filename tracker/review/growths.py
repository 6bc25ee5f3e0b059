"""Do an amount and its published growth tell the same story? They may differ, not clash."""

from collections.abc import Iterator

from tracker.indicators import Basis, CellKey, Measure
from tracker.readings import Series
from tracker.review.finding import Check, Finding, Severity
from tracker.wording import number

_FLOW_PP, _OTHER_PP = 8.0, 20.0
"""How far a growth may lie from the one the amounts give, in 百分点. For 增速类 the two disagree as
a rule, by scope and prices (fixed investment 2023-H1: +3.8 published, −10.4 by the amounts)."""


def growth_findings(series: Series, key: CellKey) -> Iterator[Finding]:
    """Find a published growth that the amounts of both years contradict."""
    if key.measure not in (Measure.AMOUNT, Measure.GROWTH) or series.indicator.unit == "%":
        return
    if key.basis is Basis.MONTH or series.breaks_between(key.month.year_before, key.month):
        return
    published = series.read(Measure.GROWTH, key.month, key.basis)
    now = series.read(Measure.AMOUNT, key.month, key.basis)
    before = series.read(Measure.AMOUNT, key.month.year_before, key.basis)
    if published is None or published.derived or now is None or before is None:
        return
    if before.value <= 0:
        return
    by_amounts = (now.value / before.value - 1) * 100
    apart = published.value - by_amounts
    accumulates = series.indicator.accumulates
    if abs(apart) <= (_FLOW_PP if accumulates else _OTHER_PP):
        return
    digits = series.indicator.growth_decimals
    reason = "上年同期数可能修订过" if accumulates else "可比价与现价本有差别，但差得太多"
    yield Finding(
        Check.GROWTH,
        Severity.WARNING,
        key,
        f"公布增速 {number(published.value, digits)}%，按两年总量算是"
        f" {number(by_amounts, digits)}%，相差 {number(abs(apart), digits)} 个百分点；"
        f"{reason}，请核对。",
    )
