"""填报: doubts beside the cell, mended or answered; a month handed in, signed and closed."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.grid_hands import Hands
from tracker.indicators import Light
from tracker.ledgers import LedgerKind
from tracker.periods import Month
from ui import dialogs
from ui.widgets.lettering import width_px

APRIL = Month(2023, 4)


@pytest.fixture
def window(open_window: Callable[..., Any]) -> Any:
    return open_window(LedgerKind.SAMPLE, page="entry", as_of="2023-04")


@pytest.fixture
def hands(window: Any) -> Hands:
    return Hands(window.page)


def settle(window: Any) -> None:
    """Let the pane follow the cell."""
    QApplication.processEvents()
    window.page._show_current()


def doubt(window: Any) -> Any:
    settle(window)
    return window.page.pane.doubts.cards[0]


def test_a_slip_is_marked_in_the_grid_and_mended_with_one_click(window, hands) -> None:
    hands.enter("foreign_trade", 4, "1654.0")
    hands.stand("foreign_trade", 4)
    look = hands.look("foreign_trade", 4)
    assert (look.light, look.fill, look.ink) == (Light.YELLOW.value, "warnbg", "warnt")
    assert "需核对 1" in window.page.status_text()
    card = doubt(window)
    assert card.fix.text() == "改为 165.4"
    QTest.mouseClick(card.fix, Qt.MouseButton.LeftButton)
    assert hands.text("foreign_trade", 4) == "165.4"
    assert hands.look("foreign_trade", 4).light == ""
    window.session.undo_stack.undo()
    assert hands.text("foreign_trade", 4) == "1,654.0"


def test_a_right_figure_is_confirmed_with_a_note_and_doubted_no_more(window, hands) -> None:
    hands.enter("foreign_trade", 4, "1654.0")
    hands.stand("foreign_trade", 4)
    card = doubt(window)
    card.ask.click()
    card.note.setText("一家企业集中申报")
    QTest.keyClick(card.note, Qt.Key.Key_Return)
    assert hands.look("foreign_trade", 4).light == ""
    assert "已确认：一家企业集中申报（测试，2026-11-24）" in doubt(window)._answer.text()
    hands.enter("foreign_trade", 4, "1655.0")
    assert hands.look("foreign_trade", 4).light == Light.YELLOW.value


def test_a_red_light_asks_for_an_explanation_that_may_wait_in_the_list(window, hands) -> None:
    hands.stand("foreign_trade", 4)
    card = doubt(window)
    assert "亮红灯" in card._title.text()
    assert hands.look("foreign_trade", 4).light == "", "a red light is no doubt of the figure"
    page = window.page
    page.filing.menu.list.trigger()
    names = [row.entry.name for row in page.filing.pane.rows]
    assert "外贸进出口总值" in names
    assert page.filing.pane.isVisible()
    assert not page.pane.isVisible()
    row = next(row for row in page.filing.pane.rows if row.entry.name == "外贸进出口总值")
    row.click()
    assert page.pane.isVisible()
    card = doubt(window)
    card.ask.click()
    card.note.setText("两家龙头企业停产检修")
    QTest.keyClick(card.note, Qt.Key.Key_Return)
    page.filing.menu.list.trigger()
    answered = [row.entry for row in page.filing.pane.rows if row.entry.answered]
    assert [one.sentence for one in answered] == ["两家龙头企业停产检修（测试）"]


def test_a_postponed_explanation_is_listed_in_later_months_and_leads_to_its_own(window) -> None:
    page = window.page
    page.filing.menu.list.trigger()
    row = next(row for row in page.filing.pane.rows if row.entry.name.endswith("3 月"))
    row.click()
    assert page.current_key().month == Month(2023, 3)
    assert page.current_key().indicator == row.entry.key.indicator
    card = doubt(window)
    card.ask.click()
    card.note.setText("春季施工期短")
    QTest.keyClick(card.note, Qt.Key.Key_Return)
    page.filing.menu.list.trigger()
    assert row.entry.key not in [left.entry.key for left in page.filing.pane.rows]


def test_no_sentence_of_the_list_is_wider_than_its_row(window) -> None:
    window.page.filing.menu.list.trigger()
    QApplication.processEvents()
    for row in window.page.filing.pane.rows:
        widest = max(width_px(line, 12) for line in row._lines)
        assert widest + 20 <= row.width(), row.entry.sentence


def test_the_reminder_goes_to_the_clipboard(window) -> None:
    window.page.filing.menu.list.trigger()
    window.page.filing.pane.copy.click()
    assert "高标准农田" in QGuiApplication.clipboard().text()


def test_status_day_source_and_note_are_kept_with_the_figure(window, hands) -> None:
    hands.stand("funds_in_place", 4)
    settle(window)
    source = window.page.pane.source
    source.source.setText("省经合中心月报")
    source.day.setText("2023-05-10")
    source.note.setText("含省外续建")
    source.source.editingFinished.emit()
    held = window.session.snapshot.actual(window.page.current_key())
    assert (held.source, str(held.published_on), held.note) == (
        "省经合中心月报", "2023-05-10", "含省外续建",
    )  # fmt: skip
    source.status.setCurrentIndex(4)
    source.status.activated.emit(4)
    held = window.session.snapshot.actual(window.page.current_key())
    assert held.status.value == "final"
    source.day.setText("5月10日")
    source.day.editingFinished.emit()
    assert source.day.property("state") == "bad"
    assert str(window.session.snapshot.actual(window.page.current_key()).published_on) == (
        "2023-05-10"
    )


def test_a_month_is_handed_in_and_taken_back(window, hands) -> None:
    page = window.page
    assert page.filing.submit.text() == "提交 4 月"
    hands.enter("fiscal_revenue", 4, "三百")
    page.filing.refresh()
    assert not page.filing.submit.isEnabled()
    hands.stand("fiscal_revenue", 4)
    hands.press(Qt.Key.Key_Delete)
    page.filing.refresh()
    page.filing.submit.trigger()
    settle(window)
    assert page.filing.submit.text() == "撤回 4 月"
    assert "已提交" in page.status_text()
    page.filing.submit.trigger()
    assert "未提交" in page.status_text()


def test_own_figures_are_not_signed_and_others_are(window, hands) -> None:
    page = window.page
    hands.enter("foreign_trade", 4, "166")
    page.filing.menu.sign_month.trigger()
    state = page.filing.desk.state
    assert state.waiting == 1
    assert state.signed > 10
    page.filing.menu.sign_month.trigger()
    assert "要由另一个人审核" in page.error_bar.sentence.text()


def test_a_closed_month_takes_no_typing_until_it_is_reopened(
    window, hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = window.page
    monkeypatch.setattr(dialogs, "ask_words", lambda *_: "4 月通报已印发")
    page.filing.menu.lock.trigger()
    assert "已封账" in page.status_text()
    assert "封账" in page.table.closed_reason(hands.row("foreign_trade"), 7)
    hands.enter("foreign_trade", 4, "170")
    assert hands.text("foreign_trade", 4) == "165.4"
    assert not window.session.undo_stack.canUndo(), "closing wants a reason, so does reopening"
    page.filing.menu.unlock.trigger()
    hands.enter("foreign_trade", 4, "170")
    assert hands.text("foreign_trade", 4) == "170.0"
