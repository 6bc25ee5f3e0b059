"""What the poster needs to draw, put together from a snapshot and a request."""

from tracker.charts.frame import Captions
from tracker.charts.gallery import ChartRequest
from tracker.charts.pictures import source_words
from tracker.charts.poster import PosterPicture
from tracker.charts.poster_words import poster_titles
from tracker.errors import ExportError
from tracker.plots.drive import drive
from tracker.progress.rows import headline_rows
from tracker.snapshot import Snapshot


def poster_picture(snapshot: Snapshot, request: ChartRequest) -> PosterPicture:
    """Read the drive and write the words round it. Raises ExportError when it is blank."""
    told = drive(snapshot, request.region, request.as_of)
    place = snapshot.region(request.region).name
    if told.is_blank:
        raise ExportError(f"{place}到 {request.as_of} 还没有数据和目标，海报画不出来；请先填报。")
    own = request.own_title
    captions = Captions(
        own or poster_titles(told)[0],
        "",
        "",
        source_words(snapshot, headline_rows(snapshot, request.region, request.as_of)),
        place,
        request.as_of,
        request.made_on,
    )
    return PosterPicture(told, captions)
