"""What lies ahead of one indicator: estimates, the three yard-sticks, margin, and who is faster.

It takes a few milliseconds because it reads the past years, so the window asks for it only after
the board has been painted.
"""

from dataclasses import dataclass

from tracker.breaks import break_words, breaks_of
from tracker.forecast import Estimate, at_current_speed, estimate
from tracker.indicators import Light, Measure, PaceName
from tracker.outlook.comparison import (
    against_nation,
    nation_words,
    pace_beside_last_year,
    pace_words,
    record_words,
    record_years,
    two_year_average,
)
from tracker.outlook.estimate_words import EstimateLine, estimate_line, point_words, years_words
from tracker.outlook.margin import margin, margin_words
from tracker.outlook.what_if import what_if
from tracker.periods import Horizon, period_label
from tracker.progress import Progress, Rule, YardStick, yardsticks
from tracker.progress.gaps import is_met
from tracker.readings import series_of
from tracker.snapshot import Snapshot
from tracker.wording import LIGHT_WORDS, MINUS, PACE_WORDS, amount, beside, number, share


@dataclass(frozen=True, slots=True)
class StickLine:
    """One yard-stick as a table shows it. `note` is its band and years, or why it is refused."""

    name: PaceName
    title: str
    pace: str
    gap: str
    light: Light
    word: str
    chosen: bool
    note: str = ""

    @property
    def possible(self) -> bool:
        """Say whether it can be chosen."""
        return bool(self.pace)


@dataclass(frozen=True, slots=True)
class Question:
    """What may be supposed: 若 5 月完成 … 亿元; and the horizon that the answer speaks of."""

    before: str
    after: str
    horizon: Horizon


@dataclass(frozen=True, slots=True)
class Prospect:
    """All texts are finished. `headline` is the nearest estimate in one line, empty when refused.

    `speed` is 照现在速度, plain arithmetic apart from the estimates; `breaks` are the months of the
    year from which the series is 不可比 and `break_note` says so.
    """

    row: Progress
    estimates: tuple[Estimate, ...] = ()
    lines: tuple[EstimateLine, ...] = ()
    headline: str = ""
    end_label: str = ""
    speed: str = ""
    sticks: tuple[StickLine, ...] = ()
    margin: str = ""
    comparison: str = ""
    breaks: tuple[int, ...] = ()
    break_note: str = ""
    question: Question | None = None


def prospect(snapshot: Snapshot, row: Progress) -> Prospect:
    """Look ahead from an indicator's headline row."""
    indicator, year = row.indicator, row.year
    found = estimate(snapshot, indicator.id, row.region, row.as_of)
    lines = tuple(estimate_line(row, one) for one in found)
    spare = margin(row)
    held = breaks_of(snapshot.settings, indicator.id)
    return Prospect(
        row=row,
        estimates=found,
        lines=lines,
        headline=_headline(lines),
        end_label=_end_label(row, found),
        speed=_speed(row),
        sticks=tuple(_stick(row, stick) for stick in yardsticks(snapshot, row)),
        margin="" if spare is None else margin_words(row, spare),
        comparison=_comparison(snapshot, row),
        breaks=tuple(month.month for month in held if month.year == year),
        break_note=break_words(snapshot.settings, indicator.id, year),
        question=_question(snapshot, row),
    )


def _question(snapshot: Snapshot, row: Progress) -> Question | None:
    """Ask about the next month towards the year's target, else the row's own; None without one."""
    for horizon in dict.fromkeys((Horizon.FY, row.horizon or Horizon.FY)):
        tried = what_if(snapshot, row.indicator.id, row.region, row.as_of, 0.0, horizon)
        if tried.months is not None:
            first, last = tried.months
            if row.rule is Rule.RATE:
                grown = "增长" if row.measure is Measure.GROWTH else "为"
                return Question(f"若 {period_label(last)}{grown}", "%", horizon)
            span = f"{last} 月" if first == last else f"{first}—{last} 月"
            return Question(f"若 {span}完成", row.unit, horizon)
    return None


def _headline(lines: tuple[EstimateLine, ...]) -> str:
    if not lines or lines[0].refused:
        return ""
    return f"{lines[0].day}预计 {lines[0].interval}（八成可能）"


def _end_label(row: Progress, found: tuple[Estimate, ...]) -> str:
    words = point_words(row, found[-1]) if found else ""
    return f"预计 {words}" if words else ""


def _speed(row: Progress) -> str:
    """Say where the average month so far would lead."""
    parts = []
    for horizon in (Horizon.H1, Horizon.FY):
        reached = at_current_speed(row, horizon)
        if reached is not None:
            text = amount(reached, row.indicator, row.measure)
            parts.append(f"{horizon.end_month} 月底 {text}")
    return f"照现在速度　{'　'.join(parts)} {row.unit}" if parts else ""


def _stick(row: Progress, stick: YardStick) -> StickLine:
    title = PACE_WORDS[stick.name]
    if stick.pace is None or stick.gap_pp is None:
        return StickLine(stick.name, title, "", "", Light.NONE, "", stick.chosen, stick.refused)
    step = next((step for step in row.rules.flow if step.holds(stick.gap_pp)), None)
    return StickLine(
        stick.name,
        title,
        f"{share(stick.pace)}%",
        _stick_gap(row, stick.gap_pp),
        stick.light,
        (step.word if step is not None else "") or LIGHT_WORDS[stick.light],
        stick.chosen,
        _band(stick),
    )


def _stick_gap(row: Progress, gap_pp: float) -> str:
    """Print a gap with the digits that keep it on its light's side, as the board does."""
    edges = [step.edge for step in row.rules.flow]
    if row.is_ceiling:
        return f"{'余' if is_met(gap_pp) else '超'} {beside(gap_pp, 1, edges).lstrip(MINUS)}"
    return beside(gap_pp, 1, edges, signed=True)


def _band(stick: YardStick) -> str:
    if stick.band is None:
        return ""
    low, high = (share(edge) for edge in stick.band)
    return f"{years_words(stick.years)} 年同期 {low}%—{high}%"


def _comparison(snapshot: Snapshot, row: Progress) -> str:
    """Say how the row stands beside last year, the nation and its own past."""
    parts = []
    pace = pace_beside_last_year(snapshot, row)
    if pace is not None:
        parts.append(pace_words(pace))
    nation = against_nation(snapshot, row)
    if nation is not None:
        parts.append(nation_words(nation))
    years = None if row.is_ceiling else record_years(snapshot, row)
    if years is not None:
        parts.append(record_words(row, years))
    if row.measure is Measure.GROWTH and row.month is not None and not row.pending:
        series = series_of(snapshot, row.indicator.id, row.region)
        average = two_year_average(series, row.month)
        if average is not None:
            parts.append(f"两年平均{number(average, row.indicator.growth_decimals)}%")
    return "，".join(parts)
