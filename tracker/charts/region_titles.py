"""Finding titles of the charts that compare regions: ranking and tile map."""

from tracker import wording
from tracker.charts.growth_titles import spaced
from tracker.charts.presets import Preset
from tracker.charts.titles import fitting
from tracker.indicators import Light, Measure
from tracker.periods import Horizon, Month
from tracker.plots.standings import Standing, Standings
from tracker.ranking import RankBy

_MOST_NAMES = 2
_MOST_NAMED = 3


def ranking_titles(held: Standings, preset: Preset) -> list[str]:
    """Say who leads and how many reach their target; how many beat the whole; who lags."""
    name = held.indicator.short_name
    if not held.rows:
        return fitting([], spaced(name, "各地还没有报数"), preset)
    found = [f"{_lead(held)}，{_reached(held)}", _reached(held)]
    above = held.above_whole
    last = held.rows[-1]
    if above is not None and not held.is_share:
        whole = value_words(held, held.whole_value or 0.0)
        where = f"{whole_name(held)} {whole}"
        better = "低于" if held.indicator.better == "lower" else "高于"
        said = f"{len(held.rows)} 个地区 {above} 个{better}{where}"
        found.insert(1, f"{said}，{last.name} {value_words(held, last.value)} 居末")
    found += _lagging(held)
    return fitting([*found, _lead(held)], spaced(name, "各地排名"), preset)


def tilemap_titles(held: Standings, preset: Preset) -> list[str]:
    """Say how many regions run ahead of the time, or reach their target."""
    name = held.indicator.short_name
    if not held.rows:
        return fitting([], spaced(name, "各地还没有报数"), preset)
    found = [f"{name}：{_reached(held)}", *_lagging(held), f"{_lead(held)}，{_reached(held)}"]
    return fitting(found, spaced(name, "各地进展"), preset)


def region_finding(held: Standings, red_edge: float) -> str:
    """Say how many regions reach what is asked and who lags: the finding line of 市州.

    `red_edge` is the gap in pp below which a share of a task is 滞后 (rules of the lights).
    """
    name = held.indicator.short_name
    if not held.rows:
        return f"{name}：各地还没有报数"
    reached = _reached(held) if held.has_targets else f"{_reached(held)}，{_lead(held)}"
    behind = [row for row in held.rows if row.light is Light.RED and row.gap is not None]
    if not behind:
        return f"{name}：{reached}"
    behind.sort(key=lambda row: row.gap or 0.0)
    names = "、".join(row.name for row in behind[:_MOST_NAMED])
    more = f"等 {len(behind)} 地" if len(behind) > _MOST_NAMED else ""
    size = f"落后 {abs(red_edge):g} 个百分点以上" if held.is_share else "滞后"
    return f"{name}：{reached}；{names}{more}{size}"


def value_words(held: Standings, value: float, *, signs: bool = True) -> str:
    """Print a value that regions are ranked by; without `signs` without % and unit."""
    if held.by is RankBy.COMPLETION:
        return wording.share(value) + "%" * signs
    measure = measure_of(held)
    text = wording.amount(value, held.indicator, measure)
    unit = held.indicator.unit_of(measure)
    return text + ("%" if unit == "%" else f" {unit}") * signs


def measure_of(held: Standings) -> Measure:
    """Return the measure that is ranked."""
    return Measure.GROWTH if held.by is RankBy.GROWTH else Measure.AMOUNT


def whole_name(held: Standings) -> str:
    """Name the whole: 全省, or the region's own short name."""
    names = {"province": "全省", "nation": "全国"}
    return names.get(held.parent.level, held.parent.short_name)


def period_words(month: Month) -> str:
    """Name January to a month in a title: 一季度, 1—4 月."""
    stages = {stage.end_month: stage.label for stage in (Horizon.Q1, Horizon.H1, Horizon.Q3)}
    return stages.get(month.month) or ("全年" if month.month == 12 else f"1—{month.month} 月")


def _lead(held: Standings) -> str:
    first = [row for row in held.rows if row.place.rank == 1]
    value = value_words(held, first[0].value)
    done = "完成 " if held.is_share else " "
    if len(first) == 1:
        return f"{first[0].name}{done}{value} 领跑"
    if len(first) <= _MOST_NAMES:
        return f"{'、'.join(row.name for row in first)}{done}{value} 并列第一"
    return f"{len(first)} 个地区{done}{value} 并列第一"


def _reached(held: Standings) -> str:
    count = len(held.rows)
    if not held.has_targets:
        return f"{count} 个地区有数"
    if held.lit_by_pace:
        linear = all(
            row.progress is None or row.progress.pace_name in (None, "linear") for row in held.rows
        )
        ahead = "跑在时间前面" if linear else "达到序时进度"
        if held.indicator.better == "lower":
            # To use up an allowance faster than time passes is no lead.
            ahead = "未超序时进度"
        return f"{count} 个地区 {held.met} 个{ahead}"
    goal = "全年目标" if held.annual else "目标"
    return f"{count} 个地区里 {held.met} 个达到{goal}"


def _lagging(held: Standings) -> list[str]:
    """Name who lags most, with the gap."""
    behind = [row for row in held.rows if row.light is Light.RED and row.gap is not None]
    if not behind:
        return []
    behind.sort(key=lambda row: row.gap or 0.0)
    count = len(behind)
    if count <= _MOST_NAMES:
        said = f"{held.indicator.short_name}：{'、'.join(row.name for row in behind)}滞后"
    else:
        said = f"{held.indicator.short_name}：{count} 个地区滞后"
    return [f"{said}，{behind[0].name}差 {gap_size(held, behind[0])}"]


def gap_size(held: Standings, row: Standing) -> str:
    """Print how much a region lacks, with its unit."""
    size = abs(row.gap or 0.0)
    if held.by is RankBy.AMOUNT and held.indicator.unit != "%":
        return f"{wording.number(size, held.indicator.decimals)} {held.indicator.unit}"
    decimals = 1 if held.is_share else held.indicator.decimals_of(measure_of(held))
    return f"{wording.number(size, decimals)} 个百分点"
