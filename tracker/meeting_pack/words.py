"""What a meeting pack says in words: finding lines, and the sentence why under each picture."""

from dataclasses import dataclass

from tracker.board import board
from tracker.charts.alt_text import alt_text, picture_title
from tracker.charts.frame import period_title
from tracker.charts.gallery import ChartRequest, chart_entry
from tracker.headlines import board_finding, half_finding
from tracker.indicators import Light
from tracker.meeting_pack.choice import PackChoice
from tracker.progress.why import why
from tracker.snapshot import Snapshot
from tracker.trajectory import trajectory


@dataclass(frozen=True, slots=True)
class PictureWords:
    """The words that go with a picture: what it is about, its finding, why, the 替代文字."""

    subject: str
    title: str
    told: tuple[str, ...]
    alt_text: str


def pack_title(snapshot: Snapshot, choice: PackChoice) -> str:
    """Name the pack: 甘肃省 2023 年 1—4 月经济指标进度."""
    return f"{snapshot.region(choice.region).name} {period_title(choice.as_of)}经济指标进度"


def findings(snapshot: Snapshot, choice: PackChoice) -> list[str]:
    """Return the finding lines, each once and as a sentence."""
    read = board(snapshot, choice.region, choice.as_of)
    lines = dict.fromkeys((half_finding(read), board_finding(read)))
    found = [f"{line}。" for line in lines if line]
    return found or [f"{snapshot.region(choice.region).name}{choice.as_of.year} 年还没有目标。"]


def picture_words(snapshot: Snapshot, request: ChartRequest) -> PictureWords:
    """Return the words of a picture; one about all indicators explains those that lag."""
    entry = chart_entry(request.chart)
    subject = entry.name
    told: tuple[str, ...] = ()
    if entry.needs_indicator and request.indicator:
        subject = snapshot.indicator(request.indicator).name
        if request.chart != "trajectory":
            subject = f"{subject}{entry.name}"
        course = trajectory(snapshot, request.indicator, request.region, request.as_of)
        told = (why(course.progress),)
    elif request.chart == "board":
        read = board(snapshot, request.region, request.as_of)
        told = tuple(why(row.progress) for row in read.with_light(Light.RED))
    return PictureWords(
        subject, picture_title(snapshot, request), told, alt_text(snapshot, request)
    )
