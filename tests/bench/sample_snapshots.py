"""Snapshots of drawn figures, without a file, so that many or large ones can be had quickly."""

from collections.abc import Iterable
from datetime import UTC, datetime

from tracker.catalogue import shipped_catalogue
from tracker.edits import ActualEdit
from tracker.indicators import Actual, Target
from tracker.sample import sample_actuals
from tracker.snapshot import SeriesName, Slice, Snapshot

_RECORDED_AT = datetime(2023, 1, 1, tzinfo=UTC)


class HeldFigures:
    """Edits and targets as a snapshot's loader."""

    def __init__(self, edits: Iterable[ActualEdit], targets: Iterable[Target] = ()) -> None:
        self._slices: dict[tuple[str, int], dict[SeriesName, dict[int, Actual]]] = {}
        for edit in edits:
            if edit.value is None:
                continue
            key = edit.key
            held = self._slices.setdefault((key.region, key.month.year), {})
            series = held.setdefault(SeriesName(key.indicator, key.measure, key.basis), {})
            series[key.month.month] = Actual(
                key, edit.value, edit.status, edit.published_on, edit.source, "", _RECORDED_AT
            )

        self._targets: dict[tuple[str, int], list[Target]] = {}
        for target in targets:
            self._targets.setdefault((target.key.region, target.key.year), []).append(target)

    def load_actuals(self, region: str, year: int) -> Slice:
        """Serve a slice."""
        return self._slices.get((region, year), {})

    def load_targets(self, region: str, year: int) -> tuple[Target, ...]:
        """Serve the targets of a region and year."""
        return tuple(self._targets.get((region, year), ()))


def sample_snapshot(seed: int) -> Snapshot:
    """Draw the sample of a seed."""
    return Snapshot(shipped_catalogue(), HeldFigures(sample_actuals(seed)), {})
