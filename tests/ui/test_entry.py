"""填报: what is typed is entered, what is wrong stays beside it, and every step can be undone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from tests.ui.grid_hands import CTRL, Hands
from tracker.indicators import Basis, CellKey, Measure
from tracker.ledgers import LedgerKind
from tracker.periods import Month
from ui.models.entry_table import JANUARY

PROVINCE = "620000"


@pytest.fixture
def window(open_window):
    return open_window(LedgerKind.SAMPLE, page="entry", as_of="2023-04")


@pytest.fixture
def hands(window):
    return Hands(window.page)


def held(window, indicator, month, measure="amount", basis="ytd", year=2023):
    key = CellKey(indicator, PROVINCE, Month(year, month), Measure(measure), Basis(basis))
    actual = window.session.snapshot.actual(key)
    return None if actual is None else actual.value


def test_typing_replaces_and_enter_writes_and_goes_down(window, hands) -> None:
    hands.enter("foreign_trade", 4, "170.25")
    assert held(window, "foreign_trade", 4) == 170.25
    assert hands.text("foreign_trade", 4) == "170.25"
    assert hands.here == (hands.row("urban_jobs"), JANUARY + 3)


def test_leaving_by_mouse_or_by_another_page_writes_too(window, hands) -> None:
    hands.stand("foreign_trade", 7)
    hands.type("300")
    hands.stand("fiscal_revenue", 7)
    window.page.grid.view.commit()
    assert held(window, "foreign_trade", 7) == 300
    hands.type("600")
    window.open_page("overview")
    assert held(window, "fiscal_revenue", 7) == 600


def test_another_month_writes_what_is_being_typed_into_the_month_it_was_typed_for(
    window, hands
) -> None:
    hands.stand("foreign_trade", 7)
    hands.type("300")
    window.session.look_at(as_of=Month(2022, 12), region="620100")
    assert held(window, "foreign_trade", 7) == 300


def test_escape_gives_up(window, hands) -> None:
    hands.stand("foreign_trade", 4)
    hands.type("999")
    hands.press(Qt.Key.Key_Escape)
    assert held(window, "foreign_trade", 4) == 165.4
    assert not window.session.undo_stack.canUndo()


def test_f2_edits_what_stands_there(window, hands) -> None:
    hands.stand("foreign_trade", 4)
    hands.press(Qt.Key.Key_F2)
    hands.press(Qt.Key.Key_Backspace)
    hands.press(Qt.Key.Key_5)
    hands.press(Qt.Key.Key_Return)
    assert held(window, "foreign_trade", 4) == 165.5


def test_the_same_value_again_is_no_step(window, hands) -> None:
    hands.enter("foreign_trade", 4, "165.4")
    assert not window.session.undo_stack.canUndo()


def test_every_step_is_undone_and_redone(window, hands) -> None:
    hands.enter("foreign_trade", 4, "170")
    hands.enter("foreign_trade", 4, "171")
    hands.stand("foreign_trade", 4)
    window.actions_by_name["undo"].trigger()
    assert hands.text("foreign_trade", 4) == "170.0"
    window.actions_by_name["undo"].trigger()
    assert hands.text("foreign_trade", 4) == "165.4"
    window.page.tools.redo.click()
    assert hands.text("foreign_trade", 4) == "170.0"
    window.page.tools.undo.click()
    assert held(window, "foreign_trade", 4) == 165.4


def test_delete_leaves_a_blank_which_is_not_zero(window, hands) -> None:
    hands.stand("foreign_trade", 4)
    hands.press(Qt.Key.Key_Delete)
    assert held(window, "foreign_trade", 4) is None
    assert hands.text("foreign_trade", 4) == ""
    hands.enter("foreign_trade", 4, "0")
    assert held(window, "foreign_trade", 4) == 0
    assert hands.text("foreign_trade", 4) == "0.0"


def test_a_negative_growth_is_a_plain_minus(window, hands) -> None:
    hands.enter("cpi", 7, "-0.3")
    assert held(window, "cpi", 7, "growth") == -0.3
    assert hands.text("cpi", 7) == "−0.3"


def test_text_in_a_number_stays_as_typed_and_is_not_written(window, hands) -> None:
    hands.enter("farmland_built", 4, "61.2万")
    assert held(window, "farmland_built", 4) is None
    look = hands.look("farmland_built", 4)
    assert look.problem
    assert look.text == "61.2万"
    assert hands.here == (hands.row("farmland_built"), JANUARY + 3)
    popup = window.page.grid.popup
    assert popup.isVisible()
    assert popup.problem.fix == "61.2"
    assert "不合格 1" in window.page.status_text()
    hands.press(Qt.Key.Key_Return)
    assert held(window, "farmland_built", 4) == 61.2
    assert not popup.isVisible()
    assert "不合格" not in window.page.status_text()


def test_delete_takes_refused_text_away_and_keeps_the_figure(window, hands) -> None:
    hands.enter("foreign_trade", 4, "1.2.3")
    hands.press(Qt.Key.Key_Delete)
    assert hands.text("foreign_trade", 4) == "165.4"
    assert held(window, "foreign_trade", 4) == 165.4


@pytest.mark.parametrize(("indicator", "month"), [("gdp", 4), ("urban_income", 1)])
def test_closed_cells_take_nothing_and_say_why(window, hands, indicator, month) -> None:
    hands.stand(indicator, month)
    hands.type("5")
    assert window.page.grid.view.delegate.open_editor() is None
    assert window.page.grid.popup.isVisible()
    assert "按季报" in window.page.grid.popup.problem.reason


def test_january_and_february_are_one_cell_in_merged_series(window, hands) -> None:
    row = hands.row("foreign_trade")
    assert window.page.grid.view.columnSpan(row, JANUARY) == 2
    assert window.page.grid.view.columnSpan(hands.row("fiscal_revenue"), JANUARY) == 1
    hands.enter("foreign_trade", 2, "77")
    assert held(window, "foreign_trade", 2) == 77
    assert held(window, "foreign_trade", 1) is None


def test_the_future_is_closed(window, hands) -> None:
    window.session.look_at(as_of=Month(2026, 11))
    hands.stand("fiscal_revenue", 12)
    hands.type("5")
    assert "还没到" in window.page.grid.popup.problem.reason


def test_a_paste_is_one_step_and_leaves_the_bad_cell_out(window, hands) -> None:
    hands.stand("funds_in_place", 7)
    hands.paste("1700\n1150\n520\n270\n20\n3\n61.2万\n17000\n")
    page = window.page
    assert held(window, "funds_in_place", 7) == 1700
    assert held(window, "relocation_households", 7) == 17000
    assert held(window, "farmland_built", 7) is None
    report = page.paste_bar.report
    assert page.paste_bar.isVisible()
    assert (report.given, report.written, report.refused) == (8, 7, 1)
    assert report.place == "7 月，第 1—8 行"
    assert hands.look("fiscal_revenue", 7).pasted
    assert page.grid.popup.isVisible()
    assert window.session.undo_stack.undoText() == "粘贴 7 个值"
    window.actions_by_name["undo"].trigger()
    assert held(window, "funds_in_place", 7) is None
    assert not hands.look("farmland_built", 7).problem
    assert not page.paste_bar.isVisible()


def test_the_mark_of_a_paste_ends_with_the_next_edit(window, hands) -> None:
    hands.stand("funds_in_place", 7)
    hands.paste("1700\n1150\n")
    hands.enter("foreign_trade", 7, "300")
    assert not hands.look("funds_in_place", 7).pasted
    assert not window.page.paste_bar.isVisible()


def test_a_block_with_one_column_for_the_first_two_months_meets_the_merged_cell(
    window, hands
) -> None:
    hands.stand("foreign_trade", 2)
    hands.paste("70\t120\t160\n")
    assert [held(window, "foreign_trade", month) for month in (2, 3, 4)] == [70, 120, 160]


def test_pasting_over_closed_cells_skips_and_counts_them(window, hands) -> None:
    hands.stand("gdp", 3)
    hands.paste("6.8\t9\t9\t6.9\n")
    assert held(window, "gdp", 3, "growth") == 6.8
    assert held(window, "gdp", 6, "growth") == 6.9
    assert window.page.paste_bar.report.closed == 2


def test_copying_and_cutting_give_plain_digits(window, hands) -> None:
    hands.stand("funds_in_place", 4)
    hands.press(Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    hands.press(Qt.Key.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == "1046.5\n638\n"
    hands.press(Qt.Key.Key_X, CTRL)
    assert held(window, "funds_in_place", 4) is None
    assert window.session.undo_stack.undoText() == "清空 2 格"
    window.session.undo_stack.undo()
    assert held(window, "key_project_investment", 4) == 638


def test_ctrl_d_fills_down_as_one_step(window, hands) -> None:
    hands.enter("funds_in_place", 8, "5")
    hands.stand("funds_in_place", 8)
    hands.press(Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    hands.press(Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    hands.press(Qt.Key.Key_D, CTRL)
    assert held(window, "fiscal_revenue", 8) == 5
    assert window.session.undo_stack.undoText() == "向下填充 2 个值"


def test_months_are_derived_from_cumulative_values_and_the_other_way_round(window, hands) -> None:
    page = window.page
    page.tools.basis.button("month").click()
    assert hands.text("funds_in_place", 4) == "292.4"
    assert "推算" in hands.look("funds_in_place", 4).tip
    assert hands.look("funds_in_place", 4).ink == "ink3"
    hands.enter("funds_in_place", 7, "100")
    assert held(window, "funds_in_place", 7, basis="month") == 100
    page.tools.basis.button("ytd").click()
    assert hands.text("funds_in_place", 7) == "1,752.8"
    hands.enter("funds_in_place", 7, "1760")
    assert held(window, "funds_in_place", 7) == 1760
    assert held(window, "funds_in_place", 7, basis="month") == 100


def test_january_and_february_have_no_month_of_their_own(window, hands) -> None:
    window.page.tools.basis.button("month").click()
    hands.stand("foreign_trade", 2)
    hands.type("5")
    assert "没有 2 月当月数" in window.page.grid.popup.problem.reason


def test_growth_amounts_and_ranks_can_all_be_typed(window, hands) -> None:
    tools = window.page.tools
    tools.measure.picked.emit("growth")
    hands.enter("funds_in_place", 4, "65.1")
    assert held(window, "funds_in_place", 4, "growth") == 65.1
    tools.measure.picked.emit("amount")
    hands.enter("loan_balance", 4, "27000")
    assert held(window, "loan_balance", 4, "amount", "balance") == 27000
    tools.measure.picked.emit("rank")
    hands.enter("gdp", 3, "5")
    assert held(window, "gdp", 3, "rank", "") == 5
    hands.enter("gdp", 3, "2.5")
    assert hands.look("gdp", 3).problem


def test_a_department_or_a_lever_narrows_the_rows(window, hands) -> None:
    tools = window.page.tools
    tools.department.picked.emit("省商务厅")
    assert {one.indicator.lead_department for one in window.page.table.rows[1:2]} == {"省商务厅"}
    tools.department.picked.emit("")
    tools.lever.picked.emit("三农")
    assert [row.indicator.lever for row in window.page.table.rows if hasattr(row, "number")] == [
        "三农",
        "三农",
    ]
    tools.lever.picked.emit("*")
    assert hands.row("exports")


def test_a_figure_entered_twice_carries_the_corner(window, hands) -> None:
    assert not hands.look("foreign_trade", 4).revised
    hands.enter("foreign_trade", 4, "170")
    assert hands.look("foreign_trade", 4).revised
    window.session.undo_stack.undo()
    assert not hands.look("foreign_trade", 4).revised


def test_bars_and_pane_follow_the_cell(window, hands) -> None:
    page = window.page
    hands.stand("foreign_trade", 4)
    assert page.edit_bar.text == "165.4"
    assert page.edit_bar.equation == "当月 = 165.4 − 124.8 = 40.6 亿元"
    assert page.pane.name.text() == "外贸进出口总值"
    assert page.pane.value.text == "165.4"
    assert page.pane.months.table.lines[-1].values[1] == "40.6"
    assert [period.text for period in page.pane.recent.recent.periods][-2:] == ["124.8", "165.4"]
    hands.enter("foreign_trade", 4, "170")
    hands.stand("foreign_trade", 4)
    assert any("165.4 改为 170.0" in line for line in page.pane.history.texts())


def test_counts_of_the_month(window, hands) -> None:
    assert window.page.status_text() == "4 月应报 14 项　已填 13　未提交　待审 14 · 已审 0"
    hands.enter("farmland_built", 4, "61.2")
    assert window.page.status_text() == "4 月应报 14 项　已填 14　未提交　待审 15 · 已审 0"


def test_a_read_only_ledger_keeps_the_text_and_says_so(open_window) -> None:
    window = open_window(LedgerKind.SAMPLE, page="entry", read_only=True)
    hands = Hands(window.page)
    hands.enter("foreign_trade", 4, "170")
    page = window.page
    assert page.error_bar.isVisible()
    assert page.error_bar.sentence.text().endswith("。")
    assert "1 格还在表里" in page.error_bar.safe.text()
    assert hands.text("foreign_trade", 4) == "170"
    hands.stand("fiscal_revenue", 4)
    assert hands.here[0] == hands.row("fiscal_revenue")


def test_another_page_can_send_a_person_to_an_indicator(window) -> None:
    window.open_page("entry", "gdp")
    assert window.page.indicator_shown() == "gdp"
    window.open_page("entry", "exports")
    assert window.page.indicator_shown() == "exports"


def test_the_grid_of_other_ledgers_opens(open_window) -> None:
    window = open_window(LedgerKind.BLANK, page="entry", as_of="2026-10")
    assert window.page.status_text().startswith("10 月应报")
    assert Hands(window.page).text("gdp", 3) == ""


def test_the_counts_speak_of_the_main_figures_whatever_is_shown(window) -> None:
    before = window.page.status_text()
    window.page.tools.basis.button("month").click()
    assert window.page.status_text() == before
    window.page.tools.measure.picked.emit("rank")
    assert window.page.status_text() == before


def test_the_toggle_hides_and_shows_the_pane(window, open_window) -> None:
    window.page.toggle_pane()
    assert not window.page.pane.isVisible()
    narrow = open_window(LedgerKind.SAMPLE, page="entry", size=(1200, 720))
    assert not narrow.page.pane.isVisible()
    narrow.page.toggle_pane()
    assert narrow.page.pane.isVisible()


def test_unsaved_text_is_written_when_the_ledger_can_be_again(window, hands, monkeypatch) -> None:
    from tracker.errors import LedgerError

    def locked(*_: object) -> None:
        raise LedgerError("另一台电脑正在写台账，请稍后再试一次。")

    with monkeypatch.context() as patch:
        patch.setattr(window.session, "record", locked)
        hands.stand("foreign_trade", 7)
        hands.paste("300\n20\n")
    assert held(window, "foreign_trade", 7) is None
    assert "2 格还在表里" in window.page.error_bar.safe.text()
    assert window.page.paste_bar.report.written == 0
    window.page.error_bar.retry.click()
    assert held(window, "foreign_trade", 7) == 300
    assert held(window, "urban_jobs", 7) == 20
    assert not window.page.error_bar.isVisible()


def test_the_links_of_the_popup_do_what_the_keys_do(window, hands, qtbot) -> None:
    popup = window.page.grid.popup
    hands.enter("farmland_built", 4, "61.2万")
    place = popup._clear_box.center().toPoint()
    qtbot.mouseMove(popup, place)
    qtbot.mouseClick(popup, Qt.MouseButton.LeftButton, pos=place)
    assert hands.text("farmland_built", 4) == ""
    hands.enter("farmland_built", 4, "61.2万")
    qtbot.mouseClick(popup, Qt.MouseButton.LeftButton, pos=popup._fix_box.center().toPoint())
    assert held(window, "farmland_built", 4) == 61.2


def test_the_popup_turns_to_the_left_at_the_edge_and_follows_scrolling(window, hands) -> None:
    grid = window.page.grid
    hands.enter("fiscal_revenue", 12, "很多")
    cell = grid.view.visualRect(grid.view.currentIndex())
    assert grid.popup.geometry().right() < cell.left() + grid.labels.width()
    grid.view.horizontalScrollBar().setValue(0)
    grid.popup.repaint()
    hands.press(Qt.Key.Key_Escape)
    assert not grid.popup.isVisible()
