"""Where the parts of the growth chart stand in each preset; the slide is measured."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class GrowthLayout:
    """Lengths in px of the preset. The plot spans two years of months, labels end at `right`."""

    plot: tuple[float, float]
    axis_y: float
    crown: float
    half_top: float
    right: float
    axis_size: float
    label_size: float
    number_size: float
    stage_size: float
    note_size: float
    dot: float
    note_rows: tuple[float, ...]


SLIDE = GrowthLayout(
    plot=(112.3, 1548.3),
    axis_y=890,
    crown=252.6,
    half_top=228.5,
    right=1848,
    axis_size=18,
    label_size=20,
    number_size=24,
    stage_size=28,
    note_size=18,
    dot=7.2,
    note_rows=(973, 997),
)
A4 = GrowthLayout(
    plot=(140, 940),
    axis_y=1420,
    crown=380,
    half_top=330,
    right=1144,
    axis_size=17,
    label_size=19,
    number_size=23,
    stage_size=26,
    note_size=17,
    dot=7,
    note_rows=(1508, 1532, 1556),
)
SQUARE = GrowthLayout(
    plot=(98, 836),
    axis_y=880,
    crown=262,
    half_top=232,
    right=1024,
    axis_size=18,
    label_size=18,
    number_size=22,
    stage_size=24,
    note_size=18,
    dot=6.4,
    note_rows=(962, 985),
)
WORD = GrowthLayout(
    plot=(92, 1006),
    axis_y=640,
    crown=206,
    half_top=176,
    right=1232,
    axis_size=18,
    label_size=18,
    number_size=21,
    stage_size=23,
    note_size=18,
    dot=5.6,
    note_rows=(722,),
)
GROWTHS = {"slide": SLIDE, "a4": A4, "square": SQUARE, "word": WORD}
"""The layout of each preset that has a growth chart."""
