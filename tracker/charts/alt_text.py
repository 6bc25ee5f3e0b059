"""替代文字: one Chinese sentence that says what a picture shows to whoever cannot see it."""

from tracker.board import board
from tracker.charts.frame import period_title
from tracker.charts.gallery import ChartRequest, chart_entry, title_candidates
from tracker.charts.pictures import source_words
from tracker.marking import marked
from tracker.progress.result import Progress
from tracker.snapshot import Snapshot
from tracker.trajectory import trajectory

_ENDS = "。；，：、 "


def picture_title(snapshot: Snapshot, request: ChartRequest) -> str:
    """Return the finding that stands over a picture, on one line: a person's own, else ours."""
    own = request.own_title
    return own or title_candidates(snapshot, request)[0]


def alt_text(snapshot: Snapshot, request: ChartRequest) -> str:
    """Say finding, kind of chart, indicator, region, period and source of a picture.

    Raises UnknownName and ExportError as the gallery does.
    """
    entry = chart_entry(request.chart)
    what = f"{entry.name}图" if not entry.name.endswith("图") else entry.name
    if entry.needs_indicator and request.indicator:
        what = f"{snapshot.indicator(request.indicator).name}{what}"
    place = snapshot.region(request.region).name
    period = period_title(request.as_of)
    own = request.own_source and marked(snapshot.settings, request.own_source)
    source = (own or source_words(snapshot, _rows(snapshot, request))).rstrip("。")
    title = picture_title(snapshot, request).rstrip(_ENDS)
    return f"{title}——{what}，{place} {period}，{source}。"


def _rows(snapshot: Snapshot, request: ChartRequest) -> list[Progress]:
    """Return what the picture's region reports: the rows that name a source."""
    if chart_entry(request.chart).needs_indicator and request.indicator:
        read = trajectory(snapshot, request.indicator, request.region, request.as_of)
        return [read.progress]
    return [row.progress for row in board(snapshot, request.region, request.as_of).rows]
