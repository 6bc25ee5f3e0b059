"""A step that the ledger refuses is not taken: the stack stays, the person is told, and it can be
tried again."""

import sqlite3
from contextlib import closing

import pytest
from PySide6.QtWidgets import QApplication

from tests.ui.grid_hands import Hands
from tracker.edits import ActualEdit
from tracker.errors import LedgerError
from tracker.indicators import Basis, CellKey, Measure
from tracker.ledgers import LedgerKind
from tracker.periods import Month
from tracker.storage import database
from ui.widgets.error_box import ErrorBox

KEY = CellKey("funds_in_place", "620000", Month(2023, 4), Measure.AMOUNT, Basis.YTD)


@pytest.fixture
def locked(monkeypatch: pytest.MonkeyPatch):
    """Return what locks a ledger as another program that is just writing does."""
    monkeypatch.setattr(database, "BUSY_SECONDS", 0.01)

    def lock(path):
        other = sqlite3.connect(path, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        return closing(other)

    return lock


def value(session) -> float:
    held = session.snapshot.actual(KEY)
    assert held is not None
    return held.value


def test_a_step_that_could_not_be_taken_back_is_still_there(locked, open_session) -> None:
    session = open_session(LedgerKind.SAMPLE)
    session.record([ActualEdit(KEY, 1000.0)], "到位资金 1,000")
    session.record([ActualEdit(KEY, 1100.0)], "到位资金 1,100")
    with locked(session.store.path), pytest.raises(LedgerError):
        session.undo_stack.undo()
    assert (session.undo_stack.index(), value(session)) == (2, 1100.0)
    assert session.undo_stack.undoText() == "到位资金 1,100"
    session.undo_stack.undo()
    assert (session.undo_stack.index(), value(session)) == (1, 1000.0)
    with locked(session.store.path), pytest.raises(LedgerError):
        session.undo_stack.redo()
    assert (session.undo_stack.index(), value(session)) == (1, 1000.0)
    session.undo_stack.redo()
    session.undo_stack.undo()
    session.undo_stack.undo()
    assert session.undo_stack.index() == 0
    assert session.store.verify() == []


def test_the_person_is_told_that_a_step_was_not_taken(locked, open_window) -> None:
    window = open_window(LedgerKind.SAMPLE, page="entry", as_of="2023-04")
    hands = Hands(window.page)
    hands.enter("funds_in_place", 4, "1100")
    with locked(window.session.store.path):
        window.actions_by_name["undo"].trigger()
        QApplication.processEvents()
    assert any(box.isVisible() for box in window.findChildren(ErrorBox))
    assert window.session.undo_stack.canUndo()
    window.actions_by_name["undo"].trigger()
    assert not window.session.undo_stack.canUndo()
    assert hands.text("funds_in_place", 4) == "1,046.5"
