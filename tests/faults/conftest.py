"""Ledgers in places that fail."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.conftest import open_store
from tests.faults.places import Disk, size_limit, small_file_system
from tracker.edits import ActualEdit
from tracker.indicators import Basis, CellKey, Measure
from tracker.ledgers import LedgerKind
from tracker.periods import Month

MEGABYTES = 8
Put = Callable[..., Path]


@pytest.fixture(params=["small file system", "size limit"])
def disk(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Disk]:
    """A disk that can be filled up, in two ways; the second works for every user."""
    place = tmp_path / "disk"
    if request.param == "size limit":
        with size_limit(place) as limited:
            yield limited
    else:
        with small_file_system(place, MEGABYTES) as small:
            yield small


@pytest.fixture
def ledger_on(ledger_masters: Callable[[LedgerKind], bytes], trade: CellKey) -> Put:
    """Put a ledger into a folder, the figure 165.4 in its cell `trade`."""

    def put(folder: Path, kind: LedgerKind = LedgerKind.BLANK) -> Path:
        path = folder / "台账.guoban"
        path.write_bytes(ledger_masters(kind))
        path.chmod(0o600)
        if kind is LedgerKind.BLANK:
            with open_store(path) as store:
                store.record([ActualEdit(trade, 165.4)], "填报")
        return path

    return put


@pytest.fixture
def trade() -> CellKey:
    """外贸进出口总值 of the province, April 2023."""
    return CellKey("foreign_trade", "620000", Month(2023, 4), Measure.AMOUNT, Basis.YTD)
