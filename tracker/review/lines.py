"""The checks of a cell as a list to read: what holds, what is doubtful, what was not seen."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tracker.indicators import Basis, CellKey, Light, Measure, MeasureKind
from tracker.readings import Series, series_of
from tracker.review.finding import Check, Finding, Severity
from tracker.review.ranges import LEAST, figures_before
from tracker.snapshot import Snapshot
from tracker.wording import plain


class CheckLine(NamedTuple):
    """A line of the list; its mark is green (holds), yellow, red, or none (not looked at)."""

    mark: Light
    text: str


_SIZES = {Check.SLIP, Check.OUT_OF_RANGE, Check.FALLING}
_MARKS = {
    Severity.ERROR: Light.RED,
    Severity.WARNING: Light.YELLOW,
    Severity.NOTICE: Light.NONE,
}


def check_lines(
    snapshot: Snapshot, key: CellKey, findings: Sequence[Finding]
) -> tuple[CheckLine, ...]:
    """Return the checks of a cell: those that hold first, then its findings; none when blank."""
    held = snapshot.actual(key)
    if held is None:
        return ()
    found = {finding.check for finding in findings}
    series = series_of(snapshot, key.indicator, key.region)
    past = len(figures_before(series, key))
    return (
        *_passed(series, key, held.value, found, past),
        *_doubts(findings),
        *_not_looked_at(series, key, past),
    )


def _passed(
    series: Series, key: CellKey, value: float, found: set[Check], past: int
) -> Iterator[CheckLine]:
    if Check.CLOSED in found:
        return
    if Check.DECIMALS not in found:
        _, _, tail = plain(value).partition(".")
        digits = f"小数 {len(tail)} 位" if tail else "没有小数"
        yield CheckLine(Light.GREEN, f"是数字，{digits}")
    before = series.last(Measure.AMOUNT, key.month.year, key.month.month - 1)
    if _accumulates(series, key) and before is not None and Check.FALLING not in found:
        yield CheckLine(Light.GREEN, "累计不小于上期")
    if past >= LEAST and not found & _SIZES:
        yield CheckLine(Light.GREEN, f"与近 {past} 期相称")


def _doubts(findings: Sequence[Finding]) -> Iterator[CheckLine]:
    for finding in findings:
        if finding.check is not Check.RED:
            yield CheckLine(_MARKS[finding.severity], finding.sentence.rstrip("。"))


def _not_looked_at(series: Series, key: CellKey, past: int) -> Iterator[CheckLine]:
    if key.measure is Measure.RANK:
        return
    if series.read(key.measure, key.month.year_before, key.basis) is None:
        yield CheckLine(Light.NONE, "上年同期未录，没有比上年")
    if past < LEAST:
        yield CheckLine(Light.NONE, f"往期不足 {LEAST} 期，没有比波动")


def _accumulates(series: Series, key: CellKey) -> bool:
    is_flow = series.indicator.kind is MeasureKind.FLOW
    return is_flow and (key.measure, key.basis) == (Measure.AMOUNT, Basis.YTD)
