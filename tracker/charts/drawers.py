"""What draws each chart by its id; importing this module imports matplotlib."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TypeVar

from tracker.charts.board import draw_board
from tracker.charts.canvas import Canvas
from tracker.charts.contribution import draw_contribution
from tracker.charts.gallery import ChartRequest
from tracker.charts.gap_pictures import contribution_picture, movement_picture
from tracker.charts.growth import draw_growth
from tracker.charts.growth_picture import growth_picture
from tracker.charts.heat import draw_heat
from tracker.charts.heat_picture import heat_picture
from tracker.charts.movement import draw_movement
from tracker.charts.multiples import draw_multiples
from tracker.charts.multiples_picture import multiples_picture
from tracker.charts.pictures import board_picture, trajectory_picture
from tracker.charts.poster import draw_poster
from tracker.charts.poster_picture import poster_picture
from tracker.charts.ranking import draw_ranking
from tracker.charts.region_pictures import ranking_picture, tilemap_picture
from tracker.charts.style import ChartStyle
from tracker.charts.tilemap import draw_tilemap
from tracker.charts.trajectory import draw_trajectory
from tracker.snapshot import Snapshot

Drawer = Callable[[Snapshot, ChartRequest, ChartStyle], Canvas]


P = TypeVar("P")


def _drawer(
    picture: Callable[[Snapshot, ChartRequest], P], draw: Callable[[P, ChartStyle], Canvas]
) -> Drawer:
    """Join what prepares a picture and what draws it."""
    return lambda snapshot, request, style: draw(picture(snapshot, request), style)


DRAWERS: Mapping[str, Drawer] = MappingProxyType(
    {
        "trajectory": _drawer(trajectory_picture, draw_trajectory),
        "board": _drawer(board_picture, draw_board),
        "growth": _drawer(growth_picture, draw_growth),
        "heat": _drawer(heat_picture, draw_heat),
        "movement": _drawer(movement_picture, draw_movement),
        "contribution": _drawer(contribution_picture, draw_contribution),
        "multiples": _drawer(multiples_picture, draw_multiples),
        "poster": _drawer(poster_picture, draw_poster),
        "ranking": _drawer(ranking_picture, draw_ranking),
        "tilemap": _drawer(tilemap_picture, draw_tilemap),
    }
)
"""The drawer of each chart of the gallery."""
