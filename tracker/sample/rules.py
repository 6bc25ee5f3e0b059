"""The constants of 示例台账 (resources/rules/sample.toml) and the shipped tables it is built on."""

import csv
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple

from resources import ROOT
from tracker.catalogue import shipped_catalogue
from tracker.indicators import Comparator, Indicator, Measure
from tracker.periods import Horizon, Month

NATION = "100000"
PROVINCE = "620000"
LAST_DRAWN_YEAR = 2021
"""The province's figures after this year are not drawn but given, here or in the shipped table."""


@dataclass(frozen=True, slots=True)
class FlowRule:
    """How a FLOW is drawn. Lists by month or region as sample.toml explains them."""

    profile: Sequence[float]
    past_growth: Sequence[float]
    noise: float
    region_year_noise: float
    region_noise: float
    target_2022: float
    target_gap: float
    weights: Sequence[float]
    new_area_share: float
    province_2022: Sequence[float] = ()
    april_2023: Sequence[float] = ()
    tilt_before: Sequence[float] = ()
    targets_2023: Sequence[float] = ()
    gaps_2023_pp: Sequence[float] = ()
    gap_spread_pp: float = 0.0
    gap_month: int = 4
    plan_2022: Sequence[float] = ()


@dataclass(frozen=True, slots=True)
class RateRule:
    """How a RATE is drawn; growth, targets and noise in % and percentage points."""

    province_paths: Sequence[Sequence[float]]
    nation_paths: Sequence[Sequence[float]]
    province_2022: Sequence[float]
    nation_2022: Sequence[float]
    noise_pp: float
    spread_pp: float
    region_noise_pp: float
    targets_past: Sequence[float]
    december_2022: Sequence[float] = ()
    targets_2023: Sequence[float] = ()
    gaps_2023_pp: Sequence[float] = ()
    gap_spread_pp: float = 0.0


@dataclass(frozen=True, slots=True)
class StockRule:
    """How a STOCK is drawn: balances given for 2022–2023, growth paths before."""

    balances_2023: Sequence[int]
    balances_2022: Sequence[int]
    province_paths: Sequence[Sequence[float]]
    nation_paths: Sequence[Sequence[float]]
    province_2022: Sequence[float]
    nation_2022: Sequence[float]
    noise_pp: float
    drift_per_year: float
    weights: Sequence[float]
    new_area_share: float
    targets_past: Sequence[float]
    gap_spread_pp: float


class GivenTarget(NamedTuple):
    """One target of the province as the shipped table has it."""

    indicator: str
    year: int
    horizon: Horizon
    measure: Measure
    comparator: Comparator
    value: float


@dataclass(frozen=True, slots=True)
class SampleRules:
    """Everything the sample is made from; `given` and `targets` are exactly the shipped tables."""

    indicators: tuple[Indicator, ...]
    first_year: int
    last_month: Month
    prefectures: tuple[str, ...]
    standing: tuple[float, ...]
    new_area: str
    new_area_within: str
    source: str
    missing: frozenset[tuple[str, str, Month]]
    flows: Mapping[str, FlowRule]
    rates: Mapping[str, RateRule]
    stocks: Mapping[str, StockRule]
    given: Mapping[tuple[str, str, Measure], Mapping[Month, float]]
    targets: tuple[GivenTarget, ...]

    @property
    def years(self) -> range:
        """The years of the sample."""
        return range(self.first_year, self.last_month.year + 1)

    @property
    def regions(self) -> tuple[str, ...]:
        """The 14 prefectures and, last, the new area inside one of them."""
        return (*self.prefectures, self.new_area)

    def due(self, indicator: Indicator, year: int) -> list[Month]:
        """Return the months of a year that a figure is due in, up to the sample's end."""
        months = (Month(year, month) for month in indicator.calendar.months)
        return [month for month in months if month <= self.last_month]

    def given_months(self, indicator: str, region: str, measure: Measure) -> Mapping[Month, float]:
        """Return what the shipped table says of a series, possibly nothing."""
        return self.given.get((indicator, region, measure), {})

    def is_missing(self, indicator: str, region: str, month: Month) -> bool:
        """Say whether the figure is one of the few that were never reported."""
        return not self.missing.isdisjoint({(indicator, region, month), (indicator, "*", month)})


def _rows(*path: str) -> list[dict[str, str]]:
    with ROOT.joinpath(*path).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _given() -> dict[tuple[str, str, Measure], dict[Month, float]]:
    given: dict[tuple[str, str, Measure], dict[Month, float]] = {}
    for row in _rows("ledgers", "sample_province.csv"):
        series = given.setdefault(
            (row["indicator"], row["region_code"], Measure(row["measure"])), {}
        )
        series[Month.parse(row["month"])] = float(row["value"])
    return given


def _targets() -> tuple[GivenTarget, ...]:
    return tuple(
        GivenTarget(
            row["indicator"],
            int(row["year"]),
            Horizon.parse(row["horizon"]),
            Measure(row["measure"]),
            Comparator(row["comparator"]),
            float(row["value"]),
        )
        for row in _rows("ledgers", "sample_targets.csv")
    )


@cache
def sample_rules() -> SampleRules:
    """Read the shipped rules and tables of the sample ledger."""
    text = (ROOT / "rules" / "sample.toml").read_text(encoding="utf-8")
    constants: dict[str, Any] = tomllib.loads(text)
    return SampleRules(
        indicators=tuple(
            indicator
            for indicator in shipped_catalogue().indicators.values()
            if indicator.in_sample
        ),
        first_year=constants["first_year"],
        last_month=Month.parse(constants["last_month"]),
        prefectures=tuple(constants["prefectures"]),
        standing=tuple(constants["standing"]),
        new_area=constants["new_area"],
        new_area_within=constants["new_area_within"],
        source=constants["source"],
        missing=frozenset(
            (gap["indicator"], gap["region"], Month.parse(gap["month"]))
            for gap in constants["missing"]
        ),
        flows={name: FlowRule(**table) for name, table in constants["flow"].items()},
        rates={name: RateRule(**table) for name, table in constants["rate"].items()},
        stocks={name: StockRule(**table) for name, table in constants["stock"].items()},
        given=_given(),
        targets=_targets(),
    )
