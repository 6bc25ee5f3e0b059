"""Where the parts of the trajectory stand in each preset, measured from the design picture."""

from dataclasses import dataclass

from tracker.periods import MONTHS_IN_YEAR


@dataclass(frozen=True, slots=True)
class CourseLayout:
    """Lengths in px of the preset. The plot spans the twelve months; labels end at `right`.

    `crown` is where the highest value may stand: for the annual target, and for anything higher.
    `note_rows` are the middles of the rows of words below the months.
    """

    plot: tuple[float, float]
    axis_y: float
    half_top: float
    time_top: float
    crown: tuple[float, float]
    right: float
    axis_size: float
    label_size: float
    number_size: float
    end_size: float
    note_size: float
    finding_size: float
    note_rows: tuple[float, ...]

    @property
    def month_width(self) -> float:
        """How wide a month is."""
        return (self.plot[1] - self.plot[0]) / MONTHS_IN_YEAR

    def x(self, month: float) -> float:
        """Return where the end of a month stands (0: the start of the year)."""
        return self.plot[0] + month * self.month_width


SLIDE = CourseLayout(
    plot=(150, 1548),
    axis_y=916,
    half_top=224.5,
    time_top=266,
    crown=(345.4, 250),
    right=1848,
    axis_size=20,
    label_size=20,
    number_size=26,
    end_size=26,
    note_size=18,
    finding_size=22,
    note_rows=(973, 997),
)
A4 = CourseLayout(
    plot=(176, 940),
    axis_y=1480,
    half_top=330,
    time_top=372,
    crown=(480, 390),
    right=1144,
    axis_size=18,
    label_size=18,
    number_size=24,
    end_size=24,
    note_size=17,
    finding_size=21,
    note_rows=(1538, 1562),
)
SQUARE = CourseLayout(
    plot=(126, 822),
    axis_y=930,
    half_top=230,
    time_top=268,
    crown=(350, 280),
    right=1024,
    axis_size=18,
    label_size=18,
    number_size=24,
    end_size=22,
    note_size=18,
    finding_size=20,
    note_rows=(984,),
)
WORD = CourseLayout(
    plot=(112, 1000),
    axis_y=686,
    half_top=176,
    time_top=206,
    crown=(262, 206),
    right=1232,
    axis_size=18,
    label_size=18,
    number_size=22,
    end_size=22,
    note_size=18,
    finding_size=19,
    note_rows=(733,),
)
COURSES = {"slide": SLIDE, "a4": A4, "square": SQUARE, "word": WORD}
"""The layout of each preset that has a trajectory."""
