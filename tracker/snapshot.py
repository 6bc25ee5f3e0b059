"""Snapshot: the immutable state that every number is computed from. Look-ups only."""

from collections.abc import Iterable, Mapping
from datetime import date
from types import MappingProxyType
from typing import NamedTuple, Protocol

from tracker.edits import Changes
from tracker.indicators import (
    Actual,
    Basis,
    Catalogue,
    CellKey,
    Indicator,
    Measure,
    PaceName,
    Region,
    Target,
    TargetKey,
    Tier,
)
from tracker.periods import Calendar, Horizon, Month


class SeriesName(NamedTuple):
    """Names a series inside one region and year."""

    indicator: str
    measure: Measure
    basis: Basis


YEARS_BACK = 12
"""No number looks further back: whoever reads these for another thread has them all."""

Slice = Mapping[SeriesName, Mapping[int, Actual]]
"""The actuals of one region and year: series → month 1–12 → Actual."""

_NO_MONTHS: Mapping[int, Actual] = MappingProxyType({})


Tasks = Mapping[TargetKey, tuple[Target, ...]]
"""Targets in force: a target's key with tier TARGET → its tiers, the lowest first."""


class Loader(Protocol):
    """Where a snapshot gets a region's year from, on demand and once."""

    def load_actuals(self, region: str, year: int) -> Slice:
        """Return the actuals of a region and year."""
        ...

    def load_targets(self, region: str, year: int) -> tuple[Target, ...]:
        """Return every version of the targets of a region and year, oldest recorded first."""
        ...


