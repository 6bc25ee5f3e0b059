"""Where regions stand on a tile map: one tile a region, roughly where it lies."""

import csv
from collections.abc import Mapping, Sequence
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

from resources import ROOT

COLUMNS, ROWS = 8, 5
"""The size of the map of Gansu."""


class Tile(NamedTuple):
    """A place on a tile map, from the top left."""

    row: int
    column: int


@cache
def tile_places() -> Mapping[str, Tile]:
    """Return the tile of each region that has one, by code (resources/catalogue/tiles.csv)."""
    path = ROOT / "catalogue" / "tiles.csv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return MappingProxyType({r["code"]: Tile(int(r["row"]), int(r["column"])) for r in rows})


def is_map(codes: Sequence[str]) -> bool:
    """Say whether every region has its place on the map; else tiles stand in a grid."""
    return bool(codes) and all(code in tile_places() for code in codes)


def grid(count: int, columns: int) -> list[Tile]:
    """Return the tiles of a plain grid, row by row."""
    return [Tile(*divmod(index, columns)) for index in range(count)]
