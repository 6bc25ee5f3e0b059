"""ChartStyle: the colour tokens and paper of a picture, from the theme that the window uses."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

from resources import ROOT
from tracker.charts.presets import Preset
from tracker.errors import ExportError, UnknownName
from tracker.indicators import Light

PAPERS: Mapping[str, str] = MappingProxyType(
    {"paper": "#FCFAF5", "white": "#FFFFFF", "poster": "#FBF7EF", "transparent": "#FFFFFF"}
)
"""底色 by name; a transparent picture keeps white halos, for it is laid on white pages."""

HEADER_BLOCK = "#123E5C"
HEADER_TEXT = "#F6EEDF"
HEADER_TIME = "#E3BF8B"
HEADER_EMPTY = "#2B5471"
HEADER_SIDE = "#A9BDCB"
"""The header block of a poster: its text, passed and coming months, and what stands aside."""

_LIGHT_TOKENS = {
    Light.GREEN: ("ok", "okt"),
    Light.YELLOW: ("warn", "warnt"),
    Light.RED: ("bad", "badt"),
    Light.NONE: ("none", "nonet"),
}


class Type(NamedTuple):
    """How a piece of text is set: size in px, weight 400–900, colour."""

    size: float
    weight: int
    colour: str


@dataclass(frozen=True, slots=True)
class ChartStyle:
    """What a chart is drawn with: a preset, the colour tokens and the paper."""

    preset: Preset
    colours: Mapping[str, str]
    paper: str

    def colour(self, token: str) -> str:
        """Return a colour of the theme as #RRGGBB."""
        return self.colours[token]

    def type(self, size: float, weight: int = 400, token: str = "ink") -> Type:
        """Return a text style in a colour of the theme, never below the preset's minimum."""
        return Type(max(size, self.preset.min_size), weight, self.colours[token])

    @property
    def paper_colour(self) -> str:
        """The colour behind everything."""
        return PAPERS[self.paper]

    def shade(self, strength: float) -> str:
        """Return the paper tinted for a first half: `track1` mixed in, 0–1, as a plain colour."""
        return mixed(self.paper_colour, self.colours["track1"], strength)

    @property
    def is_transparent(self) -> bool:
        """Say whether nothing is painted behind the picture."""
        return self.paper == "transparent"

    def light_colour(self, light: Light) -> str:
        """Return the colour of a light's shape."""
        return self.colours[_LIGHT_TOKENS[light][0]]

    def light_token(self, light: Light) -> str:
        """Return the token for words and numbers about a light; 达标 is plain ink."""
        return "ink" if light is Light.GREEN else _LIGHT_TOKENS[light][1]


def mixed(ground: str, paint: str, strength: float) -> str:
    """Return paint laid on a ground at a strength of 0–1, both as #RRGGBB."""
    pairs = [(int(ground[i : i + 2], 16), int(paint[i : i + 2], 16)) for i in (1, 3, 5)]
    return "#" + "".join(f"{round(g + (p - g) * strength):02X}" for g, p in pairs)


@cache
def tokens(theme: str = "light") -> Mapping[str, str]:
    """Return the colour tokens of a theme in resources/themes."""
    path = ROOT / "themes" / f"{theme}.toml"
    try:
        return MappingProxyType(tomllib.loads(path.read_text("utf-8"))["tokens"])
    except (OSError, tomllib.TOMLDecodeError, KeyError):
        raise ExportError(f"读不出配色文件 {path}，请重新安装程序。") from None


def chart_style(preset: Preset, paper: str | None = None) -> ChartStyle:
    """Return the style of a preset, on its own paper or another. Raises UnknownName."""
    chosen = paper or preset.paper
    if chosen not in PAPERS:
        raise UnknownName(f"没有底色“{chosen}”，可用 {'、'.join(PAPERS)}。")
    return ChartStyle(preset, tokens(), chosen)
