"""The finding titles of each chart by its id, read from a snapshot without drawing anything."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from tracker.board import board
from tracker.charts import titles
from tracker.charts.contribution_titles import contribution_titles
from tracker.charts.estimate_titles import estimate_title
from tracker.charts.growth_titles import growth_titles
from tracker.charts.heat_titles import heat_titles
from tracker.charts.movement_titles import movement_titles
from tracker.charts.multiples_titles import multiples_titles
from tracker.charts.poster_words import poster_titles
from tracker.charts.presets import preset
from tracker.charts.region_titles import ranking_titles, tilemap_titles
from tracker.forecast import estimate
from tracker.plots.course_page import course_page
from tracker.plots.drive import drive
from tracker.plots.gap_parts import gap_parts
from tracker.plots.growth_course import growth_course
from tracker.plots.light_history import light_history
from tracker.plots.pictured import pictured_standings
from tracker.plots.rank_history import rank_history
from tracker.snapshot import Snapshot
from tracker.trajectory import trajectory

if TYPE_CHECKING:
    from tracker.charts.gallery import ChartRequest

Titles = Callable[[Snapshot, "ChartRequest"], list[str]]


def _board(snapshot: Snapshot, request: "ChartRequest") -> list[str]:
    read = board(snapshot, request.region, request.as_of)
    return titles.board_titles(read, preset(request.preset).title_lines)


def _trajectory(snapshot: Snapshot, request: "ChartRequest") -> list[str]:
    indicator = request.indicator or ""
    course = trajectory(snapshot, indicator, request.region, request.as_of)
    estimates = estimate(snapshot, indicator, request.region, request.as_of)
    return titles.trajectory_titles(course, estimate_title(course, estimates))


def _ranking(snapshot: Snapshot, request: "ChartRequest") -> list[str]:
    return ranking_titles(pictured_standings(snapshot, request), preset(request.preset))


def _tilemap(snapshot: Snapshot, request: "ChartRequest") -> list[str]:
    return tilemap_titles(pictured_standings(snapshot, request), preset(request.preset))


def _growth(snapshot: Snapshot, request: "ChartRequest") -> list[str]:
    course = growth_course(snapshot, request.indicator or "", request.region, request.as_of)
    return growth_titles(course, preset(request.preset))


def _poster(snapshot: Snapshot, request: "ChartRequest") -> list[str]:
    return poster_titles(drive(snapshot, request.region, request.as_of))


def _multiples(snapshot: Snapshot, request: "ChartRequest") -> list[str]:
    page = course_page(snapshot, request.region, request.as_of)
    return multiples_titles(page, preset(request.preset))


def _movement(snapshot: Snapshot, request: "ChartRequest") -> list[str]:
    history = rank_history(
        snapshot, request.indicator or "", request.region, request.as_of, request.level
    )
    return movement_titles(history, preset(request.preset))


def _contribution(snapshot: Snapshot, request: "ChartRequest") -> list[str]:
    held = gap_parts(snapshot, request.indicator or "", request.region, request.as_of)
    return contribution_titles(held, preset(request.preset))


def _heat(snapshot: Snapshot, request: "ChartRequest") -> list[str]:
    history = light_history(snapshot, request.region, request.as_of)
    return heat_titles(history, preset(request.preset))


TITLES: Mapping[str, Titles] = MappingProxyType(
    {
        "trajectory": _trajectory,
        "board": _board,
        "growth": _growth,
        "ranking": _ranking,
        "heat": _heat,
        "tilemap": _tilemap,
        "poster": _poster,
        "multiples": _multiples,
        "movement": _movement,
        "contribution": _contribution,
    }
)
"""What answers title_candidates for each chart of the gallery."""
