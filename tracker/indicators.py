"""The nouns of the domain: indicators, regions, targets, actuals, and the words that type them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import NamedTuple

from tracker.errors import UnknownName
from tracker.periods import Calendar, Horizon, Month, Word


class MeasureKind(Word):
    """What a value of an indicator is (domain.md section 2)."""

    FLOW = "FLOW"
    RATE = "RATE"
    STOCK = "STOCK"
    RANK = "RANK"
    MILESTONE = "MILESTONE"


class Measure(Word):
    """What a target or an actual speaks of."""

    AMOUNT = "amount"
    GROWTH = "growth"
    RANK = "rank"
    INCREMENT = "increment"


class Basis(Word):
    """累计 / 当月 / 余额; a rank has none."""

    YTD = "ytd"
    MONTH = "month"
    BALANCE = "balance"
    NONE = ""


class Comparator(Word):
    """How an actual is held against a target: ≥, ≤, 左右, 区间, or ≥ something that moves.

    The last three are relative: the target's value is a margin on top of 全国, of the same period
    a year before, or of another indicator's growth (与GDP同步).
    """

    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    ABOUT = "about"
    RANGE = "range"
    ABOVE_NATION = "above_nation"
    ABOVE_PREVIOUS = "above_previous"
    IN_STEP = "in_step"

    @property
    def is_relative(self) -> bool:
        """Say whether the threshold follows another figure."""
        return self in (Comparator.ABOVE_NATION, Comparator.ABOVE_PREVIOUS, Comparator.IN_STEP)


class Tier(Word):
    """确保 / 目标 / 力争, lowest first: the light uses the lowest that exists."""

    FLOOR = "floor"
    TARGET = "target"
    STRETCH = "stretch"

    @property
    def height(self) -> int:
        """0 for the lowest tier."""
        return tuple(Tier).index(self)


class Status(Word):
    """Status of an actual, in order of weight (公布 weighs as much as 初步核算)."""

    ESTIMATE = "estimate"
    FLASH = "flash"
    PUBLISHED = "published"
    PRELIMINARY = "preliminary"
    FINAL = "final"
    REVISED = "revised"

    @property
    def weight(self) -> int:
        """Higher wins among figures published on one day."""
        return _STATUS_WEIGHT[self]


_STATUS_WEIGHT = {
    Status.ESTIMATE: 0,
    Status.FLASH: 1,
    Status.PUBLISHED: 2,
    Status.PRELIMINARY: 2,
    Status.FINAL: 3,
    Status.REVISED: 4,
}


class Light(Word):
    """红黄绿灯; always drawn as shape and word and colour."""

    GREEN = "green"
    YELLOW = "yellow"
    RED = "red"
    NONE = "none"


class Better(Word):
    """Which direction is good."""

    HIGHER = "higher"
    LOWER = "lower"


class PaceName(Word):
    """Which yard-stick says how much should be done by now."""

    LINEAR = "linear"
    PLAN = "plan"
    SEASONAL = "seasonal"


class RegionLevel(Word):
    """nation › province › prefecture, new_area › county."""

    NATION = "nation"
    PROVINCE = "province"
    PREFECTURE = "prefecture"
    NEW_AREA = "new_area"
    COUNTY = "county"


@dataclass(frozen=True, slots=True)
class Indicator:
    """指标: what is measured. `decimals` belong to the amount and are for display only."""

    id: str
    name: str
    short_name: str
    kind: MeasureKind
    judged_by: Measure
    unit: str
    decimals: int
    growth_decimals: int
    calendar: Calendar
    better: Better
    pace: PaceName
    lever: str
    lead_department: str
    nature: str
    aggregation: str
    price: str
    tag: str
    in_sample: bool
    order: int

    @property
    def basis(self) -> Basis:
        """The basis that amounts and growth of this indicator are entered on by default."""
        return Basis.BALANCE if self.kind is MeasureKind.STOCK else Basis.YTD

    @property
    def accumulates(self) -> bool:
        """Say whether the headline value adds up over the year (累计类) or is a rate (增速类)."""
        return self.kind is MeasureKind.FLOW and self.judged_by is Measure.AMOUNT

    def basis_of(self, measure: Measure) -> Basis:
        """Return the default basis of a measure: none for ranks, else the indicator's own."""
        return Basis.NONE if measure is Measure.RANK else self.basis

    def unit_of(self, measure: Measure) -> str:
        """Return the unit a measure is printed in: %, 位, or the amount's unit."""
        return {Measure.GROWTH: "%", Measure.RANK: "位"}.get(measure, self.unit)

    def decimals_of(self, measure: Measure) -> int:
        """Return the digits after the point that a measure is printed with."""
        if measure is Measure.RANK:
            return 0
        return self.growth_decimals if measure is Measure.GROWTH else self.decimals


