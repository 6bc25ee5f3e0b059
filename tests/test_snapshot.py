"""A snapshot reads a region's year once, and after an edit only what the edit touched."""

import pytest

from tests.in_memory import CATALOGUE
from tracker.edits import Changes
from tracker.indicators import Basis, CellKey, Measure, Target, TargetKey
from tracker.periods import Horizon, Month
from tracker.snapshot import Slice, Snapshot

CELL = CellKey("fiscal_revenue", "620000", Month(2023, 4), Measure.AMOUNT, Basis.YTD)
GOAL = TargetKey("fiscal_revenue", "620000", 2023, Horizon.FY, Measure.AMOUNT)
LOOKED_AT = [("620000", 2023), ("620000", 2022), ("620100", 2023)]


class Counting:
    """An empty ledger that keeps what it was asked for."""

    def __init__(self) -> None:
        self.actuals: list[tuple[str, int]] = []
        self.targets: list[tuple[str, int]] = []

    def load_actuals(self, region: str, year: int) -> Slice:
        """Note a slice of actuals."""
        self.actuals.append((region, year))
        return {}

    def load_targets(self, region: str, year: int) -> tuple[Target, ...]:
        """Note a slice of targets."""
        self.targets.append((region, year))
        return ()


@pytest.fixture
def ledger() -> Counting:
    return Counting()


def look(snapshot: Snapshot) -> None:
    """Read what a page reads."""
    for region, year in LOOKED_AT:
        snapshot.actuals(region, year)
        snapshot.tasks(region, year, Month(2023, 4))


@pytest.fixture
def seen(ledger: Counting) -> Snapshot:
    """A snapshot that a page has read."""
    snapshot = Snapshot(CATALOGUE, ledger, {})
    look(snapshot)
    look(snapshot)
    return snapshot


def test_every_slice_is_read_once(ledger: Counting, seen: Snapshot) -> None:
    assert ledger.actuals == ledger.targets == LOOKED_AT


@pytest.mark.parametrize(
    ("changes", "actuals", "targets"),
    [
        (Changes(cells=frozenset({CELL})), [("620000", 2023)], []),
        (Changes(targets=frozenset({GOAL})), [], [("620000", 2023)]),
        (Changes(settings=frozenset({"title"})), [], []),
    ],
)
def test_an_edit_reads_anew_only_what_it_touched(
    ledger: Counting,
    seen: Snapshot,
    changes: Changes,
    actuals: list[tuple[str, int]],
    targets: list[tuple[str, int]],
) -> None:
    ledger.actuals.clear()
    ledger.targets.clear()
    look(seen.after(changes))
    assert (ledger.actuals, ledger.targets) == (actuals, targets)
