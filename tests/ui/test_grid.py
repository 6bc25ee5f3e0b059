"""Walking over a grid with the keyboard, and the models behind it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest

from tests.ui.grid_hands import CTRL, SHIFT, Hands
from tracker.exchange.clipboard import Selection, read_block
from tracker.ledgers import LedgerKind
from tracker.periods import Month
from ui.models.entry_rows import WHOLE_CATALOGUE, EntryView
from ui.models.entry_table import JANUARY, EntryTable
from ui.models.target_table import TargetTable

APRIL = JANUARY + 3
DECEMBER = JANUARY + 11


@pytest.fixture
def hands(open_window):
    window = open_window(LedgerKind.SAMPLE, page="entry", as_of="2023-04")
    return Hands(window.page)


@pytest.mark.parametrize("table", [EntryTable, TargetTable])
def test_the_models_keep_qts_rules(open_session, qtbot, table) -> None:
    session = open_session(LedgerKind.SAMPLE)
    model = table(session)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    index = model.index(1, model.last_column)
    assert model.setData(index, "12")
    session.undo_stack.undo()
    if isinstance(model, EntryTable):
        model.show_view(EntryView(lever=WHOLE_CATALOGUE))
    session.look_at(region="620100")
    model.rebuild()
    assert not model.setData(model.index(0, 0), "1")
    assert not model.setData(model.index(1, 1), "1")


def test_only_what_an_edit_touched_is_drawn_again(open_session, qtbot) -> None:
    model = EntryTable(open_session(LedgerKind.SAMPLE))
    for row in range(model.rowCount()):
        for column in range(model.columnCount()):
            model.look(row, column)
    told: list[tuple[int, int]] = []
    model.dataChanged.connect(lambda first, _last: told.append((first.row(), first.column())))
    model.enter([(1, APRIL, "1050")])
    assert told == [(1, APRIL)]


def test_arrows_step_over_groups_and_through_merged_cells(hands) -> None:
    hands.stand("energy_consumption", 4)
    hands.press(Qt.Key.Key_Down)
    assert hands.here == (hands.row("gdp"), APRIL)
    hands.press(Qt.Key.Key_Up)
    assert hands.here == (hands.row("energy_consumption"), APRIL)
    hands.stand("fiscal_revenue", 2)
    hands.press(Qt.Key.Key_Down)
    assert hands.here == (hands.row("foreign_trade"), JANUARY)
    hands.press(Qt.Key.Key_Down)
    assert hands.here == (hands.row("urban_jobs"), JANUARY + 1)
    hands.stand("foreign_trade", 2)
    hands.press(Qt.Key.Key_Right)
    assert hands.here == (hands.row("foreign_trade"), JANUARY + 2)
    hands.press(Qt.Key.Key_Left)
    assert hands.here == (hands.row("foreign_trade"), JANUARY)


def test_enter_after_tabs_returns_to_where_they_began(hands) -> None:
    hands.stand("fiscal_revenue", 7)
    hands.type("600")
    hands.press(Qt.Key.Key_Tab)
    hands.type("610")
    hands.press(Qt.Key.Key_Tab)
    assert hands.here == (hands.row("fiscal_revenue"), JANUARY + 8)
    hands.press(Qt.Key.Key_Return)
    assert hands.here == (hands.row("foreign_trade"), JANUARY + 6)
    hands.press(Qt.Key.Key_Return, SHIFT)
    assert hands.here == (hands.row("fiscal_revenue"), JANUARY + 6)
    hands.press(Qt.Key.Key_Backtab, SHIFT)
    assert hands.here[1] == JANUARY + 5


def test_tab_at_the_end_goes_to_the_next_row(hands) -> None:
    hands.stand("fiscal_revenue", 12)
    hands.press(Qt.Key.Key_Tab)
    assert hands.here == (hands.row("foreign_trade"), JANUARY)


def test_home_end_and_jumps(hands) -> None:
    hands.stand("fiscal_revenue", 4)
    hands.press(Qt.Key.Key_End)
    assert hands.here[1] == DECEMBER
    hands.press(Qt.Key.Key_Left, CTRL)
    assert hands.here[1] == JANUARY + 5
    hands.press(Qt.Key.Key_Left, CTRL)
    assert hands.here[1] == JANUARY + 1
    hands.press(Qt.Key.Key_Home)
    assert hands.here[1] == JANUARY
    hands.press(Qt.Key.Key_Home, CTRL)
    assert hands.here == (1, JANUARY)
    hands.press(Qt.Key.Key_End, CTRL)
    assert hands.here == (hands.row("cpi"), DECEMBER)
    hands.press(Qt.Key.Key_PageUp)
    assert hands.here[0] < hands.row("cpi")


def test_arrows_leave_a_cell_that_is_typed_into_but_not_one_that_is_edited(hands) -> None:
    hands.stand("fiscal_revenue", 7)
    hands.type("600")
    hands.press(Qt.Key.Key_Right)
    assert hands.here[1] == JANUARY + 7
    hands.press(Qt.Key.Key_Left)
    hands.press(Qt.Key.Key_F2)
    hands.press(Qt.Key.Key_Left)
    assert hands.grid.view.delegate.open_editor() is not None
    hands.press(Qt.Key.Key_Escape)


def test_shift_selects_and_delete_clears_the_selection_in_one_step(hands) -> None:
    hands.stand("funds_in_place", 3)
    hands.press(Qt.Key.Key_Down, SHIFT)
    hands.press(Qt.Key.Key_Right, SHIFT)
    assert len(hands.grid.view.block.cells()) == 4
    hands.press(Qt.Key.Key_Delete)
    assert hands.page.session.undo_stack.undoText() == "清空 4 格"
    hands.press(Qt.Key.Key_A, CTRL)
    assert len(hands.grid.view.block.cells()) > 100


def test_one_value_fills_a_selection(hands) -> None:
    hands.stand("funds_in_place", 9)
    hands.press(Qt.Key.Key_Down, SHIFT)
    hands.paste("7")
    assert hands.text("funds_in_place", 9) == "7.0"
    assert hands.text("key_project_investment", 9) == "7.0"


def test_the_frozen_columns_stay_beside_their_rows(hands, qtbot) -> None:
    hands.page.window().resize(1200, 720)
    qtbot.waitUntil(lambda: hands.page.width() < 1100)
    hands.stand("cpi", 12)
    grid = hands.grid
    for row in (1, hands.row("gdp"), hands.row("cpi")):
        assert grid.view.rowViewportPosition(row) == grid.labels.rowViewportPosition(row)
    index = grid.labels.model().index(hands.row("gdp"), 1)
    grid.labels.clicked.emit(index)
    assert hands.here == (hands.row("gdp"), DECEMBER)


def test_f6_leads_out_of_the_grid(hands) -> None:
    hands.stand("fiscal_revenue", 4)
    hands.press(Qt.Key.Key_F6)
    assert not hands.grid.view.hasFocus()


def test_dragging_the_corner_chooses_cells_and_fills_nothing(hands) -> None:
    hands.enter("relocation_households", 9, "5")
    hands.stand("relocation_households", 9)
    view = hands.grid.view
    start = view.visualRect(view.currentIndex()).bottomRight()
    last = view.visualRect(hands.table.index(hands.row("industrial_output"), JANUARY + 8))
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(view.viewport(), last.center())
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=last.center())
    assert hands.text("energy_consumption", 9) == ""
    assert hands.text("gdp", 9) == ""
    assert hands.page.session.undo_stack.count() == 1


def test_ctrl_r_fills_to_the_right_and_not_the_windows_way(hands) -> None:
    hands.enter("funds_in_place", 8, "5")
    hands.stand("funds_in_place", 8)
    for _ in range(2):
        hands.press(Qt.Key.Key_Right, SHIFT)
    hands.press(Qt.Key.Key_R, CTRL)
    assert [hands.text("funds_in_place", month) for month in (9, 10)] == ["5.0", "5.0"]
    assert hands.page.session.undo_stack.undoText() == "向右填充 2 个值"
    hands.stand("funds_in_place", 11)
    hands.press(Qt.Key.Key_R, CTRL)
    assert hands.text("funds_in_place", 11) == "5.0", "one cell takes from the one before"


def test_ctrl_f_finds_rows_by_any_of_their_names_and_figures(hands) -> None:
    bar = hands.page.find_bar
    hands.stand("funds_in_place", 4)
    hands.press(Qt.Key.Key_F, CTRL)
    assert bar.isVisible()
    QTest.keyClicks(bar.words, "1046")
    assert hands.here == (hands.row("funds_in_place"), JANUARY + 3)
    assert bar.count.text() == "1/1"
    bar.words.setText("外贸")
    assert hands.here == (hands.row("foreign_trade"), JANUARY + 3)
    bar.words.setText("7.4")
    first = hands.here
    total = int(bar.count.text().split("/")[1])
    QTest.keyClick(bar.words, Qt.Key.Key_F3)
    assert hands.here > first
    assert bar.count.text() == f"2/{total}"
    QTest.keyClick(bar.words, Qt.Key.Key_F3, SHIFT)
    assert hands.here == first
    bar.words.setText("没有这个")
    assert bar.count.text() == "没有找到"
    QTest.keyClick(bar.words, Qt.Key.Key_Escape)
    assert not bar.isVisible()
    assert hands.grid.view.hasFocus()
    bar.words.setText("7.4")
    hands.press(Qt.Key.Key_F3)
    assert hands.page.table.look(*hands.here).text == "7.4"


def test_two_hundred_steps_are_undone_one_by_one_and_a_paste_is_one_of_them(open_session) -> None:
    session = open_session(LedgerKind.SAMPLE)
    table, stack, typed = EntryTable(session), session.undo_stack, 200
    place = table.axis.place_near("funds_in_place", session.region, Month(2023, 7))
    assert place is not None
    row, column = place
    for number in range(typed):
        table.enter([(row, column, str(1000 + number))])
    table.paste_landing(table.land(read_block("1\n2\n3"), Selection(row, column + 1)))
    assert stack.count() == typed + 1
    stack.undo()
    assert [table.raw_text(row + down, column + 1) for down in range(3)] == ["", "", ""]
    for number in reversed(range(typed)):
        assert table.raw_text(row, column) == str(1000 + number)
        stack.undo()
    assert table.raw_text(row, column) == ""
    assert not stack.canUndo()


def test_the_mouse_chooses_edits_and_enters_what_was_typed(hands) -> None:
    view, left = hands.grid.view, Qt.MouseButton.LeftButton

    def centre(row: int, column: int):
        return view.visualRect(hands.table.index(row, column)).center()

    revenue, trade = hands.row("fiscal_revenue"), hands.row("foreign_trade")
    hands.stand("fiscal_revenue", 7)
    hands.type("600")
    QTest.mouseClick(view.viewport(), left, pos=centre(trade, APRIL))
    assert hands.text("fiscal_revenue", 7) == "600.0"
    assert hands.here == (trade, APRIL)
    QTest.mouseDClick(view.viewport(), left, pos=centre(revenue, APRIL))
    assert view.delegate.open_editor() is not None
    hands.press(Qt.Key.Key_Escape)
    QTest.mouseClick(view.viewport(), left, pos=centre(hands.row("gdp"), APRIL))
    QTest.mouseDClick(view.viewport(), left, pos=centre(hands.row("gdp"), APRIL))
    assert "按季报" in hands.grid.popup.problem.reason
    QTest.mouseClick(view.viewport(), left, pos=centre(0, APRIL))
    assert hands.here == (hands.row("gdp"), APRIL)
