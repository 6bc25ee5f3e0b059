"""按某一天已知的数: the header's button, the read-only strip, and every page that follows."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.ui.test_overview import _cells, _edit_actual
from tracker.errors import LedgerError
from tracker.ledgers import LedgerKind
from ui.widgets.error_box import ErrorBox


@pytest.fixture
def window(open_window):
    """The public ledger at the end of 2022, when GDP was told three times."""
    return open_window(LedgerKind.GANSU_2023, as_of="2022-12")


def _gap(window):
    return _cells(window.page, "gdp")["gap"]


def test_gdp_of_2022_as_it_was_known(window):
    assert _gap(window) == "−1.9"
    window.header.known_on.picked.emit("2023-01-31")
    assert _gap(window) == "−2.0"
    window.session.know(date(2023, 1, 15))
    assert _gap(window) == "−2.3"
    window.session.know(None)
    assert _gap(window) == "−1.9"


def test_the_button_and_the_strip_say_which_day(window):
    assert window.header.known_on.text() == "最新数据"
    assert not window.known_on_strip.isVisible()
    window.session.know(date(2023, 1, 31))
    assert window.header.known_on.text() == "2023-01-31 已知"
    assert window.known_on_strip.isVisible()
    assert "只读：按 2023-01-31 已知" in window.known_on_strip.sentence.text()
    window.known_on_strip.newest.click()
    assert not window.known_on_strip.isVisible()


def test_escape_leads_back(window, qtbot):
    window.session.know(date(2023, 1, 31))
    QTest.keyClick(window.page.table, Qt.Key.Key_Escape)
    assert window.session.known_on is None


def test_days_are_offered_and_any_other_can_be_typed(window, qtbot):
    QTest.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier
                   | Qt.KeyboardModifier.ShiftModifier)  # fmt: skip
    popup = window.header.known_on.popup
    texts = [popup.list.item(at).text() for at in range(popup.list.count())]
    assert texts[:3] == ["最新数据", "只看已审", "2022-12-31 已知"]
    popup.search.setText("2023-01-15")
    QTest.keyClick(popup.search, Qt.Key.Key_Return)
    assert window.session.known_on == date(2023, 1, 15)
    window.header.known_on.open_list()
    popup = window.header.known_on.popup
    popup.search.setText("2022-12")
    QTest.keyClick(popup.search, Qt.Key.Key_Return)
    assert window.session.known_on == date(2022, 12, 31)
    window.header.known_on.picked.emit("")
    assert window.session.known_on is None


def test_what_is_no_day_is_told(window):
    window.header.known_on.picked.emit("去年")
    assert "去年" in window.findChild(ErrorBox).sentence
    window.header.known_on.picked.emit("2030-01-01")
    assert "还没有到" in window.findChild(ErrorBox).sentence
    assert window.session.known_on is None


def test_nothing_can_be_changed_while_looking_back(window):
    session = window.session
    session.record([_edit_actual(900.0)], "改一格")
    session.know(date(2023, 1, 31))
    for step in (session.undo_stack.undo, session.undo_stack.redo):
        with pytest.raises(LedgerError, match="正在看 2023-01-31 已知的数，只读"):
            step()
    with pytest.raises(LedgerError, match="Esc"):
        session.record([_edit_actual(901.0)], "再改")
    session.know(None)
    session.undo_stack.undo()
    session.undo_stack.redo()
    assert session.snapshot.actual(_edit_actual(0).key).value == 900.0


def test_the_grids_follow(window):
    for name in ("entry", "targets"):
        page = window.open_page(name)
        window.session.know(date(2023, 1, 31))
        assert page.table.viewpoint == window.session.viewpoint
        window.session.know(None)
        assert page.table.viewpoint == window.session.viewpoint


def test_typing_while_looking_back_keeps_the_text_and_says_why(window):
    page = window.open_page("entry", "gdp")
    window.session.know(date(2023, 1, 31))
    row, column = page.grid.current
    assert page.table.setData(page.table.index(row, column), "5.5")
    assert "只读" in page.table.problem_at(row, column).reason


def test_only_signed_figures_are_shown_on_wish_and_to_look_at_only(window):
    """Nothing of the public ledger is signed, so nothing is left; Escape leads back."""
    window.header.known_on.picked.emit("reviewed")
    assert window.header.known_on.text() == "只看已审"
    assert "只看已审的数" in window.known_on_strip.sentence.text()
    assert window.session.snapshot.actuals("620000", 2022) == {}
    with pytest.raises(LedgerError, match="只看已审"):
        window.session.record([_edit_actual(2.0)], "改一格")
    QTest.keyClick(window.page.table, Qt.Key.Key_Escape)
    assert not window.known_on_strip.isVisible()
    assert _gap(window) == "−1.9"
    window.session.know_reviewed()
    window.session.know(date(2023, 1, 31))
    assert not window.session.reviewed
    assert _gap(window) == "−2.0"


def test_work_elsewhere_reads_what_the_window_shows(window):
    """Batch export, meeting pack and tables open the ledger anew, through the session's sight."""
    session = window.session
    assert session.sight.of(session.store).actuals("620000", 2022)
    session.know(date(2023, 1, 31))
    assert session.sight.of(session.store).known_on == date(2023, 1, 31)
    session.know_reviewed()
    assert session.sight.of(session.store).actuals("620000", 2022) == {}
