"""Finding titles of the growth chart: the last quarter, the last month, and the target."""

from tracker import wording
from tracker.charts.presets import Preset
from tracker.charts.titles import fitting
from tracker.indicators import Measure
from tracker.lights import EPSILON
from tracker.periods import Horizon
from tracker.plots.growth_course import GrowthCourse, GrowthStage


def growth_titles(course: GrowthCourse, preset: Preset) -> list[str]:
    """Say what grew how much, against the nation, the target and last year."""
    name = course.indicator.short_name
    found: list[str] = []
    if course.stage is not None:
        found.append(_stage_title(course, course.stage))
        found.append(_stage_title(course, course.stage).rsplit("，", 1)[0])
    last = course.last
    if last is not None:
        period = "1 月" if last.month == 1 else f"1—{last.month} 月"
        said = f"{spaced(name, period)}{grew_words(course, last.value)}"
        found.insert(1, said + beside_words(course, last.value, course.beside_last))
        gap = course.target_gap
        if gap is not None:
            word = "低于" if gap < -EPSILON else "高出"
            if course.indicator.better == "lower":
                word = "高出" if gap < -EPSILON else "低于"
            size = wording.number(abs(gap), course.decimals)
            found.insert(2, f"{said}，{word}目标 {size} 个百分点")
        found.append(said)
    unreported = f"{name}{course.as_of.year} 年还没有增速"
    return fitting(list(dict.fromkeys(found)), unreported if last is None else name, preset)


def spaced(name: str, words: str) -> str:
    """Join a name and words with a space where Latin letters or digits meet Chinese."""
    between = name[-1:].isascii() or words[:1].isascii()
    return f"{name} {words}" if between else f"{name}{words}"


def grew_words(course: GrowthCourse, value: float) -> str:
    """Say how much it grew: 增长 7.8%, 下降 2.1%, 持平; rates of their own are just printed."""
    size = wording.number(abs(value), course.decimals)
    if course.measure is Measure.AMOUNT or course.indicator.name.endswith("涨幅"):
        return f" {wording.number(value, course.decimals)}%"
    if abs(value) < EPSILON:
        return "持平"
    return f"{'下降' if value < 0 else '增长'} {size}%"


def beside_words(course: GrowthCourse, value: float, beside: float | None) -> str:
    """Compare with the nation: ，比全国高 4.8 个百分点."""
    if beside is None or course.beside is None:
        return ""
    return f"，比{beside_name(course)}{gap_words(course, value - beside)}"


def gap_words(course: GrowthCourse, gap: float) -> str:
    """Print a distance: 高 4.8 个百分点."""
    if abs(gap) < EPSILON:
        return "持平"
    size = wording.number(abs(gap), course.decimals)
    return f"{'低' if gap < 0 else '高'} {size} 个百分点"


def beside_name(course: GrowthCourse) -> str:
    """Name the region compared with: 全国 or 全省."""
    if course.beside is None:
        return ""
    return {"nation": "全国", "province": "全省"}.get(course.beside.level, course.beside.short_name)


def _stage_title(course: GrowthCourse, stage: GrowthStage) -> str:
    name = course.indicator.short_name
    label = "全年" if stage.horizon is Horizon.FY else stage.horizon.label
    said = f"{spaced(name, label)}{grew_words(course, stage.value)}"
    said += beside_words(course, stage.value, stage.beside)
    if stage.rank is not None and course.region.level == "province":
        said += f"，居全国第{wording.ordinal(stage.rank)}"
    return said
