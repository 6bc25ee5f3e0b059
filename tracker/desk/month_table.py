"""累计与当月: the figures of one indicator month by month, as the entry pane prints them."""

from dataclasses import dataclass

from tracker.entry_context import month_name
from tracker.indicators import Basis, Indicator, Measure, MeasureKind
from tracker.lights import rules_of
from tracker.outlook.catch_up import caught_up
from tracker.periods import Month
from tracker.readings import Reading, Series, series_of
from tracker.snapshot import Snapshot
from tracker.wording import CAUGHT_UP, DASH, entered, figure, number


@dataclass(frozen=True, slots=True)
class MonthLine:
    """One month: its label and three printed values. `derived` says which of them are 推算.

    `mark` stands beside the label: ▲ 补 where a red month was caught up and the rule says 补欠.
    """

    month: int
    label: str
    values: tuple[str, str, str]
    derived: tuple[bool, bool, bool]
    mark: str = ""


@dataclass(frozen=True, slots=True)
class MonthTable:
    """The title, the three column names and the lines up to a month."""

    title: str
    heads: tuple[str, str, str]
    lines: tuple[MonthLine, ...]


def month_table(snapshot: Snapshot, indicator_id: str, region: str, until: Month) -> MonthTable:
    """Return the due months of the year up to a month: 累计, 当月 and 累计同比 of a flow,
    余额, 比年初 and 同比 of a balance; 累计同比, 当月同比 and the nation's for a rate.
    """
    series = series_of(snapshot, indicator_id, region)
    indicator = series.indicator
    nation = snapshot.catalogue.nation
    if indicator.kind is MeasureKind.MILESTONE:
        return _single(series, "逐月状态", "状态", until)
    if indicator.judged_by is Measure.RANK:
        return _single(series, "逐月位次", "位次", until)
    if indicator.kind is MeasureKind.STOCK:
        title, heads = "余额与同比", ("余额", "比年初", "同比")
    elif indicator.judged_by is Measure.GROWTH:
        title, heads = "累计与当月", ("累计同比", "当月同比", "全国")
    else:
        title, heads = "累计与当月", ("累计", "当月", "累计同比")
    abroad = None if nation is None or nation.code == region else nation.code
    lines: list[MonthLine] = []
    for month in indicator.calendar.months:
        if month > until.month:
            break
        readings = _readings(series, Month(until.year, month), abroad)
        one, two, three = readings
        columns = _columns(indicator)
        label = month_name(indicator, month)
        lines.append(
            MonthLine(
                month,
                label,
                (
                    _printed(indicator, one, *columns[0]),
                    _printed(indicator, two, *columns[1]),
                    _printed(indicator, three, *columns[2]),
                ),
                (_is_derived(one), _is_derived(two), _is_derived(three)),
                _mark(series, Month(until.year, month), until),
            )
        )
    return MonthTable(title, heads, tuple(lines))


def _single(series: Series, title: str, head: str, until: Month) -> MonthTable:
    """Return the months of a series that has one value only, in the last column."""
    measure = series.indicator.judged_by
    lines: list[MonthLine] = []
    for month in series.indicator.calendar.months:
        if month <= until.month:
            held = series.read(measure, Month(until.year, month))
            text = DASH if held is None else figure(held.value, series.indicator, measure)
            label = month_name(series.indicator, month)
            derived = (False, False, _is_derived(held))
            mark = _mark(series, Month(until.year, month), until)
            lines.append(MonthLine(month, label, ("", "", text), derived, mark))
    return MonthTable(title, ("", "", head), tuple(lines))


def _mark(series: Series, month: Month, until: Month) -> str:
    """Say that a month was red and its own task was reached later, where the rule says 补欠."""
    snapshot = series.snapshot
    rules = rules_of(snapshot.settings)
    if not rules.catch_up:
        return ""
    done = caught_up(snapshot, series.indicator.id, series.region, month, until, rules)
    return CAUGHT_UP if done else ""


_Readings = tuple[Reading | None, Reading | None, Reading | None]


def _is_derived(reading: Reading | None) -> bool:
    return reading is not None and reading.derived


def _columns(indicator: Indicator) -> tuple[tuple[bool, bool], ...]:
    """Say for each column whether it is a growth, and whether it carries a sign."""
    if indicator.kind is MeasureKind.STOCK:
        return ((False, False), (False, True), (True, True))
    if indicator.judged_by is Measure.GROWTH:
        return ((True, False), (True, False), (True, False))
    return ((False, False), (False, False), (True, True))


def _readings(series: Series, month: Month, nation: str | None) -> _Readings:
    indicator = series.indicator
    if indicator.kind is MeasureKind.STOCK:
        return (
            series.read(Measure.AMOUNT, month),
            series.read(Measure.INCREMENT, month),
            series.read(Measure.GROWTH, month),
        )
    if indicator.judged_by is Measure.GROWTH:
        beside = None
        if nation is not None:
            beside = Series(series.snapshot, indicator, nation).read(Measure.GROWTH, month)
        return (
            series.read(Measure.GROWTH, month, Basis.YTD),
            series.read(Measure.GROWTH, month, Basis.MONTH),
            beside,
        )
    ytd = series.read(Measure.AMOUNT, month, Basis.YTD)
    single = series.read(Measure.AMOUNT, month, Basis.MONTH)
    monthly = indicator.calendar.value.startswith("monthly")
    first = month.month == indicator.calendar.months[0]
    if single is None and ytd is not None and monthly and first:
        # The first figure of a year is its own 当月: there is nothing before it to take off.
        single = Reading(ytd.value, derived=True)
    return ytd, single, series.read(Measure.GROWTH, month)


def _printed(indicator: Indicator, reading: Reading | None, growth: bool, signed: bool) -> str:
    if reading is None:
        return DASH
    if growth:
        return number(reading.value, indicator.growth_decimals, signed=signed) + "%"
    if signed or reading.derived:
        return number(reading.value, indicator.decimals, signed=signed)
    return entered(reading.value, indicator.decimals)
