"""Parcel: what a snapshot holds for some regions and years, ready to be sent to another process."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType

from tracker.indicators import Actual, Catalogue, Indicator, Region, RegionLevel, Target
from tracker.periods import Month
from tracker.snapshot import YEARS_BACK, SeriesName, Slice, Snapshot

PlainSlice = tuple[tuple[SeriesName, tuple[Actual, ...]], ...]


@dataclass(frozen=True, slots=True)
class Parcel:
    """Slices of a ledger in plain, picklable form. `regions` × `years` is all there is in it."""

    indicators: tuple[Indicator, ...]
    catalogue_regions: tuple[Region, ...]
    settings: tuple[tuple[str, str], ...]
    known_on: date | None
    actuals: tuple[tuple[tuple[str, int], PlainSlice], ...]
    targets: tuple[tuple[tuple[str, int], tuple[Target, ...]], ...]

    def snapshot(self) -> Snapshot:
        """Return a snapshot of what is in the parcel; asking it for more is an error."""
        catalogue = Catalogue(
            MappingProxyType({one.id: one for one in self.indicators}),
            MappingProxyType({one.code: one for one in self.catalogue_regions}),
        )
        return Snapshot(catalogue, _Held(self), dict(self.settings), self.known_on)

    def fingerprint(self, as_of: Month) -> str:
        """Return a SHA-256 over every figure up to a month and every target in the parcel.

        It changes when any of them does, and not with who entered it or when.
        """
        lines = [
            f"{key.indicator} {key.region} {key.month} {key.measure} {key.basis} "
            f"{actual.value!r} {actual.status} {actual.published_on} {actual.source}"
            for _, plain in self.actuals
            for _, held in plain
            for actual in held
            if (key := actual.key).month <= as_of
        ]
        lines += [
            repr(replace(target, recorded_at=None)) for _, held in self.targets for target in held
        ]
        return hashlib.sha256("\n".join(sorted(lines)).encode()).hexdigest()


class _Held:
    """Serves a parcel's slices to its snapshot."""

    def __init__(self, parcel: Parcel) -> None:
        self._actuals = dict(parcel.actuals)
        self._targets = dict(parcel.targets)

    def load_actuals(self, region: str, year: int) -> Slice:
        """Return a slice; KeyError when it was not put in, so that nothing is read as blank."""
        return {
            series: {actual.key.month.month: actual for actual in held}
            for series, held in self._actuals[region, year]
        }

    def load_targets(self, region: str, year: int) -> tuple[Target, ...]:
        """Return the targets of a region and year; KeyError when they were not put in."""
        return self._targets[region, year]


def parcel(snapshot: Snapshot, regions: Iterable[str], years: Iterable[int]) -> Parcel:
    """Take these regions' years out of a snapshot."""
    places = [(region, year) for year in sorted(set(years)) for region in sorted(set(regions))]
    catalogue = snapshot.catalogue
    return Parcel(
        tuple(catalogue.indicators.values()),
        tuple(catalogue.regions.values()),
        tuple(snapshot.settings.items()),
        snapshot.known_on,
        tuple((place, _plain(snapshot.actuals(*place))) for place in places),
        tuple((place, _versions(snapshot, *place)) for place in places),
    )


def reading_range(catalogue: Catalogue, region: str, last_year: int) -> tuple[set[str], range]:
    """Return the regions and years that a picture of a region may read.

    Its own, those above it, its peers and its members: rankings, maps and gaps look at them all.
    """
    found = {region} | {member.code for member in catalogue.members(region)}
    place: Region | None = catalogue.region(region)
    while place is not None:
        found.add(place.code)
        found |= {peer.code for peer in catalogue.members(place.parent or "")}
        place = catalogue.regions.get(place.parent or "")
    above = (RegionLevel.PROVINCE, RegionLevel.NATION)
    found |= {one.code for one in catalogue.regions.values() if one.level in above}
    return found, range(last_year - YEARS_BACK, last_year + 1)


def pinned(snapshot: Snapshot, region: str, last_year: int) -> Snapshot:
    """Load what a picture of a region may read, so that another thread never asks the ledger."""
    regions, years = reading_range(snapshot.catalogue, region, last_year)
    return snapshot.pinned(sorted(regions), years)


def _plain(held: Slice) -> PlainSlice:
    return tuple((series, tuple(months.values())) for series, months in held.items())


def _versions(snapshot: Snapshot, region: str, year: int) -> tuple[Target, ...]:
    return tuple(
        version for versions in snapshot.targets(region, year).values() for version in versions
    )
