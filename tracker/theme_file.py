"""A theme file: colours by name, read from TOML and proved to be colours."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from tracker.errors import BadValue
from tracker.toml_text import read_toml

_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}([0-9A-Fa-f]{2})?")
_WRONG = (LookupError, TypeError, ValueError, AttributeError)
"""What a text that is no theme ends in."""


@dataclass(frozen=True, slots=True)
class ThemeFile:
    """Whether a theme is dark, its colours by token, and the tiles and inks of its ramp."""

    is_dark: bool
    tokens: Mapping[str, str]
    tiles: tuple[str, ...]
    inks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LookFile:
    """A look of pictures over a theme: name, paper, the theme's name, colours of its own, and
    the tiles and inks of its ramp where it has one of its own.
    """

    name: str
    paper: str
    theme: str
    colours: Mapping[str, str]
    tiles: tuple[str, ...]
    inks: tuple[str, ...]
    is_transparent: bool


def read_theme(text: str) -> ThemeFile:
    """Read a theme. Raises BadValue with what is wrong."""
    try:
        read = read_toml(text)
        ramp = read["ramp"]
        return ThemeFile(
            read["dark"] is True, _colours(read["tokens"]), _tiles(ramp["tiles"]),
            _tiles(ramp["inks"]),
        )  # fmt: skip
    except _WRONG as wrong:
        raise _unreadable(wrong) from wrong


def read_look(text: str) -> LookFile:
    """Read a look. Raises BadValue with what is wrong."""
    try:
        read = read_toml(text)
        ramp = read.get("ramp", {"tiles": (), "inks": ()})
        own = {**_colours(read.get("colours", {})), **_colours(read["header"])}
        return LookFile(
            str(read["name"]), _colour(read["paper"]), str(read["tokens"]),
            MappingProxyType(own), _tiles(ramp["tiles"]), _tiles(ramp["inks"]),
            read.get("transparent", False) is True,
        )  # fmt: skip
    except _WRONG as wrong:
        raise _unreadable(wrong) from wrong


def _colours(read: Mapping[str, Any]) -> Mapping[str, str]:
    return MappingProxyType({name: _colour(value) for name, value in read.items()})


def _tiles(read: Any) -> tuple[str, ...]:
    return tuple(_colour(value) for value in read)


def _colour(value: Any) -> str:
    if not isinstance(value, str) or not _COLOUR.fullmatch(value):
        raise ValueError(f"{value!r:.40} is no colour")
    return value


def _unreadable(wrong: Exception) -> BadValue:
    return BadValue(f"配色文件读不懂（{str(wrong)[:80]}），请重新安装程序。")
