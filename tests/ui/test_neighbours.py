"""Two windows on one ledger: both see what either wrote; a ledger taken away is told."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.conftest import open_store
from tests.ui.grid_hands import Hands
from tracker.edits import ActualEdit
from tracker.indicators import Basis, CellKey, Measure
from tracker.ledgers import LedgerKind
from tracker.periods import Month

TRADE = CellKey("foreign_trade", "620000", Month(2023, 4), Measure.AMOUNT, Basis.YTD)


def test_what_another_window_wrote_is_shown_here(open_window: Callable[..., Any]) -> None:
    window = open_window(LedgerKind.SAMPLE, page="entry", as_of="2023-04")
    hands = Hands(window.page)
    assert hands.text("foreign_trade", 4) == "165.4"
    with open_store(window.session.store.path) as other:
        other.record([ActualEdit(TRADE, 170.0)], "另一个窗口")
    window.neighbours.look()
    assert hands.text("foreign_trade", 4) == "170.0"
    hands.enter("foreign_trade", 4, "171")
    window.neighbours.look()
    with open_store(window.session.store.path) as other:
        held = other.snapshot().actual(TRADE)
        assert held is not None
        assert held.value == 171.0


def test_a_ledger_taken_away_under_the_window_refuses_the_edit_and_keeps_the_text(
    open_window: Callable[..., Any], tmp_path: Path
) -> None:
    window = open_window(LedgerKind.SAMPLE, page="entry", as_of="2023-04")
    path = window.session.store.path
    path.rename(tmp_path / "gone.guoban")
    Hands(window.page).enter("foreign_trade", 4, "170")
    assert "被移走或删除" in window.page.error_bar.sentence.text()
    assert window.page.table.problems
