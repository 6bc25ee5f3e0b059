"""RegionLights: the lights of the regions compared, read anew only where they may be others."""

from tracker.indicators import Region
from tracker.periods import Month
from tracker.plots.light_matrix import LightMatrix, light_matrix
from tracker.snapshot import Snapshot


class RegionLights:
    """Holds one LightMatrix, and what it was read from."""

    def __init__(self) -> None:
        self.matrix = LightMatrix((), ())
        self._of: tuple[Snapshot, Month, tuple[Region, ...]] | None = None

    def read(self, snapshot: Snapshot, members: tuple[Region, ...], as_of: Month) -> LightMatrix:
        """Return the lights; read anew where the ledger, the month or the regions are others."""
        held, wanted = self._of, (snapshot, as_of, members)
        if held is None or held[0] is not snapshot or held[1:] != wanted[1:]:
            self.matrix = light_matrix(snapshot, members, as_of)
            self._of = wanted
        return self.matrix