class Snapshot:
    """Catalogue + targets + actuals as known on a day. Years are loaded on demand and kept.

    A snapshot is never changed by an edit: `after` gives the next one, which shares every
    slice that the edit did not touch.
    """

    def __init__(
        self,
        catalogue: Catalogue,
        loader: Loader,
        settings: Mapping[str, str],
        known_on: date | None = None,
    ) -> None:
        self.catalogue = catalogue
        self.settings: Mapping[str, str] = MappingProxyType(dict(settings))
        self.known_on = known_on
        self._loader = loader
        self._actuals: dict[tuple[str, int], Slice] = {}
        self._targets: dict[tuple[str, int], dict[TargetKey, tuple[Target, ...]]] = {}
        self._tasks: dict[tuple[str, int, Month], Tasks] = {}

    def after(
        self,
        changes: Changes,
        settings: Mapping[str, str] | None = None,
        catalogue: Catalogue | None = None,
    ) -> "Snapshot":
        """Return the snapshot that follows an edit; untouched slices are shared."""
        following = Snapshot(
            catalogue or self.catalogue, self._loader, settings or self.settings, self.known_on
        )
        entered = {(key.region, key.month.year) for key in changes.cells}
        aimed = {(key.region, key.year) for key in changes.targets}
        following._actuals = {k: v for k, v in self._actuals.items() if k not in entered}
        following._targets = {k: v for k, v in self._targets.items() if k not in aimed}
        following._tasks = {k: v for k, v in self._tasks.items() if k[:2] not in aimed}
        return following

    def pinned(self, regions: Iterable[str], years: Iterable[int]) -> "Snapshot":
        """Load these regions' years now and return self, so another thread may read them."""
        span = list(years)
        for region in regions:
            for year in span:
                self.actuals(region, year)
                self.targets(region, year)
        return self

    @property
    def loader(self) -> Loader:
        """Where the snapshot gets its slices from."""
        return self._loader

    @property
    def is_sample(self) -> bool:
        """Say whether the figures are 示例数据."""
        return self.settings.get("sample") == "1"

    @property
    def title(self) -> str:
        """The ledger's name."""
        return self.settings.get("title", "")

    def indicator(self, indicator_id: str) -> Indicator:
        """Return an indicator; raises UnknownName."""
        return self.catalogue.indicator(indicator_id)

    def region(self, code: str) -> Region:
        """Return a region; raises UnknownName."""
        return self.catalogue.region(code)

    def pace_of(self, indicator: Indicator) -> PaceName:
        """Return the yard-stick chosen for an indicator in this ledger.

        A word that none of us wrote (another office's packet, a hand at the file) chooses nothing.
        """
        chosen = self.settings.get(f"pace.{indicator.id}", "")
        return PaceName(chosen) if chosen in set(PaceName) else indicator.pace

    def actuals(self, region: str, year: int) -> Slice:
        """Return all actuals of a region and year."""
        key = (region, year)
        if key not in self._actuals:
            self._actuals[key] = self._loader.load_actuals(region, year)
        return self._actuals[key]

    def months(
        self, region: str, year: int, indicator: str, measure: Measure, basis: Basis
    ) -> Mapping[int, Actual]:
        """Return the entered months of one series, month 1–12 → Actual."""
        return self.actuals(region, year).get(SeriesName(indicator, measure, basis), _NO_MONTHS)

    def actual(self, key: CellKey) -> Actual | None:
        """Return what was entered in a cell; None when blank."""
        return self.months(key.region, key.month.year, key.indicator, key.measure, key.basis).get(
            key.month.month
        )

    def targets(self, region: str, year: int) -> Mapping[TargetKey, tuple[Target, ...]]:
        """Return all versions of the targets of a region and year by key, oldest first."""
        key = (region, year)
        if key not in self._targets:
            versions: dict[TargetKey, tuple[Target, ...]] = {}
            for target in self._loader.load_targets(region, year):
                versions[target.key] = (*versions.get(target.key, ()), target)
            self._targets[key] = versions
        return self._targets[key]

    def target_in_force(self, key: TargetKey, as_of: Month) -> Target | None:
        """Return the version in force at the end of a month; None when unset by then."""
        return _in_force(self.targets(key.region, key.year).get(key, ()), as_of.last_day)

    def tasks(self, region: str, year: int, as_of: Month) -> "Tasks":
        """Return the targets of a region and year in force at the end of a month, all tiers.

        Keyed by the target's key with tier TARGET, ordered by measure and then by horizon.
        """
        place = (region, year, as_of)
        if place not in self._tasks:
            self._tasks[place] = _tasks(self.targets(region, year), as_of.last_day)
        return self._tasks[place]

    def has_figures(self, indicator: str, region: str, year: int) -> bool:
        """Say whether anything was entered for an indicator in a year."""
        return any(
            series.indicator == indicator and months
            for series, months in self.actuals(region, year).items()
        )

    def last_month_with_figures(self, region: str, until: Month, years: int = 10) -> Month | None:
        """Return the latest month ≤ until in which any figure of the region is held."""
        for year in range(until.year, until.year - years, -1):
            months = {
                month
                for held in self.actuals(region, year).values()
                for month in held
                if Month(year, month) <= until
            }
            if months:
                return Month(year, max(months))
        return None

    def calendar(self, indicator: str) -> Calendar:
        """Return an indicator's reporting calendar."""
        return self.indicator(indicator).calendar


def horizon_order(horizon: Horizon) -> tuple[int, bool]:
    """Sort horizons by the month they end in; a stage (一季度) before the same month (1—3月)."""
    return (horizon.end_month, horizon.value.startswith("M"))


HORIZONS = tuple(sorted(Horizon, key=horizon_order))
"""Every horizon by the month it ends in."""


def _in_force(versions: Iterable[Target], day: date) -> Target | None:
    """Return the last version begun by a day; None when there is none or it is withdrawn."""
    found: Target | None = None
    for target in versions:
        if target.effective_on <= day and (
            found is None or target.effective_on >= found.effective_on
        ):
            found = target
    return None if found is None or found.withdrawn else found


def _tasks(targets: Mapping[TargetKey, tuple[Target, ...]], day: date) -> Tasks:
    """Gather the versions in force on a day, tier by tier."""
    held: dict[TargetKey, list[Target]] = {}
    for key, versions in targets.items():
        target = _in_force(versions, day)
        if target is not None:
            plain = key if key.tier is Tier.TARGET else key._replace(tier=Tier.TARGET)
            held.setdefault(plain, []).append(target)
    for tiers in held.values():
        if len(tiers) > 1:
            tiers.sort(key=lambda target: target.key.tier.height)
    ordered = sorted(held, key=lambda key: _PLACE[key.measure, key.horizon])
    return {key: tuple(held[key]) for key in ordered}


_PLACE = {place: number for number, place in enumerate((m, h) for m in Measure for h in HORIZONS)}
