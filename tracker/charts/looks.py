"""Looks (底色): the papers and colours a picture can wear, read from resources/themes/charts."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar

from resources import ROOT
from tracker.errors import BadValue, ExportError, UnknownName
from tracker.theme_file import read_look, read_theme

Read = TypeVar("Read")

LOOKS = ("paper", "white", "transparent", "transparent_dark", "dark", "mono", "poster")
"""Every look by its id, in the order of the switch; a poster's paper is its own, not a choice."""
CHOICES = LOOKS[:-1]
"""The looks that people choose from."""


@dataclass(frozen=True, slots=True)
class Look:
    """A paper, the colour tokens on it, and the five tiles of the ramp from light to dark.

    `inks` are what can be written on tiles.
    """

    id: str
    name: str
    paper: str
    colours: Mapping[str, str]
    tiles: tuple[str, ...]
    inks: tuple[str, ...]
    is_transparent: bool = False


@cache
def look(look_id: str) -> Look:
    """Return a look by id. Raises UnknownName, and ExportError for an unreadable file."""
    if look_id not in LOOKS:
        raise UnknownName(f"没有底色“{look_id}”，可用 {'、'.join(CHOICES)}。")
    read = _read(ROOT / "themes" / "charts" / f"{look_id}.toml", read_look)
    theme = _read(_theme_path(read.theme), read_theme)
    return Look(
        look_id,
        read.name,
        read.paper,
        MappingProxyType({**theme.tokens, **read.colours}),
        read.tiles or theme.tiles,
        read.inks or theme.inks,
        read.is_transparent,
    )


@cache
def tokens(theme: str = "light") -> Mapping[str, str]:
    """Return the colour tokens of a theme in resources/themes."""
    return _read(_theme_path(theme), read_theme).tokens


def _theme_path(theme: str) -> Path:
    return ROOT / "themes" / f"{theme}.toml"


def _read(path: Path, read: Callable[[str], Read]) -> Read:
    try:
        return read(path.read_text("utf-8"))
    except (OSError, ValueError, BadValue) as error:
        raise ExportError(f"读不出配色文件 {path}，请重新安装程序。") from error