@dataclass(frozen=True, slots=True)
class Region:
    """A nation, province, prefecture, new area or county, by its GB/T 2260 code."""

    code: str
    name: str
    short_name: str
    level: RegionLevel
    parent: str
    order: int
    aliases: tuple[str, ...] = ()


class CellKey(NamedTuple):
    """Names one actual: which series and which month."""

    indicator: str
    region: str
    month: Month
    measure: Measure
    basis: Basis


class TargetKey(NamedTuple):
    """Names one target; its versions share the key."""

    indicator: str
    region: str
    year: int
    horizon: Horizon
    measure: Measure
    tier: Tier = Tier.TARGET

    def until(self, horizon: Horizon) -> "TargetKey":
        """Name the same target for another horizon."""
        return TargetKey(self.indicator, self.region, self.year, horizon, self.measure, self.tier)


@dataclass(frozen=True, slots=True)
class Actual:
    """完成数: one known value of a cell, in the unit of its measure (growth in %)."""

    key: CellKey
    value: float
    status: Status
    published_on: date | None
    source: str
    note: str
    recorded_at: datetime


@dataclass(frozen=True, slots=True)
class Target:
    """目标: one version. `upper` is for a range, `tolerance` for 左右 (None: the rule's own).

    `reference` is the indicator that 同步 follows (GDP if empty), `due_on` a milestone's last day.
    A withdrawn version ends the target from its effective day on; its value says nothing.
    """

    key: TargetKey
    value: float
    comparator: Comparator
    effective_on: date
    upper: float | None = None
    tolerance: float | None = None
    document: str = ""
    reason: str = ""
    source: str = ""
    reference: str = ""
    due_on: date | None = None
    withdrawn: bool = False
    recorded_at: datetime | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The indicators and regions a ledger knows, in their order."""

    indicators: Mapping[str, Indicator]
    regions: Mapping[str, Region]

    def indicator(self, indicator_id: str) -> Indicator:
        """Return an indicator by id; raises UnknownName."""
        try:
            return self.indicators[indicator_id]
        except KeyError:
            raise UnknownName(
                f"没有指标“{indicator_id}”；可用的指标见 guoban target list 或填报页的指标栏。"
            ) from None

    def region(self, code: str) -> Region:
        """Return a region by code; raises UnknownName."""
        try:
            return self.regions[code]
        except KeyError:
            raise UnknownName(
                f"没有地区“{code}”，请用 GB/T 2260 代码，如 620000（甘肃省）。"
            ) from None

    @property
    def province(self) -> Region:
        """The province the ledger is about."""
        return next(
            region for region in self.regions.values() if region.level is RegionLevel.PROVINCE
        )

    @property
    def nation(self) -> Region | None:
        """The nation that growth is compared with, if the ledger has it."""
        return next(
            (region for region in self.regions.values() if region.level is RegionLevel.NATION), None
        )

    def members(self, parent: str) -> tuple[Region, ...]:
        """Return the regions directly below a region, in order (new areas last)."""
        found = [region for region in self.regions.values() if region.parent == parent]
        return tuple(sorted(found, key=lambda region: (region.order, region.code)))
