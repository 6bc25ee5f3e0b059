"""What the multiples need to draw, put together from a snapshot and a request."""

from tracker.charts.frame import Captions, period_title
from tracker.charts.gallery import ChartRequest
from tracker.charts.light_keys import rows_key
from tracker.charts.multiples import MultiplesPicture
from tracker.charts.multiples_titles import multiples_titles
from tracker.charts.pictures import source_words
from tracker.charts.presets import preset
from tracker.errors import ExportError
from tracker.indicators import RegionLevel
from tracker.plots.course_page import course_page
from tracker.snapshot import Snapshot

_NOTES = "蓝线今年，灰线去年，点线计划或目标；竖线 6 月 30 日，横线任务过半。"


def multiples_picture(snapshot: Snapshot, request: ChartRequest) -> MultiplesPicture:
    """Follow every indicator of the board and write the words round them.

    Raises ExportError where there is neither a target nor a figure.
    """
    page = course_page(snapshot, request.region, request.as_of)
    region = snapshot.region(request.region)
    if not page.courses:
        raise ExportError(
            f"{region.name} {request.as_of.year} 年还没有目标和数据，轨迹画不出来；请先填报。"
        )
    own = request.own_title
    captions = Captions(
        own or multiples_titles(page, preset(request.preset))[0],
        "",
        _NOTES,
        source_words(snapshot, [course.progress for course in page.courses]),
        region.name,
        request.as_of,
        request.made_on,
    )
    place = "" if region.level is RegionLevel.PROVINCE else f"{region.name} "
    period = f"{place}{period_title(request.as_of)}"
    subtitles = (
        f"{period}各项指标的轨迹；数字为完成年度目标的比重或增速，%",
        f"{period}各项指标的轨迹",
    )
    key = rows_key([course.progress for course in page.courses])
    return MultiplesPicture(page, captions, subtitles, key)
