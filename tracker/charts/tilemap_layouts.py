"""Where the parts of the tile map stand in each preset; the square is measured from the picture."""

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class TilemapLayout:
    """Lengths in px of the preset. Tiles stand `pitch` apart from (`left`, `top_gap` below the
    subtitle); `strip` is the bar of the scale with the regions' marks above it.
    """

    left: float
    right: float
    top_gap: float
    pitch: tuple[float, float]
    gap: float
    pad: float
    name_size: float
    number_size: float
    gap_size: float
    mark_radius: float
    whole: tuple[float, float]
    whole_size: float
    how: tuple[float, float]
    how_size: float
    strip: tuple[float, float]
    strip_y: float
    strip_height: float
    label_size: float
    axis_size: float

    @property
    def full_tile(self) -> float:
        """How high a tile must be to hold name, number and gap."""
        return min(96.0, 1.35 * (self.name_size + self.number_size + self.gap_size))


SQUARE = TilemapLayout(
    left=56,
    right=1024,
    top_gap=62.25,
    pitch=(121.75, 119.5),
    gap=6.2,
    pad=12,
    name_size=22,
    number_size=34.5,
    gap_size=19.5,
    mark_radius=7.5,
    whole=(56, 389.3),
    whole_size=63,
    how=(663, 16.6),
    how_size=19,
    strip=(56, 1024),
    strip_y=908,
    strip_height=16,
    label_size=18,
    axis_size=18,
)
SLIDE = TilemapLayout(
    left=72,
    right=1848,
    top_gap=66,
    pitch=(158, 126),
    gap=6,
    pad=14,
    name_size=23,
    number_size=38,
    gap_size=20,
    mark_radius=8,
    whole=(1452, 218),
    whole_size=84,
    how=(1452, 20),
    how_size=20,
    strip=(72, 1848),
    strip_y=942,
    strip_height=16,
    label_size=20,
    axis_size=18,
)
A4 = TilemapLayout(
    left=96,
    right=1144,
    top_gap=66,
    pitch=(131.75, 176),
    gap=6,
    pad=13,
    name_size=23,
    number_size=38,
    gap_size=21,
    mark_radius=8,
    whole=(96, 560),
    whole_size=72,
    how=(760, 20),
    how_size=20,
    strip=(96, 1144),
    strip_y=1370,
    strip_height=18,
    label_size=19,
    axis_size=18,
)
WORD = replace(
    SLIDE,
    left=48,
    right=1232,
    top_gap=44,
    pitch=(112, 90),
    gap=4,
    pad=9,
    name_size=18,
    number_size=26,
    gap_size=18,
    mark_radius=6.5,
    whole=(958, 184),
    whole_size=58,
    how=(958, 14),
    how_size=18,
    strip=(48, 1232),
    strip_y=688,
    strip_height=13,
    label_size=18,
)
TILEMAPS = {"square": SQUARE, "slide": SLIDE, "a4": A4, "word": WORD}
"""The layout of each preset that has a tile map."""
