"""Looks (底色): the papers and colours a picture can wear, read from resources/themes/charts."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from resources import ROOT
from tracker.errors import ExportError, UnknownName

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
    path = ROOT / "themes" / "charts" / f"{look_id}.toml"
    read = _read(path)
    try:
        theme = _read(ROOT / "themes" / f"{read['tokens']}.toml")
        colours = {**theme["tokens"], **read.get("colours", {}), **read["header"]}
        ramp = read.get("ramp", theme["ramp"])
        transparent = bool(read.get("transparent", False))
        return Look(
            look_id,
            read["name"],
            read["paper"],
            MappingProxyType(colours),
            tuple(ramp["tiles"]),
            tuple(ramp["inks"]),
            transparent,
        )
    except KeyError as missing:
        raise _unreadable(path) from missing


@cache
def tokens(theme: str = "light") -> Mapping[str, str]:
    """Return the colour tokens of a theme in resources/themes."""
    path = ROOT / "themes" / f"{theme}.toml"
    try:
        return MappingProxyType(_read(path)["tokens"])
    except KeyError as missing:
        raise _unreadable(path) from missing


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise _unreadable(path) from error


def _unreadable(path: Path) -> ExportError:
    return ExportError(f"读不出配色文件 {path}，请重新安装程序。")
