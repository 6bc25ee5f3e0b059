"""Pictures are drawn off the window's thread, which must never ask the ledger."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import pytest

from tests.conftest import open_store
from tracker.charts.gallery import GALLERY, ChartRequest, draw
from tracker.errors import TrackerError
from tracker.ledgers import LedgerKind
from tracker.periods import Month
from ui.chart_work import pinned

INDICATORS = ("funds_in_place", "loan_balance")
"""Growth of balances is worked out from the year before, so it reads furthest back."""


def _draw(ledger: Path, request: ChartRequest) -> str:
    """Draw in another thread from a ledger just opened; returns why not, where it cannot be."""
    with open_store(ledger) as store, ThreadPoolExecutor(1) as thread:
        held = pinned(store.snapshot(), request)
        try:
            thread.submit(draw, held, request).result()
        except TrackerError as error:
            return str(error)
        return ""


@pytest.mark.parametrize("region", ["620000", "620100", "100000"])
@pytest.mark.parametrize("chart", list(GALLERY))
def test_all_that_a_chart_reads_is_loaded_before_the_thread_starts(
    chart: str,
    region: str,
    ledger_masters: Callable[[LedgerKind], bytes],
    tmp_path: Path,
) -> None:
    ledger = tmp_path / "sample.guoban"
    ledger.write_bytes(ledger_masters(LedgerKind.SAMPLE))
    entry = GALLERY[chart]
    for indicator in INDICATORS if entry.needs_indicator else (None,):
        request = ChartRequest(
            chart, region, Month(2023, 4), date(2023, 5, 10), entry.presets[0].id, indicator
        )
        said = _draw(ledger, request)
        assert not said or region != "620000" or chart == "contribution"
