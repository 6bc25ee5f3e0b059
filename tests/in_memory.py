"""A snapshot straight from a few figures, for tests of pure functions (no file, no journal)."""

from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime

from tracker.catalogue import shipped_catalogue
from tracker.indicators import (
    Actual,
    Basis,
    CellKey,
    Comparator,
    Measure,
    Status,
    Target,
    TargetKey,
    Tier,
)
from tracker.periods import Horizon, Month
from tracker.snapshot import SeriesName, Slice, Snapshot

PROVINCE = "620000"
NATION = "100000"
CATALOGUE = shipped_catalogue()
WITH_CATCH_UP = """["补欠"]
catch_up = true
flow = [{ at_least = 0.0, light = "green" }, { at_least = -5.0, light = "yellow" }]
growth = [{ at_least = 0.0, light = "green" }, { at_least = -1.0, light = "yellow" }]
level = [{ at_least = 0.0, light = "green" }]
rank = [{ at_least = 0.0, light = "green" }]
"""
"""A ledger's own rule that has 补欠, as its setting `lights.rules`."""


@dataclass
class Figures:
    """Collects actuals and targets and serves them as a snapshot's loader."""

    actuals: list[Actual] = field(default_factory=list)
    targets: list[Target] = field(default_factory=list)
    settings: dict[str, str] = field(default_factory=dict)

    def actual(
        self,
        indicator: str,
        month: str,
        value: float,
        measure: str | None = None,
        region: str = PROVINCE,
        basis: str | None = None,
    ) -> "Figures":
        """Hold a value."""
        known = CATALOGUE.indicator(indicator)
        kind = Measure(measure or known.judged_by)
        on = known.basis_of(kind) if basis is None else Basis(basis)
        key = CellKey(indicator, region, Month.parse(month), kind, on)
        self.actuals.append(
            Actual(key, value, Status.FLASH, None, "", "", datetime(2023, 1, 1, tzinfo=UTC))
        )
        return self

    def target(
        self,
        indicator: str,
        horizon: str,
        value: float,
        measure: str | None = None,
        comparator: str = "at_least",
        year: int = 2023,
        region: str = PROVINCE,
        **more: object,
    ) -> "Figures":
        """Set a target."""
        kind = Measure(measure or CATALOGUE.indicator(indicator).judged_by)
        tier = Tier(str(more.pop("tier", "target")))
        key = TargetKey(indicator, region, year, Horizon.parse(horizon), kind, tier)
        target = Target(key, value, Comparator(comparator), date(year, 1, 1))
        self.targets.append(replace(target, **more))  # type: ignore[arg-type]
        return self

    def snapshot(self) -> Snapshot:
        """Return the snapshot of what was collected."""
        return Snapshot(CATALOGUE, self, self.settings)

    def load_actuals(self, region: str, year: int) -> Slice:
        """Serve a slice."""
        found: dict[SeriesName, dict[int, Actual]] = {}
        for actual in self.actuals:
            key = actual.key
            if (key.region, key.month.year) == (region, year):
                series = SeriesName(key.indicator, key.measure, key.basis)
                found.setdefault(series, {})[key.month.month] = actual
        return found

    def load_targets(self, region: str, year: int) -> tuple[Target, ...]:
        """Serve the targets of a region and year."""
        return tuple(t for t in self.targets if (t.key.region, t.key.year) == (region, year))
