"""Where the parts of the ranking stand in each preset; the slide is measured from the picture."""

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class RankingLayout:
    """Lengths in px of the preset. Rows lie between hairlines; the first is `head_gap` below the
    subtitle. Bars run over `bars`; the numbers right of them end at `target_right` and `right`.
    """

    left: float
    right: float
    rank_x: float
    move_x: float
    light_x: float
    name_x: float
    names_right: float
    bars: tuple[float, float]
    numbers_left: float
    target_right: float
    head_gap: float
    head_rise: float
    bottom: float
    row: float
    row_min: float
    row_max: float
    bar_height: float
    tick_height: float
    light_radius: float
    head_size: float
    rank_size: float
    move_size: float
    name_size: float
    value_size: float
    target_size: float
    gap_size: float
    foot_size: float
    label_gap: float = 14.0

    def scaled(self, row: float, min_size: float) -> "RankingLayout":
        """Return the layout for another height of row: marks and text shrink with it."""
        factor = min(1.0, row / self.row)

        def size(px: float) -> float:
            return max(min_size, round(px * factor * 2) / 2)

        return replace(
            self,
            row=row,
            bar_height=max(10.0, round(self.bar_height * factor)),
            tick_height=min(row - 6, max(18.0, self.tick_height * factor)),
            light_radius=self.light_radius * max(0.78, factor),
            rank_size=size(self.rank_size),
            move_size=size(self.move_size),
            name_size=size(self.name_size),
            value_size=size(self.value_size),
            target_size=size(self.target_size),
            gap_size=size(self.gap_size),
        )


SLIDE = RankingLayout(
    left=72,
    right=1848,
    rank_x=98,
    move_x=156,
    light_x=232,
    name_x=254,
    names_right=380,
    bars=(402, 1482.5),
    numbers_left=1542,
    target_right=1698,
    head_gap=88.1,
    head_rise=25.7,
    bottom=923,
    row=45.5,
    row_min=30,
    row_max=60,
    bar_height=18,
    tick_height=32,
    light_radius=9,
    head_size=18,
    rank_size=24,
    move_size=20,
    name_size=24,
    value_size=24,
    target_size=22,
    gap_size=24,
    foot_size=20,
)
A4 = RankingLayout(
    left=96,
    right=1144,
    rank_x=116,
    move_x=172,
    light_x=224,
    name_x=244,
    names_right=356,
    bars=(376, 880),
    numbers_left=944,
    target_right=1040,
    head_gap=100,
    head_rise=25,
    bottom=1500,
    row=62,
    row_min=32,
    row_max=76,
    bar_height=20,
    tick_height=36,
    light_radius=8.5,
    head_size=18,
    rank_size=23,
    move_size=19,
    name_size=22,
    value_size=23,
    target_size=21,
    gap_size=23,
    foot_size=19,
)
SQUARE = RankingLayout(
    left=56,
    right=1024,
    rank_x=74,
    move_x=122,
    light_x=166,
    name_x=184,
    names_right=288,
    bars=(306, 768),
    numbers_left=836,
    target_right=924,
    head_gap=76,
    head_rise=22,
    bottom=930,
    row=46,
    row_min=29,
    row_max=56,
    bar_height=16,
    tick_height=28,
    light_radius=8,
    head_size=18,
    rank_size=20,
    move_size=18,
    name_size=20,
    value_size=21,
    target_size=19,
    gap_size=21,
    foot_size=18,
)
WORD = replace(
    SQUARE,
    left=48,
    right=1232,
    rank_x=66,
    move_x=114,
    light_x=158,
    name_x=176,
    names_right=286,
    bars=(304, 970),
    numbers_left=1030,
    target_right=1130,
    head_gap=62,
    head_rise=20,
    bottom=680,
    row=34,
    row_min=26,
    row_max=42,
    bar_height=14,
    tick_height=24,
    light_radius=7.5,
    rank_size=19,
    name_size=19,
    value_size=19,
    target_size=18,
    gap_size=19,
)
RANKINGS = {"slide": SLIDE, "a4": A4, "square": SQUARE, "word": WORD}
"""The layout of each preset that has a ranking."""
