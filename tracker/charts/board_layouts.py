"""Where the parts of the board table stand in each preset, measured from the design pictures."""

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class TableLayout:
    """Lengths in px of the preset. A head line is the hairline under the names of the columns.

    Rows shrink from `row` to `row_min` before names shorten and rows are left out. `stacked`
    writes the target below the value. `every_tick` labels 25 and 75 too.
    """

    left: float
    right: float
    names_right: float
    name_x: float
    ruler: tuple[float, float]
    values_left: float
    values_right: float
    head_gap: float
    bottom: float
    row: float
    row_min: float
    group_gap: float
    head_rise: float
    light_radius: float
    bar_height: float
    group_size: float
    axis_size: float
    half_size: float
    name_size: float
    tag_size: float
    share_size: float
    value_size: float
    target_size: float
    gap_size: float
    note_size: float
    label_gap: float
    hairline: float
    stacked: bool
    every_tick: bool
    rule_token: str = "line2"
    shows_values: bool = True

    @property
    def light_x(self) -> float:
        """The middle of the lights."""
        return self.left + 10

    @property
    def name_room(self) -> float:
        """How wide a name with its tag may be."""
        return self.names_right - self.name_x

    @property
    def key_gap(self) -> float:
        """From a group's name to the mark of the nation beside it."""
        return 46 if self.every_tick else 34

    @property
    def tag_gap(self) -> float:
        """From a name to its tag."""
        return 12 if self.every_tick else 9

    @property
    def nation_reach(self) -> float:
        """Half the height of the nation's diamond."""
        return self.light_radius * (0.94 if self.every_tick else 0.84)

    def scaled(self, row: float, min_size: float) -> "TableLayout":
        """Return the layout for a lower row: marks and text shrink, not below the minimum."""
        factor = min(1.0, row / self.row)

        def size(px: float) -> float:
            return max(min_size, round(px * factor * 2) / 2)

        return replace(
            self,
            row=row,
            light_radius=self.light_radius * max(0.8, factor),
            bar_height=round(self.bar_height * max(0.7, factor)),
            name_size=size(self.name_size),
            tag_size=size(self.tag_size),
            share_size=size(self.share_size),
            value_size=size(self.value_size),
            target_size=size(self.target_size),
            gap_size=size(self.gap_size),
            stacked=self.stacked and row >= 56,
        )


SLIDE = TableLayout(
    left=72,
    right=1848,
    names_right=428,
    name_x=104,
    ruler=(444, 1476),
    values_left=1492,
    values_right=1722,
    head_gap=86,
    bottom=980.4,
    row=40,
    row_min=30,
    group_gap=62,
    head_rise=21.6,
    light_radius=9,
    bar_height=16,
    group_size=22,
    axis_size=20,
    half_size=20,
    name_size=23,
    tag_size=18,
    share_size=23,
    value_size=22,
    target_size=19,
    gap_size=23,
    note_size=18,
    label_gap=14,
    hairline=1,
    stacked=False,
    every_tick=True,
)
A4 = TableLayout(
    left=96,
    right=1144,
    names_right=418,
    name_x=128,
    ruler=(430, 900),
    values_left=913,
    values_right=1046,
    head_gap=93.3,
    bottom=1545.4,
    row=68,
    row_min=34,
    group_gap=78,
    head_rise=24,
    light_radius=8.5,
    bar_height=18,
    group_size=22,
    axis_size=19,
    half_size=19,
    name_size=22,
    tag_size=18,
    share_size=22,
    value_size=22,
    target_size=17,
    gap_size=22,
    note_size=17,
    label_gap=12,
    hairline=1.4,
    stacked=True,
    every_tick=False,
)
SQUARE = TableLayout(
    left=56,
    right=1024,
    names_right=316,
    name_x=84,
    ruler=(326, 668),
    values_left=682,
    values_right=930,
    head_gap=76,
    bottom=980.4,
    row=42,
    row_min=30,
    group_gap=56,
    head_rise=20,
    light_radius=8.5,
    bar_height=16,
    group_size=21,
    axis_size=18,
    half_size=18,
    name_size=20,
    tag_size=18,
    share_size=21,
    value_size=20,
    target_size=18,
    gap_size=21,
    note_size=18,
    label_gap=12,
    hairline=1,
    stacked=False,
    every_tick=False,
)
POSTER = TableLayout(
    left=72,
    right=1008,
    names_right=424,
    name_x=108,
    ruler=(440, 850),
    values_left=868,
    values_right=868,
    head_gap=104,
    bottom=1780,
    row=58,
    row_min=40,
    group_gap=104,
    head_rise=38,
    light_radius=11,
    bar_height=20,
    group_size=42,
    axis_size=24,
    half_size=26,
    name_size=28,
    tag_size=24,
    share_size=28,
    value_size=28,
    target_size=24,
    gap_size=30,
    note_size=24,
    label_gap=14,
    hairline=3,
    stacked=False,
    every_tick=False,
    rule_token="half",
    shows_values=False,
)
WORD = replace(
    SQUARE,
    left=48,
    right=1232,
    names_right=322,
    name_x=76,
    ruler=(332, 876),
    values_left=890,
    values_right=1128,
    head_gap=60,
    bottom=724,
    row=31,
    row_min=26,
    group_gap=50,
    head_rise=18,
    light_radius=7.5,
    bar_height=14,
    group_size=20,
    name_size=19,
    share_size=19,
    value_size=19,
    gap_size=19,
    label_gap=10,
)
TABLES = {"slide": SLIDE, "a4": A4, "square": SQUARE, "word": WORD}
"""The table of each preset that has one."""
