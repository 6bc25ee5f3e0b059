"""A meeting pack of the sample ledger, made once."""

from collections.abc import Callable
from datetime import date

import pytest

from tests.conftest import open_store
from tests.in_memory import PROVINCE
from tracker.charts.batch import Running
from tracker.ledgers import LedgerKind
from tracker.meeting_pack.choice import PackChoice
from tracker.meeting_pack.making import PackReport, make_meeting_pack
from tracker.parcel import pinned
from tracker.periods import Month
from tracker.snapshot import Snapshot


@pytest.fixture(scope="module")
def sample(
    ledger_masters: Callable[[LedgerKind], bytes], tmp_path_factory: pytest.TempPathFactory
) -> Snapshot:
    """The sample ledger's snapshot."""
    path = tmp_path_factory.mktemp("pack") / "sample.guoban"
    path.write_bytes(ledger_masters(LedgerKind.SAMPLE))
    with open_store(path) as store:
        return pinned(pinned(store.snapshot(), PROVINCE, 2023), PROVINCE, 2016)


@pytest.fixture(scope="module")
def choice() -> PackChoice:
    """The board and two courses of April."""
    indicators = ("funds_in_place", "foreign_trade")
    return PackChoice(PROVINCE, Month(2023, 4), date(2023, 5, 10), indicators=indicators)


@pytest.fixture(scope="module")
def pack(
    sample: Snapshot, choice: PackChoice, tmp_path_factory: pytest.TempPathFactory
) -> PackReport:
    """The pack that this makes."""
    folder = tmp_path_factory.mktemp("pack") / "会前包"
    return make_meeting_pack(sample, choice, folder, Running(workers=1))
