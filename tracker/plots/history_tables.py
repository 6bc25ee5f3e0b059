"""The tables behind the charts of growth, lights, all courses and the poster."""

from tracker import wording
from tracker.indicators import Light
from tracker.plots.chart_table import NOTHING, ChartTable
from tracker.plots.course_page import CoursePage
from tracker.plots.drive import Drive
from tracker.plots.growth_course import GrowthCourse, value_at
from tracker.plots.light_history import LightCell, LightHistory
from tracker.trajectory import Point


def growth_table(course: GrowthCourse) -> ChartTable:
    """Return both years by month: the region, the one beside it, and the target."""
    months = course.indicator.calendar.months
    rows: list[tuple[str, ...]] = []
    for year in reversed(course.years):
        printed = _by_month(course, year.points, months)
        for month in year.missing:
            printed[months.index(month)] = wording.DASH
        rows.append((f"{course.region.short_name} {year.year} 年", *printed))
        if year.beside and course.beside is not None:
            name = f"{course.beside.short_name} {year.year} 年"
            rows.append((name, *_by_month(course, year.beside, months)))
        if year.target is not None:
            target = wording.entered(year.target, course.decimals)
            cells = [NOTHING] * (len(months) - 1) + [target]
            rows.append((f"目标 {year.year} 年", *cells))
    heads = ("1—2 月" if course.merges_jan_feb and m == 2 else f"{m} 月" for m in months)
    return ChartTable("%，累计同比", ("", *heads), tuple(rows), emphasis=0)


def heat_table(history: LightHistory) -> ChartTable:
    """Return the gap of every indicator in every month it was due in."""
    columns = [last for _, last in history.columns]
    heads = [
        f"{last.year}-{last.month:02d}" if first == last else f"{last.year}-01—02"
        for first, last in history.columns
    ]
    rows = []
    for row in history.rows:
        cells = {cell.month: _cell(cell) for cell in row.cells}
        age = f"{wording.LIGHT_WORDS[row.light]} {row.age}"
        rows.append((row.indicator.name, *(cells.get(m, NOTHING) for m in columns), age))
    note = "与序时进度或目标之差，百分点"
    return ChartTable(note, ("指标", *heads, "灯龄"), tuple(rows))


def page_table(page: CoursePage) -> ChartTable:
    """Return the figures of every indicator month by month."""
    last = page.board.as_of.month
    rows = []
    for course in page.courses:
        progress = course.progress
        held = {point.month: point.value for point in course.points if point.month}
        cells = [
            wording.amount(held[m], progress.indicator, progress.measure)
            if m in held
            else (wording.DASH if m in course.missing else NOTHING)
            for m in range(1, last + 1)
        ]
        rows.append((progress.indicator.name, progress.unit, *cells))
    heads = tuple(f"{month} 月" for month in range(1, last + 1))
    return ChartTable("累计或同比", ("指标", "单位", *heads), tuple(rows))


def drive_table(told: Drive) -> ChartTable:
    """Return what the poster tells: growth, tasks met, and the lights of the levers."""
    rows: list[tuple[str, ...]] = []
    for one in told.growth:
        digits = one.progress.indicator.growth_decimals
        own, nation = (wording.number(value, digits) for value in (one.value, one.nation))
        rank = NOTHING if one.rank is None else f"全国第 {one.rank}"
        rows.append((one.progress.indicator.name, own, f"全国 {nation}", rank))
    for task in told.tasks:
        progress = task.progress
        value = wording.amount(task.value, progress.indicator, progress.measure)
        goal = wording.amount(task.goal, progress.indicator, progress.measure)
        word = "序时" if task.by_pace else "目标"
        rows.append((progress.indicator.name, value, f"{word} {goal}", progress.unit))
    for state in told.levers:
        if state.total:
            what = "个地区" if state.of_regions else "项指标"
            rows.append((state.lever, f"{state.met} 达标", f"共 {state.total} {what}", NOTHING))
    for hard in told.hard:
        target = wording.target_text(hard.target, hard.progress.indicator)
        rows.append((hard.progress.indicator.name, NOTHING, f"全年 {target}", "硬任务"))
    return ChartTable("", ("内容", "数值", "对照", "说明"), tuple(rows))


def _by_month(
    course: GrowthCourse, points: tuple[Point, ...], months: tuple[int, ...]
) -> list[str]:
    values = [value_at(points, month) for month in months]
    return [NOTHING if v is None else wording.number(v, course.decimals) for v in values]


def _cell(cell: LightCell) -> str:
    if cell.gap_pp is None:
        judged = cell.light is not Light.NONE
        return wording.LIGHT_WORDS[cell.light] if judged else wording.DASH
    gap = wording.number(cell.gap_pp, 1, signed=True)
    return f"{wording.CAUGHT_UP} {gap}" if cell.caught_up else gap
