"""Which regions are compared with each other while a region is looked at."""

from tracker.indicators import Region, RegionLevel
from tracker.periods import Word
from tracker.ranking import members_at
from tracker.snapshot import Snapshot


class Scope(Word):
    """Which regions are compared: those directly below, every county, or all of them."""

    BELOW = "below"
    COUNTIES = "counties"
    EVERY = "every"


def members_in(snapshot: Snapshot, parent: Region, scope: Scope) -> tuple[Region, ...]:
    """Return who is compared; a county has nobody below it, so its neighbours are."""
    catalogue = snapshot.catalogue
    if parent.level is RegionLevel.NATION:
        parent = catalogue.province
    if parent.level is RegionLevel.PROVINCE and scope is not Scope.BELOW:
        counties = tuple(members_at(snapshot, parent.code, RegionLevel.COUNTY))
        return counties if scope is Scope.COUNTIES else (*catalogue.members(parent.code), *counties)
    return catalogue.members(parent.code)


def ground(snapshot: Snapshot, region: str) -> Region:
    """Return the region whose members are compared while a region is looked at."""
    held = snapshot.region(region)
    if held.level is RegionLevel.NATION:
        return snapshot.catalogue.province
    if snapshot.catalogue.members(region) or not held.parent:
        return held
    return snapshot.region(held.parent)
