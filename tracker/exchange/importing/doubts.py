"""Second thoughts about a table that was read: figures that cannot be what its words say."""

from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise

from tracker.exchange.importing.findings import Findings
from tracker.exchange.importing.lanes import Lane
from tracker.exchange.importing.plan import Strip
from tracker.exchange.importing.resolver import Missing
from tracker.exchange.importing.table_reader import RowFigures
from tracker.exchange.sheets import Sheet
from tracker.indicators import Measure

NO_UNIT = "没写单位"
"""What is said of a column whose unit was taken for granted."""

_DECIMALS_OF_A_FRACTION = 3
_EPSILON = 1e-9


def without_doubtful(
    rows: list[RowFigures], sheet: Sheet, findings: Findings, header_row: int
) -> list[RowFigures]:
    """Drop growth that is a fraction (0.067 for 6.7%), and amounts that are taken for 累计 but
    fall from month to month; each is told or asked. Also says what was taken for granted.
    """
    lanes, kept = _lanes(rows), rows
    if any(lane.reading.measure is Measure.GROWTH for lane in lanes):
        kept = _without_fractions(kept, sheet, findings)
    if any(_is_assumed_amount(lane) for lane in lanes):
        kept = _without_falling(kept, findings, header_row)
    for lane in lanes if kept is rows else _lanes(kept):
        if lane.reading.assumed_basis or lane.reading.assumed_unit:
            _tell_assumed(lane, findings, header_row)
    return kept


def _lanes(rows: Iterable[RowFigures]) -> list[Lane]:
    """Return every lane once; rows of one kind share theirs."""
    kinds = {id(row.lanes): row.lanes for row in rows}.values()
    return list({id(lane): lane for lanes in kinds for lane in lanes}.values())


def _without_fractions(
    rows: list[RowFigures], sheet: Sheet, findings: Findings
) -> list[RowFigures]:
    values: dict[str, list[tuple[float, int, int]]] = {}
    for strip, lanes in rows:
        for lane, value in zip(lanes, strip.values, strict=True):
            if lane.reading.measure is Measure.GROWTH:
                where = (value, strip.row, lane.slot.column)
                values.setdefault(lane.reading.indicator.id, []).append(where)
    doubtful: set[str] = set()
    for indicator, found in values.items():
        written = any(isinstance(sheet.rows[row][column], str) for _, row, column in found)
        if written or not _are_fractions([value for value, _, _ in found]):
            continue
        doubtful.add(indicator)
        value, row, column = found[0]
        findings.tell(
            row,
            column,
            f"增速都不到1%，小数却有好几位，像是没有乘100（{value:g}也许是{value * 100:g}%），"
            "没有导入；请把这些格设成百分比格式，或改成百分数",
        )
    return _kept(
        rows,
        lambda lane: (
            lane.reading.measure is not Measure.GROWTH or lane.reading.indicator.id not in doubtful
        ),
    )


def _are_fractions(values: Sequence[float]) -> bool:
    said = [value for value in values if value]
    if not said or any(abs(value) >= 1 for value in said):
        return False
    long = sum(_decimals(value) >= _DECIMALS_OF_A_FRACTION for value in said)
    return long * 2 > len(said)


def _decimals(value: float) -> int:
    _, _, decimals = f"{value:.12f}".rstrip("0").partition(".")
    return len(decimals)


def _is_assumed_amount(lane: Lane) -> bool:
    reading = lane.reading
    return reading.assumed_basis and reading.measure is Measure.AMOUNT and reading.unit != "%"


def _without_falling(
    rows: list[RowFigures], findings: Findings, header_row: int
) -> list[RowFigures]:
    series: dict[tuple[str, str, int], dict[int, float]] = {}
    for strip, lanes in rows:
        for lane, value in zip(lanes, strip.values, strict=True):
            if _is_assumed_amount(lane):
                month = lane.slot.month
                name = (lane.reading.indicator.id, lane.slot.region or strip.region, month.year)
                series.setdefault(name, {})[month.month] = value
    falling = {indicator for (indicator, _, _), months in series.items() if _falls(months)}
    if not falling:
        return rows
    findings.ask(Missing("basis"), header_row, rows[0].lanes[0].slot.column)
    return _kept(
        rows,
        lambda lane: not (_is_assumed_amount(lane) and lane.reading.indicator.id in falling),
    )


def _falls(months: dict[int, float]) -> bool:
    values = [value for _, value in sorted(months.items())]
    return any(after < before - _EPSILON for before, after in pairwise(values))


def _kept(rows: Iterable[RowFigures], keeps: Callable[[Lane], bool]) -> list[RowFigures]:
    kept = []
    for strip, lanes in rows:
        chosen = [index for index, lane in enumerate(lanes) if keeps(lane)]
        if len(chosen) == len(lanes):
            kept.append(RowFigures(strip, lanes))
        elif chosen:
            left = [lanes[index] for index in chosen]
            slots = tuple(lane.slot for lane in left)
            values = [strip.values[index] for index in chosen]
            smaller = Strip(strip.sheet, strip.row, strip.region, slots, values)
            kept.append(RowFigures(smaller, left))
    return kept


def _tell_assumed(lane: Lane, findings: Findings, header_row: int) -> None:
    reading, column = lane.reading, lane.slot.column
    name = reading.indicator.short_name
    if reading.assumed_basis:
        findings.assume(header_row, column, f"没写累计还是当月，{name}按累计读入。")
    if reading.assumed_unit:
        findings.assume(header_row, column, f"{NO_UNIT}，{name}按{reading.indicator.unit}读入。")
