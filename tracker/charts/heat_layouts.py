"""Where the parts of the heat table stand in each preset; measured from the design picture."""

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class HeatLayout:
    """Lengths in px of the preset. `months` columns of `pitch` px begin at `cells_left`.

    In a cell the light stands at `light_dx` from the middle, the number ends at `number_dx`.
    """

    left: float
    right: float
    cells_left: float
    months: int
    pitch: float
    gap: float
    head_gap: float
    bottom: float
    row: float
    row_min: float
    group_gap: float
    light_dx: float
    number_dx: float
    light_radius: float
    head_size: float
    name_size: float
    number_size: float
    age_size: float

    @property
    def names_room(self) -> float:
        """How wide a name may be."""
        return self.cells_left - self.left - 14

    def scaled(self, row: float, min_size: float) -> "HeatLayout":
        """Return the layout for another height of row."""
        factor = min(1.0, row / self.row)

        def size(px: float) -> float:
            return max(min_size, round(px * factor * 2) / 2)

        return replace(
            self,
            row=row,
            light_radius=self.light_radius * max(0.8, factor),
            name_size=size(self.name_size),
            number_size=size(self.number_size),
            age_size=size(self.age_size),
        )


SLIDE = HeatLayout(
    left=72,
    right=1848,
    cells_left=396,
    months=12,
    pitch=107,
    gap=4,
    head_gap=97.6,
    bottom=992,
    row=40,
    row_min=27,
    group_gap=14,
    light_dx=-30,
    number_dx=41.5,
    light_radius=8.5,
    head_size=20,
    name_size=22,
    number_size=20,
    age_size=20,
)
A4 = HeatLayout(
    left=96,
    right=1144,
    cells_left=340,
    months=9,
    pitch=78,
    gap=3.5,
    head_gap=104,
    bottom=1560,
    row=70,
    row_min=28,
    group_gap=20,
    light_dx=-26,
    number_dx=35,
    light_radius=7.5,
    head_size=18,
    name_size=20,
    number_size=18,
    age_size=19,
)
SQUARE = HeatLayout(
    left=56,
    right=1024,
    cells_left=276,
    months=8,
    pitch=80,
    gap=3.5,
    head_gap=92,
    bottom=976,
    row=43,
    row_min=27,
    group_gap=12,
    light_dx=-27,
    number_dx=35.5,
    light_radius=7.5,
    head_size=18,
    name_size=20,
    number_size=18,
    age_size=18,
)
WORD = replace(
    SQUARE,
    left=48,
    right=1232,
    cells_left=262,
    months=10,
    pitch=84,
    gap=3,
    head_gap=80,
    bottom=726,
    row=32,
    row_min=25,
    group_gap=10,
    light_dx=-28,
    number_dx=37,
    light_radius=7,
    name_size=19,
)
HEATS = {"slide": SLIDE, "a4": A4, "square": SQUARE, "word": WORD}
"""The layout of each preset that has a heat table."""
