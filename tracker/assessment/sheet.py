"""Score sheets per region and per department: lines, what was added by hand, and the total."""

from collections.abc import Iterable
from dataclasses import dataclass

from tracker.assessment.lines import ScoreLine, points_text, score_line
from tracker.assessment.schemes import Scheme
from tracker.catalogue_words import shown_word
from tracker.errors import BadValue
from tracker.periods import Horizon, Month
from tracker.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class Adjustment:
    """Points added (positive) or taken (negative) by hand; `department` empty: of the region."""

    points: float
    reason: str
    department: str = ""


@dataclass(frozen=True, slots=True)
class ScoreSheet:
    """The score of a region, or of one department in it, at a horizon as of a month."""

    scheme: Scheme
    region: str
    as_of: Month
    horizon: Horizon
    lines: tuple[ScoreLine, ...]
    adjustments: tuple[Adjustment, ...]
    department: str = ""

    @property
    def with_data(self) -> int:
        """How many lines have data."""
        return sum(line.points is not None for line in self.lines)

    @property
    def points(self) -> float:
        """Σ weight × f over lines with data."""
        return sum(line.points for line in self.lines if line.points is not None)

    @property
    def weight_with_data(self) -> float:
        """The points that could be had by the lines with data."""
        return sum(line.weight for line in self.lines if line.points is not None)

    @property
    def bonus(self) -> float:
        """What was added by hand, up to the cap."""
        added = sum(change.points for change in self.adjustments if change.points > 0)
        return min(added, self.scheme.bonus_cap)

    @property
    def deduction(self) -> float:
        """What was taken by hand, positive, up to the cap."""
        taken = -sum(change.points for change in self.adjustments if change.points < 0)
        return min(taken, self.scheme.deduction_cap)

    @property
    def total(self) -> float:
        """Points + bonus − deduction."""
        return self.points + self.bonus - self.deduction

    @property
    def coverage_words(self) -> str:
        """“12项有数据 / 共17项”, printed wherever the score is."""
        return f"{self.with_data}项有数据 / 共{len(self.lines)}项"

    @property
    def total_words(self) -> str:
        """The sum as it is added up on paper."""
        added = f"＋加分{points_text(self.bonus)}" if self.bonus else ""
        taken = f"－扣分{points_text(self.deduction)}" if self.deduction else ""
        if not (added or taken):
            return f"得分{points_text(self.points)}，{self.coverage_words}"
        total = f"{points_text(self.points)}{added}{taken}＝{points_text(self.total)}"
        return f"得分{total}，{self.coverage_words}"


def score_sheet(
    snapshot: Snapshot,
    scheme: Scheme,
    region: str,
    as_of: Month,
    horizon: Horizon,
    adjustments: Iterable[Adjustment] = (),
) -> ScoreSheet:
    """Score a region. Raises UnknownName; BadValue for an adjustment without a reason."""
    snapshot.region(region)
    changes = tuple(adjustments)
    for change in changes:
        if not change.reason.strip():
            sign = "加" if change.points > 0 else "扣"
            raise BadValue(f"{sign}{points_text(abs(change.points))}分没有写理由，请补上再计分。")
    lines = tuple(
        score_line(snapshot, scheme, snapshot.indicator(name), region, (as_of, horizon))
        for name in scheme.weights
    )
    return ScoreSheet(scheme, region, as_of, horizon, lines, changes)


def department_sheets(
    snapshot: Snapshot,
    scheme: Scheme,
    region: str,
    as_of: Month,
    horizon: Horizon,
    adjustments: Iterable[Adjustment] = (),
) -> tuple[ScoreSheet, ...]:
    """Split a region's sheet by 牵头单位, in the order of their first indicator.

    A department has the adjustments made to it. Raises as `score_sheet`.
    """
    whole = score_sheet(snapshot, scheme, region, as_of, horizon, adjustments)
    departments = dict.fromkeys(line.indicator.lead_department for line in whole.lines)
    return tuple(
        ScoreSheet(
            scheme,
            region,
            as_of,
            horizon,
            tuple(line for line in whole.lines if line.indicator.lead_department == name),
            tuple(change for change in whole.adjustments if shown_word(change.department) == name),
            name,
        )
        for name in departments
    )
