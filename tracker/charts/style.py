"""ChartStyle: what a picture is drawn with. Preset, look, text step and the sheet under it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from tracker.charts.looks import Look, look, tokens
from tracker.charts.presets import Preset, preset
from tracker.charts.sheet import (
    FreeSize,
    Sheet,
    free_preset,
    free_sheet,
    nearest_layout,
    preset_sheet,
)
from tracker.errors import UnknownName
from tracker.indicators import Light

__all__ = ["ChartStyle", "Type", "chart_style", "mixed", "tokens"]

TEXT_STEPS: Mapping[str, float] = {"standard": 1.0, "large": 1.15}
"""字号: how much larger the small text is set."""
_LARGEST_GROWING = 0.75
"""Titles are large enough: only text below this share of the title's size grows."""

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
    """What a chart is drawn with. `preset` is the layout's: its lengths are those to draw in.

    `source` replaces the footer's words about where the figures come from. A picture that is not
    `titled` leaves the title's room free.
    """

    preset: Preset
    look: Look
    sheet: Sheet
    text_step: str = "standard"
    source: str | None = None
    titled: bool = True

    @property
    def colours(self) -> Mapping[str, str]:
        """The colour tokens."""
        return self.look.colours

    @property
    def paper(self) -> str:
        """The id of the look."""
        return self.look.id

    @property
    def tiles(self) -> tuple[str, ...]:
        """The five colours of the ramp of tile maps, light to dark."""
        return self.look.tiles

    def colour(self, token: str) -> str:
        """Return a colour of the theme as #RRGGBB."""
        return self.look.colours[token]

    def type(self, size: float, weight: int = 400, token: str = "ink") -> Type:
        """Return a text style in a colour of the theme, never below the preset's minimum."""
        wanted = max(size, self.preset.min_size)
        ceiling = self.preset.title_size * _LARGEST_GROWING
        if wanted < ceiling:
            wanted = min(ceiling, round(wanted * TEXT_STEPS[self.text_step], 2))
        return Type(wanted, weight, self.look.colours[token])

    @property
    def paper_colour(self) -> str:
        """The colour behind everything."""
        return self.look.paper

    def shade(self, strength: float) -> str:
        """Return the paper tinted for a first half: `track1` mixed in, 0–1, as a plain colour."""
        return mixed(self.paper_colour, self.colours["track1"], strength)

    @property
    def is_transparent(self) -> bool:
        """Say whether nothing is painted behind the picture."""
        return self.look.is_transparent

    @property
    def halo_opacity(self) -> float | None:
        """How much of what runs behind letters is hidden; None is all of it.

        A transparent picture does not know the page it will lie on: a full halo would show there.
        """
        return 0.6 if self.is_transparent else None

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


def chart_style(
    preset: Preset, paper: str | None = None, text_step: str = "standard", scale: float = 1.0
) -> ChartStyle:
    """Return the style of a preset, on its own paper or another.

    Raises UnknownName for a look or step, BadValue for a scale out of range.
    """
    if text_step not in TEXT_STEPS:
        raise UnknownName(f"没有字号“{text_step}”，可用 {'、'.join(TEXT_STEPS)}。")
    return ChartStyle(
        _layout_of(preset), look(paper or preset.paper), preset_sheet(preset, scale), text_step
    )


def free_style(
    size: FreeSize, offered: Sequence[Preset], chart_name: str, style: ChartStyle
) -> ChartStyle:
    """Return a style for any size, in the nearest of the layouts that the chart offers.

    Raises ExportError when no layout fits or its text would be too small to read.
    """
    nearest = _layout_of(nearest_layout(size, offered, chart_name))
    return replace(style, preset=free_preset(size, nearest), sheet=free_sheet(size, nearest))


def _layout_of(chosen: Preset) -> Preset:
    """Return the preset to draw in: the one whose layout is borrowed, under the chosen name."""
    return replace(preset(chosen.layout), name=chosen.name) if chosen.layout else chosen
