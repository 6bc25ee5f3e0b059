"""填报: why a published figure was revised, versions and status, due days, flips, the lock."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.grid_hands import Hands
from tracker.edits import ActualEdit
from tracker.indicators import Status
from tracker.ledgers import LedgerKind
from tracker.periods import Month
from ui import dialogs

APRIL = Month(2023, 4)


@pytest.fixture
def window(open_window: Callable[..., Any]) -> Any:
    return open_window(LedgerKind.SAMPLE, page="entry", as_of="2023-04")


@pytest.fixture
def hands(window: Any) -> Hands:
    return Hands(window.page)


def settle(window: Any) -> None:
    QApplication.processEvents()
    window.page._show_what_stands_around()


def publish(window: Any, hands: Hands, indicator: str, status: Status) -> None:
    """Give the April figure of an indicator a status, as an import would."""
    hands.stand(indicator, 4)
    held = window.session.snapshot.actual(window.page.current_key())
    edit = ActualEdit(held.key, held.value, status, held.published_on, held.source)
    window.session.record([edit], "公布")


def heads(window: Any) -> dict[str, list[str]]:
    """Return the names under each head of the list."""
    sections = window.page.filing._sections.of_month()
    return {head: [entry.name for entry in entries] for head, entries in sections}


def test_typing_over_a_published_figure_asks_why_without_stopping_anybody(window, hands) -> None:
    page = window.page
    publish(window, hands, "foreign_trade", Status.PUBLISHED)
    hands.enter("foreign_trade", 4, "166")
    bar = page.filing.reason_bar
    assert bar.isVisible()
    assert bar.sentence.text() == "外贸进出口总值 4 月：把公布的 165.4 改成 166，为什么？"
    assert page.grid.view.hasFocus(), "typing goes on"
    bar.field.setFocus()
    bar.field.setText("海关核定")
    QTest.keyClick(bar.field, Qt.Key.Key_Return)
    assert not bar.isVisible()
    assert page.grid.view.hasFocus()
    hands.stand("foreign_trade", 4)
    held = window.session.snapshot.actual(page.current_key())
    assert (held.value, held.note, held.status) == (166.0, "海关核定", Status.PUBLISHED)
    assert heads(window)["修订待说明"] == []


def test_a_reason_may_come_later_from_the_list(window, hands) -> None:
    page = window.page
    publish(window, hands, "foreign_trade", Status.FINAL)
    hands.enter("foreign_trade", 4, "166")
    bar = page.filing.reason_bar
    QTest.keyClick(bar.field, Qt.Key.Key_Escape)
    assert not bar.isVisible()
    assert heads(window)["修订待说明"] == ["外贸进出口总值"]
    page.filing.menu.list.trigger()
    row = next(row for row in page.filing.pane.rows if "没有说明为什么" in row.entry.sentence)
    row.click()
    settle(window)
    page.pane.source.note.setText("海关核定")
    page.pane.source.note.editingFinished.emit()
    assert heads(window)["修订待说明"] == []


def test_a_flash_figure_is_typed_over_without_a_question(window, hands) -> None:
    publish(window, hands, "foreign_trade", Status.FLASH)
    hands.enter("foreign_trade", 4, "166")
    assert not window.page.filing.reason_bar.isVisible()


def test_undoing_takes_the_question_away(window, hands) -> None:
    publish(window, hands, "foreign_trade", Status.PUBLISHED)
    hands.enter("foreign_trade", 4, "166")
    window.session.undo_stack.undo()
    assert not window.page.filing.reason_bar.isVisible()


def test_the_selected_figures_get_a_status_in_one_step(window, hands) -> None:
    page = window.page
    hands.stand("foreign_trade", 3)
    hands.press(Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    keys = page.filing.selected()
    assert [key.month.month for key in keys] == [3, 4]
    action = next(a for a in page.filing.menu.statuses.actions() if a.text() == "初步核算")
    action.trigger()
    marked = [window.session.snapshot.actual(key).status for key in keys]
    assert marked == [Status.PRELIMINARY] * 2
    window.session.undo_stack.undo()
    assert Status.PRELIMINARY not in [window.session.snapshot.actual(key).status for key in keys]


def test_an_earlier_version_is_seen_and_taken_again(window, hands) -> None:
    page = window.page
    hands.enter("foreign_trade", 4, "166")
    hands.stand("foreign_trade", 4)
    settle(window)
    page.pane.versions_button.click()
    panel = page.filing.versions
    assert panel.isVisible()
    assert not page.pane.isVisible()
    assert panel.title.text() == "外贸进出口总值 4 月 各版"
    assert [row.value.text() for row in panel.rows] == ["166.0", "165.4"]
    assert "现在用的" in panel.rows[0].status.text()
    assert not panel.rows[0].take.isVisible()
    panel.rows[1].take.click()
    settle(window)
    assert hands.text("foreign_trade", 4) == "165.4"
    assert [row.value.text() for row in panel.rows] == ["165.4", "166.0", "165.4"]
    window.session.undo_stack.undo()
    assert hands.text("foreign_trade", 4) == "166.0"
    panel.close_button.click()
    assert page.pane.isVisible()


def test_a_light_that_a_revision_turned_is_listed(window, hands) -> None:
    assert heads(window)["因修订翻转的灯"] == []
    hands.enter("funds_in_place", 4, "700")
    assert heads(window)["因修订翻转的灯"] == ["招商引资到位资金(省外)"]
    window.page.filing.menu.list.trigger()
    row = next(
        row for row in window.page.filing.pane.rows if "是修订，不是进度" in row.entry.sentence
    )
    assert row.entry.sentence.startswith("4 月数由 1,046.5")
    row.click()
    assert window.page.current_key().indicator == "funds_in_place"


def test_due_days_are_changed_in_the_list_and_the_reminder_covers_lower_regions(window) -> None:
    page = window.page
    page.filing.menu.list.trigger()
    field = page.filing.pane.due_day
    field.department.picked.emit("省商务厅")
    assert field.day.text() == "20"
    field.day.setText("12")
    QTest.keyClick(field.day, Qt.Key.Key_Return)
    assert page.filing.desk.due_days()["省商务厅"] == 12
    assert field.department.value == "省商务厅"
    page.filing.pane.copy_all.click()
    everywhere = QGuiApplication.clipboard().text()
    page.filing.pane.copy.click()
    assert len(everywhere) > len(QGuiApplication.clipboard().text())
    assert "兰州" in everywhere


def test_a_closed_month_says_so_in_the_tool_row(
    window, hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = window.page
    assert not page.tools.locked.isVisible()
    monkeypatch.setattr(dialogs, "ask_words", lambda *_: "4 月通报已印发")
    page.filing.menu.lock.trigger()
    settle(window)
    assert page.tools.locked.isVisible()
    assert "4 月通报已印发" in page.tools.locked.toolTip()
    assert hands.look("foreign_trade", 4).fill == "subtle"
    page.filing.menu.unlock.trigger()
    settle(window)
    assert not page.tools.locked.isVisible()
