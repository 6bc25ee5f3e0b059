"""What an assessment says: one frozen row per indicator, region, measure and horizon."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple, Required, TypedDict

from tracker.indicators import Indicator, Light, Measure, PaceName, Target
from tracker.lights import LightRules
from tracker.periods import Horizon, Month


class RowKey(NamedTuple):
    """Names a row to assess. No horizon: an indicator with figures and no target that year."""

    indicator: str
    region: str
    measure: Measure
    year: int
    horizon: Horizon | None


class Rule(StrEnum):
    """Which arithmetic of domain.md section 4 a row follows."""

    FLOW = "flow"
    RATE = "rate"
    LEVEL = "level"
    INCREMENT = "increment"
    RANK = "rank"
    MILESTONE = "milestone"

    @property
    def accumulates(self) -> bool:
        """Say whether amounts add up to a task, which has a pace and a half (累计类)."""
        return self in _ADDING_UP


_ADDING_UP = frozenset({Rule.FLOW, Rule.INCREMENT})
"""The rules of 累计类; looked up per row, so it is built once."""


@dataclass(frozen=True, slots=True)
class DoubleHalf:
    """双过半 of a cumulative task. `verdict` is empty before June, when this is a projection."""

    plan_met: bool | None
    half_met: bool | None
    verdict: str
    needed_per_month: float | None
    effort: float | None


class Verdict(TypedDict, total=False):
    """The part of a Progress that its rule fills in; see there."""

    light: Required[Light]
    word: str
    lacking: str
    completion: float | None
    pace: float | None
    pace_name: PaceName | None
    pace_gap_pp: float | None
    pace_gap_amount: float | None
    gap: float | None
    needed_per_month: float | None
    effort: float | None
    growth_needed: float | None
    growth_needed_estimated: bool
    double_half: DoubleHalf | None


class Progress(NamedTuple):
    """One assessed row. Shares are fractions, growth is in %, gaps of growth in pp.

    A named tuple, because a board of all counties makes thousands and a frozen dataclass takes
    four times as long to make.

    `month` is the month judged (or, when pending, the last one with data); `pending` means 待报:
    the value stands for information and nothing is judged from it. `word` is the rule's own word
    beside the light, if it has one; `lacking` names the figure that a relative target needs and
    does not have. None: does not apply.
    """

    indicator: Indicator
    region: str
    measure: Measure
    year: int
    horizon: Horizon | None
    as_of: Month
    rule: Rule
    month: Month | None
    value: float | None
    derived: bool
    pending: bool
    final: bool
    target: Target | None
    marks: tuple[Target, ...]
    light: Light
    rules: LightRules
    word: str = ""
    lacking: str = ""
    headline: bool = False
    completion: float | None = None
    pace: float | None = None
    pace_name: PaceName | None = None
    pace_gap_pp: float | None = None
    pace_gap_amount: float | None = None
    gap: float | None = None
    needed_per_month: float | None = None
    effort: float | None = None
    growth_needed: float | None = None
    growth_needed_estimated: bool = False
    double_half: DoubleHalf | None = None

    @property
    def key(self) -> RowKey:
        """The key this row was assessed from."""
        return RowKey(self.indicator.id, self.region, self.measure, self.year, self.horizon)

    @property
    def unit(self) -> str:
        """The unit of value and target."""
        return self.indicator.unit_of(self.measure)

    @property
    def is_ceiling(self) -> bool:
        """Say whether less is better here (≤)."""
        return self.target is not None and self.target.comparator == "at_most"

    @property
    def judged_earlier(self) -> bool:
        """Say whether the row is judged at a month before as-of, as a quarterly one in April is."""
        return not self.pending and self.month is not None and self.month < self.as_of
