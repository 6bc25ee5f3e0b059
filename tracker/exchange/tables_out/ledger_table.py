"""台账: one region's year as a table, a row for each series, with targets, months and light.

The columns are those of the workbooks that offices keep; numbers stay numbers.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tracker.entry_context import entry_indicators
from tracker.indicators import Indicator, Light, Measure, TargetKey
from tracker.periods import STAGES, Month
from tracker.progress import headline_rows, light_word
from tracker.progress.result import Progress
from tracker.readings import series_of
from tracker.snapshot import Snapshot
from tracker.wording import target_text

HEADS = ("序号", "指标", "口径", "单位", "牵头单位")
AFTER = ("完成率", "与序时差（百分点）", "与目标差", "亮灯")
MONTHS = tuple(range(1, 13))


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """One series of a region. `months` are twelve values (None: blank), growth in %.

    `targets` are the stage targets Q1, H1, Q3, FY: a number where a bare one says it, else text.
    The last four follow the indicator's headline row and are None where it has none.
    """

    number: int
    indicator: Indicator
    measure: Measure
    targets: tuple[float | str | None, ...]
    months: tuple[float | None, ...]
    completion: float | None
    pace_gap_pp: float | None
    gap: float | None
    light: Light | None
    light_word: str

    @property
    def unit(self) -> str:
        """The unit of the months."""
        return self.indicator.unit_of(self.measure)

    @property
    def says_something(self) -> bool:
        """Say whether the row holds a figure or a target."""
        return any(cell is not None for cell in (*self.targets, *self.months))

    @property
    def caption(self) -> str:
        """What the row's figures are: 累计, 余额, 累计同比 …"""
        if self.measure is Measure.GROWTH:
            return "同比"
        return "位次" if self.measure is Measure.RANK else _AMOUNTS[self.indicator.kind.value]


_AMOUNTS = {"STOCK": "余额", "MILESTONE": "状态"}
_AMOUNTS |= dict.fromkeys(("FLOW", "RATE", "RANK"), "累计")


def ledger_table(snapshot: Snapshot, region: str, as_of: Month) -> tuple[LedgerRow, ...]:
    """Return the rows of a region's year as it stands at the end of a month.

    An indicator has a row for the measure it is judged by, and one for each other measure that
    holds a figure. Raises UnknownName for the region.
    """
    judged = {row.indicator.id: row for row in headline_rows(snapshot, region, as_of)}
    found: list[LedgerRow] = []
    for indicator in entry_indicators(snapshot, region, as_of.year):
        for measure in _measures(snapshot, indicator, region, as_of.year):
            headline = judged.get(indicator.id)
            own = headline if headline is not None and headline.measure is measure else None
            found.append(_row(snapshot, region, as_of, (len(found) + 1, indicator, measure), own))
    return tuple(found)


def month_heads() -> tuple[str, ...]:
    """Return the heads of the twelve months; February is 1—2 月."""
    return tuple("1—2 月" if month == 2 else f"{month} 月" for month in MONTHS)


def _measures(
    snapshot: Snapshot, indicator: Indicator, region: str, year: int
) -> Iterator[Measure]:
    yield indicator.judged_by
    for measure in (Measure.AMOUNT, Measure.GROWTH):
        if measure is not indicator.judged_by and snapshot.months(
            region, year, indicator.id, measure, indicator.basis_of(measure)
        ):
            yield measure


def _row(
    snapshot: Snapshot,
    region: str,
    as_of: Month,
    named: tuple[int, Indicator, Measure],
    judged: Progress | None,
) -> LedgerRow:
    number, indicator, measure = named
    series = series_of(snapshot, indicator.id, region)
    readings = [series.read(measure, Month(as_of.year, month)) for month in MONTHS]
    months = tuple(None if one is None else one.value for one in readings)
    keys = (TargetKey(indicator.id, region, as_of.year, stage, measure) for stage in STAGES)
    targets = tuple(_target(snapshot, key, as_of, indicator) for key in keys)
    if judged is None:
        return LedgerRow(number, indicator, measure, targets, months, None, None, None, None, "")
    return LedgerRow(
        number, indicator, measure, targets, months,
        judged.completion, judged.pace_gap_pp, judged.gap, judged.light, light_word(judged),
    )  # fmt: skip


def _target(
    snapshot: Snapshot, key: TargetKey, as_of: Month, indicator: Indicator
) -> float | str | None:
    held = snapshot.target_in_force(key, as_of)
    if held is None:
        return None
    return held.value if held.comparator == "at_least" else target_text(held, indicator)


def printed_rows(rows: Sequence[LedgerRow]) -> list[list[str | float | None]]:
    """Return the rows as flat cells under HEADS, the four stages, twelve months and AFTER."""
    return [
        [
            row.number, row.indicator.name, row.caption, row.unit, row.indicator.lead_department,
            *row.targets, *row.months, row.completion, row.pace_gap_pp, row.gap, row.light_word,
        ]
        for row in rows
    ]  # fmt: skip


def all_heads() -> list[str]:
    """Return the heads of `printed_rows`."""
    stages = (f"{stage.label}目标" for stage in STAGES)
    return [*HEADS, *stages, *month_heads(), *AFTER]
