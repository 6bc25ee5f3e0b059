"""What the growth chart needs to draw, put together from a snapshot and a request."""

from tracker.charts.frame import Captions
from tracker.charts.gallery import ChartRequest
from tracker.charts.growth import GrowthPicture
from tracker.charts.growth_titles import growth_titles
from tracker.charts.pictures import source_words
from tracker.charts.presets import preset
from tracker.indicators import Basis, Measure, RegionLevel
from tracker.plots.axis_notes import axis_notes
from tracker.plots.growth_course import GrowthCourse, growth_course
from tracker.snapshot import Snapshot
from tracker.trajectory import headline_of


def growth_picture(snapshot: Snapshot, request: ChartRequest) -> GrowthPicture:
    """Follow the growth over two years and write the words round it."""
    indicator = request.indicator or ""
    course = growth_course(snapshot, indicator, request.region, request.as_of)
    row = headline_of(snapshot, indicator, request.region, request.as_of)
    own = request.own_title
    captions = Captions(
        own or growth_titles(course, preset(request.preset))[0],
        "",
        _notes(course),
        source_words(snapshot, [row]),
        course.region.name,
        request.as_of,
        request.made_on,
    )
    years = [year.year for year in course.years]
    notes = axis_notes(snapshot, request.region, course.indicator.id, years)
    return GrowthPicture(course, captions, _subtitles(course), notes)


def _subtitles(course: GrowthCourse) -> tuple[str, ...]:
    name = course.indicator.name.removesuffix("(省外)")
    if course.measure is Measure.AMOUNT:
        what = "%"
    elif course.indicator.basis is Basis.BALANCE:
        what = "月末余额同比增速，%"
    else:
        what = "累计同比增速，%"
    province = course.region.level is RegionLevel.PROVINCE
    place = "" if province else f"{course.region.name}"
    return (f"{place}{name}，{what}", f"{place}{course.indicator.short_name}，{what}", what)


def _notes(course: GrowthCourse) -> str:
    """Say how to read the lines, as far as this picture has something to explain."""
    yearly = course.measure is Measure.GROWTH and course.indicator.basis is not Basis.BALANCE
    notes = ["累计增速逐年重算，年际不连线"] if yearly else ["年际不连线"]
    if course.merges_jan_feb:
        notes.append("1—2 月合并发布，画成横杠")
    if any(year.missing for year in course.years):
        notes.append("缺月以点线相连")
    return "；".join(notes) + "。"
