"""The sample ledger, drawn once for all its tests."""

from collections import defaultdict
from datetime import UTC, datetime

import pytest

from tests.in_memory import Figures
from tracker.edits import ActualEdit, TargetEdit
from tracker.indicators import Actual, CellKey, Measure, Target
from tracker.periods import Month
from tracker.sample import sample_actuals, sample_targets
from tracker.snapshot import Snapshot


@pytest.fixture(scope="session")
def actuals() -> list[ActualEdit]:
    """Every figure of the sample."""
    return sample_actuals()


@pytest.fixture(scope="session")
def values(actuals: list[ActualEdit]) -> dict[CellKey, float]:
    """Key → figure."""
    return {edit.key: edit.value for edit in actuals if edit.value is not None}


@pytest.fixture(scope="session")
def targets() -> list[TargetEdit]:
    """Every target of the sample."""
    return sample_targets()


@pytest.fixture(scope="session")
def series(values: dict[CellKey, float]) -> dict[tuple[str, str, Measure], dict[Month, float]]:
    """Indicator, region and measure → month → figure."""
    found: dict[tuple[str, str, Measure], dict[Month, float]] = defaultdict(dict)
    for key, value in values.items():
        found[key.indicator, key.region, key.measure][key.month] = value
    return found


@pytest.fixture(scope="session")
def sample(actuals: list[ActualEdit], targets: list[TargetEdit]) -> Snapshot:
    """The sample as a snapshot."""
    entered = datetime(2023, 7, 10, tzinfo=UTC)
    figures = Figures()
    figures.actuals = [
        Actual(e.key, e.value, e.status, e.published_on, e.source, e.note, entered)
        for e in actuals
        if e.value is not None
    ]
    figures.targets = [
        Target(e.key, e.value, e.comparator, e.effective_date)
        for e in targets
        if e.value is not None
    ]
    return figures.snapshot()
