"""Finding titles of the heat table: how many lag, since when, and what turned."""

from tracker.charts.presets import Preset
from tracker.charts.titles import fitting
from tracker.indicators import Light
from tracker.periods import Month
from tracker.plots.light_history import LightHistory, LightRow
from tracker.wording import ordinal

_LONG = 2


def heat_titles(history: LightHistory, preset: Preset) -> list[str]:
    """Say how the number of lagging indicators moved, who lags longest, and what turned green."""
    if not history.rows:
        return fitting([], f"{history.as_of.year} 年还没有目标", preset)
    lasting = _lasting(history)
    moved = _moved(history)
    found = [f"{moved}，{lasting}" if moved and lasting else "", moved, lasting]
    found += _turned(history)
    met = sum(row.light is Light.GREEN for row in history.rows)
    now = f"{history.as_of.month} 月 {len(history.rows)} 项指标 {met} 项达标"
    red = history.count(Light.RED, history.as_of)
    found.append(f"{now}，{red} 项滞后" if red else f"{now}，没有滞后")
    return fitting(found, now, preset)


def _moved(history: LightHistory) -> str:
    """Hold the month of this year with most lagging against now; empty without a move."""
    as_of = history.as_of
    months = [last for _, last in history.columns if last.year == as_of.year and last < as_of]
    now = history.count(Light.RED, as_of)
    if not months:
        return ""
    most = max(months, key=lambda month: history.count(Light.RED, month))
    least = min(months, key=lambda month: history.count(Light.RED, month))
    if history.count(Light.RED, most) > now:
        return _count_words(history, most, "减到", now)
    if history.count(Light.RED, least) < now:
        return _count_words(history, least, "增到", now)
    return ""


def _count_words(history: LightHistory, month: Month, verb: str, now: int) -> str:
    before = history.count(Light.RED, month)
    return f"滞后指标由 {month.month} 月的 {before} 项{verb} {history.as_of.month} 月的 {now} 项"


def _lasting(history: LightHistory) -> str:
    """Name the indicator that has lagged longest: 外贸连续三月滞后."""
    behind = [row for row in history.rows if row.light is Light.RED and row.age >= _LONG]
    if not behind:
        return ""
    row = max(behind, key=lambda one: one.age)
    return f"{row.indicator.short_name}连续{ordinal(row.age)}{age_unit(row, '月')}滞后"


def _turned(history: LightHistory) -> list[str]:
    """Count what became green in the last month."""
    better = [row for row in history.rows if len(row.cells) > 1 and _just_green(row, history.as_of)]
    if not better:
        return []
    names = "、".join(row.indicator.short_name for row in better[:2])
    more = "等" if len(better) > 2 else ""
    return [f"{history.as_of.month} 月 {len(better)} 项指标转为达标：{names}{more}"]


def _just_green(row: LightRow, as_of: Month) -> bool:
    last, before = row.cells[-1], row.cells[-2]
    fresh = last.month == as_of and last.light is Light.GREEN
    return fresh and before.light in (Light.RED, Light.YELLOW)


def age_unit(row: LightRow, monthly: str = "期") -> str:
    """Name what a light's age is counted in: 季 for quarterly indicators, else 期."""
    return {"quarterly": "季", "yearly": "年"}.get(row.indicator.calendar.value, monthly)
